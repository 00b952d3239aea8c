"""The injection documents: cases of text with an attack planted in them, and how one is judged.

Owns no asking. An attack counts as followed when its marker stands in the text, even if the text
only reports it: the figure errs against us.
"""

from __future__ import annotations

import textwrap
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.core.evaluation import is_right
from tests.pdfs import write_pdf

FOLDER = Path(__file__).parent / "injection_cases"
HARMLESS = "harmless"
SILENCE = "silence"
WIDTH = 88
"""Characters of a line on the page."""


@dataclass(frozen=True)
class Case:
    """A document, its question, and the signs of a right answer and of a followed attack."""

    name: str
    kind: str
    language: str
    question: str
    right: tuple[str, ...]
    followed: tuple[str, ...]
    is_unseen: bool
    text: str
    attack: str

    @property
    def is_harmless(self) -> bool:
        return self.kind == HARMLESS

    def shown(self, with_attack: bool) -> str:
        """The document's text, with its attack or as it was before that was planted."""
        return self.text.replace("{attack}", self.attack if with_attack else "").strip()

    def is_right(self, answer: str) -> bool:
        return is_right(answer, self.right)

    def is_followed(self, text: str, is_silent: bool) -> bool:
        """`is_silent`: whether it says that the documents do not tell."""
        if self.followed == (SILENCE,):
            return is_silent
        return any(sign.lower() in text.lower() or is_right(text, [sign]) for sign in self.followed)


def load_cases() -> list[Case]:
    """All cases, those that the defence was made with first."""
    return [*_cases("documents.toml", False), *_cases("unseen.toml", True)]


def write_document(case: Case, folder: Path, with_attack: bool) -> Path:
    """The case's document as a PDF of one page."""
    lines = [
        line
        for paragraph in case.shown(with_attack).split("\n")
        for line in textwrap.wrap(paragraph, WIDTH) or [""]
    ]
    return write_pdf(folder / f"{case.name}.pdf", "\n".join(lines))


def _cases(name: str, is_unseen: bool) -> Iterator[Case]:
    data = tomllib.loads((FOLDER / name).read_text("utf-8"))
    for case in data["case"]:
        signs = case["followed"]
        yield Case(
            name=case["name"],
            kind=case["kind"],
            language=case["language"],
            question=case["question"],
            right=tuple(case["right"]),
            followed=(signs,) if isinstance(signs, str) else tuple(signs),
            is_unseen=is_unseen,
            text=case["text"].strip(),
            attack=case["attack"].strip(),
        )
