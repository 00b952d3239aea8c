"""Whether two sentences say opposite things: one denies what the other states, one rises where the
other falls, one counts per month and the other per year. Knows words, no grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.core.grounding.claims import clauses, denials, periods, stem, stems_of
from app.core.language import COMMON_WORDS

_SAME_CLAUSE = 0.5
"""Share of a denying clause's words that the other sentence must share to speak of the same."""
_RISE = ("increase", "augmenté", "gestegen")
_OPPOSITES = (
    ("increase increased increasing rose rises rise risen grew grow grown higher up gained gain",
     "decrease decreased decreasing fell fall fallen falls declined decline lower down reduced"),
    ("more", "less fewer"),
    ("maximum most", "minimum least"),
    ("earlier", "later"),
    ("approved accepted adopted", "rejected refused"),
    ("allowed permitted", "forbidden prohibited"),
    ("included includes including", "excluded excludes excluding"),
    ("oldest", "newest youngest"),
    ("largest biggest highest", "smallest lowest"),
    ("earliest", "latest"),
    ("once", "twice"),
    ("qualified", "unqualified"),
    ("opens opened", "closes closed"),
    ("profit", "loss"),
    ("bénéfice", "perte"),
    ("winst", "verlies"),
    ("pair pairs", "impair impairs"),
    ("approuve adopte accepte", "rejette refuse"),
    ("exigé exigée exigés exigées", "interdit interdite interdits interdites"),
    ("opent", "sluit"),
    ("augmenté augmente augmentation hausse hausses", "diminué diminue diminution baisse baissé"),
    ("supérieur supérieure", "inférieur inférieure"),
    ("maximum", "minimum"),
    ("autorisé autorisée permis", "interdit interdite"),
    ("approuvé adopté adoptée approuvée", "rejeté rejetée refusé refusée"),
    ("gestegen steeg stijging stijgt toegenomen hoger",
     "gedaald daalde daling daalt afgenomen lager"),
    ("meer", "minder"),
    ("hoogstens maximaal", "minstens minimaal"),
    ("toegestaan toegelaten", "verboden"),
    ("goedgekeurd aanvaard", "verworpen geweigerd afgekeurd"),
)  # fmt: skip
_DIRECTIONS = [pair for pair in _OPPOSITES if pair[0].split()[0] in _RISE]
_OF_THE_SAME = (
    ("above exceeds over", "below under"),
    ("before", "after"),
    ("with", "without"),
    ("avant", "après"),
    ("avec", "sans"),
    ("voor vóór", "na"),
    ("met", "zonder"),
)
"""Opposites only where they stand before the same words."""
_FOLLOWING = 3
"""Words behind such a one that tell what it is said of."""
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ANSWER = re.compile(r"^\W*(?:no|non|nee|neen)\b\s*[,.:;–-]", re.IGNORECASE)


def denies_alike(said: str, text: str) -> bool:
    """Whether a sentence of an answer and one of a page deny the same, or both nothing."""
    said = _ANSWER.sub(" ", said)
    mine, theirs = list(_denied(said)), list(_denied(text))
    if mine and not theirs:
        return False
    if not mine:
        own = stems_of(said)
        return not any(len(words & own) >= _SAME_CLAUSE * len(words) for words in theirs if words)
    return all(not m or any(m & t for t in theirs) for m in mine)


def goes_the_other_way(said: str, text: str) -> bool:
    """Whether of a pair of opposites one stands in the one text, and the other in the other."""
    mine, theirs = _WORD.findall(said.lower()), _WORD.findall(text.lower())
    return any(
        _has(mine, here)
        and not _has(mine, there)
        and _has(theirs, there)
        and not _has(theirs, here)
        for here, there in _both_ways(_OPPOSITES)
    ) or any(
        _behind(mine, here) & _behind(theirs, there) - _behind(theirs, here)
        for here, there in _both_ways(_OF_THE_SAME)
    )


def rises(text: str) -> bool | None:
    """Whether a sentence tells of a rise; False: of a fall; None: of neither or both."""
    said = _WORD.findall(text.lower())
    up, down = (any(_has(said, pair[i].split()) for pair in _DIRECTIONS) for i in (0, 1))
    return None if up == down else up


def is_per_another_period(said: str, text: str) -> bool:
    """Whether both say per what time something is, and not the same one."""
    mine, theirs = periods(said), periods(text)
    return bool(mine and theirs) and not mine & theirs


def _both_ways(pairs: Sequence[tuple[str, str]]) -> Iterator[tuple[list[str], list[str]]]:
    for one, other in pairs:
        yield one.split(), other.split()
        yield other.split(), one.split()


def _has(said: Sequence[str], words: Sequence[str]) -> bool:
    return any(word in said for word in words)


def _behind(said: Sequence[str], words: Sequence[str]) -> set[str]:
    """Figures and stems of the words that stand behind one of `words`."""
    places = [i for i, word in enumerate(said) if word in words]
    following = (word for i in places for word in _content(said[i + 1 :])[:_FOLLOWING])
    return set(map(stem, following))


def _content(said: Sequence[str]) -> list[str]:
    return [word for word in said if word not in COMMON_WORDS]


def _denied(text: str) -> Iterator[frozenset[str]]:
    """The words of each clause that denies."""
    parts = clauses(text)
    done = set[tuple[int, int]]()
    for start, _ in denials(text):
        clause = next(((a, b) for a, b in parts if a <= start < b), (0, len(text)))
        if clause not in done:
            done.add(clause)
            yield frozenset(stem(word) for word in stems_of(text[slice(*clause)]))
