"""Who stands where: whether a page has another name in the place that a sentence gives to one.

Knows the words beside a name, and no grammar.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection

from app.core.grounding.claims import QUOTED, stem
from app.core.language import COMMON_WORDS, fold

_TOKEN = re.compile(r"[^\W\d_]+|[.;:]")
Places = dict[str, tuple[set[str], set[str]]]
"""For each name the stems of the words right before and right after it."""


def another_name_stands(
    said: str, names: Collection[str], text: str, others: Collection[str]
) -> bool:
    """Whether one of `names` is said beside words that in `text` stand beside another one.

    `others` are the names of `text`; one that the sentence says as well is no rival. A name that
    stands in `text` must be beside other words on both sides to be in another one's place.
    """
    mine, theirs = _places(QUOTED.sub(" . ", said), names), _places(text, others)
    if any(_are_swapped(one, other, mine, theirs) for one in mine for other in mine):
        return True
    said_stems = {stem(fold(word)) for word in _TOKEN.findall(said)}
    rivals = [theirs[name] for name in theirs if stem(name) not in said_stems]
    for name, (before, after) in mine.items():
        own_before, own_after = theirs.get(name, (set(), set()))
        if own_before & before or own_after & after:
            continue
        enough = 2 if name in theirs else 1
        if any(bool(before & b) + bool(after & a) >= enough for b, a in rivals):
            return True
    return False


def _are_swapped(one: str, other: str, mine: Places, theirs: Places) -> bool:
    """Whether `A tells B` is said where the text has `B tells A`."""
    if one == other or one not in theirs or other not in theirs:
        return False
    verb = mine[one][1] & mine[other][0]
    straight = theirs[one][1] & theirs[other][0]
    return bool(verb & theirs[other][1] & theirs[one][0]) and not verb & straight


def _places(text: str, names: Collection[str]) -> Places:
    found: Places = defaultdict(lambda: (set(), set()))
    words = [word for word in _TOKEN.findall(text) if word.lower() not in COMMON_WORDS]
    for i, word in enumerate(words):
        name = fold(word)
        if name not in names or not word[0].isupper():
            continue
        before, after = _beside(words, i, -1, names), _beside(words, i, 1, names)
        if before:
            found[name][0].add(before)
        if after:
            found[name][1].add(after)
    return found


def _beside(words: list[str], i: int, step: int, names: Collection[str]) -> str:
    """The stem of the nearest word on one side that is no part of the same name."""
    i += step
    while 0 <= i < len(words) and words[i][0].isupper() and fold(words[i]) in names:
        i += step
    return stem(words[i]) if 0 <= i < len(words) and words[i][0].isalpha() else ""
