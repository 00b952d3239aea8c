"""All kinds of documents, each parsed by the code for its kind. What a reader process runs.

Owns which code that is; which kinds there are, and how they are told, `app.core.kinds` says.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.backends import mail, word
from app.backends.mail import read_mail
from app.backends.pdf_reader import PdfReader
from app.backends.plain_text import read_text
from app.backends.text_reader import TextParser
from app.backends.word import read_word
from app.core.control import Control
from app.core.interfaces import PageCount, Parser, Structure
from app.core.kinds import Kind, is_read, kind_of
from app.core.types import Box, Letters, Page, Picture, Reading


class DocumentParser:
    """Implements `Parser` for a process of its own, and `Reader` in this very process."""

    def __init__(self) -> None:
        self._parsers: dict[Kind, Parser] = {
            Kind.PDF: PdfReader(),
            Kind.WORD: TextParser(read_word, word.warm_up),
            Kind.MAIL: TextParser(read_mail, mail.warm_up),
            Kind.TEXT: TextParser(read_text, lambda: None),
        }

    def can_read(self, path: Path) -> bool:
        return is_read(path)

    def read(self, path: Path, password: str, progress: PageCount, control: Control) -> Reading:
        count, found = self.pages(path, password, 1)
        pages = []
        for page in found:
            control.check()
            pages.append(page)
            progress(page.number, count)
        return self.structure(path, password, count).given_to(pages)

    def warm_up(self) -> None:
        for parser in self._parsers.values():
            parser.warm_up()

    def pages(self, path: Path, password: str, first: int) -> tuple[int, Iterator[Page]]:
        return self._of(path).pages(path, password, first)

    def structure(self, path: Path, password: str, count: int) -> Structure:
        return self._of(path).structure(path, password, count)

    def draw(
        self, path: Path, page: int, scale: float, password: str, part: Box | None = None
    ) -> Picture:
        return self._of(path).draw(path, page, scale, password, part)

    def find_letters(self, path: Path, page: int, password: str) -> Letters:
        return self._of(path).find_letters(path, page, password)

    def close(self) -> None:
        """Nothing stays open between calls."""

    def _of(self, path: Path) -> Parser:
        return self._parsers[kind_of(path.name)]
