"""What the window remembers for its user: theme, text size, geometry. Nothing about documents."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile

SMALLEST, TWICE = 0.8, 2.0
"""How small and how large text may be."""


@dataclass
class Preferences:
    """`theme` is `auto`, `light` or `dark`; `language` is `auto`, `en`, `fr` or `nl`.

    Geometry and panes are Qt's own bytes, in hex.
    """

    theme: str = "auto"
    language: str = "auto"
    zoom: float = 1.0
    geometry: str = ""
    panes: str = ""
    show_unsupported: bool = False
    knows_answers: bool = False
    vaults: list[str] = field(default_factory=list)
    """Folders of libraries other than the usual one, the latest first."""
    rests_on_battery: bool = False
    rests_when_short: bool = True
    """Whether reading pauses on battery, and while little memory is free."""
    order: str = "name"
    """What the library is sorted by."""


def load_preferences(file: Path) -> Preferences:
    """What was saved, as far as it makes sense; what is missing has its default."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(found, dict):
        return Preferences()
    defaults = asdict(Preferences())
    known = {f.name: found.get(f.name) for f in fields(Preferences)}
    good = {k: v for k, v in known.items() if type(v) is type(defaults[k])}
    preferences = Preferences(**good)  # type: ignore[arg-type]
    preferences.zoom = min(max(preferences.zoom, SMALLEST), TWICE)
    return preferences


def save_preferences(file: Path, preferences: Preferences) -> bool:
    """Write to `file` in one step; false when the disk refuses."""
    saving = QSaveFile(str(file))
    if not saving.open(QIODevice.OpenModeFlag.WriteOnly):
        return False
    saving.write(json.dumps(asdict(preferences), indent=1).encode())
    return saving.commit()
