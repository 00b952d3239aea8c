"""Indexing: files become documents that can be searched, first by keyword and then by meaning.

Reading and embedding are two passes over what is unfinished, so that a stop at any moment costs
at most the batch in hand, and the next run goes on from there. Owns no file and no table.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.core.catalog import Catalog, Known
from app.core.chunking import cut_into_chunks, described
from app.core.control import Control
from app.core.errors import DiskFull, DocumentError, PasswordNeeded, UsageError
from app.core.events import DocumentChanged, IndexProgress, Report
from app.core.interfaces import Embedder, PageCount, Reader
from app.core.sources import Found, FoundFile, hash_of, identity_of, look_through, shown
from app.core.types import Failure, FileStamp, IndexReport, IndexTimes, Reading, State
from app.core.vectors import VectorIndex

BATCH = 4
"""Chunks embedded at a time: a fraction of a second, so that a question never waits long."""
READINGS = 3
"""How often a file that changes meanwhile is read before it is given up."""
LARGEST = 4 * 1024**3
"""Bytes of a file that is read."""
_SETTLED = (State.READY, State.SEARCHABLE)
_NO_STAMP = FileStamp(0, 0)
_FULL = "Not added yet: the disk is full. Make room, then index again."
_GONE = "The file is no longer there. Put it back, or remove the document."


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


class Indexer:
    """Brings the catalogue up to date with files. One run at a time."""

    def __init__(self, catalog: Catalog, reader: Reader, at_once: int) -> None:
        """`at_once` documents are read side by side."""
        self._catalog = catalog
        self._reader = reader
        self._at_once = at_once

    def add_and_read(
        self, paths: Sequence[Path], report: Report, control: Control
    ) -> tuple[IndexReport, list[int]]:
        """Add sources, and read what is new or changed in them. Also gives their documents' ids."""
        started = time.monotonic()
        for path in paths:
            if not os.path.exists(path):
                raise UsageError(f"There is no file or folder {shown(path)}.", "Check the path.")
        found = [self._look_through(path.resolve(), report, control) for path in paths]
        jobs, documents = self._jobs(found, report)
        self._read_all(jobs, report, control)
        seconds = round(time.monotonic() - started, 3)
        made = self._report(documents, IndexTimes(read=seconds, total=seconds))
        failed = (*made.failed, *(failure for _, one in found for failure in one.failed))
        skipped = sum(one.skipped for _, one in found)
        return replace(made, failed=failed, skipped=skipped), documents

    def read_again(self, document: int, password: str, report: Report, control: Control) -> None:
        """Read one document whatever its state; the password is used once and not kept."""
        path = Path(self._catalog.document(document).path)
        if not os.path.exists(path):
            raise UsageError("The file is no longer there.", "Put it back, or remove the document.")
        self._read_all([Job(document, path, _NO_STAMP, password=password)], report, control)

    def unfinished_paths(self) -> list[Path]:
        """Files that were found but not read yet. Those that are gone have failed."""
        waiting = [d for d in self._catalog.documents() if d.state is State.WAITING]
        for document in waiting:
            if not os.path.exists(document.path):
                self._catalog.store_failure(document.id, _NO_STAMP, "", State.FAILED, _GONE)
        return [Path(d.path) for d in waiting if os.path.exists(d.path)]

    def _look_through(self, path: Path, report: Report, control: Control) -> tuple[Path, Found]:
        report(IndexProgress("looking", current=shown(Path(path.name))))
        return path, look_through(path, self._reader.can_read, control)

    def _jobs(
        self, looked: Sequence[tuple[Path, Found]], report: Report
    ) -> tuple[list[Job], list[int]]:
        """What is to be read, and all documents that were found; new ones are added."""
        known = self._catalog.known_files()
        jobs = []
        documents: dict[int, None] = {}
        for path, found in looked:
            source = None
            for file in found.files:
                before = known.get(str(file.path))
                if before is None:
                    source = source or self._catalog.add_source(str(path))
                    number = self._add(source, file, report)
                    before = known[str(file.path)] = Known(number, file.stamp, "", State.WAITING)
                if before.document in documents:
                    continue
                documents[before.document] = None
                if before.state not in _SETTLED or before.stamp != file.stamp:
                    jobs.append(Job(before.document, file.path, file.stamp, before))
        return jobs, list(documents)

    def _add(self, source: int, file: FoundFile, report: Report) -> int:
        number = self._catalog.add_waiting(source, str(file.path), file.path.name, file.stamp)
        report(DocumentChanged(self._catalog.document(number)))
        return number

    def _read_all(self, jobs: Sequence[Job], report: Report, control: Control) -> None:
        """Read side by side, store one after the other."""
        progress = _ReadingProgress(len(jobs), report)
        waiting = iter(jobs)
        with ThreadPoolExecutor(self._at_once, "reading") as pool:
            running: dict[Future[Steady], Job] = {}
            try:
                while True:
                    for job in _take(waiting, self._at_once - len(running)):
                        running[pool.submit(self._read, job, progress, control)] = job
                    if not running:
                        return
                    done, _ = wait(running, return_when=FIRST_COMPLETED)
                    control.check()
                    for future in done:
                        self._store(running.pop(future), future, report)
                        progress.finish_document()
            except BaseException:
                control.cancel()
                raise

    def _read(self, job: Job, progress: _ReadingProgress, control: Control) -> Steady:
        if not self._reader.can_read(job.path):
            raise DocumentError("Files of this kind are not read.", "Add PDF files.")
        before = identity_of(job.path)
        if before.stamp.size > LARGEST:
            raise DocumentError("The file is larger than 4 GB, the most that is read.", "Split it.")
        settled = job.known if job.known and job.known.state in _SETTLED else None
        if settled and hash_of(job.path, control) == settled.sha256:
            return Steady(None, before.stamp, settled.sha256)
        return self._read_steadily(job, progress.start_document(job.path.name), control)

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
        raise DocumentError(
            "The file changed each time while it was being read.", "Index it when it is complete."
        )

    def _store(self, job: Job, future: Future[Steady], report: Report) -> None:
        try:
            made = future.result()
            if made.reading is None:
                self._catalog.set_stamp(job.document, made.stamp)
                return
            pages, chunks = made.reading.pages, cut_into_chunks(made.reading, job.path.name)
            self._catalog.store_reading(job.document, made.stamp, made.sha256, pages, chunks)
        except DiskFull:
            self._catalog.put_off(job.document, _FULL)
            self._catalog.require_room()
        except PasswordNeeded as error:
            self._fail(job, State.LOCKED, str(error))
        except DocumentError as error:
            self._fail(job, State.FAILED, str(error))
        except FileNotFoundError:
            self._fail(job, State.FAILED, _GONE)
        except PermissionError:
            self._fail(job, State.FAILED, "The file may not be opened. Check its permissions.")
        except OSError:
            self._fail(job, State.FAILED, "The file cannot be opened.")
        report(DocumentChanged(self._catalog.document(job.document)))

    def _fail(self, job: Job, state: State, reason: str) -> None:
        self._catalog.store_failure(job.document, job.stamp, "", state, reason)

    def _report(self, documents: Sequence[int], seconds: IndexTimes) -> IndexReport:
        wanted = set(documents)
        found = [d for d in self._catalog.documents() if d.id in wanted]
        failed = (d for d in found if d.reason)
        return IndexReport(
            documents=sum(d.state in _SETTLED for d in found),
            pages=sum(d.pages for d in found),
            chunks=self._catalog.count_chunks(documents),
            failed=tuple(Failure(Path(d.path), d.reason) for d in failed),
            seconds=seconds,
        )


