"""What every `Embedder` keeps."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import pytest

from app.backends.fakes import FakeEmbedder
from app.backends.sentence_transformer import SentenceTransformerEmbedder
from app.core.interfaces import Embedder
from tests.contract.models import E5, MINILM, installed

TEXTS = [
    "The heron fishes at dawn.",
    "Invoices are paid within 30 days.",
    "Het verlof duurt vijf dagen.",
]


@lru_cache
def real(name: str) -> Embedder:
    return SentenceTransformerEmbedder(installed(name), f"{name}@0", 2)


MAKERS = [
    pytest.param(FakeEmbedder, id="fake"),
    pytest.param(lambda: real(E5), id="e5", marks=pytest.mark.slow),
    pytest.param(lambda: real(MINILM), id="minilm", marks=pytest.mark.slow),
]


@pytest.fixture(params=MAKERS)
def embedder(request: pytest.FixtureRequest) -> Embedder:
    make: Callable[[], Embedder] = request.param
    return make()


def test_every_vector_has_length_one_and_the_embedders_size(embedder: Embedder) -> None:
    passages, query = embedder.embed_passages(TEXTS), embedder.embed_query("What is paid?")
    assert passages.shape == (3, embedder.dimensions)
    assert query.shape == (1, embedder.dimensions)
    assert passages.dtype == query.dtype == np.float32
    assert np.allclose(np.linalg.norm(np.vstack([passages, query]), axis=1), 1.0, atol=1e-4)


def test_rows_are_in_the_order_of_the_texts(embedder: Embedder) -> None:
    texts = [TEXTS[0] * 9, TEXTS[1], TEXTS[2] * 3, "Short."]
    together = embedder.embed_passages(texts)
    alone = np.vstack([embedder.embed_passages([text]) for text in texts])
    assert np.allclose((together * alone).sum(axis=1), 1.0, atol=1e-3)


def test_the_same_text_has_the_same_vector_every_time(embedder: Embedder) -> None:
    assert np.array_equal(embedder.embed_passages(TEXTS), embedder.embed_passages(TEXTS))
    assert np.array_equal(embedder.embed_query(TEXTS[0]), embedder.embed_query(TEXTS[0]))


@pytest.mark.parametrize("text", ["", " ", "\n", "…", "x", "\u0000\u200b", "long " * 3_000])
def test_no_text_is_too_odd(embedder: Embedder, text: str) -> None:
    for vector in (embedder.embed_query(text), embedder.embed_passages([text])):
        assert np.isfinite(vector).all()
        assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-4)


def test_a_question_is_nearest_to_the_passage_that_answers_it(embedder: Embedder) -> None:
    cosines = embedder.embed_passages(TEXTS) @ embedder.embed_query("When are invoices paid?")[0]
    assert int(cosines.argmax()) == 1


def test_the_id_names_the_model_and_stays(embedder: Embedder) -> None:
    assert embedder.model_id
    assert embedder.model_id == embedder.model_id


@pytest.mark.slow
def test_e5_gets_queries_and_passages_apart() -> None:
    embedder = real(E5)
    query, passage = embedder.embed_query(TEXTS[0])[0], embedder.embed_passages([TEXTS[0]])[0]
    assert float(query @ passage) < 0.999


@pytest.mark.slow
def test_e5_finds_an_answer_in_another_language() -> None:
    embedder = real(E5)
    cosines = embedder.embed_passages(TEXTS) @ embedder.embed_query("How long is the leave?")[0]
    assert int(cosines.argmax()) == 2
