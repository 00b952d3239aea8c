"""The commands `remove` and `forget-everything`, and their receipts. Owns no program logic."""

from __future__ import annotations

import os
import select
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import __version__
from app.cli_chats import new_file
from app.cli_upkeep import tidy
from app.core.errors import UsageError
from app.core.forgetting.receipt import (
    Quotes,
    Receipt,
    also_told,
    as_text,
    exact,
    verification_told,
)
from app.system.saving import save_files

if TYPE_CHECKING:
    from app.cli import Context, Outcome


def remove(context: Context) -> Outcome:
    options = context.options
    place = new_file(options.receipt) if options.receipt else None
    with context.open() as vault:
        named = [vault.services.documents_named(text) for text in options.documents]
        found = {document.id: document for documents in named for document in documents}
        quotes = vault.services.forgetter.quotes_of(found)
        goes_too = _goes_too(context, quotes)
        with context.view.progress() as report:
            receipt = vault.services.remove(found, goes_too)
            tidy(context, vault, report)
    context.view.said(f"Forgot {len(found)} document(s). The files themselves are untouched.")
    _tell(context, receipt)
    data = {"removed": [document.path for document in found.values()]}
    return data | _data(receipt) | _saved(context, receipt, place), 0


def _goes_too(context: Context, quotes: Quotes) -> bool:
    """Whether conversations and examples lose what they quote. Kept unless the user says so."""
    if context.options.with_chats is not None or not quotes:
        return bool(context.options.with_chats)
    said = (
        f"{quotes.answers} answer(s) rest on it, {quotes.lists} more show passages of it, "
        f"{quotes.examples} example(s) quote it."
    )
    if not context.options.json and sys.stdin.isatty():
        return asked(context, f"{said} Delete these too, for good? [y/N] ") in ("y", "yes")
    context.view.warn(f"{said} They are kept; --with-chats deletes them too.")
    return False


def asked(context: Context, question: str) -> str:
    """What is typed in answer, in lower case. Ctrl-C ends the waiting."""
    print(question, end="", file=sys.stderr, flush=True)
    while os.name == "posix" and not select.select([sys.stdin], [], [], 0.2)[0]:
        context.control.check()
    typed = sys.stdin.readline().strip().lower()
    context.control.check()
    return typed


def _tell(context: Context, receipt: Receipt) -> None:
    said = context.view.said
    said(f"Out of every answer since {exact(receipt.left_answers)}.")
    if receipt.files_clean:
        said(f"Files clean since {exact(receipt.files_clean)}.")
    for line in (*also_told(receipt), *verification_told(receipt)):
        said(line)
    if receipt.left_alone:
        said("Not made by Strongroom, and left alone: " + ", ".join(receipt.left_alone))


def _saved(context: Context, receipt: Receipt, place: Path | None) -> dict[str, Any]:
    if place is None:
        return {}
    text = as_text(receipt, not context.options.unnamed, __version__)
    save_files(place, {"": text.encode()})
    context.view.said(f"Wrote the receipt to {place}.")
    return {"receipt": str(place)}


def _data(receipt: Receipt) -> dict[str, Any]:
    return {
        "pages": receipt.pages,
        "chunks": receipt.chunks,
        "vectors": receipt.vectors,
        "left_answers": receipt.left_answers,
        "files_clean": receipt.files_clean or None,
        "taken": asdict(receipt.taken),
        "kept": asdict(receipt.kept),
        "verification": asdict(receipt.verification),
    }


def forget_everything(context: Context) -> Outcome:
    options = context.options
    place = new_file(options.receipt) if options.receipt else None
    if not context.paths.catalog.exists():
        raise UsageError("There is no library in this vault.", "Nothing was changed.")
    _confirm(context)
    with context.open() as vault:
        receipt = vault.services.forgetter.forget_everything()
    context.view.said(
        f"Forgot everything in {context.paths.vault}: {len(receipt.documents)} document(s). "
        "The vault is empty; the documents’ own files are untouched."
    )
    _tell(context, receipt)
    data = _data(receipt) | {"removed": len(receipt.documents)}
    return data | {"left_alone": list(receipt.left_alone)} | _saved(context, receipt, place), 0


def _confirm(context: Context) -> None:
    if context.options.yes:
        return
    name = context.paths.vault.name
    if context.options.json or not sys.stdin.isatty():
        raise UsageError("This forgets a whole library, for good.", "Give --yes if that is meant.")
    context.view.warn(f"This forgets all documents and conversations of {context.paths.vault}.")
    if asked(context, f"Type the name of its folder, {name}, to go on: ") != name.lower():
        raise UsageError("That is not its name.", "Nothing was forgotten.")
