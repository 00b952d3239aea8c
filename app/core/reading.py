"""Reading: files become documents with pages and chunks, several side by side.

Owns how often a file is tried, and what becomes of one that cannot be read.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path

from app.core.chunking import cut_into_chunks
from app.core.control import Control
from app.core.errors import DiskFull, DocumentError, PasswordNeeded
from app.core.events import DocumentChanged, IndexProgress, Report
from app.core.folders.changes import SETTLED, Settling
from app.core.folders.sources import hash_of, identity_of
from app.core.forecast import Ahead, ReadingForecast, Stopwatch, cost_of
from app.core.interfaces import PageCount, Reader
from app.core.kinds import READ_HERE
from app.core.storage.catalog import Catalog, Known
from app.core.types import FileStamp, Reading, State

READINGS = 3
"""How often a file that changes meanwhile is read before it is given up."""
LARGEST = 4 * 1024**3
"""Bytes of a file that is read."""
NO_STAMP = FileStamp(0, 0)
_FULL = "Not added yet: the disk is full. Make room, then index again."
_MAY_NOT = "The file may not be opened. Check its permissions."
GONE = "The file is no longer there. Put it back, or remove the document."


@dataclass(frozen=True)
class Job:
    """A document to be read."""

    document: int
    path: Path
    stamp: FileStamp
    known: Known | None = None
    password: str = field(default="", repr=False)


@dataclass(frozen=True)
class Steady:
    """What was read of a file that was the same before and after; no reading: known already."""

    reading: Reading | None
    stamp: FileStamp
    sha256: str


@dataclass
class Left:
    """What was not stored: files that may be incomplete, and known ones that cannot be opened."""

    unsettled: list[Job] = field(default_factory=list)
    unreachable: list[Job] = field(default_factory=list)


class _StillChanging(DocumentError):
    """The file was never the same before and after it was read."""


class DocumentReading:
    """Reads jobs into the catalogue. One run at a time."""

    def __init__(
        self,
        catalog: Catalog,
        reader: Reader,
        at_once: int,
        settling: Settling,
        look_ahead: Callable[[], Ahead] = Ahead,
    ) -> None:
        """`at_once` documents are read side by side; `look_ahead` tells what comes afterwards."""
        self._look_ahead = look_ahead
        self._catalog = catalog
        self._reader = reader
        self._at_once = at_once
        self.settling = settling

    def read_all(self, jobs: Sequence[Job], report: Report, control: Control) -> Left:
        """Read side by side, store one after the other."""
        left = Left()
        sizes = {job.document: job.stamp.size for job in jobs}
        forecast = ReadingForecast(sizes, self._look_ahead(), Stopwatch(control))
        progress = _ReadingProgress(len(jobs), forecast, report)
        waiting = iter(jobs)
        with ThreadPoolExecutor(self._at_once, "reading") as pool:
            running: dict[Future[Steady], Job] = {}
            try:
                while True:
                    for job in _take(waiting, self._at_once - len(running)):
                        running[pool.submit(self._read, job, progress, control)] = job
                    if not running:
                        return left
                    done, _ = wait(running, return_when=FIRST_COMPLETED)
                    control.check()
                    for future in done:
                        job = running.pop(future)
                        cost = self._store(job, future, left, report)
                        progress.finish_document(job.document, cost)
            except BaseException:
                control.cancel()
                raise

    def _read(self, job: Job, progress: _ReadingProgress, control: Control) -> Steady:
        if not self._reader.can_read(job.path):
            raise DocumentError("Files of this kind are not read.", f"Add {READ_HERE}.")
        before = identity_of(job.path)
        if before.stamp.size > LARGEST:
            raise DocumentError("The file is larger than 4 GB, the most that is read.", "Split it.")
        settled = job.known if job.known and job.known.state in SETTLED else None
        if settled and hash_of(job.path, control) == settled.sha256:
            return Steady(None, before.stamp, settled.sha256)
        return self._read_steadily(job, progress.start_document(job), control)

    def _read_steadily(self, job: Job, counter: PageCount, control: Control) -> Steady:
        """Read it, again when it changed meanwhile: pages of two versions are no document."""
        for _ in range(READINGS):
            before = identity_of(job.path)
            try:
                reading = self._reader.read(job.path, job.password, counter, control)
                sha256 = hash_of(job.path, control)
            except DocumentError:
                if identity_of(job.path) == before:
                    raise
                continue
            if identity_of(job.path) == before:
                return Steady(reading, before.stamp, sha256)
        raise _StillChanging(
            "The file changed each time while it was being read.", "Index it when it is complete."
        )

    def _store(self, job: Job, future: Future[Steady], left: Left, report: Report) -> int:
        """What it costs to embed what was stored."""
        cost = 0
        was_read = job.known is not None and job.known.state in SETTLED
        try:
            made = future.result()
            if made.reading is None:
                self._catalog.set_stamp(job.document, made.stamp)
                return 0
            pages, chunks = made.reading.pages, cut_into_chunks(made.reading, job.path.name)
            cost = cost_of(sum(len(chunk.text) for chunk in chunks), len(chunks))
            self._catalog.store_reading(job.document, made.stamp, made.sha256, pages, chunks)
        except DiskFull:
            self._catalog.put_off(job.document, _FULL)
            self._catalog.require_room()
        except PasswordNeeded as error:
            self._fail(job, State.LOCKED, str(error))
        except DocumentError as error:
            if self._may_be_incomplete(job, error):
                left.unsettled.append(job)
                return 0
            self._fail(job, State.FAILED, str(error))
        except FileNotFoundError:
            if was_read:
                left.unsettled.append(job)
                return 0
            self._fail(job, State.FAILED, GONE)
        except OSError as error:
            if was_read:
                left.unreachable.append(job)
                return 0
            may_not = isinstance(error, PermissionError)
            self._fail(job, State.FAILED, _MAY_NOT if may_not else "The file cannot be opened.")
        report(DocumentChanged(self._catalog.document(job.document)))
        return cost

    def _may_be_incomplete(self, job: Job, error: DocumentError) -> bool:
        """A file that is still being copied is waited for."""
        if isinstance(error, _StillChanging):
            return self.settling.seconds > 0
        try:
            return not self.settling.is_over(identity_of(job.path).stamp)
        except (DocumentError, OSError):
            return False

    def _fail(self, job: Job, state: State, reason: str) -> None:
        self._catalog.store_failure(job.document, job.stamp, "", state, reason)


class _ReadingProgress:
    """Adds up what the readers tell from their threads."""

    def __init__(self, documents: int, forecast: ReadingForecast, report: Report) -> None:
        self._total = documents
        self._done = 0
        self._forecast = forecast
        self._report = report
        self._adding = threading.Lock()

    def start_document(self, job: Job) -> _Counter:
        return _Counter(self, job)

    def follow(self, job: Job, done: int, pages: int) -> None:
        with self._adding:
            self._forecast.follow(job.document, done, pages)
            told = self._news(job.path.name)
        self._report(told)

    def finish_document(self, document: int, cost: int) -> None:
        with self._adding:
            self._done += 1
            self._forecast.finish(document, cost)
            told = self._news("")
        self._report(told)

    def _news(self, name: str) -> IndexProgress:
        forecast = self._forecast
        return IndexProgress(
            "reading",
            documents_done=self._done,
            documents_total=self._total,
            pages_done=forecast.pages_done,
            pages_per_second=forecast.pages_per_second,
            seconds_left=forecast.seconds_left(),
            current=name,
            share=forecast.share(),
            in_hand=forecast.in_hand(),
        )


class _Counter:
    """The pages of one document; tells about every tenth."""

    def __init__(self, progress: _ReadingProgress, job: Job) -> None:
        self._progress = progress
        self._job = job
        self._told = 0

    def __call__(self, done: int, count: int) -> None:
        if done in (1, count) or done - self._told >= 10:
            self._progress.follow(self._job, done, count)
            self._told = done


def _take(jobs: Iterator[Job], count: int) -> Iterator[Job]:
    for _ in range(count):
        job = next(jobs, None)
        if job is None:
            return
        yield job
