"""Words and numbers as the user reads them. Owns no widget.

Also makes text that comes from documents, file names and models safe to show.
"""

from __future__ import annotations

import html
import json
import re
import textwrap
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from app.core.events import IndexProgress
from app.core.inert import clean as clean
from app.core.inert import clean_line as clean_line
from app.core.kinds import SUFFIXES, Kind, has_pages, kind_of
from app.core.types import Document, Presence, State
from app.system.paths import resource

translate = QCoreApplication.translate

_DATE = "d MMM yyyy"
_TOOLTIP = 72
"""Characters in a line of a tooltip."""


def told(text: str) -> str:
    """What core and engine say in English, in the window's language; what is not known stays."""
    return " ".join(_say(source, values) for source, values in _parse(text))


def _say(source: str, values: tuple[str, ...]) -> str:
    said = translate("Engine", source) if values or source in _exact() else source
    for place, value in enumerate(values, 1):
        said = said.replace(f"%{place}", told(value))
    return said


@lru_cache(maxsize=2048)
def _parse(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The known sentences that `text` is made of, the longest first, and what fills their gaps."""
    words = re.split(r"(?<=[.?!…]) ", text)
    found: list[tuple[str, tuple[str, ...]]] = []
    here = 0
    while here < len(words):
        ends = range(len(words), here, -1)
        known = ((end, _recognise(" ".join(words[here:end]))) for end in ends)
        here, part = next(((e, p) for e, p in known if p), (here + 1, (words[here], ())))
        found.append(part)
    return tuple(found)


def _recognise(sentence: str) -> tuple[str, tuple[str, ...]] | None:
    if sentence in _exact():
        return sentence, ()
    tried = ((pattern.fullmatch(sentence), source) for pattern, source in _patterns())
    return next(((source, found.groups()) for found, source in tried if found), None)


@lru_cache(maxsize=1)
def _exact() -> frozenset[str]:
    """What the engine may say."""
    return frozenset(json.loads(resource("translations/sentences.json").read_text("utf-8")))


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Sentences with gaps as they arrive, the most definite first."""
    gapped = sorted((s for s in _exact() if "%1" in s), key=len, reverse=True)
    parts = ((re.split(r"%\d", sentence), sentence) for sentence in gapped)
    return tuple((re.compile("(.+?)".join(map(re.escape, p)), re.DOTALL), s) for p, s in parts)


def tooltip(text: str) -> str:
    """`text` for a tooltip, in short lines; screen readers read it too.

    What looks like HTML is escaped: a tooltip guesses, and would not show it as it is.
    """
    plain = clean(text)
    if "<" in plain or "&" in plain:
        return f"<qt>{html.escape(plain)}</qt>".replace("\n", "<br>")
    return "\n".join(textwrap.fill(line, _TOOLTIP) for line in plain.split("\n"))


def menu_text(text: str, limit: int = 60) -> str:
    """`text` for a menu: one line, no mnemonics, not too long."""
    return shortened(text, limit).replace("&", "&&")


def counted(count: int, one: str, many: str) -> str:
    """`one` or `many`, as the language counts, with the number in the place of %n."""
    counts_none_as_one = QLocale().language() == QLocale.Language.French
    is_one = count == 1 or (count == 0 and counts_none_as_one)
    return (one if is_one else many).replace("%n", number(count))


def shortened(text: str, limit: int = 48) -> str:
    """One line of it, the end left out where it is long."""
    line = clean_line(text)
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def documents(count: int) -> str:
    one, many = translate("Wording", "%n document"), translate("Wording", "%n documents")
    return counted(count, one, many)


def pages(count: int) -> str:
    one, many = translate("Wording", "%n page"), translate("Wording", "%n pages")
    return counted(count, one, many)


def files(count: int) -> str:
    if count == 1:
        return translate("Wording", "1 file")
    return translate("Wording", "%1 files").replace("%1", number(count))


def kinds_read() -> str:
    """Which kinds of files are read, as `app.core.kinds` has them."""
    return translate(
        "Wording",
        "Strongroom reads PDF, Word (.docx), mail (.eml) and text files (.txt, .md, .log, .csv), "
        "also in the folders inside a folder.",
    )


def document_files() -> str:
    """The kinds of files that are read, for Qt's dialogs."""
    ends = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    return translate("Wording", "Documents (%1)").replace("%1", ends)


def extent(document: Document) -> str:
    """How long a document is, in its own measure; the kind of one that has a single part."""
    if has_pages(document.name):
        return pages(document.pages)
    return parts(document.pages) if document.pages > 1 else kind(document.name)


def kind(name: str) -> str:
    """What a document is, in a word or two."""
    return {
        Kind.PDF: translate("Wording", "PDF"),
        Kind.WORD: translate("Wording", "Word file"),
        Kind.MAIL: translate("Wording", "Mail"),
        Kind.TEXT: translate("Wording", "Text"),
    }[kind_of(name)]


def parts(count: int) -> str:
    """How long a document without pages is."""
    one, many = translate("Wording", "%n part"), translate("Wording", "%n parts")
    return counted(count, one, many)


def passages(count: int) -> str:
    one, many = translate("Wording", "%n passage"), translate("Wording", "%n passages")
    return counted(count, one, many)


def marked_lines(count: int) -> str:
    """How many lines of a page are highlighted."""
    one, many = translate("Wording", "%n line marked"), translate("Wording", "%n lines marked")
    return counted(count, one, many)


def questions(count: int) -> str:
    one, many = translate("Wording", "%n question"), translate("Wording", "%n questions")
    return counted(count, one, many)


def items(count: int) -> str:
    one, many = translate("Wording", "%n item"), translate("Wording", "%n items")
    return counted(count, one, many)


def attempts(count: int) -> str:
    """How often something tried to reach a network; all of that was refused."""
    if not count:
        return translate("Wording", "0 attempts")
    one = translate("Wording", "%n attempt refused")
    return counted(count, one, translate("Wording", "%n attempts refused"))


def number(value: int) -> str:
    return QLocale().toString(value)


def decimal(value: float, digits: int = 1) -> str:
    return QLocale().toString(value, "f", digits)


def percent(value: float) -> str:
    """A share in hundredths, as the language writes it."""
    return translate("Wording", "%1 %").replace("%1", number(round(value)))


def seconds(value: float) -> str:
    """A measured time: `0.4 s`, `12 s`, `2 min 5 s`."""
    if value < 0.1:
        return translate("Wording", "under %1 s").replace("%1", decimal(0.1))
    if value < 10:
        return translate("Wording", "%1 s").replace("%1", decimal(value))
    minutes, rest = divmod(round(value), 60)
    if not minutes:
        return translate("Wording", "%1 s").replace("%1", str(rest))
    return translate("Wording", "%1 min %2 s").replace("%2", str(rest)).replace("%1", str(minutes))


def about(value: float) -> str:
    """A guessed time that is not over: `10 s`, `50 s`, `3 min`."""
    if value < 90:
        rounded = max(5, round(value / 5) * 5)
        return translate("Wording", "%1 s").replace("%1", str(rounded))
    return translate("Wording", "%1 min").replace("%1", str(round(value / 60)))


def duration(value: float) -> str:
    """A guessed time, in words: of minutes if it is shorter than two hours."""
    if value < 90:
        return counted(max(1, round(value)), translate("Wording", "%n second"),
                       translate("Wording", "%n seconds"))  # fmt: skip
    if value < 7200:
        return counted(round(value / 60), translate("Wording", "%n minute"),
                       translate("Wording", "%n minutes"))  # fmt: skip
    return translate("Wording", "%1 hours").replace("%1", decimal(value / 3600))


def time_left(value: float) -> str:
    """A guessed time, as coarse as the guess."""
    if value < 8:
        return translate("Wording", "a few seconds left")
    if value < 90:
        return translate("Wording", "about %1 s left").replace("%1", str(round(value / 5) * 5))
    if value < 5400:
        return translate("Wording", "about %1 min left").replace("%1", str(round(value / 60)))
    return translate("Wording", "about %1 h left").replace("%1", decimal(value / 3600))


def size(count: int) -> str:
    digits = 1 if count >= 1024**3 else 0
    return QLocale().formattedDataSize(
        count, digits, QLocale.DataSizeFormat.DataSizeTraditionalFormat
    )


def state_explained(document: Document) -> str:
    """What the state of a document means for questions."""
    if document.presence is Presence.AWAY:
        return away_explained()
    if document.reason:
        return clean(told(document.reason))
    return {
        State.WAITING: translate("Wording", "Not read yet."),
        State.SEARCHABLE: translate(
            "Wording", "Its words can be searched. Searching it by meaning is being prepared."
        ),
        State.READY: translate("Wording", "Searchable by word and by meaning."),
        State.FAILED: translate("Wording", "Nothing of it could be read."),
        State.LOCKED: translate("Wording", "Give its password to read it."),
    }[document.state]


def phase(progress: IndexProgress, is_catching_up: bool = False) -> str:
    if is_catching_up and progress.phase == "reading":
        return changed_files(progress.documents_total)
    return {
        "looking": translate("Wording", "Looking for documents"),
        "reading": translate("Wording", "Reading documents"),
        "embedding": translate("Wording", "Understanding meaning"),
        "checking": translate("Wording", "Checking the library"),
        "rebuilding": translate("Wording", "Making the search index"),
        "packing": translate("Wording", "Exporting the library"),
        "unpacking": translate("Wording", "Importing the library"),
    }.get(progress.phase, translate("Wording", "Working"))


def changed_files(count: int) -> str:
    one = translate("Wording", "%n file changed, reading…")
    return counted(count, one, translate("Wording", "%n files changed, reading…"))


def presence(document: Document) -> str:
    """Where a document's file is, in a word; "" when it is where it was."""
    return {
        Presence.HERE: "",
        Presence.AWAY: away(),
        Presence.MISSING: translate("Wording", "File is gone"),
        Presence.KEPT: translate("Wording", "Kept without its file"),
    }[document.presence]


def away() -> str:
    return translate("Wording", "Away")


def away_explained() -> str:
    """What it means that a folder is not there, and what can be done."""
    return translate(
        "Wording",
        "Its folder is not there now. What was read can still be asked. If the folder lies "
        "elsewhere, say so: right-click it.",
    )


def found_again(found: int, lost: int) -> str:
    """How many documents were found where a folder is now, and how many not."""
    if not lost:
        return translate("Wording", "%1 found again").replace("%1", documents(found))
    told = translate("Wording", "%1 found again, %2 not").replace("%2", number(lost))
    return told.replace("%1", documents(found))


def progress_facts(progress: IndexProgress) -> str:
    """How far indexing is, how fast, how long still."""
    parts = []
    if is_carrying(progress):
        parts.append(percent(progress.documents_done))
    elif progress.phase in ("embedding", "rebuilding") and progress.chunks_total:
        share = percent(100 * progress.chunks_done / progress.chunks_total)
        done = f"{number(progress.chunks_done)} / {passages(progress.chunks_total)}"
        parts.append(f"{share} · {done}")
    elif progress.documents_total:
        parts.append(f"{number(progress.documents_done)} / {documents(progress.documents_total)}")
    if progress.pages_per_second:
        rate = decimal(progress.pages_per_second, 0 if progress.pages_per_second >= 10 else 1)
        parts.append(translate("Wording", "%1 pages/s").replace("%1", rate))
    if progress.seconds_left is not None:
        parts.append(time_left(progress.seconds_left))
    return " · ".join(part.replace(" ", "\u00a0") for part in parts)


def is_carrying(progress: IndexProgress) -> bool:
    """Whether it counts hundredths of a library's file."""
    return progress.phase in ("packing", "unpacking")


def scope(ticked: int, total: int) -> str:
    """What a question will look at."""
    if not total:
        return translate("Wording", "No documents yet")
    if not ticked:
        return translate("Wording", "No document is ticked")
    if ticked == total:
        every, one = translate("Wording", "Asking all %1"), translate("Wording", "Asking %1")
        return (one if total == 1 else every).replace("%1", documents(total))
    chosen = translate("Wording", "Asking %1 of %2").replace("%1", number(ticked))
    return chosen.replace("%2", documents(total))


def searched(chosen: int, total: int) -> str:
    """Which part of the library a question looked at."""
    words = translate("Wording", "Only the ticked documents were searched: %1 of %2.")
    return words.replace("%1", number(chosen)).replace("%2", number(total))


def place(document_name: str, page: int) -> str:
    """A document and a page of it, or a part."""
    return f"{clean_line(document_name)}, {spot(document_name, page)}"


def spot(document_name: str, page: int) -> str:
    """Where in a document: a page, or a part of one that has no pages."""
    if has_pages(document_name):
        return translate("Wording", "page %1").replace("%1", number(page))
    return translate("Wording", "part %1").replace("%1", number(page))


def day(seconds: int) -> str:
    """When something was, as coarse as it is long ago; `seconds` since 1970."""
    found = QDateTime.fromSecsSinceEpoch(seconds)
    age = found.date().daysTo(QDate.currentDate())
    if age == 0:
        return translate("Wording", "today at %1").replace("%1", found.toString("HH:mm"))
    if age == 1:
        return translate("Wording", "yesterday at %1").replace("%1", found.toString("HH:mm"))
    return QLocale().toString(found.date(), _DATE)


def moment(seconds: float) -> str:
    """A time of day, and the day when it is not today; `seconds` since 1970."""
    found = QDateTime.fromSecsSinceEpoch(round(seconds))
    if found.date() == QDate.currentDate():
        return found.toString("HH:mm:ss")
    return QLocale().toString(found, f"{_DATE} HH:mm:ss")
