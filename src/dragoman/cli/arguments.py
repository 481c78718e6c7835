"""Arguments of the command line as the product takes them."""

from datetime import date

import typer


def day(text: str | None) -> date | None:
    """The day an option names. Raises typer.BadParameter."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not a day ({error}); write YYYY-MM-DD") from None
