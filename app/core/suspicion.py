"""Finds the sentences of a page that give orders to whatever model reads them.

Documents are data: what speaks to the model is kept from it, supports nothing, and is told to the
user. Owns how signs are weighed; the signs themselves stand in `suspicion_signs`. It cannot find
every order. What it misses can make an answer wrong, and nothing more.
"""

from __future__ import annotations

import base64
import binascii
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from app.core import suspicion_signs as signs
from app.core.language import sentence_spans

WARNING = (
    "This passage contains text that gives orders to a language model. "
    "That text is kept from the model, and no answer rests on it."
)
LEFT_OUT = "[…]"
"""Stands in the evidence where orders were."""
ENOUGH = 3
"""Signs that make a sentence an order to a model; two of them at least must speak of one."""
_MOST_ORDER_SIGNS = 2
"""People give orders too: these signs alone never suffice."""
_CARRIES_ON = 4
"""Sentences that may go on with an order."""
_LOOK = 10_000
"""Characters judged in one look: pages have fewer, unless they were made to be slow to judge."""
_AROUND = 1_500
"""Characters read on both sides of a look, so that no order is missed where two looks meet."""

_UNSEEN: dict[int, str | None] = {
    **dict.fromkeys((0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF)),
    **{0xE0000 + code: chr(code) for code in range(32, 127)},
}
"""Characters that hide, or that a model reads and people do not see."""
_ACCENTS = re.compile(r"[\u0300-\u036f]+")
_NEW_UNIT = re.compile(r"\n(?=[ \t]{0,40}(?:[<\[#=*|-]|[^\W\d_]{2,20}(?: [^\W\d_]{2,20})?\s?:))")
_RULED = re.compile(r"\s*(?:[#=*|-]{2,}.*|<[^>\n]{1,40}>\s*|\[[^\]\n]{1,60}\]\s*)\Z")
_SPACED = re.compile(r"(?:\b\w[ ]){8,}\w\b")
_BASE64 = re.compile(r"[A-Za-z0-9+/]{12,}(?:\n?[A-Za-z0-9+/]{4,})+={0,2}")
_CONTROLLED = re.compile(r"<\|\w+\|>(?:(?:.|\n){0,600}<\|\w+\|>)?")
_FORGED = re.compile(r"\bquote\s*:(?:.|\n){0,300}?\banswer\s*:[^\n]*", re.IGNORECASE)
_TURNS = re.compile(
    r"^\W{0,8}syst(?:em|[eè]me|eem)\b[^:\n]{0,20}:(?:.|\n){0,300}?"
    r"^\W{0,8}assist[ae]nt\b[^:\n]{0,20}:[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)

Span = tuple[int, int]


@dataclass(frozen=True)
class _Unit:
    """A sentence or a line that stands for itself, and what speaks for an order in it."""

    start: int
    end: int
    said: str
    is_certain: bool
    model_signs: frozenset[str]
    is_turn: bool
    ends_open: bool
    """Whether it announces what comes next."""

    @cached_property
    def order_signs(self) -> int:
        """Looked for only where something speaks of a model: nearly no sentence does."""
        return sum(bool(sign.search(self.said)) for sign in signs.ORDER_SIGNS)

    @property
    def is_order(self) -> bool:
        return self.is_certain or _suffice(self.model_signs, self)

    @property
    def may_go_on(self) -> bool:
        return bool(self.model_signs) or self.order_signs > 0 or self.is_turn


def orders_in(text: str) -> list[Span]:
    """Where the text gives orders to a model: characters [start, end), in order, apart."""
    return orders_within(text, 0, len(text))


def orders_within(text: str, start: int, end: int) -> list[Span]:
    """The orders of a page that reach into the characters [start, end) of it, cut to these.

    Takes time for these characters and some around them, however long the page is.
    """
    found: list[Span] = []
    for place in range(start - start % _LOOK, min(end, len(text)), _LOOK):
        first, last = max(place, start), min(place + _LOOK, end)
        begin = max(place - _AROUND, 0)
        seen = _orders_of(text[begin : place + _LOOK + _AROUND])
        spans = ((max(begin + a, first), min(begin + b, last)) for a, b in seen)
        found += [(a, b) for a, b in spans if a < b]
    return _merged(text, found)


def without_orders(text: str, start: int, end: int) -> str:
    """The characters [start, end) of a page, with a mark in the place of each order."""
    parts, place = [], start
    for first, last in orders_within(text, start, end):
        parts += [text[place:first], LEFT_OUT]
        place = last
    return "".join((*parts, text[place:end]))


def blanked(text: str, start: int = 0, end: int | None = None) -> str:
    """The text of a page with blanks for its orders: all other characters keep their places.

    With a start and an end, only orders within these characters are looked for.
    """
    parts, place = [], 0
    for first, last in orders_within(text, start, len(text) if end is None else end):
        parts += [text[place:first], "\n\n".ljust(last - first)[: last - first]]
        place = last
    return "".join((*parts, text[place:]))


def plain(text: str) -> str:
    """One line in lower case without accents or unseen characters, with models called `llm`."""
    visible = unicodedata.normalize("NFKC", text).translate(_UNSEEN).replace("’", "'")
    named = signs.MODEL_NAME.sub("llm", " ".join(visible.split()))
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", named)).lower()


@lru_cache(maxsize=64)
def _orders_of(text: str) -> tuple[Span, ...]:
    """The orders in one look: kept, as several hits of a page ask for the same."""
    units = [_unit(text, *span) for span in _unit_spans(text)]
    found = {i for i, unit in enumerate(units) if unit.is_order}
    found |= {i for span in _forged_spans(text) for i in _touched(units, *span)}
    found |= {i for match in _TURNS.finditer(text) for i in _ordering(units, *match.span())}
    found |= {j for i in range(len(units) - 1) if _together(text, units, i) for j in (i, i + 1)}
    found |= {i for first in found for i in _neighbours(text, units, first)}
    return tuple(_merged(text, [(units[i].start, units[i].end) for i in sorted(found)]))


def _unit_spans(text: str) -> Iterator[Span]:
    """Sentences, cut again where a line looks like a label, a rule or a bracket."""
    for start, end in sentence_spans(text):
        first = line = start
        for cut in re.finditer("\n", text[start:end]):
            place = start + cut.start()
            if _NEW_UNIT.match(text, place) or _RULED.match(text[line:place]):
                yield first, place
                first = place + 1
            line = place + 1
        if text[first:end].strip():
            yield first, end


def _forged_spans(text: str) -> Iterator[Span]:
    """What imitates the form of our prompt, over several lines."""
    for pattern in (_CONTROLLED, _FORGED):
        yield from (match.span() for match in pattern.finditer(text))


def _touched(units: Sequence[_Unit], start: int, end: int) -> range:
    """The units, which stand in order and apart, that share a character with [start, end)."""
    first = bisect_right(units, start, key=lambda unit: unit.end)
    return range(first, bisect_left(units, end, key=lambda unit: unit.start))


def _ordering(units: Sequence[_Unit], start: int, end: int) -> range:
    """A conversation's units, if anything is ordered in it: people's talk has roles too."""
    touched = _touched(units, start, end)
    return touched if any(units[i].order_signs for i in touched) else range(0)


def _unit(text: str, start: int, end: int) -> _Unit:
    raw = text[start:end]
    said = plain(raw)
    return _Unit(
        start,
        end,
        said,
        _is_certain(said) or bool(signs.FORGED_ABSTENTION.search(raw)) or _hides_an_order(raw),
        frozenset(name for name, sign in signs.MODEL_SIGNS.items() if sign.search(said)),
        bool(signs.TURN.match(said)),
        raw.rstrip().endswith(":"),
    )


def _is_certain(said: str) -> bool:
    certain = (signs.OVERRIDES, signs.CONTROL_TOKENS, signs.FORGED_FORMAT, signs.ADDRESSED)
    if any(pattern.search(said) for pattern in certain):
        return True
    spaced = (match.group().replace(" ", "") for match in _SPACED.finditer(said))
    return any(signs.SPELT_OUT.search(letters) for letters in spaced)


def _hides_an_order(raw: str) -> bool:
    """Whether base64 text in it turns out to speak to a model: honest text is not hidden."""
    return any(
        _is_certain(said) or any(sign.search(said) for sign in signs.MODEL_SIGNS.values())
        for said in (plain(_decoded(match.group())) for match in _BASE64.finditer(raw))
    )


def _decoded(text: str) -> str:
    """What base64 stands for; "" when that is no text."""
    text = text.replace("\n", "").rstrip("=")
    try:
        decoded = base64.b64decode(text + "=" * (-len(text) % 4)).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""
    return decoded if decoded.isprintable() and " " in decoded else ""


def _suffice(model_signs: frozenset[str], *units: _Unit) -> bool:
    if len(model_signs) < 2 and "picture" not in model_signs:
        return False
    order_signs = sum(unit.order_signs for unit in units)
    return len(model_signs) + min(order_signs, _MOST_ORDER_SIGNS) >= ENOUGH


def _together(text: str, units: Sequence[_Unit], first: int) -> bool:
    """Whether two neighbours, neither an order by itself, are one when they are read together."""
    one, other = units[first], units[first + 1]
    if one.is_order or other.is_order or not (one.model_signs and other.may_go_on):
        return False
    if not other.model_signs and _are_apart(text, one, other):
        return False
    model_signs = one.model_signs | other.model_signs | ({"turn"} if other.is_turn else set())
    return len(model_signs) > 1 and _suffice(model_signs, one, other)


def _neighbours(text: str, units: Sequence[_Unit], first: int) -> Iterator[int]:
    """Sentences before and after an order that belong to it."""
    if first and (units[first - 1].model_signs or units[first - 1].is_turn):
        yield first - 1
    for i in range(first + 1, min(first + 1 + _CARRIES_ON, len(units))):
        before, unit = units[i - 1], units[i]
        is_apart = _are_apart(text, before, unit)
        if not before.ends_open and (is_apart or not unit.may_go_on):
            return
        yield i


def _are_apart(text: str, one: _Unit, other: _Unit) -> bool:
    return bool(re.search(r"\n\s*\n", text[one.end : other.start]))


def _merged(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans with only blank space between them, as one."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged
