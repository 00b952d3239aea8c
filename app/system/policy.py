"""What the administrator of this computer decided for all its users: it wins over their choices.

One file that only an administrator can write. Without it everybody decides for themselves.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import KnownError, ModelError, UsageError, VaultError
from app.core.rebuilding import rebuilt


def policy_file() -> Path:
    """Where the administrator's file lies on this system."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Strongroom" / "policy.json"
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Strongroom/policy.json")
    return Path("/etc/strongroom/policy.json")


@dataclass(frozen=True)
class Policy:
    """`vaults`: the folder that libraries have to lie in, {user} stands for the user's name.

    `models`: sums (SHA-256) of the models that may be used; empty: all. `pack_keys`: public keys
    whose packs everybody may take in. `banner`: what stands at the top of the window, such as a
    classification. Empty texts decide nothing.
    """

    vaults: str = ""
    models: tuple[str, ...] = ()
    pack_keys: tuple[str, ...] = ()
    export: bool = True
    banner: str = ""

    def usual_vault(self) -> Path | None:
        """Where a user's library lies if they name no other place; None: where it usually does."""
        return self._folder() / "vault" if self.vaults else None

    def require_place(self, vault: Path) -> None:
        """VaultError if a library may not lie there."""
        if self.vaults and not Path(os.path.realpath(vault)).is_relative_to(self._folder()):
            raise VaultError(
                "The administrator of this computer does not allow libraries in this folder.",
                f"They have to lie in {self._folder()}.",
            )

    def allows(self, sha256: str) -> bool:
        """Whether the model with this sum may be used."""
        return not self.models or sha256 in self.models

    def require_model(self, name: str, sha256: str) -> None:
        """ModelError if the model may not be used."""
        if not self.allows(sha256):
            raise ModelError(
                f"The administrator of this computer does not allow the model “{name}”.",
                "Use another one.",
            )

    def require_export(self) -> None:
        """UsageError if nothing may be exported."""
        if not self.export:
            raise UsageError(
                "The administrator of this computer has switched exporting off.",
                "Ask them if you need it.",
            )

    def _folder(self) -> Path:
        return Path(os.path.realpath(self.vaults.replace("{user}", _user())))


def _user() -> str:
    """The user's name as the system has it: what the environment says, they could change."""
    if sys.platform == "win32":
        import getpass

        return getpass.getuser()
    import pwd

    return pwd.getpwuid(os.getuid()).pw_name


def load_policy(file: Path | None = None) -> Policy:
    """What was decided. KnownError if that cannot be understood: then nothing is guessed."""
    place = file or policy_file()
    try:
        told = json.loads(place.read_text("utf-8"))
        decided: Policy = rebuilt(Policy, told)
        return decided
    except FileNotFoundError:
        return Policy()
    except (OSError, ValueError, TypeError, RecursionError) as error:
        raise KnownError(
            f"The administrator's settings in {place} cannot be understood.",
            "Strongroom does not start without them. Ask the administrator to mend the file.",
        ) from error
