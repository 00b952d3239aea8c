"""Puts carrying a library together with signatures: the other file that names a backend."""

from __future__ import annotations

from pathlib import Path

from app.backends.signing import Signing
from app.core.carrying.archive import Signature
from app.core.carrying.carrier import Carried, ExportWish
from app.core.control import Control
from app.core.events import Report
from app.system.known_keys import KnownKey, remember
from app.wiring import OpenVault


def export_library(
    vault: OpenVault, wish: ExportWish, key: Path | None, report: Report, control: Control
) -> Carried:
    """Write the whole library to one file, signed if there is a key to sign with."""
    vault.policy.require_export()
    signing = Signing() if key else None

    def sign(data: bytes) -> Signature:
        assert signing
        assert key
        return signing.sign(key, data)

    return vault.services.carrier.export(wish, sign if key else None, report, control)


def import_library(
    vault: OpenVault, file: Path, report: Report, control: Control
) -> tuple[Carried, KnownKey | None]:
    """Take in a library where there is none; and what was known of who signed it."""
    made = vault.services.carrier.take_in(file, Signing().verify, report, control)
    return made, remember(vault.paths.known_keys, made.key) if made.key else None


def can_use_vectors(vault: OpenVault, made: Carried) -> bool:
    """Whether what was taken in can be searched by meaning with the search model in use."""
    makers = {embedder.partition("@")[0] for embedder in made.manifest.embedders}
    return not made.manifest.vectors or vault.model_in_use("embedder") in makers


def make_key(file: Path) -> str:
    """A new secret key to sign with; its public key, in hex."""
    return Signing().make_key(file)
