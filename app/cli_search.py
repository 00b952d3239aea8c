"""The command `search`: passages for a question, or places of words. Owns no program logic."""

from __future__ import annotations

import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from app.cli_documents import pages_of
from app.core.errors import UsageError
from app.core.kinds import has_pages
from app.core.search.exact_wish import MOST_PLACES, ExactWish
from app.core.types import Hit

if TYPE_CHECKING:
    from app.cli import Context, Outcome
    from app.wiring import OpenVault

_USUAL = 10


def search(context: Context) -> Outcome:
    if context.options.exact or context.options.pattern:
        return _search_exactly(context)
    if context.options.pages:
        raise UsageError("--pages goes with --exact or --pattern.", "Add one of them.")
    with context.open() as vault:
        started = time.monotonic()
        among = scope(context, vault)
        with context.view.progress() as report:
            count = context.options.k or _USUAL
            found = vault.services.search(context.options.question, count, among, report)
        seconds = round(time.monotonic() - started, 3)
    context.view.hits(found.hits)
    return {"hits": [hit_data(hit) for hit in found.hits], "seconds": seconds}, 0


def _search_exactly(context: Context) -> Outcome:
    options = context.options
    first, last = pages_of(options.pages)
    with context.open() as vault, context.view.progress() as report:
        started = time.monotonic()
        among = scope(context, vault)
        most = options.k or MOST_PLACES
        wish = ExactWish(options.question, options.pattern, first, last, among, most)
        found = vault.services.find_exactly(wish, report, context.control)
        seconds = round(time.monotonic() - started, 3)
    context.view.places(found)
    data = asdict(found) | {"hits": [hit_data(hit) for hit in found.hits]}
    return data | {"seconds": seconds}, 0


def scope(context: Context, vault: OpenVault) -> tuple[int, ...] | None:
    """The documents that are named with --in; None when there are none: all of them."""
    named = context.options.documents
    if not named:
        return None
    found = [vault.services.documents_named(text) for text in named]
    return tuple(dict.fromkeys(document.id for documents in found for document in documents))


def hit_data(hit: Hit) -> dict[str, Any]:
    """A hit of the contract; what has no pages has no boxes on them."""
    data = asdict(hit)
    data["document_id"], data["document"] = data["document"], data.pop("document_name")
    return data if has_pages(hit.document_name) else data | {"boxes": (), "marked_boxes": ()}
