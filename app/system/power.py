"""Whether this computer runs on its battery, and how much memory it has left. Changes nothing."""

from __future__ import annotations

from dataclasses import dataclass

LITTLE_MEMORY = 0.08
"""Of all memory: below this other programs are about to be pushed out to the disk."""
ENOUGH_MEMORY = 0.12
"""Above this there is enough again; between the two nothing changes."""


@dataclass(frozen=True)
class Strength:
    """`free` is the share of memory that is available."""

    is_on_battery: bool = False
    free: float = 1.0


def look_at_strength() -> Strength:
    """How it is now. Where the system does not say, all is well."""
    return Strength(_is_on_battery(), _free())


def _is_on_battery() -> bool:
    import psutil

    try:
        battery = psutil.sensors_battery()
    except (OSError, AttributeError, ValueError):  # no such thing on this machine
        return False
    return battery is not None and battery.power_plugged is False


def _free() -> float:
    import psutil

    try:
        memory = psutil.virtual_memory()
    except OSError:
        return 1.0
    return float(memory.available / memory.total)
