"""Puts packs of models together with signatures, and says whose signature counts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.backends.signing import Signing
from app.system.known_keys import require_trusted, trust_key
from app.system.model_files import Check, ModelFiles, Report, no_check, no_report
from app.system.model_index import Model
from app.system.model_packs import is_pack, make_pack, open_pack, take_in
from app.system.paths import Paths
from app.system.policy import load_policy


def write_pack(
    folder: Path, models: Sequence[Model], key: Path, report: Report = no_report
) -> None:
    """A new folder with the models and their list, signed with the secret key in a file."""
    signing = Signing()
    make_pack(folder, models, lambda data: signing.sign(key, data), report)


def take(
    path: Path, files: ModelFiles, paths: Paths, report: Report = no_report, check: Check = no_check
) -> list[Model]:
    """Copy a model, or all of a pack that is signed with a trusted key. KnownError if refused."""
    if not is_pack(path):
        return [files.import_model(path, report, check)]
    pack = open_pack(path, Signing().verify)
    if pack.key not in load_policy().pack_keys:
        require_trusted(paths.known_keys, pack.key)
    return take_in(pack, files, report, check)


def trust(path: Path, paths: Paths, fingerprint: str) -> None:
    """Trust the key of a pack from now on. UsageError if the fingerprint is not that key's."""
    paths.home.mkdir(parents=True, exist_ok=True)
    trust_key(paths.known_keys, open_pack(path, Signing().verify).key, fingerprint)
