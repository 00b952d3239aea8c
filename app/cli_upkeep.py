"""The commands that look after a vault: check it, and make its vector index anew."""

from __future__ import annotations

import time
from dataclasses import asdict
from typing import TYPE_CHECKING

from app.core.errors import KnownError
from app.core.events import Report
from app.wiring import OpenVault

if TYPE_CHECKING:
    from app.cli import Context, Outcome


def rebuild(context: Context) -> Outcome:
    with context.open() as vault, context.view.progress() as report:
        chunks, seconds = vault.services.rebuild(report, context.control)
    context.view.said(f"Remade the vector index of {chunks:,} chunks in {seconds:.1f} s.")
    return {"chunks": chunks, "seconds": round(seconds, 3)}, 0


def check(context: Context) -> Outcome:
    with context.open() as vault, context.view.progress() as report:
        problems = vault.services.check(context.control, report)
    context.view.problems(problems)
    return {"problems": [asdict(problem) for problem in problems]}, 0


def tidy(context: Context, vault: OpenVault, report: Report) -> float:
    """Bring the vector index in step; search works without it. Returns the seconds it took."""
    started = time.monotonic()
    try:
        vault.services.tidy(report, context.control)
    except KnownError as error:
        context.view.warn(str(error))
    return round(time.monotonic() - started, 3)
