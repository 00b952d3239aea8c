"""Measures the arithmetic on tables of real reports, against an oracle that reads them otherwise.

    python -m tests.benchmarks.calculating FOLDER --sample 300 --seed 1

The program reads a table's text from left to right and counts columns. The oracle looks at where
each word is drawn: a figure belongs to the year whose head stands above it. From its rows it makes
questions (growth, difference, share, sum); it prints how many were answered, rightly and wrongly,
and the wrong ones with `--show`.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pypdfium2

from app.backends.pdf_reader import PdfReader
from app.core.arithmetic.calculating import Calculation, calculate
from app.core.arithmetic.line_items import label_words
from app.core.arithmetic.plans import plan_of
from app.core.control import Control
from app.core.types import Hit, Page

Word = tuple[float, float, float, str]
"""Left, right and upper edge, and the text."""
_FIGURE = re.compile(r"\(?\$?-?\d{1,3}(?:,\d{3})*(?:\.\d+)?\)?")
_LABEL = re.compile(r"[A-Z][A-Za-z ,’'-]{4,60}")
_SAME_LINE = 3.0


@dataclass(frozen=True)
class Drawn:
    """A row as the oracle sees it."""

    page: int
    label: str
    figures: dict[int, Decimal]


@dataclass(frozen=True)
class Case:
    question: str
    page: int
    right: frozenset[Decimal]


def words_of(page: pypdfium2.PdfPage) -> list[Word]:
    """Words by the boxes of their characters."""
    text = page.get_textpage()
    height = page.get_height()
    found: list[Word] = []
    for match in re.finditer(r"\S+", text.get_text_range().replace("\u00a0", " ")):
        boxes = [text.get_charbox(i) for i in range(*match.span())]
        left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
        found.append((left, right, height - min(b[1] for b in boxes), match.group()))
    return found


def drawn_rows(page: pypdfium2.PdfPage, number: int) -> Iterator[Drawn]:
    """Rows whose figures stand right under years, each under one of its own."""
    heads: dict[int, float] = {}
    for line in _lines(words_of(page)):
        years = {int(w[3]): w[1] for w in line if re.fullmatch(r"(?:19|20)\d\d", w[3])}
        texts = [w[3] for w in line]
        if len(years) >= 2 and len(years) == sum(bool(re.fullmatch(r"\d{4}", t)) for t in texts):
            heads = years
            continue
        if not heads:
            continue
        edge = min(heads.values()) - 40
        label = " ".join(w[3] for w in line if w[0] < edge and w[3] != "$")
        figures = [w for w in line if w[0] >= edge and _FIGURE.fullmatch(w[3])]
        others = [w for w in line if w[0] >= edge and w not in figures and w[3] not in "$—-)"]
        by_year = {
            min(heads, key=lambda year: abs(heads[year] - w[1])): _value(w[3]) for w in figures
        }
        is_whole = not others and len(by_year) == len(figures) == len(heads)
        if is_whole and _LABEL.fullmatch(label):
            yield Drawn(number, label, by_year)


def _lines(words: Sequence[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    for word in sorted(words, key=lambda w: w[2]):
        if line and word[2] - line[0][2] > _SAME_LINE:
            yield sorted(line)
            line = []
        line.append(word)
    if line:
        yield sorted(line)


def _value(written: str) -> Decimal:
    value = Decimal(re.sub(r"[^\d.]", "", written))
    return -value if "(" in written or "-" in written else value


def cases_of(rows: Sequence[Drawn]) -> Iterator[Case]:
    """Questions about the rows; every row of the document with that name may be meant."""
    named = defaultdict(list)
    for row in rows:
        named[label_words(row.label)].append(row)
    for row in rows:
        years = sorted(row.figures, reverse=True)
        new, old = years[0], years[1]
        alike = [r for r in named[label_words(row.label)] if {new, old} <= set(r.figures)]
        pairs = [(r.figures[new], r.figures[old]) for r in alike]
        label = row.label[0].lower() + row.label[1:]
        growth = frozenset(_tenths((a - b) / b * 100) for a, b in pairs if b > 0)
        if growth:
            question = f"By how many percent did {label} change from {old} to {new}?"
            yield Case(question, row.page, growth)
        question = f"What was the difference in {label} between {old} and {new}?"
        yield Case(question, row.page, frozenset(a - b for a, b in pairs))
        other = rows[(rows.index(row) + 1) % len(rows)]
        tops = [r.figures[new] for r in named[label_words(other.label)] if new in r.figures]
        if tops and other.page == row.page and label_words(other.label) != label_words(row.label):
            name = other.label[0].lower() + other.label[1:]
            shares = frozenset(_tenths(t / a * 100) for t in tops for a, _ in pairs if a > 0)
            if shares:
                question = f"What share of {label} was {name} in {new}?"
                yield Case(question, row.page, shares)


def _tenths(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


def answer(case: Case, pages: Sequence[Page], name: str) -> Calculation | str | None:
    """What the program computes; `no plan` when it does not see that it is asked to."""
    plan = plan_of(case.question)
    if plan is None:
        return "no plan"
    hit = Hit(1, name, name, case.page, 1.0, "", 0, 0)
    return calculate(plan, [hit], lambda _, page: pages[page - 1], lambda _: len(pages))


def judged(case: Case, got: Calculation | str | None) -> str:
    if isinstance(got, str):
        return got
    if got is None:
        return "left to the model"
    if got.result is None:
        return "means nothing"
    return "right" if got.result in case.right else "WRONG"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    total: Counter[str] = Counter()
    for path in sorted(options.folder.rglob("*.pdf")):
        pdf = pypdfium2.PdfDocument(path)
        rows = [row for i in range(len(pdf)) for row in drawn_rows(pdf[i], i + 1)]
        cases = list(cases_of(rows))
        if not cases:
            continue
        pages = PdfReader().read(path, "", lambda _done, _count: None, Control()).pages
        for case in chance.sample(cases, min(options.sample, len(cases))):
            got = answer(case, pages, path.name)
            verdict = judged(case, got)
            total[verdict] += 1
            if options.show and verdict in ("WRONG", "no plan"):
                print(verdict, path.name, case, got)
    for verdict, count in total.most_common():
        print(f"{verdict}: {count} of {total.total()}")


if __name__ == "__main__":
    main()
