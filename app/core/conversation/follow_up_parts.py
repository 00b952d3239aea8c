"""Puts a time, a number, a name or a noun in the place of the one of its kind in a question.

Each function gives the new question, or "" when nothing of the kind stands there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.core.conversation import follow_up_words as w
from app.core.language import fold, language_of

_MONTH = "|".join(sorted(w.MONTHS - {"may"}, key=len, reverse=True)) + "|May"
_DATE = re.compile(
    rf"""\b(?:(?:\d{{1,2}}(?:er|st|nd|rd|th)?\s+)?(?i:{_MONTH})(?:\s+\d{{1,2}},)?(?:\s+(?:19|20)\d\d)?|
        \d{{1,2}}[/.-]\d{{1,2}}[/.-](?:19|20)\d\d|
        (?:[QT][1-4]|[12]e\s+trimestre|(?:first|second|third|fourth)\s+quarter|
        (?:premier|deuxième|troisième|quatrième)\s+trimestre|(?:eerste|tweede|derde|vierde)\s+kwartaal
        )(?:\s+(?:(?:of|de|van)\s+)?(?:19|20)\d\d)?|
        (?:FY\s*)?(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)\b""",
    re.VERBOSE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAME = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w&.-]*\w(?:\s+(?:of|de|du|des|la|van|der|den)?\s*[A-ZÀ-ÖØ-Þ][\w&.-]*\w)*"
)
_NUMBER = re.compile(r"(?P<label>[^\W\d_]+)?\s*(?P<value>\d+(?:[.,]\d+)*)\s*(?P<unit>%|[^\W\d_]+)?")
_IN = {"French": "en", "Dutch": "in", "English": "in"}
_CONTRACTED = {"du": ("de", "le"), "des": ("de", "les"), "au": ("à", "le"), "aux": ("à", "les")}
_CONTRACT = {parts: word for word, parts in _CONTRACTED.items()}
_COPULAR = re.compile(
    r"(?:what|which|quel(?:le)?s?|wat)\s+(?:is|are|was|were|est|sont|était|étaient|zijn|waren)\b",
    re.I,
)
_STOPS = w.PREPOSITIONS | w.VERBS | w.ASKS | frozenset(("and", "or", "et", "ou", "if", "si", "als"))


def dates_of(text: str) -> str:
    """The first time that is named: a year, a month, a day, a quarter."""
    found = _DATE.search(text)
    return found[0] if found else ""


def without_dates(text: str) -> str:
    """`text` without times, and without the preposition before them."""
    return re.sub(rf"(?:\b(?:in|en|for|pour|voor|of|de|van)\s+)?(?:{_DATE.pattern})", " ", text,
                  flags=re.VERBOSE)  # fmt: skip


def put_date(date: str, question: str) -> str:
    """The question about another time; where it names none, the time stands at its end."""
    there = list(_DATE.finditer(question))
    if not there:
        plain = question.rstrip(" ?!.\u00a0")
        word = _IN.get(language_of(question), "in")
        return f"{plain} {word} {date}?"
    last = there[-1][0]
    year, new_year = _YEAR.search(last), _YEAR.search(date)
    if year and new_year and new_year[0] == date:
        return _every(question, year[0], date)
    if year and not new_year:
        return _every(question, last, f"{date} {year[0]}")
    return _every(question, last, date)


def _every(question: str, old: str, new: str) -> str:
    return re.sub(rf"\b{re.escape(old)}\b", lambda _: new, question)


_SEVERAL = re.compile(r"\b\d{1,3}(?:\s*(?:,|and|et|en|und|y|&)\s*\d{1,3})+\b", re.IGNORECASE)


def put_number(part: str, question: str) -> str:
    """“Lot 2” after “lot 1”, “10 employees” after “5 employees”, “lots 3 and 4” after “lot 1”."""
    new = _NUMBER.search(part)
    if not new:
        return ""
    there = [m for m in _NUMBER.finditer(question) if not _YEAR.fullmatch(m["value"])]
    kinds = _kinds(new)
    same = [m for m in there if kinds & _kinds(m)]
    if not kinds and len(there) == 1:
        same = there
    if not same:
        return ""
    start, end = _whole(question, *same[-1].span("value"))
    return question[:start] + part[slice(*_whole(part, *new.span("value")))] + question[end:]


def _kinds(number: re.Match[str]) -> set[str]:
    """What is counted or numbered, in the singular."""
    words = {fold(word) for word in (number["label"], number["unit"]) if word}
    return {word.rstrip("s") for word in words - w.PREPOSITIONS}


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the list stands that a number is part of, or the number alone."""
    lists = (match.span() for match in _SEVERAL.finditer(text))
    return next((span for span in lists if span[0] <= start < span[1]), (start, end))


def put_name(part: str, question: str) -> str:
    """“Boeing” after a question about Airbus."""
    new = _NAME.search(part)
    if not new or re.search(r"\b[a-zà-ÿ]{4,}\b", part[: new.start()] + part[new.end() :]):
        return ""
    there = [m for m in _NAME.finditer(question) if m.start() > 0 and not _DATE.match(m[0])]
    if not there:
        return ""
    leading = _before(part, new.start())
    same = [m for m in there if leading and _before(question, m.start()) == leading]
    start, end = (same or there)[0].span()
    before = question[:start]
    if re.search(r"\bd['’]$", before) and fold(new[0])[0] not in "aeiouh":
        before = before[:-1] + "e "
    return before + new[0] + question[end:]


def _before(text: str, position: int) -> str:
    """The preposition in front of a position, if there is one."""
    words = re.findall(r"[^\W\d_]+", text[:position].lower())[-2:]
    return next((word for word in reversed(words) if word in w.PREPOSITIONS), "")


@dataclass(frozen=True)
class _Phrase:
    """A noun with its preposition and determiner: characters [start, end) of a text."""

    start: int
    end: int
    preposition: str
    determiner: str
    noun: str

    @property
    def is_plural(self) -> bool:
        if self.determiner in w.PLURAL_DETERMINERS:
            return True
        if self.determiner in (
            "le",
            "la",
            "l",
            "un",
            "une",
            "cet",
            "cette",
            "ce",
            "a",
            "an",
            "het",
        ):
            return False
        last = self.noun.split()[-1].lower() if self.noun else ""
        return last.endswith(("s", "en")) and not last.endswith(("ss", "is", "us"))


def put_phrase(part: str, question: str) -> str:
    """“The nurses” after a question about the doctors."""
    is_dutch = language_of(question) == "Dutch"
    found = _phrases(part, is_dutch)
    if not found:
        return ""
    new, is_name = found[0], part.strip()[:1].isupper()
    verb = _COPULAR.match(question)
    if verb and len(found) > 1 and not new.preposition and found[1].preposition:
        return f"{verb[0]} {part}?"
    scored = [(_fit(new, old, question, is_name), old) for old in _phrases(question, is_dutch)]
    best, old = max(scored, key=lambda pair: (pair[0], pair[1].start), default=(0, new))
    if best >= 2 and len(found) > 1 and fold(new.noun) == fold(old.noun):
        return put_phrase(part[found[1].start :], question)
    if best >= 2:
        return question[: old.start] + _joined(new, old) + question[old.end :]
    if new.preposition:
        return f"{question.rstrip(' ?!.')} {part}?"
    return ""


def _fit(new: _Phrase, old: _Phrase, question: str, is_name: bool) -> int:
    """How well the old phrase gives way to the new one; 2 is enough."""
    score = 2 * (bool(new.preposition) and _same(new.preposition, old.preposition))
    if new.determiner and not (old.determiner or old.preposition):
        return score
    if is_name:
        return score + (2 if old.preposition in ("of", "van", "de", "for", "voor", "pour") else 0)
    if new.is_plural == old.is_plural:
        score += 2 if new.is_plural else 1
    if not new.preposition and not old.preposition and _COPULAR.match(question):
        score += 1
    return score


def _same(one: str, other: str) -> bool:
    return one == other or {one, other} <= {"of", "for"} or {one, other} <= {"van", "voor"}


def _joined(new: _Phrase, old: _Phrase) -> str:
    preposition = (new.preposition or old.preposition) if old.preposition else ""
    determiner = new.determiner
    pair = (preposition, determiner)
    if pair in _CONTRACT:
        return f"{_CONTRACT[pair]} {new.noun}"
    if determiner == "l" or (preposition == "d" and not determiner):
        return f"{preposition + ' ' if determiner else ''}{determiner or preposition}'{new.noun}"
    return " ".join(word for word in (preposition, determiner, new.noun) if word)


def _phrases(text: str, is_dutch: bool) -> list[_Phrase]:
    """Nouns with what stands around them, up to the next small word or mark."""
    found: list[_Phrase] = []
    words = list(re.finditer(r"[^\W_]+(?:-[^\W_]+)*|[,;:?()]", text))
    place = 0
    while place < len(words):
        phrase, following = _phrase_at(words, place, is_dutch)
        if phrase:
            found.append(phrase)
        place = max(following, place + 1)
    return found


def _phrase_at(
    words: list[re.Match[str]], place: int, is_dutch: bool
) -> tuple[_Phrase | None, int]:
    start, preposition, determiner = words[place].start(), "", ""
    word = words[place][0].lower()
    if word in _CONTRACTED:
        preposition, determiner = _CONTRACTED[word]
        place += 1
    elif word in w.PREPOSITIONS and not (is_dutch and word == "de"):
        preposition, place = word, place + 1
    if place < len(words) and not determiner and words[place][0].lower() in w.DETERMINERS:
        determiner, place = words[place][0].lower(), place + 1
    first = place
    while place < len(words) and place < first + 4 and _is_of_noun(words[place][0]):
        place += 1
    if place == first:
        return None, place
    end = words[place - 1].end()
    noun = words[0].string[words[first].start() : end]
    return _Phrase(start, end, preposition, determiner, noun), place


def _is_of_noun(word: str) -> bool:
    lower = word.lower()
    if len(word) == 1 and word.isupper():
        return True
    return word[0].isalpha() and lower not in _STOPS and lower not in w.DETERMINERS
