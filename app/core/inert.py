"""Text from documents, file names and models, made safe to show: it can no longer do anything.

Control characters drive terminals, hidden ones hide text, and marks of direction turn it around.
"""

from __future__ import annotations

import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_BREAKS = "\u2028\u2029"
_JOINERS = "\u200c\u200d"
"""Hidden, but letters of some scripts need them to be written."""


def clean(text: str) -> str:
    """`text` without characters that control, hide or turn around what stands beside them."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = text.replace("\t", " ")
    hidden = [ord(c) for c in set(text) if c != "\n" and not _is_visible(c)]
    return text.translate(dict.fromkeys(hidden)) if hidden else text


def masked(text: str) -> str:
    """`text` with blanks for all that `clean` takes out: each character keeps its place."""
    hidden = [ord(c) for c in set(text) if c != "\n" and (c in _BREAKS or not _is_visible(c))]
    return text.translate(dict.fromkeys(hidden, " ")) if hidden else text


def clean_line(text: str) -> str:
    """`text`, clean, on one line."""
    return " ".join(clean(text).split())


def _is_visible(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) not in _HIDDEN
