"""Text without its markup, a line for each paragraph."""

from html import unescape

_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "footer", "header", "hr", "li", "main")
) | {"h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"}
_UNSEEN = ("script", "style", "template", "noscript", "iframe", "figure", "svg")


def text_of(markup: str) -> str:
    """The words of a piece of HTML; scripts and pictures with their captions are left out."""
    if "<" not in markup:
        return "\n".join(
            " ".join(line.split()) for line in unescape(markup).strip().splitlines()
        )  # lines are the writer's
    from lxml import etree, html

    # Without leave for huge trees, what is nested deeper than 256 elements would be lost, and all that follows.
    root = html.fromstring(f"<div>{markup}</div>", parser=html.HTMLParser(huge_tree=True))
    etree.strip_elements(root, *_UNSEEN, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    pieces = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in _BLOCKS:
            pieces.append("\n")
        words = element.text if event == "start" else element.tail
        pieces.append((words or "").replace("\n", " "))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
