"""Whose words a passage is: the attribution chain over a place in the text."""

from typing import TYPE_CHECKING

from dragoman.model import Span

if TYPE_CHECKING:
    from dragoman.text.draft import Draft


def chain_over(draft: "Draft", span: Span) -> tuple[str, ...]:
    """The attribution chain, outermost first, of the innermost speech whose content covers the span; () = the outlet's own voice."""
    raise NotImplementedError
