"""What was gone through for a list, in English: for the command line and dossiers."""

from __future__ import annotations

from app.core.language import counted
from app.core.types import Listing, WhyLeftOut


def told(listing: Listing) -> list[str]:
    """A sentence on what was looked at, and one for each thing that was left out, with why."""
    pages, documents = counted(listing.pages, "page"), counted(listing.documents, "document")
    matched = counted(listing.matched, "page")
    if listing.is_of_documents:
        items = counted(listing.items, "document")
        looked = f"Looked at every one of {documents} ({pages}): {items} of them asked for."
    else:
        items = counted(listing.items, "place")
        looked = f"Looked for it on {pages} of {documents}: {items} on {matched}."
    return [looked, *(_left_out(why, count) for why, count in listing.left_out)]


def _left_out(why: WhyLeftOut, count: int) -> str:
    if why is WhyLeftOut.NO_TEXT:
        return f"Left out: {counted(count, 'page')} without text."
    if why is WhyLeftOut.TOO_MANY:
        return f"Left out: {count:,} more, as the list is full."
    said = {
        WhyLeftOut.NO_AMOUNT: "no amount that could be read",
        WhyLeftOut.OTHER_MONEY: "an amount in another currency",
        WhyLeftOut.NO_DATE: "no date that could be read",
    }[why]
    return f"Left out: {counted(count, 'document')} with {said}."