def embed_missing(
    catalog: Catalog, embedder: Embedder, vectors: VectorIndex, report: Report, control: Control
) -> float:
    """Give every chunk its vector, longest wait first. Returns the seconds it took.

    The store gets them later: until then they are searched one by one.
    """
    started = time.monotonic()
    missing = catalog.count_without_vectors(embedder.model_id)
    done = 0
    while chunks := catalog.chunks_without_vectors(embedder.model_id, 32 * BATCH):
        chunks.sort(key=lambda chunk: len(chunk.text))
        for batch in (chunks[i : i + BATCH] for i in range(0, len(chunks), BATCH)):
            control.check()
            embedded = embedder.embed_passages([described(chunk) for chunk in batch])
            for document in vectors.add([chunk.id for chunk in batch], embedded):
                report(DocumentChanged(catalog.document(document)))
            done += len(batch)
            report(
                _embedding_progress(
                    done, missing, time.monotonic() - started, batch[-1].document_name
                )
            )
    return time.monotonic() - started


def _embedding_progress(done: int, total: int, seconds: float, name: str) -> IndexProgress:
    left = (total - done) * seconds / done
    return IndexProgress(
        "embedding", chunks_done=done, chunks_total=total, seconds_left=left, current=name
    )


class _ReadingProgress:
    """Adds up what the readers tell from their threads."""

    def __init__(self, documents: int, report: Report) -> None:
        self._started = time.monotonic()
        self._total = documents
        self._done = 0
        self._pages = 0
        self._report = report

    def start_document(self, name: str) -> _Counter:
        return _Counter(self, name)

    def add_pages(self, count: int, name: str) -> None:
        self._pages += count
        self._tell(name)

    def finish_document(self) -> None:
        self._done += 1
        self._tell("")

    def _tell(self, name: str) -> None:
        seconds = time.monotonic() - self._started
        self._report(
            IndexProgress(
                "reading",
                documents_done=self._done,
                documents_total=self._total,
                pages_done=self._pages,
                pages_per_second=self._pages / max(seconds, 0.001),
                seconds_left=(self._total - self._done) * seconds / self._done
                if self._done
                else None,
                current=name,
            )
        )


class _Counter:
    """The pages of one document; tells about every tenth."""

    def __init__(self, progress: _ReadingProgress, name: str) -> None:
        self._progress = progress
        self._name = name
        self._told = 0

    def __call__(self, done: int, count: int) -> None:
        if done == count or done - self._told >= 10:
            self._progress.add_pages(done - self._told, self._name)
            self._told = done


def _take(jobs: Iterator[Job], count: int) -> Iterator[Job]:
    for _ in range(count):
        job = next(jobs, None)
        if job is None:
            return
        yield job
