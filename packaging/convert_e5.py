"""Turns the packed multilingual-e5-small (`e5-small-q4.bin`) into a sentence-transformers folder.

Owns that one file format. The same input makes the same bytes on every system.
"""

from __future__ import annotations

import json
import struct
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

MAGIC = b"E5S1"
BLOCK = 32
BLOCK_BYTES = 2 + BLOCK // 2
PLAIN, PACKED = 0, 1

# What the model's own normalizer does beyond NFKC: it drops these, and turns those into spaces.
DROPPED = r"[\x{01}-\x{08}\x{0B}\x{0E}-\x{1F}\x{7F}\x{8F}\x{9F}]"
BLANKS = r"[\x{1680}\x{200B}-\x{200F}\x{2028}\x{2029}\x{2581}\x{FEFF}\x{FFFD}\s]+"

TOP_NAMES = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}

Array = NDArray[np.float16]


@dataclass(frozen=True)
class Shape:
    """The sizes that the file's head states."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


class Cursor:
    """Reads little-endian values one after the other from bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def values(self, form: str) -> tuple[Any, ...]:
        found = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return found

    def bytes(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]


def convert(packed: Path, folder: Path) -> None:
    """Write the model in `packed` as files into `folder`, which is made. ValueError if unfit."""
    cursor = Cursor(packed.read_bytes())
    shape = read_shape(cursor)
    pieces = read_pieces(cursor)
    tensors = read_tensors(cursor, shape)
    folder.mkdir(parents=True, exist_ok=True)
    write_tensors(folder / "model.safetensors", tensors)
    for name, content in settings(shape).items():
        write_json(folder / name, content)
    write_json(folder / "tokenizer.json", tokenizer(pieces))


def read_shape(cursor: Cursor) -> Shape:
    """The sizes; ValueError if the file is of another kind."""
    magic, version = cursor.bytes(4), cursor.values("I")[0]
    if magic != MAGIC or version != 1:
        raise ValueError("This is not a packed e5 model of version 1.")
    shape = Shape(*cursor.values("7if"))
    (block,) = cursor.values("i")
    if block != BLOCK:
        raise ValueError(f"The packed e5 model has blocks of {block} values instead of {BLOCK}.")
    return shape


def read_pieces(cursor: Cursor) -> list[tuple[str, float]]:
    """The tokenizer's pieces with their scores, in the order of their numbers."""
    (count,) = cursor.values("i")
    cursor.values("4i")
    (length,) = cursor.values("Q")
    starts = cursor.values(f"{count + 1}I")
    scores = cursor.values(f"{count}f")
    text = cursor.bytes(length)
    _, map_bytes = cursor.values("iI")
    cursor.bytes(map_bytes)
    pieces = [text[starts[i] : starts[i + 1]].decode() for i in range(count)]
    return list(zip(pieces, scores, strict=True))


def read_tensors(cursor: Cursor, shape: Shape) -> dict[str, Array]:
    """All weights under the names that a BertModel gives them."""
    (count,) = cursor.values("i")
    tensors = {}
    for _ in range(count):
        name = cursor.bytes(cursor.values("H")[0]).decode()
        kind, size, start, length = cursor.values("BIQQ")
        raw = cursor.data[start : start + length]
        flat = np.frombuffer(raw, "<f4") if kind == PLAIN else unpack(raw)
        tensors[bert_name(name)] = as_matrix(name, flat[:size].astype("<f2"), shape)
    # BertModel has a pooler, which e5 does not use: without one, loading it warns each time.
    tensors["pooler.dense.weight"] = np.zeros((shape.hidden, shape.hidden), "<f2")
    tensors["pooler.dense.bias"] = np.zeros(shape.hidden, "<f2")
    return tensors


def unpack(raw: bytes) -> NDArray[np.float32]:
    """The values of blocks of one f16 scale and 32 nibbles, low nibbles first."""
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1)
    flat: NDArray[np.float32] = ((nibbles.astype(np.float32) - 8) * scales).ravel()
    return flat


def bert_name(name: str) -> str:
    """`l3.q.w` is `encoder.layer.3.attention.self.query.weight`."""
    if name in TOP_NAMES:
        return TOP_NAMES[name]
    layer, part, kind = name.split(".")
    ending = {"w": "weight", "b": "bias"}[kind]
    return f"encoder.layer.{int(layer[1:])}.{LAYER_NAMES[part]}.{ending}"


