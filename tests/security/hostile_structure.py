"""Hostile files whose structure lies: cut ends, tables, page trees, objects, names, actions."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

import pypdf

from tests.security.pdf_bytes import Objects, build, good_page, pages_with, stream, two_pages

Make = Callable[[], bytes]
EVIL_NAME = "\u202egnp.exe\u200b\u2066\x00\x07\r\n<img src=file:///etc/passwd>\ufeff"


def cut(share: float) -> Make:
    def make() -> bytes:
        whole = build(two_pages())
        return whole[: int(len(whole) * share)]

    return make


def with_tree(pages: str, more: Objects | None = None) -> Make:
    """Another root of the page tree; objects 3 and 6 are good pages."""
    return lambda: build(two_pages() | {2: f"<< /Type /Pages {pages} >>".encode()} | (more or {}))


def with_catalog(entries: str, more: Callable[[], Objects] = dict) -> Make:
    return lambda: build(two_pages(catalog=entries) | more())


def with_length(length: str) -> Make:
    return lambda: build(pages_with(stream(b"BT /F1 12 Tf (Text.) Tj ET", "", length)))


def with_box(box: str) -> Make:
    return lambda: build(two_pages(page=f"/MediaBox [{box}]"))


def real_pages(count: int) -> Make:
    def make() -> bytes:
        kids = " ".join(f"{number} 0 R" for number in range(10, 10 + count))
        tree = f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode()
        pages = dict.fromkeys(range(10, 10 + count), good_page(2))
        return build(two_pages() | {2: tree} | pages)

    return make


def nested(opening: bytes, closing: bytes, depth: int) -> Make:
    """Something nested where every parser has to go through it: in the catalogue and a page."""

    def make() -> bytes:
        value = opening * depth + closing * depth
        return build(two_pages() | {1: b"<< /Type /Catalog /Pages 2 0 R /X " + value + b" >>"})

    return make


def deep_tree(depth: int) -> bytes:
    links = {
        n: f"<< /Type /Pages /Kids [{n + 1} 0 R] /Count 1 /Parent {n - 1} 0 R >>".encode()
        for n in range(10, 10 + depth)
    }
    root = {2: b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>"}
    return build(two_pages() | root | links | {10 + depth: good_page(9 + depth)})


def previous_table(place: Callable[[int], int]) -> Make:
    """The trailer's /Prev points to where `place` says, given where the table is."""

    def make() -> bytes:
        first = build(two_pages())
        table = first.rindex(b"xref\n0")
        return build(two_pages(), f"/Prev {place(table):010}")

    return make


def loop_of_two_tables() -> bytes:
    first = build(two_pages(), "/Prev 0000000000")
    at = first.index(b"xref\n0 1")
    second = len(first)
    looped = first.replace(b"/Prev 0000000000", b"/Prev %010d" % second)
    more = f"xref\n0 0\ntrailer\n<< /Size 8 /Root 1 0 R /Prev {at} >>\nstartxref\n{second}\n%%EOF\n"
    return looped + more.encode()


def with_cross_reference_stream(entries: str) -> Make:
    """Only a cross-reference stream, which lies."""

    def make() -> bytes:
        body = build(two_pages()).split(b"xref\n0 1")[0]
        data = zlib.compress(bytes(64))
        table = stream(data, f"/Type /XRef /Root 1 0 R /Filter /FlateDecode {entries}")
        return body + b"99 0 obj\n" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(body)

    return make


def object_stream_in_itself() -> bytes:
    inside = (
        b"20 0 21 30 << /Type /Catalog /Pages 21 0 R >> << /Type /Pages /Kids [3 0 R] /Count 1 >>"
    )
    packed = {20: stream(inside, "/Type /ObjStm /N 2 /First 10 /Extends 20 0 R")}
    body = build(two_pages() | packed).split(b"xref\n0 1")[0]
    rows = b"".join(bytes([2, 0, 20, place]) for place in range(2))
    entries = "/Type /XRef /Size 22 /Root 20 0 R /W [1 2 1] /Index [20 2]"
    table = b"99 0 obj\n" + stream(rows, entries) + b"\nendobj\n"
    return body + table + b"startxref\n%d\n%%%%EOF\n" % len(body)


def encrypted(password: str, algorithm: str) -> Make:
    def make() -> bytes:
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(build(two_pages() | {10: b"null"})))
        writer.encrypt(password, "owner-4711", algorithm=algorithm)
        made = io.BytesIO()
        writer.write(made)
        return made.getvalue()

    return make


def with_information(title: bytes, trailer: str = "/Info 20 0 R") -> Make:
    return lambda: build(two_pages() | {20: b"<< /Title " + title + b" >>"}, trailer)


def in_utf_16(text: str) -> bytes:
    return b"<FEFF" + text.encode("utf-16-be").hex().encode() + b">"


def with_outline(title: bytes, following: int) -> Make:
    def make() -> bytes:
        item = (
            b"<< /Title "
            + title
            + b" /Parent 20 0 R /Dest [3 0 R /Fit] /Next %d 0 R >>" % following
        )
        more = {20: b"<< /Type /Outlines /First 21 0 R /Last 21 0 R >>", 21: item}
        return build(two_pages(catalog="/Outlines 20 0 R") | more)

    return make


def long_outline(count: int) -> bytes:
    links = {
        n: f"<< /Title (T) /Parent 20 0 R /Dest [3 0 R /Fit] /Next {n + 1} 0 R >>".encode()
        for n in range(21, 21 + count)
    }
    return build(two_pages(catalog="/Outlines 20 0 R") | {20: b"<< /First 21 0 R >>"} | links)


def deep_outline(depth: int) -> bytes:
    links = {
        number: f"<< /Title (T) /Dest [3 0 R /Fit] /First {number + 1} 0 R >>".encode()
        for number in range(21, 21 + depth)
    }
    return build(two_pages(catalog="/Outlines 20 0 R") | {20: b"<< /First 21 0 R >>"} | links)


def entity_bomb() -> bytes:
    levels = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    return f'<!DOCTYPE x [<!ENTITY e0 "ha">{levels}]><x>&e9;</x>'.encode()


def with_xmp() -> bytes:
    more = {20: stream(entity_bomb(), "/Type /Metadata /Subtype /XML")}
    return build(two_pages(catalog="/Metadata 20 0 R") | more)


def with_form(fields: str, more: Objects) -> Make:
    return lambda: build(two_pages(catalog=f"/AcroForm << {fields} >>") | more)


def with_action(action: str) -> Make:
    """The same action at opening, on the page and on a link over the whole page."""

    def make() -> bytes:
        link = f"/Annots [<< /Subtype /Link /Rect [0 0 595 842] /A << {action} >> >>]"
        catalog = f"/OpenAction << {action} >> /AA << /WC << {action} >> >>"
        return build(two_pages(page=f"{link} /AA << /O << {action} >> >>", catalog=catalog))

    return make


def with_attachment() -> bytes:
    names = "/Names << /EmbeddedFiles << /Names [(evil.exe) 20 0 R] >> >>"
    file = {
        20: b"<< /Type /Filespec /F (../../evil.exe) /UF (/etc/passwd) /EF << /F 21 0 R >> >>",
        21: stream(b"MZ" + bytes(4096), "/Type /EmbeddedFile"),
    }
    return build(two_pages(catalog=names) | file)


def direct(content: bytes) -> Make:
    return lambda: content
