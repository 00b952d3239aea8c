"""What is recorded of models: those that Strongroom knows, and the `index.json` of a folder.

Nothing here looks at the models themselves.
"""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, cast

from app.core.errors import ModelError
from app.system.paths import resource

Role = Literal["answer", "embedder", "adapter"]
INDEX = "index.json"
FORMAT = 1
DUTIES: dict[Role, str] = {
    "answer": "writes answers",
    "embedder": "finds passages by meaning",
    "adapter": "adapts an answer model",
}


@dataclass(frozen=True)
class Model:
    """One model: a GGUF file that writes answers, or a folder that embeds.

    `size` in bytes, `context` in tokens; `template` names a chat format, None is the file's own.
    """

    name: str
    role: Role
    path: Path
    size: int
    sha256: str
    licence: str
    context: int
    template: str | None
    installed: bool


@dataclass(frozen=True)
class Known:
    """A model that `resources/models.toml` describes; `use` is default, optional or tests."""

    name: str
    role: Role
    use: str
    path: str
    size: int
    sha256: str
    licence: str
    context: int
    template: str | None


def known_models(path: Path | None = None) -> dict[str, Known]:
    """The models that Strongroom knows, by name."""
    content = tomllib.loads((path or resource("models.toml")).read_text(encoding="utf-8"))
    fields = Known.__dataclass_fields__
    return {
        entry["name"]: Known(**{field: entry.get(field) for field in fields})
        for entry in content["model"]
    }


def installed_as(known: Known, folder: Path, *, installed: bool) -> Model:
    """The known model as it lies in `folder`."""
    return Model(
        name=known.name,
        role=known.role,
        path=folder / known.path,
        size=known.size,
        sha256=known.sha256,
        licence=known.licence,
        context=known.context,
        template=known.template,
        installed=installed,
    )


def read_index(folder: Path, installed: bool) -> list[Model]:
    """The models that are recorded in `folder`; none if it has no index."""
    index = folder / INDEX
    if not index.exists():
        return []
    try:
        content = json.loads(index.read_text(encoding="utf-8"))
        return [from_entry(folder, entry, installed) for entry in content["models"]]
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        raise ModelError(
            f"The list of models “{index}” is damaged.",
            "Delete it, then set up or import the models again.",
        ) from None


def record(folder: Path, model: Model) -> None:
    """Put `model` into the index of `folder`, in place of one with the same name."""
    others = [m for m in read_index(folder, model.installed) if m.name != model.name]
    write_index(folder, [*others, model])


def write_index(folder: Path, models: Iterable[Model]) -> None:
    """Write the index of `folder` anew, all or nothing."""
    entries = [to_entry(folder, m) for m in sorted(models, key=lambda m: (m.role, m.name))]
    write_json(folder / INDEX, {"format": FORMAT, "models": entries})


def write_json(path: Path, content: object) -> None:
    temporary = path.with_name(f".{path.name}.new")
    with temporary.open("w", encoding="utf-8") as file:
        file.write(json.dumps(content, indent=2, ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def to_entry(folder: Path, model: Model) -> dict[str, Any]:
    """What is recorded of a model in `folder`."""
    entry = asdict(model) | {"path": model.path.relative_to(folder).as_posix()}
    del entry["installed"]
    return entry


def from_entry(folder: Path, entry: Mapping[str, Any], installed: bool) -> Model:
    """The model that an entry tells of. ValueError, TypeError or KeyError if it tells nonsense."""
    place = Path(entry["path"])
    if place.is_absolute() or ".." in place.parts or not place.parts:
        raise ValueError("an entry leads out of the folder")
    if entry["role"] not in DUTIES or not isinstance(entry["template"], str | None):
        raise ValueError("an entry has an unknown role or template")
    return Model(
        name=str(entry["name"]),
        role=cast("Role", entry["role"]),
        path=folder / place,
        size=int(entry["size"]),
        sha256=str(entry["sha256"]),
        licence=str(entry["licence"]),
        context=int(entry["context"]),
        template=entry["template"],
        installed=installed,
    )
