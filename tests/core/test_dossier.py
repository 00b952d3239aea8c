"""A dossier shows what an answer rests on, and says so when a source is not what it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.core.control import Control
from app.core.dossiers.dossier import Dossier, FileState
from app.core.dossiers.layout import ImageBlock, Layout, Paragraph, QuoteBlock, lay_out
from app.core.dossiers.making import Draw, Origin, make_dossier
from app.core.dossiers.page_image import mark_lines, pixels_of
from app.core.errors import Cancelled, PasswordNeeded
from app.core.events import DossierProgress, tell_nobody
from app.core.services import Services
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.types import (
    Answer,
    Chat,
    Citation,
    Coverage,
    Hit,
    Picture,
    Sentence,
    Support,
    Turn,
)
from tests.core.library import index
from tests.pdfs import write_pdf

TEXT = "The rent is 900 euros. It is paid on the first day of each month."
COVERAGE = Coverage(3, 2, ("scan.pdf",), 9, 8)
QUESTION = "How much is the rent?"


@pytest.fixture
def papers(services: Services, tmp_path: Path) -> Path:
    """A folder with one document, which is in the library."""
    folder = tmp_path / "Case 17"
    (folder / "leases").mkdir(parents=True)
    index(services, write_pdf(folder / "leases" / "lease.pdf", TEXT).parent.parent)
    return folder


def citation(services: Services, number: int = 1) -> Citation:
    (document,) = services.catalog.documents()
    page = services.catalog.page(document.id, 1)
    boxes = tuple(line.box for line in page.lines[:1])
    return Citation(document.id, document.name, document.path, 1, "The rent is", boxes, number)


def chat_with(services: Services, *answers: Answer) -> Chat:
    chats = services.chats
    number = None
    for answer in answers:
        number = chats.add_turn(number, answer, "1.2", "9c" * 32)
    assert number
    return chats.open(number)


def answered(*sentences: Sentence) -> Answer:
    return Answer(QUESTION, "…", False, sentences, (), COVERAGE, "small-model")


def supported(services: Services) -> Answer:
    return answered(Sentence("It is 900 euros.", Support.SUPPORTED, (citation(services),)))


def dossier_of(
    services: Services, chat: Chat, shows_unsupported: bool = False, draw: Draw | None = None
) -> Dossier:
    origin = Origin(services.catalog, draw or services.draw, "1.3", shows_unsupported)
    return make_dossier(chat, origin, tell_nobody, Control(), lambda: 1_790_000_000.0)


def texts(layout: Layout) -> str:
    """All that a paragraph or a quote says."""
    paragraphs = [r.text for b in layout.blocks if isinstance(b, Paragraph) for r in b.runs]
    quotes = [f"{b.where}: {b.text}" for b in layout.blocks if isinstance(b, QuoteBlock)]
    return "\n".join([*paragraphs, *quotes])


@pytest.mark.usefixtures("papers")
def test_each_citation_has_its_place_its_lines_and_its_page(services: Services) -> None:
    dossier = dossier_of(services, chat_with(services, supported(services)))
    (entry,) = dossier.entries
    (source,) = dossier.sources
    known = next(iter(services.catalog.known_files().values()))
    assert (source.name, source.place) == ("lease.pdf", "Case 17/leases")
    assert (source.sha256, source.state) == (known.sha256, FileState.SAME)
    assert [(q.number, q.page, q.text) for q in entry.quotes] == [(1, 1, "The rent is")]
    assert entry.statements[0].quotes == (1,)
    assert entry.exhibits[0].png.startswith(b"\x89PNG")
    assert (entry.model, entry.model_sha256, entry.version) == ("small-model", "9c" * 32, "1.2")
    assert dossier.version == "1.3"


@pytest.mark.usefixtures("papers")
def test_where_on_the_machine_the_folder_lies_is_not_told(
    services: Services, tmp_path: Path
) -> None:
    dossier = dossier_of(services, chat_with(services, supported(services)))
    assert str(tmp_path) not in repr(lay_out(dossier))


@pytest.mark.usefixtures("papers")
def test_quotes_are_numbered_through_and_a_page_is_drawn_once_for_an_answer(
    services: Services,
) -> None:
    both = (citation(services, 1), citation(services, 2))
    answer = answered(Sentence("It is 900 euros.", Support.SUPPORTED, both))
    dossier = dossier_of(services, chat_with(services, answer, answer))
    assert [q.number for entry in dossier.entries for q in entry.quotes] == [1, 2, 3, 4]
    assert [len(entry.exhibits) for entry in dossier.entries] == [1, 1]
    assert [q.number for q in dossier.entries[1].exhibits[0].quotes] == [3, 4]
    assert len(dossier.sources) == 1


@pytest.mark.usefixtures("papers")
def test_sentences_without_support_are_left_out_or_marked(services: Services) -> None:
    made_up = Sentence("Everybody is happy.", Support.UNSUPPORTED)
    partly = Sentence("It is paid monthly.", Support.PARTLY, (citation(services),))
    chat = chat_with(services, answered(partly, made_up))
    strict = texts(lay_out(dossier_of(services, chat)))
    assert "happy" not in strict
    assert "1 sentence found no support in the documents, and is left out." in strict
    assert "(partly supported)" in strict
    marked = texts(lay_out(dossier_of(services, chat, shows_unsupported=True)))
    assert "Everybody is happy." in marked
    assert "(no support found)" in marked


@pytest.mark.usefixtures("papers")
def test_the_formula_of_a_computed_figure_is_shown(services: Services) -> None:
    cited = (citation(services),)
    computed = Sentence("It is 10,800 a year.", Support.SUPPORTED, cited, "900 × 12 = 10,800")
    said = texts(lay_out(dossier_of(services, chat_with(services, answered(computed)))))
    assert "(calculated: 900 × 12 = 10,800)" in said


@pytest.mark.usefixtures("papers")
def test_how_a_question_was_understood_is_told(services: Services) -> None:
    answer = replace(supported(services), meant="What was the rent of the station in 2022?")
    layout = lay_out(dossier_of(services, chat_with(services, answer)))
    assert "Understood as: What was the rent of the station in 2022?" in texts(layout)
    plain = lay_out(dossier_of(services, chat_with(services, supported(services))))
    assert "Understood as" not in texts(plain)


def test_a_changed_file_is_said_to_be_and_its_page_is_not_shown(
    services: Services, papers: Path
) -> None:
    chat = chat_with(services, supported(services))
    write_pdf(papers / "leases" / "lease.pdf", "The rent is 2,000 euros.")
    index(services, papers)
    dossier = dossier_of(services, chat)
    assert [source.state for source in dossier.sources] == [FileState.CHANGED]
    assert dossier.sources[0].sha256 == chat.turns[0].record.sources[0][1]
    assert dossier.entries[0].exhibits[0].png == b""
    said = texts(lay_out(dossier))
    assert "The file has changed since" in said
    assert "No picture of this page: the file has changed" in said


def test_a_file_that_is_gone_is_said_to_be_and_the_rest_is_there(
    services: Services, papers: Path
) -> None:
    chat = chat_with(services, supported(services))
    (papers / "leases" / "lease.pdf").unlink()
    dossier = dossier_of(services, chat)
    assert [source.state for source in dossier.sources] == [FileState.GONE]
    assert dossier.entries[0].quotes[0].text == "The rent is"
    assert "The file is gone" in texts(lay_out(dossier))


@pytest.mark.usefixtures("papers")
def test_a_file_that_only_a_conversation_names_is_not_looked_at(
    services: Services, tmp_path: Path
) -> None:
    private = tmp_path / "private.pdf"
    private.write_bytes(b"somebody else's")
    named = Citation(99, "private.pdf", str(private), 1, "…", ())
    chat = chat_with(services, answered(Sentence("Yes.", Support.SUPPORTED, (named,))))
    dossier = dossier_of(services, chat, draw=no_drawing)
    assert [source.state for source in dossier.sources] == [FileState.FORGOTTEN]
    assert "no longer in the library" in texts(lay_out(dossier))


def no_drawing(_document: int, _page: int, _scale: float) -> Picture:
    raise AssertionError("a page was drawn")


@pytest.mark.usefixtures("papers")
def test_a_page_that_cannot_be_drawn_says_why(services: Services) -> None:
    def locked(_document: int, _page: int, _scale: float) -> Picture:
        raise PasswordNeeded

    dossier = dossier_of(services, chat_with(services, supported(services)), draw=locked)
    assert "The document is locked with a password." in texts(lay_out(dossier))


@pytest.mark.usefixtures("papers")
def test_an_abstained_answer_shows_the_closest_passages_and_what_was_not_read(
    services: Services,
) -> None:
    c = citation(services)
    hit = Hit(c.document, c.document_name, c.path, 1, 0.4, TEXT, 0, 20, c.boxes, 1, "The rent")
    abstained = Answer("Who is the king?", "", True, (), (hit,) * 5, COVERAGE)
    layout = lay_out(dossier_of(services, chat_with(services, abstained), draw=no_drawing))
    said = texts(layout)
    assert "Not in your documents." in said
    assert said.count("lease.pdf, page 1: The rent") == 3
    assert "1 of 3 documents could not be read" in said
    assert "scan.pdf" in said


@pytest.mark.usefixtures("papers")
def test_making_a_dossier_is_told_and_can_be_stopped(services: Services) -> None:
    chat = chat_with(services, *[supported(services)] * 3)
    told: list[object] = []
    origin = Origin(services.catalog, services.draw, "1.3")
    make_dossier(chat, origin, told.append, Control())
    assert told == [DossierProgress(done, 3) for done in range(4)]
    stopped = Control()
    stopped.cancel()
    with pytest.raises(Cancelled):
        make_dossier(chat, origin, tell_nobody, stopped)


def test_nothing_that_controls_or_hides_text_comes_through(database: Database) -> None:
    evil = "a\x1b[2J\u202eb\x00"
    answer = Answer(evil, "", True, (), (), Coverage(1, 0, (evil,)), evil)
    origin = Origin(Catalog(database), no_drawing, "1.3")
    chat = Chat(1, evil, (Turn(evil, answer),))
    shown = repr(lay_out(make_dossier(chat, origin, tell_nobody, Control())))
    assert "a[2Jb" in shown
    assert not any(code in shown for code in ("\\x1b", "\\u202e", "\\x00"))


@pytest.mark.usefixtures("papers")
def test_the_marker_covers_the_cited_line_and_leaves_its_letters(services: Services) -> None:
    c = citation(services)
    scale = 2.0
    plain = pixels_of(services.draw(c.document, 1, scale))
    marked = plain.copy()
    mark_lines(marked, c.boxes, scale)
    x0, y0, x1, y1 = (round(side * scale) for side in c.boxes[0])
    assert (marked[y0:y1, x0:x1] != plain[y0:y1, x0:x1]).any(axis=2).mean() > 0.5
    darkest = plain[y0:y1, x0:x1].sum(axis=2).argmin()
    assert marked[y0:y1, x0:x1].reshape(-1, 3)[darkest].sum() < 200
    assert np.array_equal(marked[y1 + 20 :], plain[y1 + 20 :])


def test_boxes_outside_a_page_mark_nothing() -> None:
    page = np.full((10, 10, 3), 255, np.uint8)
    mark_lines(page, [(-1e308, 50.0, 1e308, 1e308), (3.0, 9.0, 1.0, -4.0)], 1.7)
    assert page[:5].min() == 255


@pytest.mark.usefixtures("papers")
def test_pictures_are_not_larger_than_their_page(services: Services) -> None:
    layout = lay_out(dossier_of(services, chat_with(services, supported(services))))
    (image,) = (block for block in layout.blocks if isinstance(block, ImageBlock))
    assert (round(image.width), round(image.height)) == (595, 842)
