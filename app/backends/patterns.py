"""Regular expressions by RE2: in time proportional to the text, whatever the pattern.

Accents and case are set aside as in a search for words. What would take more than that time, to
look ahead and behind and to refer back, RE2 does not know.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from app.core.errors import UsageError
from app.core.search.page_search import unfolded

_MEMORY = 1 << 19
"""Bytes of a compiled pattern; larger ones are refused, as they are slow."""
_MARKS = re.compile("[\u0300-\u036f]+")
_CANNOT = "This pattern cannot be searched for."
_WHY = {
    "missing )": "A “(” has no “)”.",
    "unexpected )": "A “)” has no “(”. Write “\\)” for the sign itself.",
    "missing ]": "A “[” has no “]”. Write “\\[” for the sign itself.",
    "range": "The range between “[” and “]” has no such order.",
    "no argument for repetition": "There is nothing before “*”, “+” or “?” that could repeat.",
    "bad repetition": "Two signs of repetition follow each other.",
    "repetition size": "It repeats too often: 1,000 times is the most.",
    "too large": "It repeats too much. Make it shorter.",
    "perl operator": "It cannot look ahead or behind.",
    "escape": "A “\\” stands before a sign that has no meaning there; it cannot refer back.",
}
_UNKNOWN = "Look at its brackets and backslashes."


class LinearPattern:
    """A pattern in RE2's own language; a blank in it stands for any, a line's end included."""

    def __init__(self, pattern: str) -> None:
        import re2

        options = re2.Options()
        options.case_sensitive = False
        options.never_capture = True
        options.log_errors = False
        options.max_mem = _MEMORY
        try:
            self._pattern = re2.compile(f"(?m){_with_any_blanks(_letters(pattern))}", options)
        except re2.error as error:
            raise UsageError(_CANNOT, _why(str(error))) from None
        except UnicodeEncodeError:
            raise UsageError(_CANNOT, "It holds signs that no text can hold.") from None
        self._folding = _Folding()

    def spans(self, text: str) -> Iterable[tuple[int, int]]:
        """Start and end of each place, in order; none is empty."""
        found = (match.span() for match in self._pattern.finditer(_plain(text)))
        return unfolded(text, self._folding, (span for span in found if span[0] < span[1]))


class _Folding(dict[int, str]):
    """Each letter without its accent, as `_plain` has it."""

    def __missing__(self, code: int) -> str:
        self[code] = kept = _plain(chr(code))
        return kept


def _plain(text: str) -> str:
    return text if text.isascii() else _MARKS.sub("", unicodedata.normalize("NFKD", text))


def _letters(pattern: str) -> str:
    """Accents gone; no sign becomes one that means something in a pattern."""
    return "".join(sign if sign.isascii() else re.escape(_plain(sign)) for sign in pattern)


def _with_any_blanks(pattern: str) -> str:
    r"""`\s+` for each blank outside of brackets."""
    made, in_class, is_escaped = [], False, False
    for sign in pattern:
        made.append(r"\s+" if sign == " " and not in_class and not is_escaped else sign)
        if is_escaped:
            is_escaped = False
            continue
        is_escaped = sign == "\\"
        in_class = (in_class or sign == "[") and sign != "]"
    return "".join(made)


def _why(message: str) -> str:
    return next((said for part, said in _WHY.items() if part in message), _UNKNOWN)
