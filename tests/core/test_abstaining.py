"""The first gate: what a search tells about whether the documents hold the answer."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from app.core.asking import Asker
from app.core.control import Control
from app.core.events import tell_nobody
from app.core.interfaces import LanguageModel
from app.core.prompt import PromptBuilder
from app.core.search.abstaining import (
    FEWEST_CHUNKS,
    LEAST_CHANCE,
    MEASURED,
    Cosines,
    Signals,
    chance,
    coverage,
    measure_signals,
)
from app.core.search.retrieval import Retriever
from app.core.storage.catalog import Catalog
from app.core.types import Answer, State
from tests.core.library import STAMP, WORDS, WritingModel, no_model, store

KNOWN = f"{next(iter(MEASURED))}@0123456789ab"
EMBEDDERS = (KNOWN, "some-other-model@0123456789ab", "")
GOOD = Signals(KNOWN, 0.88, 0.10, 0.02, 1_000, 0.7, False)
BAD = Signals(KNOWN, 0.78, 0.03, 0.02, 1_000, 0.1, False)
LEASE = "The monthly rent of the station is EUR 1,250. The lease runs for nine years."


@pytest.mark.parametrize("embedder", EMBEDDERS)
def test_a_hit_that_has_it_all_passes_and_one_that_has_nothing_does_not(embedder: str) -> None:
    assert chance(replace(GOOD, embedder=embedder)) > 0.5
    assert chance(replace(BAD, embedder=embedder)) < LEAST_CHANCE


@pytest.mark.parametrize("embedder", EMBEDDERS)
@pytest.mark.parametrize("signal", ["cosine", "lead", "coverage"])
def test_more_of_a_good_sign_never_lowers_the_chance(embedder: str, signal: str) -> None:
    changes: list[dict[str, Any]] = [{signal: step / 20} for step in range(21)]
    values = [chance(replace(BAD, embedder=embedder, **change)) for change in changes]
    assert all(a <= b for a, b in itertools.pairwise(values))


def test_the_cosines_of_an_unknown_embedder_count_only_against_each_other() -> None:
    low, high = (replace(GOOD, embedder="other", cosine=value) for value in (0.2, 0.9))
    assert chance(low) == chance(high)
    assert chance(replace(low, lead=0.01)) < chance(low)


def test_in_a_handful_of_chunks_nothing_is_made_of_their_spread() -> None:
    small = replace(GOOD, embedder="other", chunks=FEWEST_CHUNKS - 1)
    assert chance(small) == chance(replace(small, lead=0.0))


@pytest.mark.parametrize("embedder", EMBEDDERS)
def test_a_question_in_another_language_need_not_share_its_words(embedder: str) -> None:
    apart = replace(GOOD, embedder=embedder, coverage=0.0)
    assert chance(replace(apart, is_foreign=True)) > chance(apart)


def test_signals_stay_within_bounds_whatever_the_numbers() -> None:
    wild = replace(GOOD, cosine=-1e9)
    assert 0.0 <= chance(wild) < LEAST_CHANCE


def test_coverage_weighs_rare_words_and_takes_other_endings() -> None:
    rarity = {"gate": 1.0, "surrendered": 3.0}
    assert coverage("They surrender.", rarity) == 0.75
    assert coverage("The gate.", rarity) == 0.25
    assert coverage("Nothing of it.", rarity) == 0.0
    assert coverage("They surrender.", {}) == 0.0


@pytest.mark.parametrize(("text", "share"), [("In 2019.", 0.0), ("In 2018.", 1.0)])
def test_a_year_is_not_taken_for_its_neighbour(text: str, share: float) -> None:
    assert coverage(text, {"2018": 1.0}) == share


@pytest.mark.parametrize(
    ("question", "is_foreign"),
    [
        ("What is the rent of the station?", False),
        ("Quel est le loyer de la gare ?", True),
        ("1250", False),
    ],
)
def test_a_question_is_foreign_when_the_evidence_is_in_another_language(
    question: str, is_foreign: bool
) -> None:
    assert measure_signals(question, [LEASE], {}, Cosines([], 2, "")).is_foreign is is_foreign


def test_the_lead_is_measured_from_the_middle_of_the_cosines() -> None:
    signals = measure_signals("?", [LEASE], {}, Cosines([0.9, 0.6, 0.5], 3, KNOWN))
    assert (signals.cosine, signals.chunks, signals.embedder) == (0.9, 3, KNOWN)
    assert signals.lead == pytest.approx(0.3)
    assert measure_signals("?", [], {}, Cosines([], 3, KNOWN)).embedder == ""


def test_the_middle_of_a_large_library_is_told_from_its_nearest_chunks() -> None:
    drawn = np.sort(np.random.default_rng(1).normal(0.5, 0.1, 20_000))[::-1]
    middle, spread = Cosines([float(c) for c in drawn[:1_000]], len(drawn), KNOWN).distribution()
    assert middle == pytest.approx(0.5, abs=0.03)
    assert spread == pytest.approx(0.1, abs=0.02)


@pytest.fixture
def library(catalog: Catalog) -> Catalog:
    """A lease, a heron, and a scan that could not be read."""
    store(catalog, "lease.pdf", LEASE)
    store(catalog, "heron.pdf", "The heron fishes in the river at dawn.")
    source = catalog.add_source("/documents")
    scan = catalog.add_waiting(source, "/documents/scan.pdf", "scan.pdf", STAMP)
    catalog.store_failure(scan, STAMP, "", State.FAILED, "No text.")
    return catalog


def ask(
    library: Catalog,
    question: str,
    scope: Collection[int] | None,
    load_model: Callable[[], LanguageModel] = no_model,
) -> Answer:
    """Without a model of the test's own, asking one is an error."""
    prompts = PromptBuilder(WORDS, 1_000)
    retriever = Retriever(library, None, None)
    asker = Asker(library, retriever, prompts, load_model, None, LEAST_CHANCE)
    return asker.ask(question, (), scope, tell_nobody, Control())


FAR = "At which river did admiral Quillfeather surrender his frigate?"


def test_what_is_not_there_is_refused_with_the_closest_passages_and_what_was_searched(
    library: Catalog,
) -> None:
    answer = ask(library, FAR, None)
    assert (answer.abstained, answer.answer) == (True, "")
    assert [hit.document_name for hit in answer.hits] == ["heron.pdf"]
    assert (answer.coverage.documents, answer.coverage.searchable) == (3, 2)
    assert answer.coverage.unreadable == ("scan.pdf",)


def test_within_a_scope_only_that_is_searched_and_told(library: Catalog) -> None:
    numbers = {document.name: document.id for document in library.documents()}
    picked = [numbers["heron.pdf"], numbers["scan.pdf"]]
    answer = ask(library, FAR, picked, lambda: WritingModel(WORDS["English"].nothing))
    assert answer.abstained
    assert [hit.document_name for hit in answer.hits] == ["heron.pdf"]
    assert (answer.coverage.documents, answer.coverage.pages) == (2, 1)
    assert answer.coverage.unreadable == ("scan.pdf",)


def test_what_is_there_is_not_refused(library: Catalog) -> None:
    with pytest.raises(AssertionError, match="the model was called"):
        ask(library, "What is the monthly rent of the station?", None)
