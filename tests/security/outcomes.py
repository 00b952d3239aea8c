"""How the reading of one file ended, judged from outside through the public face of the reader.

Also watches how much memory the reader processes take. Owns no file and no limit.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType

import psutil

from app.core.control import Control
from app.core.errors import DocumentError, PasswordNeeded
from app.core.interfaces import Reader
from app.core.types import Page


class Outcome(StrEnum):
    """What became of a file. The first four are fine, the others are defects."""

    READ = "read"
    PARTLY = "partly"
    """Some pages have text, others say why they have none."""
    FAILED = "failed"
    """No page has text, and a sentence says why."""
    LOCKED = "locked"
    HUNG = "hung"
    """It took longer than it may."""
    CRASHED = "crashed"
    """The reader process died."""
    SILENT = "silent"
    """A page without text and without a problem, or a failure without a sentence."""
    CALLER = "caller crashed"


FINE = frozenset({Outcome.READ, Outcome.PARTLY, Outcome.FAILED, Outcome.LOCKED})
_LONGEST_REASON = 200


@dataclass(frozen=True)
class Ended:
    """How it ended, why, after how many seconds, and how many pages and characters came."""

    outcome: Outcome
    reason: str = ""
    seconds: float = 0.0
    pages: int = 0
    characters: int = 0


def judge(reader: Reader, path: Path, most_seconds: float, password: str = "") -> Ended:
    """Read the file; whatever happens is an `Ended`."""
    started = time.monotonic()
    try:
        reading = reader.read(path, password, lambda _done, _count: None, Control())
        found = of_pages(reading.pages)
    except PasswordNeeded as error:
        found = Ended(Outcome.LOCKED, str(error))
    except DocumentError as error:
        found = Ended(_of_reason(error), str(error))
    except Exception as error:
        found = Ended(Outcome.CALLER, type(error).__name__)
    seconds = time.monotonic() - started
    outcome = Outcome.HUNG if seconds > most_seconds else found.outcome
    return Ended(outcome, found.reason, seconds, found.pages, found.characters)


def of_pages(pages: Sequence[Page]) -> Ended:
    """How a reading ended that gave these pages."""
    with_text = [page for page in pages if page.text.strip()]
    told = [page.problem for page in pages if page.problem]
    characters = sum(len(page.text) for page in pages)
    if not pages or not all(page.text.strip() or is_sentence(page.problem) for page in pages):
        outcome = Outcome.SILENT
    elif not with_text:
        outcome = Outcome.FAILED
    else:
        outcome = Outcome.PARTLY if told else Outcome.READ
    return Ended(outcome, told[0] if told else "", 0.0, len(pages), characters)


def _of_reason(error: DocumentError) -> Outcome:
    """A reason is a sentence that a person understands; one that tells of a death is a crash."""
    sentence = error.message
    if not is_sentence(sentence):
        return Outcome.SILENT
    return Outcome.CRASHED if "crash" in str(error).lower() else Outcome.FAILED


def is_sentence(text: str) -> bool:
    """Starts like one, ends like one, and fits on a line or two."""
    return text[:1].isupper() and text.endswith(".") and len(text) <= _LONGEST_REASON


class MemoryWatch:
    """The largest resident memory that any child process reached while watching, in bytes."""

    def __init__(self) -> None:
        self.peak = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> MemoryWatch:
        self._thread.start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stop.wait(0.02):
            for child in psutil.Process().children(recursive=True):
                with contextlib.suppress(psutil.Error):
                    self.peak = max(self.peak, child.memory_info().rss)
