"""Documents without pages (text, mail, Word) as parts of their text.

Runs in a reader process only, which parses each kind by a function of its own. There is nothing
to draw, and no place on a page: whoever shows such a document shows its text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from app.core.errors import DocumentError
from app.core.interfaces import Structure
from app.core.text_pages import Script, SetText
from app.core.types import Box, Letters, Page, Picture

MOST_PAGES = 20_000


class TextParser:
    """Implements `Parser`."""

    def __init__(self, read: Callable[[Path], Script], warm_up: Callable[[], None]) -> None:
        self._read = read
        self._warm_up = warm_up
        self._last: tuple[Path, Structure] | None = None

    def warm_up(self) -> None:
        self._warm_up()

    def pages(self, path: Path, password: str, first: int) -> tuple[int, Iterator[Page]]:
        try:
            text = SetText(self._read(path))
        except RecursionError as error:
            raise DocumentError("The file is nested too deeply to be read.") from error
        self._last = path, text.structure()
        return min(text.count, MOST_PAGES), text.pages(first)

    def structure(self, path: Path, password: str, count: int) -> Structure:
        """Of the file whose pages were asked for last: it is not read once more."""
        found, self._last = self._last, None
        return found[1] if found and found[0] == path else Structure()

    def draw(
        self, path: Path, page: int, scale: float, password: str, part: Box | None = None
    ) -> Picture:
        raise DocumentError("This document has no pages to draw, only text.")

    def find_letters(self, path: Path, page: int, password: str) -> Letters:
        return Letters(b"")
