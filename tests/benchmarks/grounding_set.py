"""Builds sentences whose support is known from pages: right ones by harmless rewriting, wrong ones
by one deliberate change. Owns no document and no verdict; a seed gives the same sentences again."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.core.language import content_words, language_of, readable, sentence_spans
from app.core.types import Chunk, Page
from tests.benchmarks.grounding_words import FRAMES, MONTHS, NOT, ROW, SYNONYMS, UNITS

OTHERS = 4
"""Chunks of evidence beside the one that holds the sentence."""
_FIGURE = re.compile(
    r"(?<![\w.,/-])\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?(?![\w/-])|(?<![\w.,/-])\d+(?:[.,]\d+)?(?![\w/-])"
)
_YEAR = re.compile(r"(?<![\w.,/-])(?:19|20)\d\d(?![\w.,]*\d)(?!\w)")
_NAME = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Ý][a-zà-ÿ]{3,}(?: [A-ZÀ-Ý][a-zà-ÿ]{3,})*")
_HEAD = re.compile(r"((?:19|20)\d\d)(?=\D|$)")
_ENDS_IN_YEARS = re.compile(r"^\D{0,60}(?:(?:19|20)\d\d ?){2,}$")
_VALUE = r"[(−-]?\d[\d.,]*\)?%?"
_TABLE_ROW = re.compile(r"(?P<label>[^\W\d_][^\d$%(]{3,70}) (?P<values>[\d.,()$%− -]+)")


@dataclass(frozen=True)
class Case:
    """A sentence, whether the evidence carries it, and that evidence."""

    kind: str
    is_right: bool
    language: str
    text: str
    question: str
    evidence: tuple[Chunk, ...]
    is_held_out: bool


@dataclass(frozen=True)
class Book:
    """A document with its pages and chunks, and the questions that its pages answer."""

    name: str
    pages: dict[int, Page]
    chunks: tuple[Chunk, ...]
    questions: tuple[tuple[str, str, int], ...] = ()


def cases_of(book: Book, most: int, seed: int) -> Iterator[Case]:
    """At most `most` sentences and as many rows and questions, each with its changed forms."""
    chance = random.Random(f"{seed} {book.name}")
    maker = _Maker(book, chance)
    sources = [(chunk, span) for chunk in book.chunks for span in _sentences(book, chunk)]
    for chunk, text in chance.sample(sources, min(most, len(sources))):
        yield from maker.of_sentence(chunk, text)
    rows = [(chunk, row) for chunk in book.chunks for row in rows_of(book.pages[chunk.page], chunk)]
    for chunk, row in chance.sample(rows, min(most, len(rows))):
        yield from maker.of_row(chunk, row, rows)
    asked = list(book.questions)
    for question, answer, page in chance.sample(asked, min(most, len(asked))):
        yield from maker.of_question(question, answer, page)


@dataclass(frozen=True)
class Row:
    """A line of a table under a line of as many years."""

    label: str
    values: tuple[str, ...]
    years: tuple[str, ...]
    place: int


def rows_of(page: Page, chunk: Chunk) -> list[Row]:
    found: list[Row] = []
    years: tuple[str, ...] = ()
    for line in page.lines:
        text = " ".join(page.text[line.start : line.end].split())
        match = _TABLE_ROW.fullmatch(text)
        in_head = _HEAD.findall(text) if _ENDS_IN_YEARS.search(text) else []
        if match is None:
            years = tuple(in_head) if in_head else years
            continue
        values = tuple(re.findall(_VALUE, match.group("values")))
        fits = len(values) == len(years) > 1 and len(set(years)) == len(years)
        label = match.group("label").strip(" .:—–-")
        fits = fits and not any(_YEAR.fullmatch(v.strip(".,")) or v.endswith(",") for v in values)
        if fits and chunk.start <= line.start and line.end <= chunk.end and len(label) > 5:
            found.append(Row(label, values, years, line.start))
    return found


def _sentences(book: Book, chunk: Chunk) -> list[str]:
    text = book.pages[chunk.page].text[chunk.start : chunk.end]
    found = [readable(text[a:b]) for a, b in sentence_spans(text)]
    return [
        s for s in found if 50 <= len(s) <= 260 and s[0].isupper() and s[-1] == "." and _is_prose(s)
    ]


def _is_prose(text: str) -> bool:
    return (
        len(_FIGURE.findall(text)) <= 5
        and len(text.split()) > 7
        and text.count("(") == text.count(")")
    )


class _Maker:
    """Makes the forms of one book's sentences."""

    def __init__(self, book: Book, chance: random.Random) -> None:
        self._book = book
        self._chance = chance
        self._words = {
            c.start + 10_000_000 * c.page: set(content_words(c.text)) for c in book.chunks
        }
        self._language = language_of(" ".join(c.text for c in book.chunks[:30]))
        self._names = [n for c in book.chunks for n in _NAME.findall(c.text)]

    def of_sentence(self, chunk: Chunk, text: str) -> Iterator[Case]:
        evidence = self._evidence(chunk, text)
        rest = " ".join(c.text for c in evidence)
        picked = [w for w in content_words(text) if w.isalpha() and len(w) > 3]
        question = " ".join(self._chance.sample(picked, min(3, len(picked)))) + "?"
        for kind, right, changed in self._forms(text, rest):
            if changed is not None and changed != text:
                yield self._case(kind, right, changed, question, evidence, chunk)

    def _forms(self, text: str, rest: str) -> Iterator[tuple[str, bool, str | None]]:
        yield "as it stands, framed", True, self._framed(text)
        yield "figures and dates in another format", True, self._reformatted(text)
        yield "clause dropped", True, _clause_dropped(text)
        yield "synonyms", True, self._with_synonyms(text)
        yield "figure changed", False, self._figure_changed(text, rest)
        yield "figure from elsewhere", False, self._figure_from(text, rest)
        yield "name from elsewhere", False, self._name_from(text, _NAME.findall(rest))
        yield (
            "name invented",
            False,
            self._name_from(text, ["Quillfeather", "Vandermolen", "Brachet", "Osterwald"]),
        )
        yield "denied", False, self._denied(text)
        yield "year changed", False, self._year_changed(text)
        yield "unit changed", False, _unit_changed(text)

    def of_row(self, chunk: Chunk, row: Row, rows: Sequence[tuple[Chunk, Row]]) -> Iterator[Case]:
        evidence = self._evidence(chunk, row.label)
        at = self._chance.randrange(len(row.values))
        template = self._chance.choice(ROW.get(self._language, ROW["English"]))
        question = (
            f"{row.label}?" if self._chance.random() < 0.5 else f"{row.label} {row.years[at]}?"
        )

        def told(value: str, year: str) -> str:
            return template.format(label=row.label, value=value.strip("()−- "), year=year)

        def case(kind: str, right: bool, text: str) -> Case:
            return self._case(kind, right, text, question, evidence, chunk)

        yield case("row as a sentence", True, told(row.values[at], row.years[at]))
        other = (at + 1) % len(row.values)
        if _digits(row.values[other]) != _digits(row.values[at]):
            yield case("row: another column", False, told(row.values[other], row.years[at]))
            yield case("row: another year", False, told(row.values[at], row.years[other]))
        neighbours = [
            r
            for c, r in rows
            if c is chunk
            and r.years == row.years
            and r.label != row.label
            and abs(r.place - row.place) < 600
        ]
        neighbours = [
            r for r in neighbours if _digits(r.values[at]) not in map(_digits, row.values)
        ]
        if neighbours:
            yield case(
                "row: another row",
                False,
                told(self._chance.choice(neighbours).values[at], row.years[at]),
            )
        changed = self._figure_changed(row.values[at], " ".join(c.text for c in evidence))
        if changed:
            yield case("row: figure changed", False, told(changed, row.years[at]))

    def of_question(self, question: str, answer: str, page: int) -> Iterator[Case]:
        holding = [
            c for c in self._book.chunks if c.page == page and answer.lower() in c.text.lower()
        ]
        if not holding or not answer.strip():
            return
        chunk = holding[0]
        evidence = self._evidence(chunk, question)
        answer = answer.strip().rstrip(".")
        said = _sentence_of(question, answer)
        yield self._case("answer to a question", True, said(answer), question, evidence, chunk)
        for kind, wrong in self._wrong_answers(question, answer, chunk, evidence):
            yield self._case(f"answer: {kind}", False, said(wrong), question, evidence, chunk)

    def _wrong_answers(
        self, question: str, answer: str, chunk: Chunk, evidence: Sequence[Chunk]
    ) -> Iterator[tuple[str, str]]:
        rest = " ".join(c.text for c in evidence)
        if _FIGURE.search(answer):
            if changed := self._figure_changed(answer, rest):
                yield "figure changed", changed
            if taken := self._figure_from(answer, chunk.text, question):
                yield "figure from elsewhere", taken
        elif answer[0].isupper() and len(answer.split()) < 5:
            names = [
                n
                for n in _NAME.findall(rest)
                if n not in answer and answer not in n and n.lower() not in question.lower()
            ]
            if names:
                yield "name from elsewhere", self._chance.choice(names)
            yield "name invented", "Anton Quillfeather"

    def _case(
        self,
        kind: str,
        right: bool,
        text: str,
        question: str,
        evidence: tuple[Chunk, ...],
        chunk: Chunk,
    ) -> Case:
        held_out = random.Random(f"{self._book.name} {chunk.page}").random() < 0.5
        return Case(kind, right, self._language, text, question, evidence, held_out)

    def _evidence(self, chunk: Chunk, text: str) -> tuple[Chunk, ...]:
        """The chunk, those of the document with most of the words, and one by chance; shuffled."""
        wanted = set(content_words(text))
        others = [c for c in self._book.chunks if c is not chunk]
        others.sort(key=lambda c: -len(wanted & self._words[c.start + 10_000_000 * c.page]))
        picked = others[: OTHERS - 1]
        if len(others) > OTHERS:
            picked.append(self._chance.choice(others[OTHERS - 1 :]))
        evidence = [chunk, *picked]
        self._chance.shuffle(evidence)
        return tuple(evidence)

    def _framed(self, text: str) -> str:
        frame = self._chance.choice(FRAMES.get(self._language, FRAMES["English"]))
        return frame.format(text)

    def _with_synonyms(self, text: str) -> str | None:
        changed = text
        for word, other in SYNONYMS.get(self._language, {}).items():
            changed = re.sub(rf"\b{word}\b", other, changed)
        return changed

    def _reformatted(self, text: str) -> str | None:
        """Thousands parted by blanks or run together, decimal marks kept, and dates in figures."""
        months = (
            {m: i for i, m in enumerate(MONTHS[self._language].split(), 1)}
            if self._language in MONTHS
            else {}
        )
        names = "|".join(months)
        style = self._chance.randrange(2)

        def day_first(match: re.Match[str]) -> str:
            return _date(int(match[1]), months[match[2]], match[3], style)

        def month_first(match: re.Match[str]) -> str:
            return _date(int(match[2]), months[match[1]], match[3], style)

        if names:
            text = re.sub(rf"\b(\d{{1,2}}) (?:de )?({names}) (?:de )?(\d{{4}})", day_first, text)
            text = re.sub(rf"\b({names}) (\d{{1,2}}), (\d{{4}})", month_first, text)
        return re.sub(
            r"(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?![\d])",
            lambda m: re.sub("[.,]", ("\u00a0", "")[style], m[0]),
            text,
        )

    def _figure_changed(self, text: str, rest: str) -> str | None:
        places = [m for m in _FIGURE.finditer(text) if not _YEAR.fullmatch(m.group())]
        if not places:
            return None
        match = self._chance.choice(places)
        known = set(map(_digits, _FIGURE.findall(rest)))
        for _ in range(20):
            at = self._chance.choice([i for i, c in enumerate(match.group()) if c.isdigit()])
            digit = self._chance.choice([d for d in "123456789" if d != match.group()[at]])
            changed = match.group()[:at] + digit + match.group()[at + 1 :]
            if _digits(changed) not in known and float(_digits(changed)) > 20:
                return text[: match.start()] + changed + text[match.end() :]
        return None

    def _figure_from(self, text: str, rest: str, asked: str = "") -> str | None:
        """Another figure of the evidence in place of one: as long, within one digit."""
        places = [m for m in _FIGURE.finditer(text) if not _YEAR.fullmatch(m.group())]
        if not places:
            return None
        match = self._chance.choice(places)
        own = set(map(_digits, _FIGURE.findall(text + asked)))
        others = [
            f for f in _FIGURE.findall(rest) if _digits(f) not in own and not _YEAR.fullmatch(f)
        ]
        others = [str(f) for f in others if abs(len(f) - len(match.group())) < 2]
        if not others:
            return None
        swapped: str = self._chance.choice(others)
        return text[: match.start()] + swapped + text[match.end() :]

    def _name_from(self, text: str, names: Sequence[str]) -> str | None:
        places = [m for m in _NAME.finditer(text)]
        others = [n for n in names if n not in text and not set(n.split()) & set(text.split())]
        if not places or not others:
            return None
        match = self._chance.choice(places)
        return text[: match.start()] + self._chance.choice(others) + text[match.end() :]

    def _denied(self, text: str) -> str | None:
        pattern, denied = NOT.get(self._language, NOT["English"])
        if re.search(
            r"\b(?:not|no|ne|n'|pas|niet|geen|never|jamais|nooit|nor|sans|only|alleen|seulement)\b|n['’]",
            text,
        ):
            return None
        changed, count = re.subn(pattern, denied, text, count=1)
        return changed if count else None

    def _year_changed(self, text: str) -> str | None:
        places = list(_YEAR.finditer(text))
        if not places:
            return None
        match = self._chance.choice(places)
        years = set(_YEAR.findall(text))
        for step in (1, -1, 2, -2, 3):
            other = str(int(match.group()) + step)
            if other not in years:
                return text[: match.start()] + other + text[match.end() :]
        return None


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text) or "0"


def _date(day: int, month: int, year: str, style: int) -> str:
    return f"{day:02d}/{month:02d}/{year}" if style else f"{year}-{month:02d}-{day:02d}"


def _clause_dropped(text: str) -> str | None:
    head, comma, _ = text.rpartition(", ")
    return f"{head}." if comma and len(head.split()) > 6 else None


def _unit_changed(text: str) -> str | None:
    for pattern, other in UNITS:
        changed, count = re.subn(pattern, other, text, count=1)
        if count and re.search(r"\d", text):
            return changed
    return None


def _sentence_of(question: str, answer: str) -> Callable[[str], str]:
    """How to say an answer: as the question's own sentence where that is simple."""
    asked = question.strip().rstrip("?").strip()
    who = re.match(r"(?:Who|What|Which \w+) ((?:was|is|were|are) )?(.*)", asked)
    if who and not re.match(r"(?:did|does|do|has|have|can|will)\b", who[2]):
        return lambda said: f"{said} {who[1] or ''}{who[2]}."
    return lambda said: f"{said}."
