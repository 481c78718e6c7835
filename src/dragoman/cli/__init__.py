"""The terminal face: parse arguments, call the product, print."""

import os
import sys
from io import TextIOWrapper


def main() -> None:
    """The entry point of the command `dragoman`; exit codes are listed in `dragoman --help`."""
    from dragoman.cli.app import app
    from dragoman.errors import AskedError, DragomanError

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal of another coding shows a mark for what it has no sign for; a record must not end there.
            stream.reconfigure(errors="replace")
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except DragomanError as error:
        from dragoman.cli.console import complain

        complain(str(error))
        sys.exit(2 if isinstance(error, AskedError) else 1)
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): nothing is wrong, and the interpreter must not say so either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        from dragoman.cli.console import complain

        what = error.filename or "the output"
        complain(
            f"{what}: {error.strerror or error}, so the run stopped there; mend that and run the same command again"
        )
        sys.exit(1)