def as_matrix(name: str, flat: Array, shape: Shape) -> Array:
    """`flat` in the shape that its name asks for; vectors stay as they are."""
    part = name.split(".")[1]
    if not name.endswith(".b") and part in ("word", "pos", "type", "q", "k", "v", "ao", "fi"):
        return flat.reshape(-1, shape.hidden)
    return flat.reshape(-1, shape.feed_forward) if name.endswith("fo.w") else flat


def write_tensors(path: Path, tensors: dict[str, Array]) -> None:
    """Write a safetensors file: a header of fixed order, then the values."""
    header: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    start = 0
    for name in sorted(tensors):
        end = start + tensors[name].nbytes
        shape = list(tensors[name].shape)
        header[name] = {"dtype": "F16", "shape": shape, "data_offsets": [start, end]}
        start = end
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with path.open("wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for name in sorted(tensors):
            file.write(tensors[name].tobytes())


def write_json(path: Path, content: object) -> None:
    path.parent.mkdir(exist_ok=True)
    text = json.dumps(content, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def tokenizer(pieces: list[tuple[str, float]]) -> dict[str, Any]:
    """The content of tokenizer.json: Unigram pieces, framed as `<s> A </s>`."""
    special = {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3, "<mask>": len(pieces) - 1}
    space = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [added_token(number, piece) for piece, number in special.items()],
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                {"type": "Replace", "pattern": {"Regex": DROPPED}, "content": ""},
                {"type": "NFKC"},
                {"type": "Replace", "pattern": {"Regex": BLANKS}, "content": " "},
                {"type": "Strip", "strip_left": True, "strip_right": True},
            ],
        },
        "pre_tokenizer": space,
        "post_processor": frame("<s>", "</s>", special),
        "decoder": space,
        "model": {"type": "Unigram", "unk_id": 3, "vocab": pieces, "byte_fallback": False},
    }


def added_token(number: int, piece: str) -> dict[str, Any]:
    return {
        "id": number,
        "content": piece,
        "single_word": False,
        "lstrip": piece == "<mask>",
        "rstrip": False,
        "normalized": False,
        "special": True,
    }


def frame(first: str, last: str, special: dict[str, int]) -> dict[str, Any]:
    """The rule that puts `first` and `last` around a text, and between two."""
    opening, closing = ({"SpecialToken": {"id": token, "type_id": 0}} for token in (first, last))
    one, two = ({"Sequence": {"id": name, "type_id": 0}} for name in "AB")
    return {
        "type": "TemplateProcessing",
        "single": [opening, one, closing],
        "pair": [opening, one, closing, closing, two, closing],
        "special_tokens": {
            token: {"id": token, "ids": [special[token]], "tokens": [token]}
            for token in (first, last)
        },
    }


def settings(shape: Shape) -> dict[str, Any]:
    """The small files of the folder, by name."""
    kind = "sentence_transformers.models"
    return {
        "config.json": bert_config(shape),
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": shape.positions,
            "bos_token": "<s>",
            "eos_token": "</s>",
            "unk_token": "<unk>",
            "sep_token": "</s>",
            "pad_token": "<pad>",
            "cls_token": "<s>",
            "mask_token": "<mask>",
        },
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": f"{kind}.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": f"{kind}.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": f"{kind}.Normalize"},
        ],
        "sentence_bert_config.json": {"max_seq_length": shape.positions, "do_lower_case": False},
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "document": "passage: "},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
        "1_Pooling/config.json": {
            "word_embedding_dimension": shape.hidden,
            "pooling_mode_cls_token": False,
            "pooling_mode_mean_tokens": True,
            "pooling_mode_max_tokens": False,
            "pooling_mode_mean_sqrt_len_tokens": False,
        },
        "2_Normalize/config.json": {},
    }


def bert_config(shape: Shape) -> dict[str, Any]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "dtype": "float32",
        "hidden_act": "gelu",
        "hidden_size": shape.hidden,
        "intermediate_size": shape.feed_forward,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "vocab_size": shape.vocabulary,
        "max_position_embeddings": shape.positions,
        "type_vocab_size": shape.token_types,
        "layer_norm_eps": round(shape.epsilon, 15),
        "pad_token_id": 1,
        "bos_token_id": 0,
        "eos_token_id": 2,
        "hidden_dropout_prob": 0.1,
        "attention_probs_dropout_prob": 0.1,
    }


if __name__ == "__main__":
    convert(Path(sys.argv[1]), Path(sys.argv[2]))
