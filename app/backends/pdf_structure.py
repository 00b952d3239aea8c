"""pypdf: what a PDF says about itself (page labels, outline, title). Never its text.

Runs in a reader process only. All of it is optional: what pypdf cannot follow is left out.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from app.core.types import OutlineEntry

MOST_ENTRIES = 5_000
MOST_PAGES_WITH_LABELS = 5_000
Found = TypeVar("Found")


class PdfStructure:
    """An open PDF, seen by pypdf."""

    def __init__(self, path: Path, password: str) -> None:
        import pypdf

        logging.getLogger("pypdf").setLevel(logging.CRITICAL)
        self._errors: Any = pypdf.errors
        # pypdf refuses a password, even an empty one, for a file that is not locked.
        self._reader: Any = _unless_broken(
            lambda: pypdf.PdfReader(path, password=password or None), None
        )

    def labels(self, count: int) -> list[str]:
        """How the document itself numbers its pages: `iv`, `12`, …; "" where it does not say."""
        if self._reader is None or count > MOST_PAGES_WITH_LABELS:
            return [""] * count
        found: list[str] = _unless_broken(lambda: list(self._reader.page_labels), [])
        return (found + [""] * count)[:count]

    def title(self) -> str:
        if self._reader is None:
            return ""
        return _unless_broken(lambda: str((self._reader.metadata or {}).get("/Title", "")), "")

    def outline(self) -> tuple[OutlineEntry, ...]:
        if self._reader is None:
            return ()
        return _unless_broken(
            lambda: tuple(self._entries(self._reader.outline, 1))[:MOST_ENTRIES], ()
        )

    def _entries(self, items: list[Any], level: int) -> Iterator[OutlineEntry]:
        for item in items:
            if isinstance(item, list):
                yield from self._entries(item, level + 1)
            else:
                page = self._reader.get_destination_page_number(item)
                if page is not None and page >= 0:
                    yield OutlineEntry(level, " ".join(str(item.title).split())[:200], page + 1)


def _unless_broken(find: Callable[[], Found], otherwise: Found) -> Found:
    """What `find` finds. pypdf meets damage with errors of every kind; none is worth a document."""
    try:
        return find()
    except Exception:
        return otherwise
