"""What a GGUF file is, by its header: a model that writes answers, an adapter to one, or neither.

How a file is read is `gguf_reader`'s; nothing here looks at weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.core.errors import ModelError
from app.system.gguf_reader import Contents, Tensor, read_contents

QUANTIZATIONS = {
    **{0: "F32", 1: "F16", 2: "Q4_0", 3: "Q4_1", 7: "Q8_0", 8: "Q5_0", 9: "Q5_1", 10: "Q2_K"},
    **{11: "Q3_K_S", 12: "Q3_K_M", 13: "Q3_K_L", 14: "Q4_K_S", 15: "Q4_K_M", 16: "Q5_K_S"},
    **{17: "Q5_K_M", 18: "Q6_K", 25: "IQ4_NL", 30: "IQ4_XS", 32: "BF16", 38: "MXFP4"},
}
EMBEDDERS = ("bert", "nomic-bert", "jina-bert", "modern-bert", "neo-bert", "eurobert", "t5encoder")

OTHER_KINDS = {
    "adapter": "is an adapter (LoRA) to another model, not a model of its own.",
    "mmproj": "is the picture part of another model, not a language model.",
    "clip": "is the picture part of another model, not a language model.",
    "imatrix": "holds statistics for making models, not a model.",
}
EMBEDDINGS = "token_embd.weight"
OUTPUT = "output.weight"
LORA = (".lora_a", ".lora_b")
ALORA = "adapter.alora.invocation_tokens"
"""Such adapters change the model from certain words on only."""


@dataclass(frozen=True)
class GgufHeader:
    """What a file says of itself. Lengths in tokens or values; 0 or "" where it is silent.

    `markers` are words of its vocabulary by which some families of models are known.
    """

    version: int
    kind: str
    architecture: str
    name: str
    licence: str
    context_length: int
    chat_template: str | None
    quantization: str
    block_count: int
    embedding_length: int
    kv_length: int
    feed_forward: int
    experts: int
    experts_used: int
    tokens: int
    markers: frozenset[str]
    only_embeds: bool
    parts: int
    adapter: str
    tensors: tuple[Tensor, ...]
    data_end: int

    def kv_bytes(self, context: int) -> int:
        """Bytes that keys and values of `context` tokens need, two bytes a value."""
        return 2 * 2 * self.block_count * self.kv_length * context

    def weight_bytes(self) -> int:
        return sum(tensor.bytes for tensor in self.tensors)

    def active_bytes(self) -> int:
        """Bytes of weights that must be read for each token written."""
        return sum(int(t.bytes * self._share(t)) for t in self.tensors if self._is_read(t))

    def active_values(self) -> int:
        """Weights that each token of a prompt is multiplied with."""
        ends = (EMBEDDINGS, OUTPUT)
        return sum(int(t.values * self._share(t)) for t in self.tensors if t.name not in ends)

    def _is_read(self, tensor: Tensor) -> bool:
        """Of the embeddings one row is looked up, unless they are also what the output is."""
        return tensor.name != EMBEDDINGS or all(other.name != OUTPUT for other in self.tensors)

    def _share(self, tensor: Tensor) -> float:
        """The part of a tensor that a token needs: some of the experts, else all."""
        if "_exps." not in tensor.name or not 0 < self.experts_used < self.experts:
            return 1.0
        return self.experts_used / self.experts


def read_header(path: Path) -> GgufHeader:
    """The header of the file at `path`. ModelError if it is not a whole, sane GGUF file."""
    return _describe(read_contents(path))


def check_answer_model(path: Path) -> GgufHeader:
    """The header of a model that can write answers. ModelError, saying why, for any other file."""
    header = read_header(path)
    refused = _why_refused(header)
    if refused:
        raise ModelError(
            f"“{path.name}” {refused}",
            "Choose the GGUF file of a language model that follows instructions.",
        )
    return header


def check_adapter(path: Path) -> GgufHeader:
    """The header of a LoRA adapter. ModelError, saying why, for any other file."""
    header = read_header(path)
    refused = _why_no_adapter(header)
    if refused:
        raise ModelError(f"“{path.name}” {refused}", "Choose a LoRA adapter in GGUF form.")
    return header


def misfit(adapter: GgufHeader, base: GgufHeader) -> str:
    """Why the adapter does not fit the model, or ""."""
    if adapter.architecture != base.architecture:
        return f"it was made for a model of the kind “{adapter.architecture}”"
    shapes = {tensor.name: tensor.shape for tensor in base.tensors}
    changed = {tensor.name: tensor.shape for tensor in adapter.tensors}
    for name in _changed_by(adapter):
        if name not in shapes:
            return "it changes weights that this model does not have"
        a, b = changed[name + LORA[0]], changed[name + LORA[1]]
        if not _fits(name, shapes[name], a, b):
            return "it was made for a model of another size"
    return ""


def _fits(name: str, base: tuple[int, ...], a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    """Whether the two thin matrices make one of the base's shape."""
    if min(len(base), len(a), len(b)) < 2:
        return False
    if name == EMBEDDINGS:
        return base[:2] == (b[1], a[1])
    return base[:2] == (a[0], b[1]) and a[1] == b[0] and base[2:] == a[2:] == b[2:]


