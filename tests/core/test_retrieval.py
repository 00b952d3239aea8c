"""Search: by meaning and by keyword, in one order."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from app.backends.fakes import FakeEmbedder, FakeStore
from app.core.arrays import Vectors
from app.core.chunking import described
from app.core.search.retrieval import Retriever, rarest, sentence_that_matters
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.storage.vectors import Place, VectorIndex
from app.core.types import Chunk
from tests.core.library import page_of, store

ANIMALS = {
    "heron.pdf": "The heron fishes in the river Demer at dawn.",
    "otter.pdf": "The otter dives in the river Demer at night.",
    "beaver.pdf": "The beaver builds a dam of willow branches.",
}


@pytest.fixture
def library(catalog: Catalog) -> Catalog:
    for name, text in ANIMALS.items():
        store(catalog, name, text)
    return catalog


@pytest.fixture
def retriever(database: Database, library: Catalog, tmp_path: Path) -> Retriever:
    """By meaning and by keyword."""
    embedder = FakeEmbedder()
    index = VectorIndex(
        database,
        Place(tmp_path / "vectors", "here"),
        FakeStore,
        embedder.model_id,
        embedder.dimensions,
    )
    chunks = library.chunks_without_vectors(embedder.model_id, 100)
    index.add([c.id for c in chunks], embedder.embed_passages([described(c) for c in chunks]))
    return Retriever(library, embedder, index)


def names(retriever: Retriever, question: str, k: int = 3) -> list[str]:
    return [hit.document_name for hit in retriever.find(question, k).hits]


def test_the_document_that_says_it_comes_first(retriever: Retriever) -> None:
    assert names(retriever, "What does the beaver build?")[0] == "beaver.pdf"
    assert names(retriever, "Does the otter dive at night?")[0] == "otter.pdf"


def test_what_is_said_around_a_question_leads_to_no_other_document(retriever: Retriever) -> None:
    around = "Assume that you are an analyst of the heron that fishes in the river at dawn."
    assert names(retriever, around)[0] == "heron.pdf"
    assert names(retriever, f"{around} What does the beaver build of willow?")[0] == "beaver.pdf"


def test_a_rare_word_decides_where_the_meaning_is_the_same(
    database: Database, catalog: Catalog, tmp_path: Path
) -> None:
    """All chunks get the same vector: only the words can tell them apart."""
    for number in range(6):
        store(catalog, f"{number}.pdf", f"Clause number {'ZX-81' if number == 4 else number}.")

    class Same(FakeEmbedder):
        model_id = "same"

        def _vector(self, _text: str) -> Vectors:
            return super()._vector("same")

    embedder = Same()
    index = VectorIndex(database, Place(tmp_path, "here"), FakeStore, "same", embedder.dimensions)
    chunks = catalog.chunks_without_vectors("same", 100)
    index.add([c.id for c in chunks], embedder.embed_passages([c.text for c in chunks]))
    found = Retriever(catalog, embedder, index).find("What does clause ZX-81 say?", 3)
    assert found.hits[0].document_name == "4.pdf"
    assert found.hits[0].score > found.hits[1].score + 0.01


def test_without_an_embedder_keywords_alone_are_searched(library: Catalog) -> None:
    retriever = Retriever(library, None, None)
    assert names(retriever, "the heron") == ["heron.pdf"]
    assert set(names(retriever, "river Demer")) == {"heron.pdf", "otter.pdf"}
    nothing = retriever.find("submarine", 3)
    assert (nothing.hits, nothing.signals.coverage) == ((), 0.0)


@pytest.mark.parametrize(
    "question", ["", "?!", "the of and", '"', "NEAR(", "a AND OR NOT *", "x" * 9_000]
)
def test_no_question_breaks_the_keyword_search(library: Catalog, question: str) -> None:
    Retriever(library, None, None).find(question, 3)


def test_only_documents_in_the_scope_are_found(retriever: Retriever, library: Catalog) -> None:
    (otter,) = (d.id for d in library.documents() if d.name == "otter.pdf")
    hits = retriever.find("Where does the heron fish?", 5, [otter]).hits
    assert [hit.document_name for hit in hits] == ["otter.pdf"]
    assert retriever.find("heron", 5, []).hits == ()


def test_a_text_that_is_there_twice_is_found_once(library: Catalog) -> None:
    store(library, "copy of heron.pdf", ANIMALS["heron.pdf"])
    assert len(names(Retriever(library, None, None), "heron Demer dawn", 10)) == 2


def test_hits_are_best_first_and_as_many_as_asked_for(retriever: Retriever) -> None:
    found = retriever.find("Which animal is in the river?", 2)
    assert len(found.hits) == 2
    assert all(a.score >= b.score for a, b in itertools.pairwise(found.hits))


def test_a_search_tells_how_far_what_it_found_stands_out(
    retriever: Retriever, library: Catalog
) -> None:
    there = retriever.find("What does the beaver build?", 3).signals
    absent = retriever.find("What does the submarine weigh?", 3).signals
    assert there.embedder == FakeEmbedder.model_id
    assert there.coverage > 0.7 > 0.1 > absent.coverage
    assert there.lead > absent.lead
    assert there.chunks == 3
    (otter,) = (d.id for d in library.documents() if d.name == "otter.pdf")
    assert retriever.find("What does the beaver build?", 3, [otter]).signals.chunks == 1


def test_a_hit_knows_where_it_stands_and_marks_the_sentence_that_matters(catalog: Catalog) -> None:
    store(
        catalog, "a.pdf", "Nothing here.", "The mill grinds.\n\nThe lock has 40 gates.\n\nThe end."
    )
    (hit,) = Retriever(catalog, None, None).find("How many gates has the lock?", 1).hits
    lines = catalog.page(hit.document, 2).lines
    assert (hit.page, hit.path, hit.document_name) == (2, "/documents/a.pdf", "a.pdf")
    assert hit.marked == "The lock has 40 gates."
    assert hit.marked_boxes == (lines[1].box,)
    assert hit.boxes == tuple(line.box for line in lines)


def test_the_sentence_that_matters_is_within_its_chunk() -> None:
    page = page_of("Gates and lock.\n\nOther words.\n\nGates and lock again.")
    start = page.text.index("Other")
    chunk = Chunk(1, start, len(page.text), "")
    assert (
        page.text[slice(*sentence_that_matters(page, chunk, "lock gates"))]
        == "Gates and lock again."
    )


@pytest.mark.parametrize(
    ("text", "question", "matters"),
    [
        ("5.\n\nThe otter dives at night.", "Who rules?", "The otter dives at night."),
        (
            "\n".join(f"Row {i} of figures 1 2 3" for i in range(99)),
            "row 7?",
            "Row 7 of figures 1 2 3",
        ),
    ],
)
def test_a_bare_number_or_a_whole_table_is_not_what_matters(
    text: str, question: str, matters: str
) -> None:
    page = page_of(text)
    start, end = sentence_that_matters(page, Chunk(1, 0, len(text), ""), question)
    assert page.text[start:end] == matters


def test_of_two_questions_each_has_its_best_passage_first(retriever: Retriever) -> None:
    both = "Who builds a dam of willow branches? And who dives in the river at night?"
    hits = retriever.find(both, 2).hits
    assert [hit.document_name for hit in hits] == ["beaver.pdf", "otter.pdf"]
    assert hits[0].score == hits[1].score


def test_common_words_are_left_out_where_ranking_them_would_keep_somebody_waiting() -> None:
    assert list(rarest({"river": 19_990, "otter": 3, "dive": 10})) == ["otter", "dive"]
    assert list(rarest({"river": 15_000, "otter": 3})) == ["otter", "river"]
    assert list(rarest({"river": 400_000})) == ["river"]
    assert list(rarest({})) == []


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Welke vergunningen zijn er?", "De vergunning geldt vijf jaar."),
        ("Quelles déclarations faut-il faire ?", "La declaration se fait en mai."),
        ("Who inspected the turbines?", "The inspection of the turbine was in May."),
        ("Wat kost een parkeerkaart?", "Parkeerkaarten zijn gratis."),
    ],
)
def test_other_forms_of_a_word_are_found_without_an_embedder(
    catalog: Catalog, question: str, text: str
) -> None:
    store(catalog, "other.pdf", "The heron fishes in the river at dawn.")
    store(catalog, "wanted.pdf", text)
    hits = Retriever(catalog, None, None).find(question, 2).hits
    assert [hit.document_name for hit in hits] == ["wanted.pdf"]


def test_a_word_as_it_is_comes_before_its_other_forms(catalog: Catalog) -> None:
    for name, word in (("forms.pdf", "contracting"), ("exact.pdf", "contracts")):
        store(catalog, name, f"The board looked at {word} in spring.")
    hits = Retriever(catalog, None, None).find("contracts", 2).hits
    assert [hit.document_name for hit in hits] == ["exact.pdf", "forms.pdf"]
