"""pypdf: what a PDF says about itself (page labels, outline, title). Never its text.

Runs in a reader process only. All of it is optional: what pypdf cannot follow is left out.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from app.core.interfaces import Structure
from app.core.types import OutlineEntry

MOST_ENTRIES = 5_000
MOST_PAGES_WITH_LABELS = 5_000
Found = TypeVar("Found")


def find_structure(source: Path | BinaryIO, password: str, count: int) -> Structure:
    """Nothing, when pypdf refuses the file or finds other than `count` pages in it."""
    import pypdf
    import pypdf._crypt_providers  # reading a locked file would import it: too late

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pypdf.overwrite_configuration(jbig2dec_binary=None)
    # pypdf refuses a password, even an empty one, for a file that is not locked.
    reader = _unless_broken(lambda: pypdf.PdfReader(source, password=password or None), None)
    if reader is None or _unless_broken(lambda: len(reader.pages), 0) != count:
        return Structure()
    return Structure(_title(reader), _labels(reader, count), _outline(reader))


def _title(reader: Any) -> str:
    return _unless_broken(lambda: str((reader.metadata or {}).get("/Title", "")), "")


def _labels(reader: Any, count: int) -> tuple[str, ...]:
    """How the document itself numbers its pages: `iv`, `12`, …; none where it does not say."""
    if count > MOST_PAGES_WITH_LABELS:
        return ()
    return _unless_broken(lambda: tuple(reader.page_labels)[:count], ())


def _outline(reader: Any) -> tuple[OutlineEntry, ...]:
    return _unless_broken(lambda: tuple(_entries(reader, reader.outline, 1))[:MOST_ENTRIES], ())


def _entries(reader: Any, items: list[Any], level: int) -> Iterator[OutlineEntry]:
    for item in items:
        if isinstance(item, list):
            yield from _entries(reader, item, level + 1)
        else:
            page = reader.get_destination_page_number(item)
            if page is not None and page >= 0:
                yield OutlineEntry(level, " ".join(str(item.title).split())[:200], page + 1)


def _unless_broken(find: Callable[[], Found], otherwise: Found) -> Found:
    """What `find` finds. pypdf meets damage with errors of every kind; none is worth a document."""
    try:
        return find()
    except Exception:
        return otherwise