def _changed_by(adapter: GgufHeader) -> set[str]:
    """Names of the base's weights that an adapter changes."""
    return {
        tensor.name.removesuffix(ending)
        for tensor in adapter.tensors
        for ending in LORA
        if tensor.name.endswith(ending)
    }


def _why_refused(header: GgufHeader) -> str:
    if header.kind in OTHER_KINDS or header.architecture in OTHER_KINDS:
        return OTHER_KINDS.get(header.kind) or OTHER_KINDS[header.architecture]
    if header.only_embeds:
        return "only makes vectors of texts; it cannot write answers."
    if header.parts > 1:
        return f"is one of {header.parts} parts of a model: join the parts to one file first."
    if not (header.architecture and header.block_count and header.embedding_length):
        return "does not say what kind of model it holds."
    return ""


def _why_no_adapter(header: GgufHeader) -> str:
    if header.kind != "adapter":
        return "is not an adapter to a model."
    if header.adapter != "lora" or not header.architecture:
        return "is an adapter of a kind that is not supported."
    names = {tensor.name for tensor in header.tensors}
    pairs = {name + ending for name in _changed_by(header) for ending in LORA}
    others = {name for name in names - pairs if not name.endswith("_norm.weight")}
    if not pairs or pairs - names or others:
        return "is an adapter without all of its parts."
    return ""


def _describe(contents: Contents) -> GgufHeader:
    text, whole = contents.settings.text, contents.settings.whole
    architecture = text("general.architecture")

    def of_model(key: str) -> int:
        return whole(f"{architecture}.{key}")

    heads = of_model("attention.head_count")
    key = of_model("attention.key_length") or of_model("embedding_length") // max(heads, 1)
    return GgufHeader(
        version=contents.version,
        kind=text("general.type"),
        architecture=architecture,
        name=text("general.name"),
        licence=text("general.license"),
        context_length=of_model("context_length"),
        chat_template=text("tokenizer.chat_template") or None,
        quantization=QUANTIZATIONS.get(whole("general.file_type"), ""),
        block_count=of_model("block_count"),
        embedding_length=of_model("embedding_length"),
        kv_length=(of_model("attention.head_count_kv") or heads) * key,
        feed_forward=of_model("feed_forward_length"),
        experts=of_model("expert_count"),
        experts_used=of_model("expert_used_count"),
        tokens=contents.tokens,
        markers=contents.markers,
        only_embeds=architecture.startswith(EMBEDDERS) or of_model("pooling_type") > 0,
        parts=whole("split.count"),
        adapter="other" if contents.settings.has(ALORA) else text("adapter.type"),
        tensors=contents.tensors,
        data_end=contents.data_end,
    )
