"""What the library says of a document: its standing, its reason, what can be done, its coverage.

Owns words only.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath

from PySide6.QtCore import QDateTime, QLocale

from app.core.events import InHand
from app.core.types import Document
from app.gui import wording
from app.gui.library.library_view import Order, SourceRow, Standing, lacks_text, standing
from app.gui.wording import translate


class Remedy(StrEnum):
    """What can be done about a document that cannot be asked."""

    PASSWORD = "password"
    AGAIN = "again"
    FORGET = "forget"
    LEAVE_OUT = "leave out"


def remedy_of(document: Document) -> Remedy | None:
    """The first thing to try; None where nothing is wrong."""
    kind = standing(document)
    if kind is Standing.FAILED and document.pages:
        return Remedy.LEAVE_OUT  # only pictures: reading it again gives nothing else
    return {
        Standing.LOCKED: Remedy.PASSWORD,
        Standing.FAILED: Remedy.AGAIN,
        Standing.GONE: Remedy.FORGET,
    }.get(kind)


def can_be_left_out(document: Document) -> bool:
    """Whether this is a second way, beside the remedy."""
    return remedy_of(document) in (Remedy.PASSWORD, Remedy.AGAIN)


def remedy(kind: Remedy) -> str:
    return {
        Remedy.PASSWORD: translate("Library", "Give password"),
        Remedy.AGAIN: translate("Library", "Try again"),
        Remedy.FORGET: translate("Library", "Forget…"),
        Remedy.LEAVE_OUT: translate("Library", "Leave out"),
    }[kind]


def leave_out() -> str:
    return translate("Library", "Leave out of the library")


def standing_word(kind: Standing) -> str:
    return {
        Standing.READY: translate("Library", "Ready"),
        Standing.WAITING: translate("Library", "Waiting"),
        Standing.SEARCHABLE: translate("Library", "Searchable by word"),
        Standing.CHANGED: translate("Library", "Changed"),
        Standing.LOCKED: translate("Library", "Locked"),
        Standing.FAILED: translate("Library", "Could not be read"),
        Standing.AWAY: translate("Library", "Away"),
        Standing.GONE: translate("Library", "File is gone"),
    }[kind]


def without_text() -> str:
    return translate("Library", "With pages without text")


def order_word(order: Order) -> str:
    return {
        Order.NAME: translate("Library", "Name"),
        Order.DATE: translate("Library", "Date, newest first"),
        Order.PAGES: translate("Library", "Pages, most first"),
        Order.STANDING: translate("Library", "State, problems first"),
    }[order]


def second_line(document: Document, in_hand: InHand | None, order: Order) -> str:
    """What stands under a document's name."""
    kind = standing(document)
    if in_hand is not None:
        words = translate("Library", "Reading, page %1 of %2")
        words = words.replace("%2", wording.number(in_hand.total))
        return words.replace("%1", wording.number(in_hand.done))
    if kind in (Standing.FAILED, Standing.LOCKED):
        return wording.clean_line(wording.told(document.reason)) or standing_word(kind)
    parts = [pages(document)] if document.pages else []
    if order is Order.DATE and document.modified:
        parts.append(day(document.modified))
    if kind is not Standing.READY or not parts:
        parts.append(standing_word(kind))
    return " · ".join(parts)


def pages(document: Document) -> str:
    """How many there are, and how many of them can be read when that is another number."""
    count = wording.extent(document)
    if not lacks_text(document):
        return count
    words = translate("Library", "%1 of %2 have text").replace("%2", count)
    return words.replace("%1", wording.number(document.pages_read))


def day(nanoseconds: int) -> str:
    found = QDateTime.fromSecsSinceEpoch(nanoseconds // 10**9)
    return QLocale().toString(found.date(), QLocale.FormatType.ShortFormat)


def told_in_full(document: Document) -> str:
    """The tooltip of a document: all of its name, where it lies, and how it stands."""
    inside = PurePath(document.path).parent
    lines = [document.name, str(inside), ""]
    if document.pages:
        lines.append(f"{pages(document)} · {standing_word(standing(document))}")
    lines.append(explained(document))
    return "\n".join(lines)


def explained(document: Document) -> str:
    """What its standing means for questions, with the reason where there is one."""
    if standing(document) is Standing.CHANGED:
        return translate(
            "Library", "Its file has changed and is read again. Until then the old text is asked."
        )
    return wording.state_explained(document)


def spoken(document: Document, in_hand: InHand | None) -> str:
    """A document's row for a screen reader."""
    name, told = wording.clean_line(document.name), second_line(document, in_hand, Order.NAME)
    kind = standing(document)
    if in_hand is None and standing_word(kind) not in told:
        told = f"{standing_word(kind)}, {told}"
    found = remedy_of(document)
    return f"{name}, {told}, {remedy(found)}" if found else f"{name}, {told}"


def spoken_source(row: SourceRow, name: str, is_open: bool, is_away: bool) -> str:
    """A source's row for a screen reader."""
    parts = [name, translate("Library", "folder"), counted(row)]
    if is_away:
        parts.append(wording.away())
    parts.append(translate("Library", "open") if is_open else translate("Library", "closed"))
    return ", ".join(parts)


def counted(row: SourceRow) -> str:
    """How many documents a source has, and how many of them are shown when that is fewer."""
    if len(row.documents) == row.total:
        return wording.documents(row.total)
    words = translate("Library", "%1 of %2").replace("%2", wording.documents(row.total))
    return words.replace("%1", wording.number(len(row.documents)))
