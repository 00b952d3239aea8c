"""Whether two sentences say opposite things: one denies what the other states, or one rises
where the other falls. Knows words, no grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.claims import clauses, denials, stem, stems_of

_SAME_CLAUSE = 0.5
"""Share of a denying clause's words that the other sentence must share to speak of the same."""
_OPPOSITES = (
    ("increase increased increasing rose rises rise risen grew grow grown higher up gained gain",
     "decrease decreased decreasing fell fall fallen falls declined decline lower down reduced"),
    ("more", "less fewer"),
    ("above exceeds over", "below under"),
    ("maximum most", "minimum least"),
    ("before", "after"),
    ("with", "without"),
    ("earlier", "later"),
    ("approved accepted adopted", "rejected refused"),
    ("allowed permitted", "forbidden prohibited"),
    ("included includes including", "excluded excludes excluding"),
    ("oldest", "newest youngest"),
    ("largest biggest highest", "smallest lowest"),
    ("augmenté augmente augmentation hausse hausses", "diminué diminue diminution baisse baissé"),
    ("supérieur supérieure", "inférieur inférieure"),
    ("maximum", "minimum"),
    ("avant", "après"),
    ("avec", "sans"),
    ("autorisé autorisée permis", "interdit interdite"),
    ("approuvé adopté adoptée approuvée", "rejeté rejetée refusé refusée"),
    ("gestegen steeg stijging stijgt toegenomen hoger",
     "gedaald daalde daling daalt afgenomen lager"),
    ("meer", "minder"),
    ("hoogstens maximaal", "minstens minimaal"),
    ("voor vóór", "na"),
    ("met", "zonder"),
    ("toegestaan toegelaten", "verboden"),
    ("goedgekeurd aanvaard", "verworpen geweigerd afgekeurd"),
)  # fmt: skip
_SIDES = tuple((frozenset(one.split()), frozenset(other.split())) for one, other in _OPPOSITES)
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
    mine, theirs = _words(said), _words(text)
    for one, other in _SIDES:
        for here, there in ((one, other), (other, one)):
            if mine & here and not mine & there and theirs & there and not theirs & here:
                return True
    return False


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.lower()))


def _denied(text: str) -> Iterator[frozenset[str]]:
    """The words of each clause that denies."""
    parts = clauses(text)
    done = set[tuple[int, int]]()
    for start, _ in denials(text):
        clause = next(((a, b) for a, b in parts if a <= start < b), (0, len(text)))
        if clause not in done:
            done.add(clause)
            yield frozenset(stem(word) for word in stems_of(text[slice(*clause)]))
