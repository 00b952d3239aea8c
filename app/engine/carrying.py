"""Exports and takes in a library for the window, and tells it what it needs to know of that."""

from __future__ import annotations

from pathlib import Path

from app import __version__
from app.core.carrying.carrier import Carried, ExportWish
from app.core.control import Control
from app.core.events import Report
from app.engine.carrying_messages import ExportLibrary, LibraryCarried, Signer
from app.system.known_keys import KnownKey, fingerprint_of
from app.wiring import OpenVault
from app.wiring_carrying import can_use_vectors, export_library, import_library


def export(
    vault: OpenVault, request: ExportLibrary, report: Report, control: Control
) -> LibraryCarried:
    path = Path(request.path)
    wish = ExportWish(path, request.with_documents, request.with_chats, __version__)
    key = Path(request.key_file) if request.key_file else None
    made = export_library(vault, wish, key, report, control)
    signer = Signer(fingerprint_of(made.key)) if made.key else None
    return _told(path, made, signer, True)


def take_in(vault: OpenVault, file: Path, report: Report, control: Control) -> LibraryCarried:
    made, known = import_library(vault, file, report, control)
    return _told(file, made, _signer(made, known), can_use_vectors(vault, made))


def _signer(made: Carried, known: KnownKey | None) -> Signer | None:
    if not made.key:
        return None
    print_ = fingerprint_of(made.key)
    return Signer(print_, known.name, known.since) if known else Signer(print_)


def _told(path: Path, made: Carried, signer: Signer | None, fits: bool) -> LibraryCarried:
    found = made.manifest
    return LibraryCarried(
        str(path), found.documents, found.pages, len(found.members) - 1, made.size,
        len(made.missing), signer, not fits,
    )  # fmt: skip
