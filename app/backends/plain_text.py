"""Plain text files: which characters their bytes are, and their lines.

Runs in a reader process only. What is no text is refused, whatever the file is called.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from app.core.errors import DocumentError
from app.core.language import counted
from app.core.text_pages import TOO_MUCH, Item, Script, items_of, limited
from app.core.text_styles import HEADINGS

MOST_BYTES = 5 * 1024**2
"""Of a file; some 1,700 printed pages."""
_SAMPLE = 64 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The longer of two that begin alike comes first."""
_NO_TEXT = bytes({*range(32)} - set(b"\t\n\v\f\r\b\x1b")) + b"\x7f"
_MOST_NO_TEXT = 0.01
"""Share of bytes that stand in no text: a log that was cut off by a crash has some."""
_FEW = 4
"""That stand in a text of any length."""
_STRANGE = re.compile("[\ufffd\ufdd0-\ufdef\ufffe\uffff\ue000-\uf8ff]")
_COLOURS = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]{0,500}(?:\x07|\x1b\\)|[@-Z\\-_])")
_HEADING = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*$")
_FENCE = re.compile(r"\s*(?:```|~~~)")


def read_text(path: Path) -> Script:
    """Raises `DocumentError` for what is no text."""
    with open(path, "rb") as file:
        data = file.read(MOST_BYTES + 1)
        size = file.seek(0, 2)
    ending = ""
    if size > MOST_BYTES:
        data = data[: max(data.rfind(b"\n", MOST_BYTES // 2), 0) or MOST_BYTES]
        left = counted(max(round((size - len(data)) / 1024**2), 1), "megabyte")
        ending = f"Only the first {MOST_BYTES // 1024**2} MB are read: {left} were left out."
    lines = items_of(decoded(data))
    if path.suffix.lower() == ".md":
        lines = _with_headings(lines)
    items, is_cut = limited(lines)
    return Script(items, ending=ending or (TOO_MUCH if is_cut else ""))


def decoded(data: bytes) -> str:
    """Raises `DocumentError` for what is no text. A last character that is cut is left out."""
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(codec, "replace"))
    sample = data[:_SAMPLE]
    strange = len(sample) - len(sample.translate(None, _NO_TEXT))
    if strange > _FEW + _MOST_NO_TEXT * len(sample):
        raise _refusal()
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        text = _mixed(data)
    return _COLOURS.sub("", text) if "\x1b" in text else text


def _mixed(data: bytes) -> str:
    """Not all is UTF-8: hardly anything (another encoding), or most (a log that several wrote)."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - broken - len(data.translate(None, bytes(range(128, 256))))
    return text if whole > 4 * broken else data.decode("cp1252", "replace")


def _checked(text: str) -> str:
    sample = text[:_SAMPLE]
    controls = len(sample) - len(sample.translate(dict.fromkeys(_NO_TEXT)))
    strange = controls + len(_STRANGE.findall(sample))
    if strange > _FEW + _MOST_NO_TEXT * len(sample):
        raise _refusal()
    return text


def _refusal() -> DocumentError:
    return DocumentError("This is no text, whatever its name says.", "Open it elsewhere to check.")


def _with_headings(items: Iterator[Item]) -> Iterator[Item]:
    """Markdown's headings, but not what looks like one within a piece of code."""
    is_code = False
    for item in items:
        if _FENCE.match(item.text):
            is_code = not is_code
        found = None if is_code else _HEADING.match(item.text)
        if found:
            level = min(len(found[1]), len(HEADINGS))
            yield Item(found[2], HEADINGS[level - 1], 2)
        else:
            yield item
