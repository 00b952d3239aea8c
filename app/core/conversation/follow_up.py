"""Follow-up questions: “and in 2022?” becomes a question that stands alone, by rules.

Owns what is a follow-up, and which words of the question before it give way. Calls no model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.core.conversation import follow_up_words as w
from app.core.conversation.follow_up_parts import (
    dates_of,
    put_date,
    put_name,
    put_number,
    put_phrase,
    without_dates,
)
from app.core.language import language_of
from app.core.types import Turn

_MOST_TURNS = 6
_FRAGMENT = 4
"""Words that say something, at most, in a question that is only part of one."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[.,]\d+)*")
_END = " \t?!.…\u00a0\u202f"


def standalone(question: str, history: Sequence[Turn]) -> str:
    """What `question` asks after the turns before it; one that stands alone comes back as it is."""
    earlier = ""
    for turn in history[-_MOST_TURNS:]:
        earlier = resolve(turn.question, earlier)
    return resolve(question, earlier)


def resolve(question: str, earlier: str) -> str:
    """`question` as it is meant after the question `earlier`, which stands alone."""
    asked = " ".join(question.split())
    rest = asked.rstrip(_END)
    if not earlier or not rest:
        return question
    rest, joined = _without_join(rest)
    if _is_bare(rest):
        return f"{rest[:1].upper()}{rest[1:]} ({topic_of(earlier)})?"
    moved = _moved_year(rest, earlier)
    if moved:
        return moved
    if _is_fragment(rest, joined, asked.endswith("?")) or _names_a_time_alone(rest):
        return _with_part(_part_of(rest), earlier)
    if _has_open_pronoun(rest) or (joined and len(_telling(rest)) == 1):
        return f"{rest[:1].upper()}{rest[1:]} ({topic_of(earlier)})?"
    return question


def topic_of(question: str) -> str:
    """What a question is about: the question without its question word and first verb."""
    inside = re.search(r"\(([^()]+)\)", question)
    if inside:
        return inside[1]
    plain = question.rstrip(_END)
    lead = w.LEAD.match(plain)
    rest = plain[lead.end() :] if lead else plain
    first, _, others = rest.partition(" ")
    starts_noun = re.match(r"(?:the|an?|le|la|les|une?|de|het|een)\s|l['’]", others)
    is_verb = first.lower() in w.VERBS or (first.lower() not in w.DETERMINERS and starts_noun)
    return others if is_verb and others else rest


def _without_join(rest: str) -> tuple[str, bool]:
    """The question without “and” or “what about”, and whether it had one."""
    for pattern in (w.ABOUT, w.JOINS):
        found = pattern.match(rest)
        if found and found.end() < len(rest):
            return w.HOW_MUCH.sub("", rest[found.end() :], count=1), True
    return rest, False


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _is_bare(rest: str) -> bool:
    """“Why?”, “depuis quand ?”: a question word, and nothing that it asks about."""
    found = _words(rest)
    others = set(found) - w.ASKS
    return len(found) > len(others) and others <= w.AROUND_ASKS and len(found) <= 4


def _moved_year(rest: str, earlier: str) -> str:
    """“The year before?” after a question about a year."""
    for pattern, step in ((w.YEAR_BEFORE, -1), (w.YEAR_AFTER, 1)):
        found = pattern.search(rest)
        years = re.findall(r"\b(?:19|20)\d\d\b", earlier)
        left = set(_words(rest[: found.start()] + rest[found.end() :])) if found else set()
        if years and found and left <= w.PREPOSITIONS | w.DETERMINERS | w.AROUND_ASKS | w.ASKS:
            return earlier.replace(years[-1], str(int(years[-1]) + step))
    return ""


def _telling(rest: str) -> list[str]:
    """The words that are neither small nor part of how a question is put."""
    small = w.ASKS | w.VERBS | w.PREPOSITIONS | w.DETERMINERS | w.AROUND_ASKS
    pronouns = w.PRONOUNS | w.POINTING | {"t", "il", "het", "there", "er", "y"}
    return [word for word in _words(rest) if word not in small | pronouns]


