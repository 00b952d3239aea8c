"""Models brought from elsewhere: copied, told of while that lasts, and used if they are missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.core.control import Control
from app.core.events import Report, WorkProgress
from app.system.model_index import Role
from app.wiring import OpenVault
from app.wiring_packs import take

_ROLES: tuple[Role, ...] = ("answer", "embedder")


def take_in(vault: OpenVault, path: Path, report: Report, control: Control) -> list[str]:
    """Copy a model or a pack. The names of those that are the first of their kind."""
    lacked = [role for role in _ROLES if not vault.model_in_use(role)]
    taken = take(path, vault.models, vault.paths, _hundredths(report), control.check)
    return [model.name for model in taken if model.role in lacked]


def _hundredths(report: Report) -> Callable[[int, int], None]:
    """Of bytes, each told once."""
    told = -1

    def tell(done: int, total: int) -> None:
        nonlocal told
        percent = min(100 * done // max(total, 1), 100)
        if percent > told:
            told = percent
            report(WorkProgress("importing", percent, 100))

    return tell
