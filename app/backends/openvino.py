"""OpenVINO: the encoder of a sentence-transformers folder, computed as fast as the processor can.

Each text is computed alone, at its own length: nothing is padded, and one text's vector never
depends on the others. Weights are in eight bits; the vectors are those of `sentence_transformer`
all the same (cosine above .999), and have the same `model_id`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import numpy as np

from app.backends.bert_folder import BertFolder, Floats
from app.backends.openvino_encoder import GROUP, encoder_of
from app.core.arrays import Vectors


class OpenVinoEmbedder:
    """Implements `Embedder`. Raises anything when this machine or folder is not for it."""

    def __init__(self, folder: Path, model_id: str, threads: int) -> None:
        leave_telemetry_alone()
        import openvino

        self.model_id = model_id
        self._folder = BertFolder(folder)
        self.dimensions = self._folder.size
        settings = {
            "INFERENCE_NUM_THREADS": threads,
            "NUM_STREAMS": threads,
            "DYNAMIC_QUANTIZATION_GROUP_SIZE": GROUP,
            "ENABLE_CPU_PINNING": False,
        }
        core: Any = openvino.Core()
        compiled = core.compile_model(encoder_of(self._folder), "CPU", settings)
        self._idle: SimpleQueue[Any] = SimpleQueue()
        for _ in range(threads):
            self._idle.put(compiled.create_infer_request())
        self._workers = ThreadPoolExecutor(threads, "embedding")
        self.embed_query("Strongroom")  # what cannot be computed here shows now

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        longest_first = sorted(range(len(texts)), key=lambda i: -len(texts[i]))
        found = np.empty((len(texts), self.dimensions), np.float32)
        computed = self._workers.map(self._passage, [texts[i] for i in longest_first])
        for place, vector in zip(longest_first, computed, strict=True):
            found[place] = vector
        return found

    def embed_query(self, text: str) -> Vectors:
        return self._computed(self._folder.query(text))[None]

    def _passage(self, text: str) -> Vectors:
        return self._computed(self._folder.passage(text))

    def _computed(self, rows: Floats) -> Vectors:
        request = self._idle.get()
        try:
            request.infer({0: rows})
            mean: Vectors = request.get_output_tensor().data[0].copy()
        finally:
            self._idle.put(request)
        unit: Vectors = mean / np.linalg.norm(mean)
        return unit


def leave_telemetry_alone() -> None:
    """Keep out a package that tells its makers of each use: OpenVINO does without it."""
    sys.modules["openvino_telemetry"] = None  # type: ignore[assignment]
