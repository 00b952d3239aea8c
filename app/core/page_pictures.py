"""Writes pages as pictures into a PDF of its own: what is seen, and nothing else of the document.

Owns the file. The pictures are drawn elsewhere, one at a time, so that memory stays small.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

import numpy as np

from app.core.control import Control
from app.core.errors import UsageError
from app.core.events import Report, WorkProgress
from app.core.types import Picture

DOTS = 200
"""Per inch: sharp on paper, and small enough to send to a printer."""

Draw = Callable[[int, float], Picture]
"""Draws a page; the second number is pixels a point."""


def save_pages(
    path: Path, numbers: Sequence[int], draw: Draw, report: Report, control: Control
) -> None:
    """Write the pages with these numbers, whole or not at all.

    UsageError when the disk refuses, DocumentError when a page cannot be drawn.
    """
    fresh = path.with_name(f".{path.name}.new")
    try:
        with fresh.open("wb") as file:
            book = _Book(file, len(numbers))
            for done, number in enumerate(numbers):
                control.check()
                report(WorkProgress("drawing", done, len(numbers)))
                book.add(draw(number, DOTS / 72))
            book.end()
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        raise UsageError(
            f"The file cannot be written: {error.strerror}.", "Choose another place or name."
        ) from error
    finally:
        fresh.unlink(missing_ok=True)


class _Book:
    """A PDF while it is written. Objects 1 and 2 lead to the pages, each of which has three."""

    def __init__(self, file: BinaryIO, count: int) -> None:
        self._file = file
        self._places: list[int] = []
        self._file.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
        kids = " ".join(f"{3 + 3 * i} 0 R" for i in range(count))
        self._object(b"<< /Type /Catalog /Pages 2 0 R >>")
        self._object(f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode())

    def add(self, picture: Picture) -> None:
        width, height = (side * 72 / DOTS for side in (picture.width, picture.height))
        page = len(self._places) + 1
        self._object(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width:.2f} {height:.2f}] "
            f"/Contents {page + 1} 0 R "
            f"/Resources << /XObject << /P {page + 2} 0 R >> >> >>".encode()
        )
        self._stream("", f"{width:.2f} 0 0 {height:.2f} 0 0 cm /P Do".encode())
        space, pixels = _plain_pixels(picture)
        self._stream(
            f"/Type /XObject /Subtype /Image /Width {picture.width} /Height {picture.height} "
            f"/ColorSpace /{space} /BitsPerComponent 8 ",
            pixels,
        )

    def end(self) -> None:
        start, count = self._file.tell(), len(self._places) + 1
        table = "".join(f"{place:010} 00000 n \n" for place in self._places)
        self._file.write(
            f"xref\n0 {count}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
        )

    def _stream(self, about: str, content: bytes) -> None:
        packed = zlib.compress(content, 6)
        head = f"<< {about}/Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode()
        self._object(head + packed + b"\nendstream")

    def _object(self, content: bytes) -> None:
        self._places.append(self._file.tell())
        number = len(self._places)
        self._file.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))


def _plain_pixels(picture: Picture) -> tuple[str, bytes]:
    """The pixels as PDF has them: one byte each where nothing is coloured, else three."""
    pixels = np.frombuffer(picture.pixels, np.uint8).reshape(-1, 4)
    blue, green, red = pixels[:, 0], pixels[:, 1], pixels[:, 2]
    if np.array_equal(red, green) and np.array_equal(green, blue):
        return "DeviceGray", red.tobytes()
    return "DeviceRGB", pixels[:, 2::-1].tobytes()
