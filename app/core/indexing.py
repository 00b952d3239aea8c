"""Indexing: the library is brought in step with its sources, first by keyword, then by meaning.

Reading and embedding are two passes over what is unfinished, so that a stop at any moment costs
at most the batch in hand, and the next run goes on from there. Owns no file and no table.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.core.control import Control
from app.core.errors import UsageError
from app.core.events import DocumentChanged, Report
from app.core.folders.changes import SETTLED, Changes, compare
from app.core.folders.following import Following
from app.core.folders.sources import shown
from app.core.folders.survey import Look, Lookout, Place, Seen
from app.core.folders.whereabouts import Whereabouts
from app.core.reading import GONE, NO_STAMP, DocumentReading, Job, Left
from app.core.storage.catalog import Catalog, Known
from app.core.types import Document, Failure, IndexReport, IndexTimes, Presence, State


@dataclass(frozen=True)
class Wish:
    """What is to be compared with the catalogue: `paths`, or all sources.

    `is_asked`: the user named the paths, and wants them read now.
    """

    paths: tuple[Path, ...] = ()
    is_asked: bool = False
    forget_missing: bool = False
    """Forget documents whose files were deleted, however many."""


class Indexer:
    """Brings the catalogue up to date with files. One run at a time."""

    def __init__(
        self,
        catalog: Catalog,
        where: Whereabouts,
        following: Following,
        reading: DocumentReading,
        can_read: Callable[[Path], bool],
    ) -> None:
        self._catalog = catalog
        self._where = where
        self._following = following
        self._reading = reading
        self._can_read = can_read

    def catch_up(
        self, wish: Wish, report: Report, control: Control
    ) -> tuple[IndexReport, list[int]]:
        """Compare with the files, and read what is new or changed; also gives the documents' ids.

        New paths that the user names become sources.
        """
        started = time.monotonic()
        known = self._catalog.known_files()
        sources = self._where.mounts()
        places = self._places(wish, known, sources)
        lookout = Lookout(sources, known, self._can_read, report, control)
        look = lookout.look_at(places)
        changes = compare(known, look, self._reading.settling, wish.is_asked)
        changes = self._without_left_out(changes, sources, wish)
        kept = self._following.apply(known, changes, wish.forget_missing, control)
        jobs = self._jobs(known, replace(changes, new=kept.new), report)
        self._note_mounts(look, changes)
        left = self._reading.read_all(jobs, report, control) if jobs else Left()
        unreachable = [job.document for job in left.unreachable]
        self._where.set_presence(unreachable, Presence.AWAY)
        seconds = round(time.monotonic() - started, 3)
        found = self._documents_in(look)
        made = self._report(found, IndexTimes(read=seconds, total=seconds))
        unsettled = (*changes.unsettled, *(str(job.path) for job in left.unsettled))
        return replace(
            made,
            failed=(*made.failed, *look.failed),
            skipped=look.skipped,
            kinds=tuple(Counter(look.kinds).most_common()),
            duplicates=self._where.duplicates([job.document for job in jobs if not job.known]),
            moved=kept.moved,
            forgotten=kept.forgotten,
            unsettled=unsettled,
            changes=kept.changes + len(jobs) - len(left.unsettled),
        ), [document.id for document in found]

    def read_again(self, document: int, password: str, report: Report, control: Control) -> None:
        """Read one document whatever its state; the password is used once and not kept."""
        path = Path(self._catalog.document(document).path)
        if not os.path.exists(path):
            raise UsageError("The file is no longer there.", "Put it back, or remove the document.")
        self._reading.read_all([Job(document, path, NO_STAMP, password=password)], report, control)

    def unfinished_paths(self) -> list[Path]:
        """Files that were found but not read yet. Those that are gone have failed."""
        if self._where.are_strange():
            return []
        waiting = [d for d in self._catalog.documents() if d.state is State.WAITING]
        for document in waiting:
            if not os.path.exists(document.path):
                self._catalog.store_failure(document.id, NO_STAMP, "", State.FAILED, GONE)
        return [Path(d.path) for d in waiting if os.path.exists(d.path)]

    def _places(self, wish: Wish, known: dict[str, Known], sources: dict[str, str]) -> list[Place]:
        """Each path with the source it belongs to."""
        if not wish.paths and not wish.is_asked:
            if self._where.are_strange():
                return []
            return [Place(Path(source), Path(source)) for source in sources]
        places: list[Place] = []
        for given in wish.paths:
            path = given.resolve() if wish.is_asked else given
            if wish.is_asked and not os.path.exists(path) and str(path) not in (*sources, *known):
                raise UsageError(f"There is no file or folder {shown(given)}.", "Check the path.")
            if not wish.is_asked:
                places += (Place(Path(s), Path(s)) for s in sources if Path(s).is_relative_to(path))
            inside = [s for s in sources if path.is_relative_to(s)]
            is_new_file = wish.is_asked and str(path) not in known and not os.path.isdir(path)
            if inside and not is_new_file:
                places.append(Place(Path(max(inside, key=len)), path))
            elif wish.is_asked:
                places.append(Place(path, path))
        return places

    def _without_left_out(self, changes: Changes, sources: dict[str, str], wish: Wish) -> Changes:
        """Without what the user removed, unless he names it now or adds its folder anew."""
        left_out = self._where.left_out(changes.new)
        if not left_out:
            return changes
        named = {str(path.resolve()) for path in wish.paths} if wish.is_asked else set()
        wanted = {
            path for path in left_out if path in named or changes.new[path].source not in sources
        }
        self._where.take_back(wanted)
        left_out -= wanted
        return replace(changes, new={p: s for p, s in changes.new.items() if p not in left_out})

    def _jobs(self, known: dict[str, Known], changes: Changes, report: Report) -> list[Job]:
        """What is to be read; new documents are added."""
        jobs = []
        by_source: dict[str, list[Seen]] = {}
        for seen in changes.new.values():
            by_source.setdefault(seen.source, []).append(seen)
        for source, found in by_source.items():
            files = [(str(seen.file.path), seen.file.stamp) for seen in found]
            for added in self._where.add_waiting(source, files):
                for document in added:
                    report(DocumentChanged(document))
                    stamp = changes.new[document.path].file.stamp
                    jobs.append(Job(document.id, Path(document.path), stamp))
        for path, seen in changes.changed.items():
            before = known[path]
            if before.state in SETTLED:
                document = self._catalog.document(before.document)
                report(DocumentChanged(replace(document, is_changed=True)))
            jobs.append(Job(before.document, seen.file.path, seen.file.stamp, before))
        return sorted(jobs, key=lambda job: job.document)

    def _note_mounts(self, look: Look, changes: Changes) -> None:
        self._where.note_mounts(
            {s: mount for s, mount in look.mounts.items() if s not in changes.unmounted}
        )

    def _documents_in(self, look: Look) -> list[Document]:
        """The documents whose files were seen, and those that are kept without theirs."""
        inside = tuple(os.path.join(place, "") for place in look.places)
        return [
            d
            for d in self._catalog.documents()
            if d.path in look.files
            or (d.presence is not Presence.HERE and f"{d.path}{os.sep}".startswith(inside))
        ]

    def _report(self, found: Sequence[Document], seconds: IndexTimes) -> IndexReport:
        failed = (d for d in found if d.reason and d.presence is Presence.HERE)
        return IndexReport(
            documents=sum(d.state in SETTLED for d in found),
            pages=sum(d.pages for d in found),
            chunks=self._catalog.count_chunks([d.id for d in found]),
            failed=tuple(Failure(Path(d.path), d.reason) for d in failed),
            seconds=seconds,
            missing=sum(d.presence is Presence.MISSING for d in found),
            away=sum(d.presence is Presence.AWAY for d in found),
        )
