"""The seams of the program. The first four have a fake each, and one suite for both."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from app.core.arrays import Vectors
from app.core.control import Control
from app.core.types import Box, Letters, OutlineEntry, Page, Picture, Reading

PageCount = Callable[[int, int], None]
"""Called with (pages read, pages in all) while a document is read."""


class Reader(Protocol):
    """Turns files into pages. Raises `DocumentError`, or `PasswordNeeded`."""

    def can_read(self, path: Path) -> bool:
        """Whether files of this kind are read at all, by the name alone."""

    def read(self, path: Path, password: str, progress: PageCount, control: Control) -> Reading:
        """All pages of the file, with the lines' boxes. An empty password is none."""

    def draw(
        self, path: Path, page: int, scale: float, password: str, part: Box | None = None
    ) -> Picture:
        """A page as pixels, or only a part of it; at scale 1 a point is a pixel."""

    def find_letters(self, path: Path, page: int, password: str) -> Letters:
        """Where the characters of the page's text stand."""

    def close(self) -> None:
        """End what was started."""


@dataclass(frozen=True)
class Structure:
    """What a document says about itself: its title, the labels of its pages, its outline."""

    title: str = ""
    labels: tuple[str, ...] = ()
    outline: tuple[OutlineEntry, ...] = ()

    def given_to(self, pages: Iterable[Page]) -> Reading:
        """The whole reading; a page beyond the last label has none."""
        labelled = (
            replace(page, label=self.labels[page.number - 1])
            if page.number <= len(self.labels)
            else page
            for page in pages
        )
        return Reading(tuple(labelled), self.title, self.outline)


class Parser(Protocol):
    """What a reader process runs: it gives a file's pages one by one, so that each arrives.

    Raises what `Reader` raises.
    """

    def warm_up(self) -> None:
        """Load all that reading will need: later, no other file can be opened."""

    def pages(self, path: Path, password: str, first: int) -> tuple[int, Iterator[Page]]:
        """How many pages there are, and those from `first` on, without labels."""

    def structure(self, path: Path, password: str, count: int) -> Structure:
        """What the file says about itself; of a file of `count` pages."""

    def draw(
        self, path: Path, page: int, scale: float, password: str, part: Box | None = None
    ) -> Picture:
        """As `Reader.draw`."""

    def find_letters(self, path: Path, page: int, password: str) -> Letters:
        """As `Reader.find_letters`."""


class Embedder(Protocol):
    """Turns text into vectors of length 1."""

    @property
    def model_id(self) -> str:
        """Names the model; another id means other vectors for the same text."""

    @property
    def dimensions(self) -> int: ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """A row for each text, in order."""

    def embed_query(self, text: str) -> Vectors:
        """One row, to be compared with passages by dot product."""


class TextPattern(Protocol):
    """What a text is searched for."""

    def spans(self, text: str) -> Iterable[tuple[int, int]]:
        """Start and end of each place, in order; none is empty. In time proportional to `text`."""


class VectorWriter(Protocol):
    """The writing half of a store, which may be in another process."""

    def add(self, ids: Sequence[int], vectors: Vectors) -> None:
        """Ids must be new."""

    def close(self) -> None:
        """Write everything to disk and let go of the files."""


class VectorStore(VectorWriter, Protocol):
    """Nearest neighbours by cosine. An open generation of the vector index, nothing more."""

    def search(self, vector: Vectors, k: int) -> list[tuple[int, float]]:
        """At most k pairs of id and cosine, best first."""

    def count(self) -> int: ...

    def ids(self) -> list[int]:
        """All of them, in any order."""


TokenCount = Callable[[int, int], None]
"""Called with (tokens read, tokens in all) while a prompt is read."""


def count_for_nobody(_read: int, _total: int) -> None:
    """A `TokenCount` for reading that nobody watches."""


@dataclass(frozen=True)
class Message:
    """A part of a prompt: `role` is `system`, `user` or `assistant`. The text is never trusted."""

    role: str
    text: str


class LanguageModel(Protocol):
    """Writes answers. One stream at a time."""

    @property
    def name(self) -> str: ...

    @property
    def context(self) -> int:
        """Tokens that prompt and answer may have together."""

    def count_tokens(self, messages: Iterable[Message]) -> int:
        """Tokens of the whole prompt, template included."""

    def stream(
        self,
        messages: Sequence[Message],
        limit: int,
        control: Control,
        on_read: TokenCount = count_for_nobody,
    ) -> Iterator[tuple[str, int]]:
        """Pieces of text, each with its number of tokens; ends within 0.2 s of a cancel.

        `on_read` is first called with what is known already and costs nothing, last with all.
        """


class Watch(Protocol):
    """Tells where in the sources something happened, while it happens."""

    def follow(self, sources: Collection[Path], tell: Callable[[Path], None]) -> set[Path]:
        """Watch these and no others; gives those that cannot be watched, or not as a whole.

        `tell` is called from another thread, with files and folders.
        """

    def let_go(self, source: Path) -> None:
        """Watch it no longer: what lies there now is another one."""

    def close(self) -> None:
        """Watch nothing any more."""
