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
from app.system.vault_lock import holder_of
from app.wiring_models import ModelChoice, prepare_home
from app.wiring_packs import take, trust, write_pack

if TYPE_CHECKING:
    from app.cli import Context, Outcome

_AUTO = "auto"
_FAILED = 1
NEW_VECTORS = (
    "What was read with another search model gets new vectors with the next “index”, in each "
    "library; until then it is searched by keyword."
)
STILL_OPEN = "The library is open: what has it open goes on with the models it has loaded."
NO_GPU = "This build has no GPU support: models run on the processor."


def models(context: Context) -> Outcome:
    """Needs no vault: one that is open in a window, or anywhere, is left alone."""
    prepare_home(context.paths)
    action: Callable[[Context, ModelChoice], Outcome] = {
        "list": _list,
        "import": _import,
        "pack": _pack,
        "verify": _verify,
        "use": _use,
    }[context.options.action or "list"]
    return action(context, ModelChoice(context.paths, context.options.fakes))


def _list(context: Context, models: ModelChoice) -> Outcome:
    used = {models.in_use("answer"), models.in_use("embedder")}
    told = [(model, models.facts(model)) for model in models.files.all() if model.path.exists()]
    used |= {facts.adapter for _, facts in told}
    rows = [_row(model, facts) | {"in_use": model.name in used} for model, facts in told]
    context.view.models(rows)
    for model, facts in told:
        if model.name in used and model.role == "answer":
            context.view.said(f"\n{model.name}: {described(facts)}")
            if facts.fit is Fit.TIGHT:
                context.view.warn(f"{model.name} will take nearly all of the free memory.")
    return {"models": rows, "gpu": models.graphics.is_supported}, 0


def _import(context: Context, models: ModelChoice) -> Outcome:
    path = Path(context.options.file).expanduser()
    if context.options.trust:
        trust(path, context.paths, context.options.trust)
    with context.view.copying() as report:
        taken = take(path, models.files, context.paths, report, context.control.check)
    rows = [_told_import(context, models, made) for made in taken]
    names = ", ".join(made.name for made in taken)
    data = rows[0] if len(rows) == 1 else {"models": rows}
    return {"imported": names, **data}, 0


def _told_import(context: Context, models: ModelChoice, made: Model) -> dict[str, Any]:
    """Say what came in, and what it will be like."""
    facts = models.facts(made)
    name = f"MODEL --adapter {made.name}" if made.role == "adapter" else made.name
    told = f"{described(facts)} " if made.role == "answer" else ""
    context.view.said(
        f"Imported {made.name}. {told}“strongroom models use {name}” takes it into use."
    )
    if facts.fit in (Fit.TIGHT, Fit.TOO_LARGE):
        context.view.warn(f"At present {made.name} {_room(facts)}.")
    return _row(made, facts)


def _pack(context: Context, models: ModelChoice) -> Outcome:
    """A pack of the named models, or of those in use."""
    options, folder = context.options, Path(context.options.folder).expanduser().absolute()
    names = options.names or [models.in_use("answer"), models.in_use("embedder")]
    found = {model.name: model for model in models.files.all() if model.path.exists()}
    missing = [name for name in names if name not in found]
    if missing:
        raise UsageError(f"There is no model “{missing[0]}”.", "“strongroom models” lists them.")
    with context.view.copying() as report:
        write_pack(folder, [found[n] for n in names], Path(options.key).expanduser(), report)
    context.view.said(f"Wrote {folder}: {', '.join(names)}.")
    return {"pack": str(folder), "models": names}, 0


def _verify(context: Context, models: ModelChoice) -> Outcome:
    with context.view.copying() as report:
        found = models.files.verify(report, context.control.check)
    rows = [{"name": model.name, "problem": problem} for model, problem in found]
    for row in rows:
        context.view.said(f"{row['name']}: {row['problem'] or 'as recorded.'}")
    return {"models": rows}, _FAILED if any(problem for _, problem in found) else 0


def _use(context: Context, models: ModelChoice) -> Outcome:
    options = context.options
    template = "" if options.template == _AUTO else options.template
    layers = _layers(options.gpu_layers)
    model = models.use(options.name, ModelUse(template, options.adapter, layers))
    facts = models.facts(model)
    context.view.said(f"{model.name} is in use from now on.")
    if model.role == "answer":
        context.view.said(described(facts))
    else:
        context.view.said(NEW_VECTORS)
    if holder_of(context.paths.vault):
        context.view.warn(STILL_OPEN)
    if layers and not models.graphics.is_supported:
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
