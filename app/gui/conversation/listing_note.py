"""What was gone through for a list, and what was left out, in the window's language."""

from __future__ import annotations

from app.core.types import Listing, WhyLeftOut
from app.gui import wording


def listing_note(listing: Listing) -> str:
    """A line on what was looked at, and one for all that was left out with why."""
    tr = wording.translate
    looked = tr("Listing", "Every one of %1 was looked at (%2). No model had a part in the list.")
    if not listing.is_of_documents:
        looked = tr("Listing", "Looked for in %1 (%2). No model had a part in the list.")
    looked = looked.replace("%1", wording.documents(listing.documents))
    looked = looked.replace("%2", wording.pages(listing.pages))
    if not listing.left_out:
        return looked
    parts = "; ".join(_left_out(why, count) for why, count in listing.left_out)
    return looked + "\n" + tr("Listing", "Left out: %1.").replace("%1", parts)


def _left_out(why: WhyLeftOut, count: int) -> str:
    tr = wording.translate
    said = {
        WhyLeftOut.NO_TEXT: tr("Listing", "%1 without text"),
        WhyLeftOut.NO_AMOUNT: tr("Listing", "%1 with no amount that could be read"),
        WhyLeftOut.OTHER_MONEY: tr("Listing", "%1 with an amount in another currency"),
        WhyLeftOut.NO_DATE: tr("Listing", "%1 with no date that could be read"),
        WhyLeftOut.TOO_MANY: tr("Listing", "%1 more, as the list is full"),
    }[why]
    counted = {
        WhyLeftOut.NO_TEXT: wording.pages,
        WhyLeftOut.TOO_MANY: wording.number,
    }.get(why, wording.documents)
    return said.replace("%1", counted(count))
