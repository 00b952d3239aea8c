"""The command `vault`: a whole library as one file, out and in, and keys. Owns no program logic."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import __version__
from app.cli_chats import new_file
from app.core.carrying.carrier import Carried, ExportWish
from app.core.dossiers.layout import moment
from app.core.errors import UsageError
from app.system.file_sums import in_words
from app.system.known_keys import KnownKey, fingerprint_of, known_keys, name_key
from app.wiring import open_vault
from app.wiring_carrying import can_use_vectors, export_library, import_library, make_key

if TYPE_CHECKING:
    from app.cli import Context, Outcome


def vault(context: Context) -> Outcome:
    action: Callable[[Context], Outcome] = {
        "export": _export,
        "import": _import,
        "key": _key,
        "keys": _keys,
    }[context.options.action]
    return action(context)


def _export(context: Context) -> Outcome:
    options = context.options
    place = new_file(options.file)
    wish = ExportWish(place, options.with_documents, options.with_chats, __version__)
    key = Path(options.sign).expanduser() if options.sign else None
    started = time.monotonic()
    with context.open() as opened, context.view.progress() as report:
        made = export_library(opened, wish, key, report, context.control)
    seconds = time.monotonic() - started
    said = context.view.said
    said(f"Wrote {place}: {_counted(made)}, {in_words(made.size)}, in {seconds:.1f} s.")
    if made.key:
        said(f"Signed with the key {fingerprint_of(made.key)}.")
    _tell_missing(context, made)
    return {"file": str(place), "seconds": round(seconds, 3), **_data(made)}, 0


def _import(context: Context) -> Outcome:
    options = context.options
    file = Path(options.file).expanduser().absolute()
    if not file.is_file():
        raise UsageError(f"There is no file {file}.", "Check the path.")
    paths = context.paths
    if options.folder:
        paths = replace(paths, vault=Path(options.folder).expanduser().absolute())
    started = time.monotonic()
    with open_vault(paths, options.fakes) as opened, context.view.progress() as report:
        made, known = import_library(opened, file, report, context.control)
        fits = can_use_vectors(opened, made)
    seconds = time.monotonic() - started
    said = context.view.said
    said(f"Imported into {paths.vault}: {_counted(made)}, in {seconds:.1f} s.")
    said(signer_told(made, known))
    if not fits:
        context.view.warn(
            "Its vectors were made with another search model; “index” makes new ones. "
            "Until then it is searched by keyword."
        )
    _tell_missing(context, made)
    data = {"vault": str(paths.vault), "seconds": round(seconds, 3), **_data(made)}
    data["signer"] = _signer(made, known)
    return data, 0


def signer_told(made: Carried, known: KnownKey | None) -> str:
    """Who signed it, in a sentence."""
    if not made.key:
        return "It is not signed: nobody vouches for it."
    print_ = fingerprint_of(made.key)
    if known is None:
        return f"Signed with the key {print_}, which is new here and was remembered."
    if known.name:
        return f"Signed with the key {print_}, known as {known.name}."
    return f"Signed with the key {print_}, seen here since {moment(known.since)}."


def _key(context: Context) -> Outcome:
    place = new_file(context.options.file)
    key = make_key(place)
    context.view.said(f"Wrote the secret key to {place}. Keep it to yourself.")
    context.view.said(f"Its fingerprint, for those who import: {fingerprint_of(key)}")
    return {"file": str(place), "key": key, "fingerprint": fingerprint_of(key)}, 0


def _keys(context: Context) -> Outcome:
    options, file = context.options, context.paths.known_keys
    if options.name:
        name_key(file, *options.name)
    found = known_keys(file)
    for key in found:
        context.view.said(f"{key.fingerprint}  {key.name or '(no name)'}  {moment(key.since)}")
    if not found:
        context.view.said("No keys are known yet: importing a signed library remembers its key.")
    rows = [{"fingerprint": k.fingerprint, "name": k.name, "since": k.since} for k in found]
    return {"keys": rows}, 0


def _counted(made: Carried) -> str:
    found = made.manifest
    copies = len(found.members) - 1
    files = f" with {copies} files" if copies else ""
    return f"{found.documents} documents{files}, {found.pages:,} pages, {found.vectors:,} vectors"


def _tell_missing(context: Context, made: Carried) -> None:
    if made.missing:
        context.view.warn(
            f"{len(made.missing)} files are gone or have changed, and were left out; what was "
            "read of them is there."
        )


def _data(made: Carried) -> dict[str, Any]:
    found = made.manifest
    return {
        "size": made.size,
        "documents": found.documents,
        "copies": len(found.members) - 1,
        "missing": list(made.missing),
        "pages": found.pages,
        "chunks": found.chunks,
        "vectors": found.vectors,
        "embedders": list(found.embedders),
        "signed_by": fingerprint_of(made.key) if made.key else None,
    }


def _signer(made: Carried, known: KnownKey | None) -> dict[str, Any]:
    state = "none" if not made.key else "unknown" if known is None else "known"
    return {"state": state, "name": known.name if known else ""}