def _is_fragment(rest: str, joined: bool, asks: bool) -> bool:
    """Whether it names something, and asks nothing about it."""
    found = _words(rest)
    if set(found) & (w.ASKS - {"que"}) or not 0 < len(_telling(rest)) <= _FRAGMENT:
        return False
    verbs = [word for word in found[1:] if word in w.VERBS and word not in w.PREPOSITIONS]
    if found[0] in w.VERBS - w.PREPOSITIONS or (verbs and not joined) or _has_open_pronoun(rest):
        return False
    if verbs and re.search(r"[a-zà-ÿ]-(?:t-)?(?:il|elle|ils|elles|on)\b", rest):
        return False
    if joined:
        return not verbs
    return asks and (found[0] in w.PREPOSITIONS or not _lower_case(rest))


def _lower_case(rest: str) -> list[str]:
    """Words that are no names, no times and no numbers."""
    return re.findall(r"\b[a-zà-ÿ]\w{2,}", without_dates(rest))


def _names_a_time_alone(rest: str) -> bool:
    """“How many in 2024?”: the year is all that is new."""
    telling = _telling(without_dates(rest))
    return bool(dates_of(rest)) and not telling and not w.IMPERSONAL.search(rest)


@dataclass(frozen=True)
class _Part:
    """What a follow-up puts in the place of something."""

    dates: str
    words: str


def _part_of(rest: str) -> _Part:
    words = " ".join(without_dates(rest).split())
    if not set(_words(words)) - w.PREPOSITIONS - w.DETERMINERS - w.ASKS - w.VERBS - w.AROUND_ASKS:
        words = ""
    return _Part(dates_of(rest), words if _telling(words) else "")


def _with_part(part: _Part, earlier: str) -> str:
    """The earlier question with the new part in the place of the one of its kind."""
    meant = put_date(part.dates, earlier) if part.dates else earlier
    if not part.words:
        return meant
    for put in (put_number, put_name, put_phrase):
        placed = put(part.words, meant)
        if placed:
            return placed
    return w.SAME.get(language_of(earlier), w.SAME["English"]).format(
        rest=part.words, question=meant
    )


def _has_open_pronoun(rest: str) -> bool:
    """Whether there is a pronoun that refers to nothing in the question itself."""
    if w.IMPERSONAL.search(rest):
        return False
    for found in re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*", rest):
        start = _pronoun_start(rest, found)
        if start is not None:
            word = rest[start : found.end()].lower()
            return not _has_noun(rest[:start], word in w.PLURAL_PRONOUNS)
    clitic = w.CLITIC.search(rest)
    return bool(clitic and not _has_noun(rest[: clitic.start()], False))


def _pronoun_start(rest: str, found: re.Match[str]) -> int | None:
    word, after = found[0].lower(), rest[found.end() :].lstrip()
    if word in w.PRONOUNS:
        return found.start()
    last = word.rpartition("-")[2]
    if "-" in word and last in ("il", "elle", "ils", "elles"):
        return found.end() - len(last)
    before = _words(rest[: found.start()])
    if word in w.POINTING and len(before) <= 3 and set(before) <= w.ASKS | w.VERBS:
        return found.start() if w.NO_NOUN_AFTER.match(after) else None
    if word == "het" and before and before[-1] in w.VERBS | {"begint", "eindigt", "loopt"}:
        return found.start() if w.NO_NOUN_AFTER.match(after) else None
    if word == "zijn" and before and before[-1] in ("is", "was", "wordt", "van", "over", "voor"):
        return found.start()
    return None


def _has_noun(before: str, is_plural: bool) -> bool:
    """Whether something stands in `before` that a pronoun may stand for."""
    nouns = (
        r"\b(?:the|an?|le|la|les|une?|des|du|aux?|de|het|een|this|ce|cette|ces|deze|onze|our)\s+\w"
    )
    if re.search(nouns, before, re.IGNORECASE) or re.search(r"\b[ldLD]['’]\w", before):
        return True
    if re.search(r"\s[A-ZÀ-ÖØ-Þ][\w&-]+", before):
        return True
    return is_plural and bool(re.search(r"\b[a-zà-ÿ]{3,}(?:s|en|x)\b(?<!is)(?<!does)", before))
