"""The command `sources`: the folders of a library, and where one of them is now."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.cli import Context, Outcome


def sources(context: Context) -> Outcome:
    """Lists them, after one was moved if that is asked for."""
    options = context.options
    with context.open() as vault:
        moved = {}
        if options.action == "move":
            known = vault.services.catalog.sources()
            old = options.old if options.old in known else os.path.abspath(options.old)
            made = vault.services.move_source(old, Path(options.new).expanduser())
            moved = {"moved": made.documents, "found": made.found}
            lost = made.documents - made.found
            not_there = f", {lost} not" if lost else ""
            context.view.said(f"{made.found} document(s) found again{not_there}.")
        documents = vault.services.catalog.documents()
        paths = vault.services.catalog.sources()
    rows = [
        {
            "path": path,
            "documents": sum(document.source == path for document in documents),
            "there": os.path.exists(path),
        }
        for path in paths
    ]
    for row in rows:
        where = "" if row["there"] else " (not there now)"
        context.view.said(f"{row['path']}{where}: {row['documents']} document(s)")
    return {"sources": rows} | moved, 0
