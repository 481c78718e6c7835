"""The terminal face: parse arguments, call the product, print."""

import sys


def main() -> None:
    """The entry point of the command `dragoman`; exit codes are listed in `dragoman --help`."""
    from dragoman.cli.app import app
    from dragoman.errors import DragomanError

    try:
        app()
    except DragomanError as error:
        print(f"dragoman: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): nothing is wrong, and the interpreter must not say so either.
        sys.stderr.close()
        sys.exit(0)
