"""The chat formats that families of models were trained on, and how to tell whose a model is.

Data and a small choice: the templates are run by `chat_template`, like those of strangers.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class Family:
    """`source` is a Jinja template; `stops` are texts by which a model begins another turn.

    Its models are known by `markers`, control tokens of the vocabulary (with `both`, only together
    with one of the words), by `words`, beginnings of parts of the name, or by `kinds`,
    architectures.
    """

    title: str
    source: str
    stops: tuple[str, ...] = ()
    markers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    both: bool = False

    def has_markers(self, vocabulary: Collection[str]) -> bool:
        return bool(self.markers) and all(marker in vocabulary for marker in self.markers)

    def has_name(self, name: str) -> bool:
        return any(re.search(rf"(^|-){re.escape(word)}", name) for word in self.words)


@dataclass(frozen=True)
class Signs:
    """What a model can be recognised by."""

    architecture: str
    names: tuple[str, ...]
    markers: frozenset[str]


def recognise(signs: Signs) -> tuple[str, str]:
    """The family that a model seems to be of, and what tells so."""
    name = re.sub(r"[^a-z0-9]+", "-", " ".join(signs.names).lower())
    for key, family in FAMILIES.items():
        if family.has_markers(signs.markers) and (not family.both or family.has_name(name)):
            return key, "by its vocabulary"
    for key, family in FAMILIES.items():
        if family.has_name(name):
            return key, "by its name"
    for key, family in FAMILIES.items():
        if signs.architecture in family.kinds:
            return key, "by its architecture"
    return "chatml", "which is a guess"


def _turns(user: str, assistant: str, opening: str, system: str | None = None) -> str:
    """A template out of what surrounds each message; `~` stands for the message.

    Without a `system` form such messages are refused: their text then goes with the question.
    """
    forms = [("user", user), ("assistant", assistant)]
    forms += [] if system is None else [("system", system)]
    cases = "".join(
        f"{{%- {'elif' if i else 'if'} message.role == '{role}' -%}}{_form(form)}"
        for i, (role, form) in enumerate(forms)
    )
    return (
        f"{{{{- bos_token -}}}}{{%- for message in messages -%}}{cases}"
        "{%- else -%}{{ raise_exception('no such role') }}{%- endif -%}{%- endfor -%}"
        f"{_text(opening)}"
    )


def _form(form: str) -> str:
    before, after = form.split("~")
    return f"{_text(before)}{{{{- message.content -}}}}{_text(after)}"


def _text(text: str) -> str:
    """A text of a template; `<eos>` in it is the model's own."""
    pieces = re.split("(<eos>)", text)
    quoted = ["eos_token" if p == "<eos>" else f"'{_escaped(p)}'" for p in pieces if p]
    return f"{{{{- {' ~ '.join(quoted)} -}}}}" if quoted else ""


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")


_LLAMA_2 = (
    "{%- for message in messages -%}"
    "{%- if message.role == 'system' -%}"
    "{{- bos_token ~ '[INST] <<SYS>>\\n' -}}{{- message.content -}}{{- '\\n<</SYS>>\\n\\n' -}}"
    "{%- elif message.role == 'user' -%}"
    "{%- if loop.first or messages[loop.index0 - 1].role != 'system' -%}"
    "{{- bos_token ~ '[INST] ' -}}{%- endif -%}"
    "{{- message.content -}}{{- ' [/INST]' -}}"
    "{%- else -%}{{- ' ' -}}{{- message.content -}}{{- ' ' ~ eos_token -}}"
    "{%- endif -%}{%- endfor -%}"
)
_CHATML = (
    "{% for message in messages %}<|im_start|>{{ message.role }}\n"
    "{{ message.content }}<|im_end|>\n{% endfor %}<|im_start|>assistant{{ '\n' }}"
)


def _marked(end: str, line: str = "\n") -> str:
    """Roles between bars, as Phi and Zephyr have them."""
    forms = [f"<|{role}|>{line}~{end}{line}" for role in ("user", "assistant", "system")]
    return _turns(forms[0], forms[1], f"<|assistant|>{line}", forms[2])


def _headed(before: str, between: str, after: str) -> str:
    """Roles that stand in a head of control tokens, as Llama 3 and Phi 4 have them."""
    heads = {role: f"{before}{role}{between}" for role in ("user", "assistant", "system")}
    user, assistant, system = (f"{head}~{after}" for head in heads.values())
    return _turns(user, assistant, heads["assistant"], system)


def _deepseek(opening: str) -> str:
    return _turns("<｜User｜>~", "<｜Assistant｜>~<eos>", f"<｜Assistant｜>{opening}", "~")


