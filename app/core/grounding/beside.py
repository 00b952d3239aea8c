"""What a value of a sentence is said of: the words of its part of the sentence, and what else is
counted or numbered there. Tells the right one of two values that stand in one sentence.

`24 months for lots 1 and 2, and 36 months for lot 3` has two parts. Knows no grammar.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.core.grounding.amounts import Amount
from app.core.grounding.dates import Date

Span = tuple[int, int]
_BETTER = 0.25
"""Share of what is said of a value by which another one must fit better to be the one meant."""
_LABEL, _NAME = 3.0, 2.0
"""What the number of a lot and a name weigh, where a word weighs 1."""
_MOST_LABELS = 8
_NEAR = 16
"""Characters before a value in which `from` may stand."""
_LIST = 8
"""Characters of one more number in a list: ` and 12`."""
_FROM = re.compile(r"\b(?:from|de|van)\s*(?:€|\$|US\$|EUR|USD)?\s*$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:to|à|naar|tot)\s*(?:€|\$|US\$|EUR|USD)?\s*\d", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:\bto|\bà|\bnaar|\btot)\s*(?:€|\$|US\$|EUR|USD)?\s*$", re.IGNORECASE)
_CHANGES = re.compile(
    r"\b(?:rise|rose|fall|fell|increas|decreas|grow|grew|drop|declin|reduc|raise|went|pass[eé]|augment|"
    r"baiss|dimin|recul|stijg|steeg|gesteg|daal|gedaal|verho|verla|zakt|aumen|baj)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Beside:
    """What a value is said of. A label is the number of something, or another value beside it."""

    words: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    between: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """The words right before and right behind the value."""
    counted: tuple[str, ...] = ()
    """The stems behind the value, of which one tells what it counts."""
    is_former: bool = False
    """Whether it is what something was before: 12 in `rises from 12 to 14`."""


def is_former(part: str, text: str, value: Amount | Date) -> bool:
    """Whether a part of `text` tells of a change from the value to another one."""
    is_first = _FROM.search(text, max(0, value.start - _NEAR), value.start)
    return bool(is_first and _TO.match(text, value.end) and _CHANGES.search(part))


def is_change(text: str, former: Amount, later: Amount) -> bool:
    """Whether `text` has `from` before the one amount and `to` between it and the other."""
    between = text[former.end : later.start]
    is_first = _FROM.search(text, max(0, former.start - _NEAR), former.start)
    return bool(is_first and _BETWEEN.search(between))


def is_outdone(said: Beside, here: Beside, others: Sequence[Beside], names: frozenset[str]) -> bool:
    """Whether what is said of a value fits one of `others` much better than it fits `here`.

    Labels count where one of the values has them; `names` are stems.
    """
    if _stands_alike(said, here) and not any(_stands_alike(said, other) for other in others):
        return False
    known = here.labels.union(*(other.labels for other in others))
    labels = said.labels & known
    weights = {word: _NAME if word in names else 1.0 for word in said.words}
    whole = sum(weights.values()) + _LABEL * len(labels)

    def fit(place: Beside) -> float:
        found = sum(weights[word] for word in said.words & place.words)
        return (found + _LABEL * len(labels & place.labels)) / whole

    return bool(whole) and any(fit(other) > fit(here) + _BETTER for other in others)


def _stands_alike(said: Beside, here: Beside) -> bool:
    """Whether the same words stand before and behind two values."""
    (before, behind), (before_here, behind_here) = said.between, here.between
    if behind != behind_here:
        return False
    return before == before_here or (len(behind) > 1 and before[-1:] == before_here[-1:])


def counts_another(said: Beside, here: Beside) -> bool:
    """Whether a value counts `28 beds` here, where `births` are said that here are not counted."""
    if not said.counted or not here.counted:
        return False
    what = said.counted[0]
    return what in here.words and what not in here.counted and here.counted[0] not in said.words


def parts_with_values(clauses: Sequence[Span], values: Sequence[Amount | Date]) -> list[Span]:
    """The parts of a sentence, of which each but a lone one has a value of its own.

    A clause without a value goes with the one before, or the one behind where the sentence does not
    begin with a value; one of a mere number of a lot, which is no value, with the one before.
    """
    numbers = [v for v in values if not isinstance(v, Date) and v.is_reference]
    places = [value.start for value in values if isinstance(value, Date) or not value.is_reference]

    def has_value(span: Span) -> bool:
        return any(span[0] <= place < span[1] for place in places)

    def goes_on(span: Span) -> bool:
        bare = any(span[0] < v.end <= span[1] < span[0] + _LIST for v in numbers)
        return bare and not has_value(span)

    leads = bool(clauses) and not has_value(clauses[0])
    parts: list[Span] = []
    for clause in clauses:
        last = parts[-1] if parts else None
        if last and (goes_on(clause) or not (has_value(last) and (leads or has_value(clause)))):
            parts[-1] = (last[0], clause[1])
        else:
            parts.append(clause)
    if len(parts) > 1 and not has_value(parts[-1]):
        parts[-2:] = [(parts[-2][0], parts[-1][1])]
    return parts


def labels_in(values: Sequence[Amount | Date]) -> list[frozenset[str]]:
    """For each value of a part the labels of all others.

    None where they are many: a list, whose values say nothing of each other.
    """
    if len(values) > _MOST_LABELS:
        return [frozenset[str]()] * len(values)
    labels = [label_of(value) for value in values]
    return [frozenset(labels) - {label} for label in labels]


def label_of(value: Amount | Date) -> str:
    """The value as text that is the same however it is written."""
    if isinstance(value, Date):
        return f"{value.year}-{value.month}-{value.day}"
    return f"{value.full.normalize()} {value.unit}"
