"""Makes small PDF files for tests, byte by byte, so that what stands where is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pypdf

LEFT, TOP, LEADING = 72, 72, 14
WIDTH, HEIGHT = 595, 842


@dataclass(frozen=True)
class Sheet:
    """A page: lines of text, 14 points apart from the top left, 72 points from the edges."""

    text: str = ""
    turned: int = 0
    """Degrees clockwise that the page is turned when it is shown."""
    scanned: bool = False
    """Whether a picture lies on it."""
    drawing: str = ""
    """Operators that come before the text; `/G0 gs` makes what follows transparent."""
    after: str = ""
    """Operators that come after the text."""
    cropped: str = ""
    """The part that is shown, `left bottom right top`; all of it by default."""


def write_pdf(path: Path, *sheets: Sheet | str) -> Path:
    """A PDF with a page for each sheet; text is Latin-1 only."""
    pages = [Sheet(sheet) if isinstance(sheet, str) else sheet for sheet in sheets]
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        _stream(
            b"\x80",
            "/Type /XObject /Subtype /Image /Width 1 /Height 1"
            " /ColorSpace /DeviceGray /BitsPerComponent 8",
        ),
    ]
    for number, sheet in enumerate(pages):
        objects += [_page(sheet, 6 + 2 * number), _stream(_drawing(sheet))]
    path.write_bytes(_file(objects))
    return path


def write_locked_pdf(path: Path, password: str, *sheets: Sheet | str) -> Path:
    """The same, encrypted with AES-256: it opens with the password only."""
    writer = pypdf.PdfWriter(clone_from=write_pdf(path, *sheets))
    writer.encrypt(password, algorithm="AES-256")
    writer.write(path)
    return path


def written(text: str, x: float, y: float, size: float = 11, how: str = "") -> str:
    """Operators that write a line with its baseline `y` from the top; `how` goes before it."""
    return f"q {how} BT /F1 {size} Tf {x} {HEIGHT - y} Td ({text}) Tj ET Q"


def _page(sheet: Sheet, content: int) -> bytes:
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {sheet.turned}"
        f" /CropBox [{sheet.cropped or f'0 0 {WIDTH} {HEIGHT}'}]"
        f" /Resources << /Font << /F1 3 0 R >> /XObject << /Im1 4 0 R >>"
        f" /ExtGState << /G0 << /ca 0 /CA 0 >> >> >>"
        f" /Contents {content} 0 R >>"
    ).encode()


def _drawing(sheet: Sheet) -> bytes:
    parts = []
    if sheet.scanned:
        parts.append("q 400 0 0 500 90 200 cm /Im1 Do Q")
    parts.append(sheet.drawing)
    if sheet.text:
        lines = re.sub(r"([()])", r"\\\1", sheet.text).split("\n")
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        parts.append(f"BT /F1 11 Tf {LEADING} TL {LEFT} {HEIGHT - TOP} Td {shown} ET")
    parts.append(sheet.after)
    return "\n".join(parts).encode("cp1252")


def _stream(data: bytes, more: str = "") -> bytes:
    return f"<< {more} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: list[bytes]) -> bytes:
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R >>\n"
    return body + f"{end}startxref\n{len(body)}\n%%EOF\n".encode()
