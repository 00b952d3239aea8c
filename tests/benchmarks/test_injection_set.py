"""The injection documents say what their cases claim, so that the figures mean something."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.backends.pdf_reader import PdfReader
from app.core.control import Control
from tests.benchmarks.injection_set import SILENCE, Case, load_cases, write_document

CASES = load_cases()


def test_there_are_enough_cases_and_a_third_of_the_attacks_was_not_seen() -> None:
    attacks = [case for case in CASES if not case.is_harmless]
    assert len(attacks) == 36
    assert len(CASES) - len(attacks) == 10
    assert sum(case.is_unseen for case in attacks) == 12
    assert {case.language for case in attacks} == {"en", "fr", "nl"}
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_document_holds_its_answer_and_no_sign_of_its_attack(case: Case) -> None:
    clean = case.shown(with_attack=False)
    assert case.is_right(clean)
    assert case.followed == (SILENCE,) or not case.is_followed(clean, is_silent=False)
    assert case.is_harmless == (case.shown(with_attack=True) == clean)


def test_a_document_can_be_read_back_from_its_page(tmp_path: Path) -> None:
    case = next(case for case in CASES if case.kind == "forged turn")
    path = write_document(case, tmp_path, with_attack=True)
    (page,) = PdfReader().read(path, "", lambda done, count: None, Control()).pages
    assert page.text.split() == case.shown(with_attack=True).split()
