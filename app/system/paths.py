"""Every path Strongroom uses. Owns no file: it only says where things are."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

INSTALLATION = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[2]))


@dataclass(frozen=True)
class Paths:
    """Where one user's things are. `home` holds all but the vault, which may lie elsewhere."""

    home: Path
    vault: Path

    @property
    def models(self) -> Path:
        """The user's own models; more lie in `installed_models`."""
        return self.home / "models"

    @property
    def scratch(self) -> Path:
        """Temporary and cache files of all libraries."""
        return self.home / "scratch"

    @property
    def logs(self) -> Path:
        return self.home / "logs"

    @property
    def settings(self) -> Path:
        return self.home / "settings.json"

    @property
    def pace(self) -> Path:
        """How fast models read here."""
        return self.home / "pace.json"

    @property
    def measurements(self) -> Path:
        """What earlier runs of `eval` found, in figures."""
        return self.home / "measurements.json"

    @property
    def secret(self) -> Path:
        """By which this home knows again what it made itself."""
        return self.home / "secret"

    @property
    def known_keys(self) -> Path:
        """Public keys of those whose libraries were imported."""
        return self.home / "known-keys.json"

    @property
    def catalog(self) -> Path:
        return self.vault / "catalog.sqlite3"

    @property
    def vectors(self) -> Path:
        """Folder of the Chroma generations; everything in it can be made again."""
        return self.vault / "vectors"


def find_paths(home: Path | None = None, vault: Path | None = None) -> Paths:
    """The paths for `home` (default: the user's data folder) and `vault` (default: in `home`)."""
    from platformdirs import user_data_path  # no library is loaded before the lock

    chosen = (home or user_data_path("strongroom", appauthor=False)).expanduser().absolute()
    return Paths(chosen, vault.expanduser().absolute() if vault else chosen / "vault")


def installed_models() -> Path:
    """The installation's own read-only model folder (filled by `packaging/`, never by the app)."""
    if getattr(sys, "frozen", False):
        return INSTALLATION.parent / "models"
    return INSTALLATION / ".models"


def resource(name: str) -> Path:
    """A file or folder of `resources/`."""
    return INSTALLATION / "resources" / name


def make_private(folder: Path) -> Path:
    """Make `folder` if it is missing, open to its owner only, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder
