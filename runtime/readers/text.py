"""Comments from descriptions: paragraphs and lists, wrapped to the width of the page."""
from __future__ import annotations

import textwrap

WIDTH = 100


def wrapped(doc: str, width: int) -> list[str]:
    """The description in lines of at most `width`; a list item's later lines are indented."""
    lines = []
    for line in doc.split("\n"):
        hanging = "  " if line.startswith("- ") else ""
        lines += textwrap.wrap(line, max(width, 40), subsequent_indent=hanging, break_long_words=False,
                               break_on_hyphens=False) or [""]
    return lines


def first_line(doc: str) -> str:
    return doc.split("\n")[0]
