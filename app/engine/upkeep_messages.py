"""What window and engine say to each other about looking after a vault."""

from __future__ import annotations

from dataclasses import dataclass

from app.core import types


@dataclass(frozen=True)
class CheckVault:
    """Verify everything, and mend what can be. → Checked. Events: IndexProgress."""


@dataclass(frozen=True)
class RebuildIndex:
    """Make the vector index anew from the catalogue. → Rebuilt. Events: IndexProgress."""


@dataclass(frozen=True)
class Checked:
    problems: tuple[types.Problem, ...]


@dataclass(frozen=True)
class Rebuilt:
    chunks: int
    seconds: float
