"""Hostile files whose pages lie: streams that swell, endless text, fonts, images and drawings."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from tests.security.pdf_bytes import GOOD_TEXT, Objects, build, flood, pages_with, stream, two_pages

Make = Callable[[], bytes]
BIDI_AND_CONTROLS = (
    "\u202e\u2066\u200b\u200d\ufeff\u0000\u0007\u001b\u0085\u2028\ufffe\ud800\U000e0041"
)


def with_contents(make: Callable[[], bytes], filters: str = "") -> Make:
    """Page one's contents, as they lie in the file; `filters` name what unpacks them."""
    return lambda: build(pages_with(stream(make(), f"/Filter [{filters}]" if filters else "")))


def with_resources(resources: str, content: bytes, more: Callable[[], Objects]) -> Make:
    return lambda: build(two_pages(content, resources=resources) | more())


def with_font(font: bytes, more: Callable[[], Objects] = dict) -> Make:
    """Page one's text is set in object 10."""
    content = b"BT /F2 12 Tf 72 720 Td (AAAA) Tj ET"
    return lambda: build(two_pages(content) | {10: font} | more())


def with_font_file(key: str, data: bytes, entries: str = "") -> Make:
    font = (
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Odd /FirstChar 65 /LastChar 65"
        b" /Widths [600] /FontDescriptor 11 0 R >>"
    )
    descriptor = f"<< /Type /FontDescriptor /FontName /Odd /Flags 4 /{key} 12 0 R >>".encode()
    return with_font(font, lambda: {11: descriptor, 12: stream(data, entries)})


def with_unicode_map(make: Callable[[], bytes]) -> Make:
    font = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"
        b" /ToUnicode 11 0 R >>"
    )
    return with_font(font, lambda: {11: stream(make())})


def unicode_map(lines: str) -> bytes:
    return (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF>"
        f" endcodespacerange\n{lines}\nendcmap end"
    ).encode()


def long_unicode_map() -> bytes:
    """Each of 200 codes stands for 50,000 letters."""
    letters = "0041" * 50_000
    return unicode_map("200 beginbfchar\n" + f"<41> <{letters}>\n" * 200 + "endbfchar")


def wide_unicode_map() -> bytes:
    ranges = "<00000000> <FFFFFFFF> <0041>\n" * 5_000
    return unicode_map(f"5000 beginbfrange\n{ranges}endbfrange")


def hostile_unicode_map() -> bytes:
    units = BIDI_AND_CONTROLS.encode("utf-16-be", "surrogatepass").hex()
    return unicode_map(f"1 beginbfchar\n<41> <{units}>\nendbfchar")


def with_image(entries: str, data: bytes) -> Make:
    image = f"/Type /XObject /Subtype /Image {entries}"
    return with_resources(
        "/XObject << /I 20 0 R >>",
        b"q 500 0 0 500 40 100 cm /I Do Q",
        lambda: {20: stream(data, image)},
    )


def form(content: bytes, calls: str) -> bytes:
    """A form that draws others; `calls` are the resources it names."""
    entries = (
        f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << {calls} >> >>"
    )
    return stream(content, entries)


def laughing_forms() -> Objects:
    """Ten levels, each drawing the next ten times: 10^10 in all."""
    levels = {number: form(b"/X Do " * 10, f"/X {number + 1} 0 R") for number in range(20, 30)}
    text = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /Font << /F1 5 0 R >> >>"
    )
    shown = text + b" /Length %d >>\nstream\n" % len(GOOD_TEXT) + GOOD_TEXT + b"\nendstream"
    return levels | {30: shown}


def own_glyph() -> Objects:
    """A Type 3 font whose only glyph is written in that font."""
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0]"
        b" /FirstChar 65 /LastChar 65 /Widths [1] /CharProcs << /a 11 0 R >>"
        b" /Encoding << /Differences [65 /a] >> /Resources << /Font << /F2 10 0 R >> >> >>"
    )
    return {10: font, 11: stream(b"1 0 d0 BT /F2 1 Tf (AAAA) Tj ET")}


def own_pattern() -> Objects:
    entries = (
        "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.001"
        " /YStep 0.001 /Resources << /Pattern << /P 20 0 R >> >>"
    )
    return {20: stream(b"/Pattern cs /P scn 0 0 1 1 re f", entries)}


def shading(function: str) -> Make:
    kind = f"<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] /Function {function} >>"
    looped = (
        b"<< /FunctionType 3 /Domain [0 1] /Functions [21 0 R 21 0 R] /Bounds [0.5]"
        b" /Encode [0 1 0 1] >>"
    )
    return with_resources(f"/Shading << /S {kind} >>", b"/S sh " + GOOD_TEXT, lambda: {21: looped})


def many_contents(count: int) -> Make:
    """The contents of page one are the same stream, `count` times over."""
    return lambda: build(pages_with(b"[" + b"7 0 R " * count + b"]"))


def text_shown(before: bytes, shown: bytes, times: int) -> Make:
    return lambda: build(
        two_pages(b"BT /F1 12 Tf 14 TL 72 720 Td " + before + shown * times + b" ET")
    )


def notes(count: int) -> Make:
    def make() -> bytes:
        one = "<< /Subtype /Text /Rect [0 0 9 9] /Contents (Note) /Popup 20 0 R /Parent 20 0 R >>"
        own = b"<< /Subtype /Popup /Rect [0 0 9 9] /Parent 20 0 R /Popup 20 0 R /IRT 20 0 R >>"
        return build(two_pages(GOOD_TEXT, f"/Annots [{one * count}]") | {20: own})

    return make


def spaces_packed(times: int) -> Make:
    """A flood of 1 GB, packed again `times` over."""

    def make() -> bytes:
        data = flood(1_000)
        for _ in range(times):
            data = zlib.compress(data, 9)
        return data

    return with_contents(make, "/FlateDecode " * (times + 1))
