"""What a sentence-transformers folder says of a plain BERT encoder: sizes, tokenizer, weights.

Only folders whose every setting is known here are taken; for all others there is
`sentence_transformer`. Reads what `embedder_folder` has checked; computes nothing.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_TYPES = {"F16": np.float16, "F32": np.float32}
_PLAIN = {"hidden_act": "gelu", "position_embedding_type": "absolute", "is_decoder": False}
_DOCUMENT_PROMPTS = ("document", "passage", "corpus")
"""The names that sentence-transformers looks for, in its order."""


class OtherKindError(Exception):
    """The folder describes something that is not computed here."""


class BertFolder:
    """A folder's words: how texts become tokens, and what the encoder is made of."""

    def __init__(self, folder: Path) -> None:
        """OtherKindError unless this is a BERT encoder with mean pooling."""
        config = _read(folder / "config.json")
        _require(config.get("model_type") == "bert")
        _require(all(config.get(key, value) == value for key, value in _PLAIN.items()))
        self.size, self.heads = int(config["hidden_size"]), int(config["num_attention_heads"])
        self.layers, self.epsilon = int(config["num_hidden_layers"]), config["layer_norm_eps"]
        _check_modules(folder)
        settings = _read(folder / "sentence_bert_config.json")
        _require(not settings.get("do_lower_case"))
        self._longest = min(settings["max_seq_length"], config["max_position_embeddings"])
        prompts = _read(folder / "config_sentence_transformers.json").get("prompts") or {}
        self._query = str(prompts.get("query", ""))
        self._passage = str(next((prompts[n] for n in _DOCUMENT_PROMPTS if n in prompts), ""))
        self._tokenizer: Any = _tokenizer(folder, self._longest)
        self._weights = _mapped(folder / "model.safetensors")
        self._words = self._weights["embeddings.word_embeddings.weight"]
        places = self.weight("embeddings.position_embeddings.weight")
        self._places = places + self.weight("embeddings.token_type_embeddings.weight")[0]

    def query(self, text: str) -> Floats:
        """The rows that go into the encoder for a question, shape (1, tokens, size)."""
        return self._rows(self._query + text)

    def passage(self, text: str) -> Floats:
        return self._rows(self._passage + text)

    def weight(self, name: str) -> Floats:
        return self._weights[name].astype(np.float32)

    def _rows(self, text: str) -> Floats:
        tokens = self._tokenizer.encode(text.strip()).ids
        rows: Floats = self._words[tokens] + self._places[: len(tokens)]
        return rows[None]


def _check_modules(folder: Path) -> None:
    modules = [str(one["type"]).split(".")[-1] for one in _read(folder / "modules.json")]
    _require(modules in (["Transformer", "Pooling"], ["Transformer", "Pooling", "Normalize"]))
    pooling = _read(folder / _read(folder / "modules.json")[1]["path"] / "config.json")
    chosen = {key for key, value in pooling.items() if key.startswith("pooling_") and value}
    _require(chosen in ({"pooling_mode_mean_tokens"}, {"pooling_mode"}))
    _require(pooling.get("pooling_mode", "mean") == "mean" and pooling.get("include_prompt", True))


def _tokenizer(folder: Path, longest: int) -> Any:
    from tokenizers import Tokenizer

    made = Tokenizer.from_file(str(folder / "tokenizer.json"))
    made.enable_truncation(longest)
    made.no_padding()
    return made


def _mapped(path: Path) -> dict[str, NDArray[Any]]:
    """The tensors of a safetensors file, left on the disk until they are looked at."""
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        header: dict[str, Any] = json.loads(file.read(length))
    data = np.asarray(np.memmap(path, np.uint8, "r", 8 + length))
    found = {}
    for name, entry in header.items():
        if name == "__metadata__" or entry["dtype"] not in _TYPES:
            continue
        start, end = entry["data_offsets"]
        kind = np.dtype(_TYPES[entry["dtype"]])
        _require(end - start == math.prod(entry["shape"]) * kind.itemsize)
        found[name.removeprefix("bert.")] = data[start:end].view(kind).reshape(entry["shape"])
    return found


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def _require(is_known: bool) -> None:
    if not is_known:
        raise OtherKindError
