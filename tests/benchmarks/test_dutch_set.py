"""The Dutch set is what it says: every answer stands on its page, as our reader reads it."""

from __future__ import annotations

from pathlib import Path

from app.backends.pdf_reader import PdfReader
from app.core.evaluation import load_questions
from tests.benchmarks.dutch_set import QUESTIONS, write_dutch_set


def test_every_answer_stands_on_its_page(tmp_path: Path) -> None:
    reader = PdfReader()
    texts = {
        (path.name, page.number): " ".join(page.text.split())
        for path in write_dutch_set(tmp_path)
        for page in reader.pages(path, "", 1)[1]
    }
    questions = load_questions(QUESTIONS, None, 0)
    assert (len({name for name, _ in texts}), len(texts), len(questions)) == (12, 32, 70)
    astray = [
        question.question
        for question in questions
        if question.doc and not any(
            answer in texts[question.doc, page]
            for page in question.pages
            for answer in question.answers
        )
    ]  # fmt: skip
    assert astray == []
