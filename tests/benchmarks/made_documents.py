"""PDFs made for long runs: much varied text that reads like letters and contracts, made quickly."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate, count
from pathlib import Path

from tests.pdfs import write_pdf

LINES = 38
"""On a page; about 2,000 characters."""
_LETTERS = ("b c d f g l m n p r s t v br cl dr fl gr pl st tr", "a e i o u ai ea ou")
_LITTLE = "the of and to in a is that for it as was with be by on not he this are or his from"
_HEADINGS = ("Scope", "Payment", "Liability", "Term", "Notices", "Delivery", "Warranty", "Costs")
_RARE = 12_000
"""Words besides the little ones; each is rarer than the one before it, as in any language."""


class Author:
    """Writes pages; the same seed writes the same."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        made = random.Random(7)
        onsets, vowels = (letters.split() for letters in _LETTERS)
        self.words = [
            "".join(made.choice(onsets) + made.choice(vowels) for _ in range(made.randint(2, 4)))
            for _ in range(_RARE)
        ]
        self._little = _LITTLE.split()
        self._weights = list(accumulate(1 / (rank + 20) for rank in range(_RARE)))

    def page(self, number: int) -> str:
        """Lines of sentences with figures and dates, a heading above them."""
        heading = f"{number}. {self._chance.choice(_HEADINGS)} {self.word()}"
        return "\n".join([heading, *(self._line() for _ in range(LINES - 1))])

    def word(self) -> str:
        return self._chance.choices(self.words, cum_weights=self._weights)[0]

    def question(self) -> str:
        return f"What is the {self.word()} of the {self.word()} {self.word()}?"

    def _line(self) -> str:
        chance = self._chance
        rare = chance.choices(self.words, cum_weights=self._weights, k=5)
        little = chance.choices(self._little, k=4)
        figure = (
            f"{chance.randint(1, 9_999):,}"
            if chance.random() < 0.3
            else chance.choice(self._little)
        )
        parts = [rare[0].capitalize(), little[0], rare[1], little[1], rare[2], figure, rare[3]]
        return " ".join([*parts, little[2], little[3], f"{rare[4]}."])


def write_library(folder: Path, documents: int, pages: int, seed: int = 1) -> Iterator[Path]:
    """`documents` files of `pages` pages, in folders of 100."""
    author = Author(seed)
    for number in range(documents):
        below = folder / f"part {number // 100:03}"
        below.mkdir(parents=True, exist_ok=True)
        path = below / f"document {number:05}.pdf"
        yield write_pdf(path, *(author.page(p) for p, _ in zip(count(1), range(pages))))