FAMILIES: dict[str, Family] = {
    "deepseek-r1": Family(
        "DeepSeek R1", _deepseek("<think>\n"),
        markers=("<｜User｜>",), words=("deepseek-r1",), both=True,
    ),
    "deepseek": Family(
        "DeepSeek V3", _deepseek(""), markers=("<｜User｜>",), words=("deepseek-v3",)
    ),
    "phi4": Family(
        "Phi 4", _headed("<|im_start|>", "<|im_sep|>", "<|im_end|>"), markers=("<|im_sep|>",)
    ),
    "chatml": Family(
        "ChatML", _CHATML, markers=("<|im_start|>",), words=("qwen", "smollm", "openhermes"),
        kinds=("qwen", "qwen2", "qwen2moe", "qwen3", "qwen3moe"),
    ),
    "llama3": Family(
        "Llama 3", _headed("<|start_header_id|>", "<|end_header_id|>\n\n", "<|eot_id|>"),
        markers=("<|start_header_id|>",), words=("llama-3", "llama3"),
    ),
    "gemma": Family(
        "Gemma",
        _turns(
            "<start_of_turn>user\n~<end_of_turn>\n",
            "<start_of_turn>model\n~<end_of_turn>\n",
            "<start_of_turn>model\n",
        ),
        markers=("<start_of_turn>",), words=("gemma",), kinds=("gemma", "gemma2", "gemma3"),
    ),
    "mistral7": Family(
        "newer Mistral",
        _turns("[INST]~[/INST]", "~<eos>", "", "[SYSTEM_PROMPT]~[/SYSTEM_PROMPT]"),
        markers=("[SYSTEM_PROMPT]",), words=("mistral-small-3", "mistral-large-2411"),
    ),
    "phi4-mini": Family(
        "Phi 4 mini", _marked("<|end|>", line=""),
        markers=("<|end|>", "<|assistant|>"), words=("phi-4-mini",), both=True,
    ),
    "phi3": Family(
        "Phi 3", _marked("<|end|>"),
        markers=("<|end|>", "<|assistant|>"), words=("phi-3",), kinds=("phi3",),
    ),
    "phi2": Family(
        "Phi 2", _turns("Instruct: ~\n", "Output: ~\n", "Output:", "~\n\n"),
        stops=("\nInstruct:",), words=("phi-2", "phi-1"), kinds=("phi2",),
    ),
    "falcon3": Family(
        "Falcon 3",
        _turns("<|user|>\n~\n", "<|assistant|>\n~<eos>\n", "<|assistant|>\n", "<|system|>\n~\n"),
        markers=("<|user|>", "<|assistant|>"), words=("falcon3", "falcon-3"), both=True,
    ),
    "zephyr": Family("Zephyr", _marked("<eos>"), words=("zephyr", "tinyllama", "stablelm")),
    "vicuna": Family(
        "Vicuna", _turns("USER: ~ ", "ASSISTANT: ~<eos>", "ASSISTANT:", "~ "),
        stops=("USER:",), words=("vicuna", "wizardlm"),
    ),
    "alpaca": Family(
        "Alpaca",
        _turns("### Instruction:\n~\n\n", "### Response:\n~\n\n", "### Response:\n", "~\n\n"),
        stops=("\n### ",), words=("alpaca", "mpt-7b-instruct", "mpt-30b-instruct", "dolly"),
    ),
    "mistral": Family(
        "Mistral", _turns("[INST] ~ [/INST]", " ~<eos>", ""),
        markers=("[INST]",), words=("mistral", "mixtral"),
    ),
    "llama2": Family("Llama 2", _LLAMA_2, words=("llama-2", "llama2", "codellama")),
    "deepseek2": Family(
        "DeepSeek V2", _turns("User: ~\n\n", "Assistant: ~<eos>", "Assistant:", "~\n\n"),
        stops=("\nUser:",), words=("deepseek",), kinds=("deepseek", "deepseek2"),
    ),
    "falcon": Family(
        "Falcon", _turns("\n\nUser: ~", "\n\nAssistant: ~", "\n\nAssistant:", "~"),
        stops=("\nUser:",), words=("falcon",), kinds=("falcon",),
    ),
    "mpt": Family("MPT", _CHATML, words=("mpt",), kinds=("mpt",)),
    "bloom": Family(
        "BLOOM", _turns("~\n", "Answer: ~\n\n", "Answer:", "~\n\n"),
        stops=("\nQuestion:",), words=("bloom",), kinds=("bloom",),
    ),
}  # fmt: skip
"""In the order in which they are recognised: those with the clearest signs first."""
