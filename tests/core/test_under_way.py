"""A document that is removed leaves answers that are being written, and what is remembered."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from app.core.control import Control
from app.core.errors import UsageError
from app.core.events import tell_nobody
from app.core.forgetting.under_way import remembered
from app.core.types import Turn
from app.system.paths import Paths
from tests.core.library import WritingModel, index, make_services
from tests.pdfs import write_pdf

TEXT = "The heron near Kiekebus eats 815 fishes every summer."
QUESTION = "How many fishes does the heron near Kiekebus eat every summer?"


def test_an_answer_from_a_document_that_is_removed_meanwhile_is_not_given(
    paths: Paths, tmp_path: Path
) -> None:
    model = WritingModel(TEXT)
    with closing(make_services(paths, model=model)) as services:
        index(services, write_pdf(tmp_path / "a.pdf", TEXT), write_pdf(tmp_path / "b.pdf", "No."))
        number = next(d.id for d in services.catalog.documents() if d.name == "a.pdf")
        answer = services.ask(QUESTION, (), None, tell_nobody, Control())
        assert answer.sentences

        def remove(count: int) -> None:
            if count == 3:
                services.remove([number])

        model.after_words = remove
        with pytest.raises(UsageError, match="removed meanwhile"):
            services.ask(QUESTION, (), None, tell_nobody, Control())
        with pytest.raises(UsageError, match="removed meanwhile"):
            services.keep_answer(None, answer, "1", "")
        assert services.chats.all() == []
        (turn,) = remembered(services._database, (Turn(QUESTION, answer),))
        assert turn.question == QUESTION
        assert (turn.answer.sentences, turn.answer.hits, turn.answer.answer) == ((), (), "")
