"""The documents of a library that is put through kills and faults, and what must be kept of each.

Owns the folder of PDFs and what every version of them says; knows no vault.
"""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass, field
from pathlib import Path

from app.backends.pdf_reader import PdfReader
from app.core.chunking import cut_into_chunks
from app.core.control import Control
from tests.pdfs import write_pdf

_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ha", "ki", "lo", "mu", "ne", "pi", "ra", "so", "tu")
_WORDS_OF_PAGE = 130


@dataclass(frozen=True)
class Content:
    """What a file says: the texts of its chunks, and a word that stands nowhere else."""

    marker: str
    pages: int
    chunks: tuple[str, ...]


@dataclass
class Papers:
    """A folder of small documents that grows, changes and shrinks."""

    folder: Path
    chance: random.Random
    contents: dict[str, Content] = field(default_factory=dict)
    """By SHA-256 of the file, of all versions that ever were."""
    forgotten: set[str] = field(default_factory=set)
    """Markers of documents that were removed on purpose: no byte of the vault may hold one."""
    asked: set[str] = field(default_factory=set)
    """Markers that a question has named: questions are kept."""
    made: int = 0

    def write(self, name: str = "") -> Path:
        """A new document, or a new version of one."""
        self.made += 1
        path = self.folder / (name or f"paper{self.made}.pdf")
        marker = f"mark{self.made}{''.join(self.chance.choices(_SYLLABLES, k=4))}"
        sheets = [self._sheet(marker) for _ in range(self.chance.randint(1, 4))]
        write_pdf(path, *sheets)
        reading = PdfReader().read(path, "", lambda _done, _count: None, Control())
        chunks = tuple(chunk.text for chunk in cut_into_chunks(reading, path.name))
        self.contents[sha256_of(path)] = Content(marker, len(sheets), chunks)
        return path

    def now(self) -> dict[str, str]:
        """By path, the SHA-256 of every file that lies there."""
        return {str(path): sha256_of(path) for path in sorted(self.folder.iterdir())}

    def forget(self, path: Path) -> None:
        """Delete a file whose document is about to be removed."""
        if path.exists():
            self.forgotten.add(self.contents[sha256_of(path)].marker)
            path.unlink()

    def _sheet(self, marker: str) -> str:
        words = [
            "".join(self.chance.choices(_SYLLABLES, k=self.chance.randint(2, 4)))
            for _ in range(_WORDS_OF_PAGE)
        ]
        words[3] = words[60] = marker
        lines = (words[i : i + 10] for i in range(0, len(words), 10))
        return "\n".join(f"{' '.join(line).capitalize()}." for line in lines)


def sha256_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
