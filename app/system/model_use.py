"""How models are used: what a user is told of one, may choose about it, and what of that is kept.

The choices lie in the settings and belong to the model in use: another one begins without them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.core.errors import UsageError
from app.system.model_estimate import Fit, Speed
from app.system.model_index import Model
from app.system.settings import Settings

ALL_THAT_FIT = -1
"""For `gpu_layers`: as many layers as the graphics card has room for."""
MOST_LAYERS = 1_000


@dataclass(frozen=True)
class ModelFacts:
    """What can be told of a model before it is loaded; `memory` in bytes.

    For answer models: whether it fits now, how fast it will be, its chat template in words, the
    adapter that is used with it ("" for none), its quantization as llama.cpp calls it, and the
    title of its template's family ("" for the template in its file).
    """

    memory: int
    fit: Fit | None = None
    speed: Speed | None = None
    template: str = ""
    adapter: str = ""
    quantization: str = ""
    family: str = ""


@dataclass(frozen=True)
class ModelUse:
    """What is to change; None leaves as it is. "" stands for the usual template, or no adapter."""

    template: str | None = None
    adapter: str | None = None
    gpu_layers: int | None = None


NO_CHANGE = ModelUse()


def with_model(settings: Settings, model: Model, use: ModelUse, in_use: str) -> Settings:
    """The settings with the model chosen. `in_use` names the answer model so far."""
    if model.role == "adapter":
        raise UsageError(
            f"“{model.name}” adapts another model.",
            f"“strongroom models use MODEL --adapter {model.name}” uses them together.",
        )
    if model.role == "embedder":
        if use != NO_CHANGE:
            raise UsageError("Only answer models have these options.", "Leave them out.")
        return replace(settings, embedder=model.name)
    if not ALL_THAT_FIT <= (use.gpu_layers or 0) <= MOST_LAYERS:
        raise UsageError("There is no such number of layers.", "Give 0 or more, or “auto”.")
    before = settings if model.name == in_use else replace(settings, template="", adapter="")
    return replace(
        before,
        answer_model=model.name,
        template=before.template if use.template is None else use.template,
        adapter=before.adapter if use.adapter is None else use.adapter,
        gpu_layers=before.gpu_layers if use.gpu_layers is None else use.gpu_layers,
    )
