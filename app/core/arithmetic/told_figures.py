"""Figures that sentences tell by year: `revenue was $5.1 million in 2022, up from $4.6 million in
2021`. A sentence is read as a row is; one that tells anything else gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.arithmetic.cells import Cell, as_value, decimal_mark_of
from app.core.arithmetic.rows import Row, currency_in
from app.core.language import sentence_spans
from app.core.types import Page

_SCALES = (
    (re.compile(r"thousand|milliers?|duizend", re.IGNORECASE), 3),
    (re.compile(r"million|miljoen|mln|mio", re.IGNORECASE), 6),
    (re.compile(r"billion|milliard|miljard", re.IGNORECASE), 9),
)
_FIGURE = (
    r"(?P<figure>(?:US\$|[$€£]|USD |EUR )?\s?\d[\d.,]*(?:[\u00a0\u202f ]\d{3}(?!\d))*(?:,\d+)?"
    r"(?:\s?(?:%|percent|per cent|pour cent|procent))?"
    r"(?:\s?(?:thousand|millions?|billions?|milliers?|milliards?|duizend|miljoen|miljard|mln|mio))?"
    r"(?:\s(?:of\s|d['’]|de\s)?(?:US\s)?(?:dollars?|euros?|EUR|USD))?)"
)
_IN_YEAR = (
    r"(?:\s[^\W\d]+){0,2}?\s(?:in|for|during|en|pour|over|at the end of|fin|eind|au cours de|"
    r"voor)\s"
    r"(?:the\s|het\s|l['’])?(?:fiscal\s|financial\s)?(?:year\s|exercice\s|année\s|boekjaar\s|"
    r"jaar\s)?"
    r"(?P<year>(?:19|20)\d\d)(?![\d%])"
)
_TOLD = re.compile(rf"(?<![\w.,]){_FIGURE}{_IN_YEAR}", re.IGNORECASE)
_FIRST_YEAR = re.compile(
    r"^(?:in|en|for|pour|during|over)\s(?:fiscal\s|l['’]exercice\s|boekjaar\s)?(?P<year>(?:19|"
    r"20)\d\d),?\s",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"(?<![\w.,]){_FIGURE}(?!\w)", re.IGNORECASE)
_SUBJECT = re.compile(
    r"^(?P<subject>\S.{2,80}?),?\s(?:was|were|is|are|amounted|totall?ed|increased|decreased|"
    r"grew|rose|"
    r"fell|declined|reached|stood|went|s['’]élevai(?:en)?t|s['’]est élevé|est passée?|sont "
    r"passés|a|"
    r"ont|étai(?:en)?t|atteignai(?:en)?t|bedroeg(?:en)?|steeg|stegen|daalden?|groeiden?|waren|"
    r"nam|kwam)\s",
    re.IGNORECASE,
)
_LONGEST = 400


def told_in(page: Page) -> Iterator[Row]:
    """The sentences of a page that tell figures of one line by year, as rows."""
    mark = decimal_mark_of(page.text)
    for start, end in sentence_spans(page.text):
        if end - start <= _LONGEST:
            text = re.sub(r"\s", " ", page.text[start:end])
            yield from _row(text, start, end, mark)


def _row(text: str, start: int, end: int, mark: str) -> Iterator[Row]:
    told = [(int(m["year"]), m["figure"]) for m in _TOLD.finditer(text)]
    first = _FIRST_YEAR.match(text)
    if first:
        rest = text[first.end() :]
        alone = [m["figure"] for m in _ALONE.finditer(rest)]
        told = [(int(first["year"]), alone[0])] if len(alone) == 1 and not told else []
        text = rest
    subject = _SUBJECT.match(text)
    if not told or not subject or len({year for year, _ in told}) < len(told):
        return
    scales = {_scale(figure) for _, figure in told}
    signs = {currency_in(figure) for _, figure in told}
    figures = {year: _cell(figure, mark) for year, figure in told}
    if len(scales) > 1 or len(signs) > 1 or len({c.is_percent for c in figures.values()}) > 1:
        return
    yield Row(subject["subject"], figures, "", "", scales.pop(), signs.pop(), start, end, -1)


def _scale(figure: str) -> int:
    return next((power for pattern, power in _SCALES if pattern.search(figure)), 0)


def _cell(figure: str, mark: str) -> Cell:
    number = re.search(r"\d[\d.,\u00a0\u202f ]*", figure)
    assert number
    is_percent = re.search(r"%|cent", figure, re.IGNORECASE)
    return Cell(as_value(number.group().strip(), mark), bool(is_percent), currency_in(figure))
