"""Puts PDF files together from raw objects, right or wrong: nothing is checked or escaped."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

GOOD_TEXT = b"BT /F1 12 Tf 72 720 Td (The heron fishes at dawn.) Tj ET"
GOOD_PAGE = 6
Objects = dict[int, bytes]


def build(objects: Mapping[int, bytes], trailer: str = "", size: int | None = None) -> bytes:
    """A file with a cross-reference table; `size` lies about the number of objects."""
    body, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), {}
    for number, content in objects.items():
        places[number] = len(body)
        body += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = "".join(f"{n} 1\n{place:010} 00000 n \n" for n, place in sorted(places.items()))
    count = size or max(objects) + 1
    end = (
        f"xref\n0 1\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R {trailer} >>"
    )
    return bytes(body) + f"{end}\nstartxref\n{len(body)}\n%%EOF\n".encode()


def stream(data: bytes, entries: str = "", length: str = "") -> bytes:
    """A stream object; `length` lies about its length."""
    said = length or str(len(data))
    return f"<< {entries} /Length {said} >>\nstream\n".encode() + data + b"\nendstream"


def two_pages(
    content: bytes = GOOD_TEXT, page: str = "", resources: str = "", catalog: str = ""
) -> Objects:
    """Page one holds what is given, page two a good text: one must never cost the other."""
    return pages_with(stream(content), page, resources, catalog)


def pages_with(contents: bytes, page: str = "", resources: str = "", catalog: str = "") -> Objects:
    """The same with a whole object as the contents of page one."""
    box = "" if "/MediaBox" in page else "/MediaBox [0 0 595 842]"
    return {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        2: b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>",
        3: (
            f"<< /Type /Page /Parent 2 0 R {box} /Contents 4 0 R"
            f" /Resources << {resources} /Font << /F1 5 0 R /F2 10 0 R >> >> {page} >>"
        ).encode(),
        4: contents,
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        6: good_page(2),
        7: stream(GOOD_TEXT),
    }


def good_page(parent: int, contents: int = 7) -> bytes:
    return (
        f"<< /Type /Page /Parent {parent} 0 R /MediaBox [0 0 595 842] /Contents {contents} 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>"
    ).encode()


def flood(megabytes: int) -> bytes:
    """Zero bytes, deflated a thousandfold in no time: one compressed block again and again."""
    packer = zlib.compressobj(9)
    head = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = ((megabytes << 20) % 65521) << 16 | 1
    return head + block * megabytes + b"\x03\x00" + checksum.to_bytes(4, "big")


def lzw_flood(rounds: int) -> bytes:
    """About seven million letters a round: each code is the one before and a letter more."""
    codes = [256, 65, *range(258, 4094)]
    widths = [9] + [max(9, min(12, (256 + place).bit_length())) for place in range(1, len(codes))]
    bits = "".join(f"{code:0{width}b}" for code, width in zip(codes, widths, strict=True))
    whole = bits * rounds + f"{257:012b}"
    whole += "0" * (-len(whole) % 8)
    return int(whole, 2).to_bytes(len(whole) // 8, "big")
