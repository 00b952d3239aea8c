"""The command `models`: what it shows, and how a model is imported, verified and chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.core.errors import UsageError
from app.system.file_sums import in_words
from app.system.model_estimate import Fit, Speed
from app.system.model_index import Model
from app.system.model_use import ALL_THAT_FIT, ModelFacts, ModelUse
from app.wiring import OpenVault

if TYPE_CHECKING:
    from app.cli import Context, Outcome

_AUTO = "auto"
_FAILED = 1
NO_GPU = "This build has no GPU support: models run on the processor."


def models(context: Context) -> Outcome:
    with context.open() as vault:
        action: Callable[[Context, OpenVault], Outcome] = {
            "list": _list,
            "import": _import,
            "verify": _verify,
            "use": _use,
        }[context.options.action or "list"]
        return action(context, vault)


def _list(context: Context, vault: OpenVault) -> Outcome:
    used = {vault.model_in_use("answer"), vault.model_in_use("embedder")}
    told = [(model, vault.facts(model)) for model in vault.models.all() if model.path.exists()]
    used |= {facts.adapter for _, facts in told}
    rows = [_row(model, facts) | {"in_use": model.name in used} for model, facts in told]
    context.view.models(rows)
    for model, facts in told:
        if model.name in used and model.role == "answer":
            context.view.said(f"\n{model.name}: {described(facts)}")
            if facts.fit is Fit.TIGHT:
                context.view.warn(f"{model.name} will take nearly all of the free memory.")
    return {"models": rows, "gpu": vault.graphics.is_supported}, 0


def _import(context: Context, vault: OpenVault) -> Outcome:
    path = Path(context.options.file).expanduser()
    with context.view.copying() as report:
        made = vault.models.import_model(path, report, context.control.check)
    facts = vault.facts(made)
    name = f"MODEL --adapter {made.name}" if made.role == "adapter" else made.name
    told = f"{described(facts)} " if made.role == "answer" else ""
    context.view.said(
        f"Imported {made.name}. {told}“strongroom models use {name}” takes it into use."
    )
    if facts.fit in (Fit.TIGHT, Fit.TOO_LARGE):
        context.view.warn(f"At present {made.name} {_room(facts)}.")
    return {"imported": made.name, **_row(made, facts)}, 0


def _verify(context: Context, vault: OpenVault) -> Outcome:
    with context.view.copying() as report:
        found = vault.models.verify(report, context.control.check)
    rows = [{"name": model.name, "problem": problem} for model, problem in found]
    for row in rows:
        context.view.said(f"{row['name']}: {row['problem'] or 'as recorded.'}")
    return {"models": rows}, _FAILED if any(problem for _, problem in found) else 0


def _use(context: Context, vault: OpenVault) -> Outcome:
    options = context.options
    template = "" if options.template == _AUTO else options.template
    layers = _layers(options.gpu_layers)
    model = vault.use_model(options.name, ModelUse(template, options.adapter, layers))
    facts = vault.facts(model)
    context.view.said(f"{model.name} is in use from now on.")
    if model.role == "answer":
        context.view.said(described(facts))
    if layers and not vault.graphics.is_supported:
        context.view.warn(NO_GPU)
    return {"in_use": model.name, **_row(model, facts)}, 0


def _layers(text: str | None) -> int | None:
    if text is None:
        return None
    if text == _AUTO:
        return ALL_THAT_FIT
    if not text.isdecimal():
        raise UsageError("--gpu-layers wants a number or “auto”.", "0 uses no graphics card.")
    return int(text)


def described(facts: ModelFacts) -> str:
    """What an answer model will be like, in sentences."""
    adapter = f", with the adapter {facts.adapter}" if facts.adapter else ""
    speed = _pace(facts.speed) if facts.speed else ""
    return (
        f"It needs about {in_words(facts.memory)} of memory, which {_room(facts)}.{speed} "
        f"Chat template: {facts.template}{adapter}."
    )


def _room(facts: ModelFacts) -> str:
    return {
        Fit.FITS: "fits",
        Fit.TIGHT: "is nearly all that is free",
        Fit.TOO_LARGE: "does not fit into what is free",
    }[facts.fit or Fit.FITS]


def _pace(speed: Speed) -> str:
    words = f"{speed.words:.0f}" if speed.words >= 2 else f"{speed.words:.1f}"
    because = "as timed on this computer" if speed.is_measured else "an estimate"
    return (
        f" It will write about {words} words a second and read {speed.reads:.0f} tokens, {because}."
    )


def _row(model: Model, facts: ModelFacts) -> dict[str, Any]:
    speed = facts.speed
    return {
        "name": model.name, "role": model.role, "size": model.size, "licence": model.licence,
        "context": model.context, "memory": facts.memory, "path": str(model.path),
        "sha256": model.sha256, "fit": str(facts.fit or ""), "template": facts.template,
        "quantization": facts.quantization, "adapter": facts.adapter,
        "reads": round(speed.reads, 1) if speed else None,
        "writes": round(speed.writes, 1) if speed else None,
    }  # fmt: skip
