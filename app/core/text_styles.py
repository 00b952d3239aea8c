"""How the lines of a text without pages are set, as the heights of their boxes say it.

That is how a style comes from those who read a text to those who show it.
"""

from __future__ import annotations

from enum import StrEnum

from app.core.types import Line


class Style(StrEnum):
    """How a line is set."""

    BODY = "body"
    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    FACT = "fact"
    """A name and its value, as the sender of a mail."""
    QUIET = "quiet"
    """What another one wrote, quoted."""


HEIGHTS = {
    Style.BODY: 12.0,
    Style.TITLE: 24.0,
    Style.HEADING: 20.0,
    Style.SUBHEADING: 16.0,
    Style.FACT: 10.0,
    Style.QUIET: 11.0,
}
"""Of the box of a line of this style."""
_STYLES = {height: style for style, height in HEIGHTS.items()}
HEADINGS = (Style.TITLE, Style.HEADING, Style.SUBHEADING)
"""From the first level down; deeper ones are set as the last."""


def style_of(line: Line) -> Style:
    """How a line is to be shown."""
    return _STYLES.get(line.box[3] - line.box[1], Style.BODY)
