"""What every `Embedder` keeps."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest

from app.backends.embedders import fastest_embedder
from app.backends.fakes import FakeEmbedder
from app.backends.openvino import OpenVinoEmbedder
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


@lru_cache
def fast(name: str) -> Embedder:
    return OpenVinoEmbedder(installed(name), f"{name}@0", 2)


MAKERS = [
    pytest.param(FakeEmbedder, id="fake"),
    pytest.param(lambda: real(E5), id="e5", marks=pytest.mark.slow),
    pytest.param(lambda: real(MINILM), id="minilm", marks=pytest.mark.slow),
    pytest.param(lambda: fast(E5), id="fast-e5", marks=pytest.mark.slow),
    pytest.param(lambda: fast(MINILM), id="fast-minilm", marks=pytest.mark.slow),
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


@pytest.mark.slow
@pytest.mark.parametrize("name", [E5, MINILM])
def test_the_fast_embedders_vectors_are_those_of_sentence_transformers(name: str) -> None:
    texts = [TEXTS[2], "Ünïcödé — “Zitate”, 東京 ½ ﬁ 😀", "1,234.56 €\n\n\t x", "heron " * 900]
    usual, quick = real(name), fast(name)
    assert usual.dimensions == quick.dimensions
    pairs = [(usual.embed_passages([text]), quick.embed_passages([text])) for text in texts]
    pairs.append((usual.embed_query(texts[1]), quick.embed_query(texts[1])))
    cosines = [float(one[0] @ other[0]) for one, other in pairs]
    assert min(cosines) > 0.998
    assert sum(cosines) / len(cosines) > 0.999


@pytest.mark.slow
def test_the_fast_embedder_needs_neither_torch_nor_what_tells_others_of_its_use() -> None:
    program = (
        "import sys; from pathlib import Path; from app.backends.embedders import fastest_embedder;"
        "made = fastest_embedder(Path(sys.argv[1]), 'm@0', 1); made.embed_query('Is it there?');"
        "there = {name.split('.')[0] for name, module in sys.modules.items() if module};"
        "print(type(made).__name__, *sorted(there & {*sys.argv[2:]}))"
    )
    unwanted = ("torch", "transformers", "sentence_transformers", "openvino_telemetry")
    command = [sys.executable, "-c", program, str(installed(MINILM)), *unwanted]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["OpenVinoEmbedder"]


@pytest.mark.slow
def test_a_folder_that_says_more_than_is_known_is_left_to_sentence_transformers(
    tmp_path: Path,
) -> None:
    assert isinstance(fastest_embedder(installed(MINILM), "m@0", 1), OpenVinoEmbedder)
    folder = shutil.copytree(installed(MINILM), tmp_path / "other")
    pooling = folder / "1_Pooling" / "config.json"
    told = json.loads(pooling.read_text("utf-8"))
    told |= {"pooling_mode_mean_tokens": False, "pooling_mode_cls_token": True}
    pooling.write_text(json.dumps(told), "utf-8")
    other = fastest_embedder(folder, "m@1", 1)
    assert isinstance(other, SentenceTransformerEmbedder)
    apart = other.embed_query(TEXTS[0])[0] @ fast(MINILM).embed_query(TEXTS[0])[0]
    assert apart < 0.99
