"""Work spread over processes, in order and with little under way at once, so that memory stays flat."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TypeVar

from dragoman.errors import WorkerError

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 3  # items waiting for each process: enough to keep it busy while results are stored


def _end_with_parent() -> None:
    """A reading process waits for work that never comes when this one is killed; and an interruption is told once."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        Thread(target=lambda: (wait([parent.sentinel]), os._exit(1)), daemon=True).start()


def in_order(work: Callable[[Item], Result], items: Iterable[Item], jobs: int) -> Iterator[Result]:
    """`work` of every item, in order, by `jobs` processes (by this one, where it is 1). Raises WorkerError.

    Items are taken only as results are: a stream of any length is never held as a whole.
    """
    if jobs <= 1:
        yield from map(work, items)
        return
    # A fresh interpreter each: a forked one would share the connections to the ledger's database.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_end_with_parent)
    waiting: deque[Future[Result]] = deque()
    try:
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        raise WorkerError(
            "a reading process was ended from outside (out of memory?), so the run stopped; what was told as kept is "
            "kept: run the same command again, with fewer --jobs"
        ) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
