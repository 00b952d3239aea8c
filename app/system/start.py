"""Whether Strongroom may start here: locked, or unlocked because the user said so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.core.errors import LockMissing
from app.system.lockdown import Lockdown
from app.system.settings import load_settings, save_settings

UNLOCKED = "Not locked: this machine cannot keep Strongroom from networks."
"""Shown wherever Strongroom runs without the lock."""


def require_lock(lockdown: Lockdown, settings: Path) -> None:
    """Raises LockMissing when the lock of this platform is missing and was not waived."""
    if lockdown.problem and not load_settings(settings).start_unlocked:
        raise LockMissing(
            f"Strongroom did not start, because it cannot be locked. {lockdown.problem}",
            "To use it all the same, start it once with --allow-unlocked.",
        )


def remember_waiver(settings: Path, waived: bool) -> None:
    """Remember that Strongroom may start unlocked on this machine, or no longer may."""
    chosen = load_settings(settings)
    if chosen.start_unlocked != waived:
        save_settings(settings, replace(chosen, start_unlocked=waived))
