"""How tests ask a reader for a document, and show what came."""

from __future__ import annotations

from pathlib import Path

from app.core.control import Control
from app.core.types import Reading
from app.system.readers import IsolatedReader


def read(reader: IsolatedReader, path: Path = Path("/a.pdf"), password: str = "") -> Reading:
    return reader.read(path, password, lambda _done, _count: None, Control())


def texts(reading: Reading) -> list[str]:
    """Each page's text, or why it has none."""
    return [page.text or page.problem for page in reading.pages]
