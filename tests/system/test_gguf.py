"""The GGUF reader, on small files made by hand: sane ones, cut ones and absurd ones."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from app.core.errors import ModelError
from app.system.gguf import check_answer_model, read_header

Setting = str | int | bool | list[str] | list[int]

LLAMA: dict[str, Setting] = {
    "general.architecture": "llama",
    "general.name": "Tiny",
    "general.license": "mit",
    "general.file_type": 2,
    "llama.context_length": 8192,
    "llama.block_count": 2,
    "llama.embedding_length": 64,
    "llama.attention.head_count": 8,
    "llama.attention.head_count_kv": 4,
    "tokenizer.ggml.tokens": ["<s>", "a", "b"],
    "tokenizer.chat_template": "{{ messages }}",
}


def text(value: str) -> bytes:
    return struct.pack("<Q", len(value.encode())) + value.encode()


def setting(value: Setting) -> bytes:
    """A typed value: texts are of type 8, lists of type 9, truth of type 7, numbers of type 4."""
    if isinstance(value, str):
        return struct.pack("<I", 8) + text(value)
    if isinstance(value, bool):
        return struct.pack("<I?", 7, value)
    if isinstance(value, int):
        return struct.pack("<II", 4, value)
    kind = 8 if value and isinstance(value[0], str) else 4
    parts = [text(v) if isinstance(v, str) else struct.pack("<I", v) for v in value]
    return struct.pack("<IIQ", 9, kind, len(value)) + b"".join(parts)


def tensor(name: str, sizes: list[int], kind: int = 2, start: int = 0) -> bytes:
    shape = struct.pack(f"<I{len(sizes)}Q", len(sizes), *sizes)
    return text(name) + shape + struct.pack("<IQ", kind, start)


def gguf(
    settings: dict[str, Setting] | None = None, tensors: list[bytes] | None = None, data: int = 36
) -> bytes:
    """A GGUF file with one tensor of 64 values in Q4_0 (two blocks of 18 bytes)."""
    settings = LLAMA if settings is None else settings
    tensors = [tensor("token_embd.weight", [64])] if tensors is None else tensors
    return packed([(key, setting(value)) for key, value in settings.items()], tensors, data)


def packed(settings: list[tuple[str, bytes]], tensors: list[bytes], data: int = 36) -> bytes:
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(settings))
    head += b"".join(text(key) + value for key, value in settings)
    head += b"".join(tensors)
    return head + bytes(-len(head) % 32) + bytes(data)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "model.gguf"


def refusal(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(ModelError) as caught:
        check_answer_model(path)
    assert caught.value.hint
    return caught.value.message


def test_a_header_tells_what_the_model_is(path: Path) -> None:
    path.write_bytes(gguf())
    header = check_answer_model(path)
    assert (header.architecture, header.name, header.licence) == ("llama", "Tiny", "mit")
    assert (header.context_length, header.quantization) == (8192, "Q4_0")
    assert header.chat_template == "{{ messages }}"
    assert header.data_end == path.stat().st_size


def test_memory_of_keys_and_values_follows_layers_heads_and_context(path: Path) -> None:
    path.write_bytes(gguf())
    # Keys and values, two bytes each, 2 layers, 4 heads of 64 / 8 values.
    assert read_header(path).kv_bytes(1000) == 2 * 2 * 2 * 4 * 8 * 1000


def test_memory_and_work_follow_the_list_of_weights(path: Path) -> None:
    """Of embeddings one row is read a token, unless they are the output; of 8 experts 2."""
    experts = LLAMA | {"llama.expert_count": 8, "llama.expert_used_count": 2}
    names = [
        "token_embd.weight",
        "output.weight",
        "blk.0.ffn_up_exps.weight",
        "blk.0.attn_q.weight",
    ]
    tensors = [tensor(name, [64, 8], start=288 * i) for i, name in enumerate(names)]
    path.write_bytes(gguf(experts, tensors, data=4 * 288))
    header = check_answer_model(path)
    assert header.weight_bytes() == 4 * 288
    assert header.active_bytes() == 288 + 288 // 4 + 288
    assert header.active_values() == 512 // 4 + 512
    path.write_bytes(gguf(LLAMA, [tensors[0]], data=288))
    assert check_answer_model(path).active_bytes() == 288


def test_words_by_which_families_are_known_are_found_in_the_vocabulary(path: Path) -> None:
    tokens = {"tokenizer.ggml.tokens": ["<s>", "<|im_start|>", "[INST]", "inst"]}
    path.write_bytes(gguf(LLAMA | tokens))
    header = check_answer_model(path)
    assert header.markers == {"<|im_start|>", "[INST]"}
    assert header.tokens == 4


def test_heads_that_differ_by_layer_count_as_the_most(path: Path) -> None:
    path.write_bytes(gguf(LLAMA | {"llama.attention.head_count_kv": [1, 2]}))
    assert read_header(path).kv_length == 2 * 8


def test_a_model_without_a_chat_template_has_none(path: Path) -> None:
    path.write_bytes(gguf({k: v for k, v in LLAMA.items() if "template" not in k}))
    assert read_header(path).chat_template is None


def test_another_kind_of_file_is_refused(path: Path) -> None:
    assert "not a GGUF" in refusal(path, b"PK\x03\x04" + bytes(100))


def test_an_empty_file_is_refused(path: Path) -> None:
    assert "damaged" in refusal(path, b"")


@pytest.mark.parametrize("version", [0, 1, 4, 3 << 24])
def test_an_unsupported_version_is_refused(path: Path, version: int) -> None:
    assert f"version {version}" in refusal(path, b"GGUF" + struct.pack("<IQQ", version, 1, 1))


def test_a_file_cut_anywhere_in_its_header_is_refused(path: Path) -> None:
    whole = gguf()
    for length in range(4, len(whole) - 36 - 32):
        assert "middle of its header" in refusal(path, whole[:length])


def test_a_file_with_missing_weights_is_refused_with_their_number(path: Path) -> None:
    assert "incomplete: 6 bytes are missing" in refusal(path, gguf(data=30))


@pytest.mark.parametrize(("tensors", "settings"), [(2**40, 1), (1, 2**40)])
def test_absurd_counts_are_refused(path: Path, tensors: int, settings: int) -> None:
    message = refusal(path, b"GGUF" + struct.pack("<IQQ", 3, tensors, settings) + bytes(100))
    assert "claims to have 1,099,511,627,776" in message


def test_an_absurd_text_length_is_refused_without_reading_it(path: Path) -> None:
    head = b"GGUF" + struct.pack("<IQQ", 3, 1, 1) + struct.pack("<Q", 2**60)
    assert "bytes in a text" in refusal(path, head + bytes(100))


def test_an_absurd_list_is_refused_without_reading_it(path: Path) -> None:
    head = b"GGUF" + struct.pack("<IQQ", 3, 1, 1) + text("key")
    assert "in a list" in refusal(path, head + struct.pack("<IIQ", 9, 4, 2**50) + bytes(100))


def test_a_list_longer_than_the_file_is_refused(path: Path) -> None:
    head = b"GGUF" + struct.pack("<IQQ", 3, 1, 1) + text("key")
    assert "ends in" in refusal(path, head + struct.pack("<IIQ", 9, 4, 9_000_000) + bytes(100))


def test_lists_of_lists_are_refused(path: Path) -> None:
    head = b"GGUF" + struct.pack("<IQQ", 3, 1, 1) + text("key")
    assert "unknown type" in refusal(path, head + struct.pack("<IIQ", 9, 9, 1) + bytes(100))


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (tensor("w", [64], kind=99), "unknown type 99"),
        (tensor("w", [2**40, 2**40]), "incomplete"),
        (tensor("w", [64, 2**60]), "weights in a row"),
        (tensor("w", [64], start=2**62), "overlap or leave gaps"),
        (tensor("w", [64], start=2**64 - 32), "overlap or leave gaps"),
        (tensor("w", [1] * 9), "claims to have 9 dimensions"),
        (tensor("w", []), "impossible shape"),
        (tensor("w", [64, 0]), "impossible shape"),
        (tensor("w", [33, 64]), "impossible shape"),
        (tensor("w" * 64, [64]), "bytes in a text"),
        (tensor("w\0", [64]), "without a proper name"),
    ],
)
def test_absurd_tensors_are_refused(path: Path, bad: bytes, why: str) -> None:
    assert why in refusal(path, gguf(tensors=[bad]))


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (tensor("a", [64], start=64), "twice"),
        (tensor("b", [64], start=0), "overlap"),
        (tensor("b", [64], start=32), "overlap"),
        (tensor("b", [64], start=96), "leave gaps"),
    ],
)
def test_weights_that_overlap_or_have_one_name_are_refused(
    path: Path, second: bytes, why: str
) -> None:
    assert why in refusal(path, gguf(tensors=[tensor("a", [64]), second], data=200))


@pytest.mark.parametrize("step", [0, 3, 2**20])
def test_an_absurd_alignment_is_refused(path: Path, step: int) -> None:
    assert "alignment" in refusal(path, gguf(LLAMA | {"general.alignment": step}))


def test_a_setting_that_is_there_twice_is_refused(path: Path) -> None:
    twice = [(key, setting(LLAMA[key])) for key in [*LLAMA, "general.name"]]
    assert "twice" in refusal(path, packed(twice, [tensor("w", [64])]))


@pytest.mark.parametrize(
    ("key", "value", "why"),
    [
        ("general.architecture", 7, "not a text"),
        ("tokenizer.chat_template", 7, "not a text"),
        ("general.name", ["a"], "not a text"),
        ("llama.block_count", "2", "not a number"),
        ("llama.block_count", True, "not a number"),
        ("llama.block_count", 513, "claims 513"),
        ("llama.expert_count", 10_000, "claims 10,000"),
        ("llama.embedding_length", 2**31, "claims 2,147,483,648"),
    ],
)
def test_settings_of_a_wrong_type_or_beyond_reason_are_refused(
    path: Path, key: str, value: Setting, why: str
) -> None:
    assert why in refusal(path, gguf(LLAMA | {key: value}))


def values(kind: int, count: int) -> bytes:
    """A list of numbers of four bytes."""
    return struct.pack("<IIQ", 9, kind, count) + bytes(4 * count)


@pytest.mark.parametrize(
    ("key", "value", "why"),
    [
        ("scores", values(6, 2), "do not fit together"),
        ("token_type", values(5, 4), "do not fit together"),
        ("token_type", struct.pack("<IIQ", 9, 0, 3) + bytes(3), "vocabulary is not one"),
        ("scores", values(5, 3), "vocabulary is not one"),
    ],
)
def test_lists_of_the_vocabulary_that_llama_cpp_would_read_past_are_refused(
    path: Path, key: str, value: bytes, why: str
) -> None:
    settings = [(name, setting(found)) for name, found in LLAMA.items()]
    fitting = [*settings, ("tokenizer.ggml.scores", values(6, 3))]
    path.write_bytes(packed(fitting, [tensor("w", [64])]))
    assert check_answer_model(path).architecture == "llama"
    settings.append((f"tokenizer.ggml.{key}", value))
    assert why in refusal(path, packed(settings, [tensor("w", [64])]))


def test_a_token_that_is_there_twice_is_refused(path: Path) -> None:
    tokens = {"tokenizer.ggml.tokens": ["<s>", "", "a", "", "a"]}
    assert "token twice" in refusal(path, gguf(LLAMA | tokens))
    path.write_bytes(gguf(LLAMA | {"tokenizer.ggml.tokens": ["<s>", "", "a", ""]}))
    assert check_answer_model(path).architecture == "llama"


def test_a_header_that_would_fill_the_memory_is_refused(path: Path) -> None:
    many = [(f"k{i}", setting("x" * 900_000)) for i in range(20)]
    assert "far too long" in refusal(path, packed(many, [tensor("w", [64])]))


def test_texts_without_number_are_refused_before_they_are_read(path: Path) -> None:
    lists = [(f"k{i}", struct.pack("<IIQ", 9, 8, 900_000) + bytes(7_200_000)) for i in range(3)]
    assert "1,800,000 texts" in refusal(path, packed(lists, [tensor("w", [64])]))


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.gguf")
    for name in ("pipe.gguf", "", "none.gguf"):
        with pytest.raises(ModelError, match="not a file"):
            read_header(tmp_path / name)


def test_a_vocabulary_without_weights_is_refused(path: Path) -> None:
    assert "no weights" in refusal(path, gguf(tensors=[]))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"general.type": "adapter"}, "LoRA"),
        ({"general.type": "mmproj"}, "picture"),
        ({"general.architecture": "clip"}, "picture"),
        ({"general.type": "imatrix"}, "statistics"),
        ({"general.architecture": "nomic-bert"}, "only makes vectors"),
        ({"llama.pooling_type": 3}, "only makes vectors"),
        ({"split.count": 4}, "one of 4 parts"),
        ({"general.architecture": ""}, "does not say"),
        ({"llama.block_count": 0}, "does not say"),
    ],
)
def test_what_cannot_write_answers_is_refused(
    path: Path, change: dict[str, Setting], why: str
) -> None:
    assert why in refusal(path, gguf(LLAMA | change))
