"""The process page over a ledger of a million findings, with twenty readers at once.

    python -m bench.page [--findings N] [--processes N] [--folder DIR | --ledger FILE]

Serves the ledger as `dragoman serve` does, in a process of its own on loopback, with the limit on reads lifted, since
all twenty readers come from one address. Times are taken by the readers, around the whole request, so they bound the
server's own. A reader asks for the next page as soon as it has the last. Ends with 1 when the page is over the bar.
"""

import argparse
import http.client
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from itertools import islice
from pathlib import Path
from urllib.parse import quote, urlsplit

from bench.ledger import FIRST, fill
from bench.memory import resident
from dragoman.record.processes import key_of

BAR_MS, BAR_BYTES = 150, 200_000
_READERS = 20
_ASKED = 3000  # pages in one run of all readers
_DAYS = (None, 3600, 2900, 2200, 1500, 800)  # known time, in days after the first report; None is today
_PACKED = {"Accept-Encoding": "gzip"}


def main() -> int:
    """Fill, serve, ask, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--findings", type=int, default=1_000_000)
    parser.add_argument("--processes", type=int, default=2_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--ledger", type=Path, help="one that bench.ledger or an earlier run has filled")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        ledger = args.ledger or Path(folder) / "page.db"
        if args.ledger is None:
            fill(ledger, args.processes, args.findings // args.processes).close()
        with _served(ledger) as (host, server):
            return _measure(host, server, args.processes)


def _measure(host: str, server: int, processes: int) -> int:
    print(
        f"{_READERS} readers; each time is of a whole request, with the server's own CPU a page behind it.\n"
        f"Machine: {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before the run."
    )
    fresh = iter(random.Random(5).sample(range(processes), processes))
    alone = [_view(number, None) for number in islice(fresh, 40)]
    _tell("nothing kept, one reader, 40 processes", host, server, _split(alone, 1))
    crowd = [_view(number, None) for number in islice(fresh, 100)]
    _tell("nothing kept, all at once, 100 processes", host, server, _split(crowd, _READERS))
    views = [_view(number, day) for number in islice(fresh, 20) for day in _DAYS]
    chance = random.Random(7)
    mixed = _tell(
        "20 processes on 6 days, kept as they come", host, server, _split(chance.choices(views, k=_ASKED), _READERS)
    )
    warm = _tell("20 processes on 6 days, all kept", host, server, _split(chance.choices(views, k=_ASKED), _READERS))
    weight = _weight(host, views[0])
    print(f"First view with all it brings: {weight:,} bytes. The server's memory: {_memory(server)} MB.")
    over = [f"{told:.0f} ms" for told in (mixed, warm) if told >= BAR_MS]
    over += [f"{weight:,} bytes"] if weight >= BAR_BYTES else []
    judged = f"over: {', '.join(over)}" if over else "met"
    print(f"Bar (the last two lines at the 95th percentile {BAR_MS} ms, {BAR_BYTES:,} bytes): {judged}.")
    return int(bool(over))


def _tell(what: str, host: str, server: int, work: list[list[str]]) -> float:
    """Run, print, and return the 95th percentile."""
    before = _cpu(server)
    times = _run(host, work)
    own = (_cpu(server) - before) / len(times)
    print(
        f"  {what:42s} median {_share(times, 50):5.0f} ms, 95th {_share(times, 95):5.0f} ms, "
        f"worst {max(times):5.0f} ms; own {own:5.1f} ms"
    )
    return _share(times, 95)


def _cpu(process: int) -> float:
    """Milliseconds of CPU that a process has had; 0 where the system does not tell."""
    try:
        parts = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return 1000 * (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")


def _view(number: int, day: int | None) -> str:
    key = quote(key_of((f"Party {number}", f"Rival {number}")), safe="")
    known = f"?as-of={FIRST + timedelta(days=day)}" if day is not None else ""
    return f"/process/{key}{known}"


@contextmanager
def _served(ledger: Path) -> Iterator[tuple[str, int]]:
    """(host and port, process id) of the page on a free port."""
    command = [sys.executable, "-m", "dragoman", "serve", "--ledger", str(ledger), "--port", "0"]
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "DRAGOMAN_PAGE_READS": "0"}
    )
    try:
        assert server.stdout is not None
        found = re.search(r"http://\S+", server.stdout.readline())
        assert found is not None, "serve did not say where it listens"
        host = urlsplit(found[0]).netloc
        _get(http.client.HTTPConnection(host, timeout=60), "/sign-in")  # it listens, and its code is loaded
        yield host, server.pid
    finally:
        server.terminate()
        server.wait(20)


def _split(addresses: Sequence[str], readers: int) -> list[list[str]]:
    return [list(addresses[at::readers]) for at in range(readers)]


def _run(host: str, work: list[list[str]]) -> list[float]:
    """Milliseconds of every request, all readers beginning at once."""
    times: list[float] = []
    start = threading.Barrier(len(work))

    def read(addresses: list[str]) -> None:
        connection = http.client.HTTPConnection(host, timeout=60)
        connection.connect()
        start.wait()
        for address in addresses:
            begun = time.perf_counter()
            _get(connection, address)
            times.append(1000 * (time.perf_counter() - begun))

    threads = [threading.Thread(target=read, args=(addresses,)) for addresses in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(times) == sum(map(len, work)), "a reader did not come through"
    return times


def _get(connection: http.client.HTTPConnection, address: str) -> bytes:
    connection.request("GET", address, headers=_PACKED)
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == 200, f"{address}: {answer.status}"
    return body


def _weight(host: str, address: str) -> int:
    """Bytes of the page, of what it links, and of every font that its letters call for."""
    connection = http.client.HTTPConnection(host, timeout=60)
    page = _get(connection, address)
    connection.request("GET", address)
    text = connection.getresponse().read().decode()
    linked = sorted(set(re.findall(r'(?:src|href)="(/static/[^"]+)"', text)))
    sizes = {asset.partition("?")[0]: len(_get(connection, asset)) for asset in linked}
    sheet = next(asset for asset in linked if ".css" in asset)
    connection.request("GET", sheet)
    for face in re.findall(r"@font-face \{.*?\}", connection.getresponse().read().decode(), re.DOTALL):
        font, ranges = re.search(r'url\("([^"]+)"\)', face), re.search(r"unicode-range: ([^;]+);", face)
        if font and ranges and _called_for(text, ranges[1]):
            sizes[f"/static/{font[1]}"] = len(_get(connection, f"/static/{font[1]}"))
    return len(page) + sum(sizes.values())


def _called_for(text: str, ranges: str) -> bool:
    bounds = [part.strip().removeprefix("U+").partition("-") for part in ranges.split(",")]
    spans = [(int(first, 16), int(last or first, 16)) for first, _, last in bounds]
    return any(first <= ord(letter) <= last for letter in set(text) for first, last in spans)


def _share(times: Sequence[float], percent: int) -> float:
    return sorted(times)[min(len(times) - 1, len(times) * percent // 100)]


def _memory(process: int) -> str:
    """Resident megabytes, where the system tells."""
    try:
        return f"{int(resident(process)):,}"
    except OSError:
        return "unknown"


if __name__ == "__main__":
    sys.exit(main())
