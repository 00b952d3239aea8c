"""Remembers what earlier runs found, so that a change is seen as better or worse.

Figures only: a question is known by a keyed hash, and neither it nor a document's name or an
answer is written. The file may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.core.errors import UsageError
from app.core.evaluation import Question, Retrieved

MOST_RUNS = 100
Ranks = Mapping[str, Retrieved]
"""By the question's key."""


@dataclass(frozen=True)
class Run:
    """`name` is what the user called it, `search` the search model or "keywords", `time` seconds
    since 1970, `ranks` by what was searched: `library`, `document` or `left out`."""

    name: str
    version: str
    search: str
    documents: int
    chunks: int
    time: int
    ranks: Mapping[str, Ranks]
    number: int = 0


def key_of(question: Question, secret: str) -> str:
    """The same for the same question with the same answer's place, and opaque without `secret`."""
    text = json.dumps([question.question, question.doc, question.pages])
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()[:16]


def load_runs(file: Path) -> list[Run]:
    """Oldest first; those that make no sense are left out."""
    try:
        found = json.loads(file.read_text("utf-8"))
        return [run for data in found["runs"] if (run := _run(data))]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []


def remember(file: Path, run: Run) -> Run:
    """The run with its number. OSError where the file cannot be written."""
    runs = load_runs(file)
    numbered = replace(run, number=1 + max((one.number for one in runs), default=0))
    kept = [*runs, numbered][-MOST_RUNS:]
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps({"runs": [_data(one) for one in kept]}), "utf-8")
    fresh.replace(file)
    return numbered


def earlier_run(runs: Sequence[Run], wanted: str, now: Mapping[str, Ranks]) -> Run | None:
    """The latest one called or numbered `wanted`; for "" the latest that asked half of the same."""
    if not wanted:
        return next((run for run in reversed(runs) if _is_alike(run, now)), None)
    for run in reversed(runs):
        if wanted in (run.name, str(run.number)):
            return run
    raise UsageError(
        "No run of this name or number is remembered.", "“eval” tells the number of each run."
    )


def _is_alike(run: Run, now: Mapping[str, Ranks]) -> bool:
    return any(
        2 * len(run.ranks.get(scope, {}).keys() & ranks.keys()) >= max(len(ranks), 1)
        for scope, ranks in now.items()
    )


def _data(run: Run) -> dict[str, Any]:
    ranks = {
        scope: {key: [one.page_rank, one.document_rank] for key, one in found.items()}
        for scope, found in run.ranks.items()
    }
    return {**vars(run), "ranks": ranks}


def _run(data: dict[str, Any]) -> Run | None:
    with suppress(KeyError, TypeError, ValueError, AttributeError):
        ranks = {
            str(scope): {str(key): Retrieved(_rank(a), _rank(b)) for key, (a, b) in found.items()}
            for scope, found in data["ranks"].items()
        }
        return Run(
            name=str(data["name"]),
            version=str(data["version"]),
            search=str(data["search"]),
            documents=int(data["documents"]),
            chunks=int(data["chunks"]),
            time=int(data["time"]),
            ranks=ranks,
            number=int(data["number"]),
        )
    return None


def _rank(value: Any) -> int | None:
    return None if value is None else int(value)
