"""Looks at sources, or at parts of them: what is there now, and what cannot be reached.

Reads names, sizes and times. What follows from them is `changes`' business.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.core.control import Control
from app.core.events import IndexProgress, Report
from app.core.folders.sources import Found, FoundFile, kind_of, look_through, shown
from app.core.types import Failure


@dataclass(frozen=True)
class Place:
    """A source, or a folder or file below it, that is to be looked at."""

    source: Path
    path: Path


@dataclass(frozen=True)
class Seen:
    """A file, and the source that it is in."""

    file: FoundFile
    source: str


@dataclass(frozen=True)
class Look:
    """What there was at `places`, by path.

    What is in or below `away` could not be looked at. Where `moved_mounts` are, other volumes were
    mounted the last time. `mounts` are those of the sources that were there.
    """

    places: tuple[str, ...]
    files: Mapping[str, Seen]
    named: frozenset[str] = frozenset()
    """The places that are no sources: something happened to just them."""
    away: tuple[str, ...] = ()
    moved_mounts: tuple[str, ...] = ()
    mounts: Mapping[str, str] = field(default_factory=dict)
    skipped: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    failed: tuple[Failure, ...] = ()


class Lookout:
    """Looks at places, one after the other; each file is seen once."""

    def __init__(
        self,
        mounts: Mapping[str, str],
        files: Container[str],
        can_read: Callable[[Path], bool],
        report: Report,
        control: Control,
    ) -> None:
        """`mounts`: where the volume of each known source was mounted; `files`: known documents."""
        self._mounts = mounts
        self._files = files
        self._can_read = can_read
        self._report = report
        self._control = control

    def look_at(self, places: Sequence[Place]) -> Look:
        files: dict[str, Seen] = {}
        away: list[str] = []
        look = Look(
            tuple(dict.fromkeys(str(place.path) for place in places)),
            files,
            frozenset(str(place.path) for place in places if place.path != place.source),
        )
        mounts: dict[str, str] = {}
        moved: dict[str, None] = {}
        for place in dict.fromkeys(places):
            source = str(place.source)
            if source in self._mounts and is_away(place.source, source in self._files):
                away.append(source)
                continue
            mounts[source] = mount_of(place.source)
            before = self._mounts.get(source, "")
            if before != mounts[source] and before.startswith(mounts[source]):
                moved[source] = None
            found = self._look_through(place)
            for file in found.files:
                files.setdefault(str(file.path), Seen(file, source))
            away += (str(path) for path in found.unreachable)
            look = replace(
                look,
                skipped=look.skipped + found.skipped,
                kinds=Counter(look.kinds) + Counter(found.kinds),
                failed=(*look.failed, *found.failed),
            )
        mounts = {
            source: mount for source, mount in mounts.items() if shown(Path(source)) == source
        }
        return replace(look, away=tuple(away), moved_mounts=tuple(moved), mounts=mounts)

    def _look_through(self, place: Place) -> Found:
        path = place.path

        def tell(seen: int) -> None:
            name = shown(Path(path.name))
            self._report(IndexProgress("looking", documents_done=seen, current=name))

        try:
            status = os.lstat(path)
        except (FileNotFoundError, NotADirectoryError):
            return Found(())
        except OSError:
            return Found((), unreachable=(path,))
        is_folder = stat.S_ISDIR(status.st_mode)
        if path != place.source and not is_folder and not self._can_read(path):
            return Found((), skipped=1, kinds={kind_of(path): 1})
        if os.path.realpath(path) != str(path) or _is_hidden(place):
            return Found(())
        return look_through(path, self._can_read, self._control, tell)


def is_away(source: Path, is_file: bool) -> bool:
    """Whether a source cannot be reached: unplugged, not connected, renamed, not permitted.

    Of a source that is one file this is so when its folder is not there.
    """
    if is_file:
        return not os.path.isdir(source.parent)
    try:
        mode = os.lstat(source).st_mode
    except OSError:
        return True
    return not (stat.S_ISDIR(mode) or stat.S_ISREG(mode))


def mount_of(path: Path) -> str:
    """Where the volume is mounted that the path lies on."""
    while not os.path.ismount(path) and path != path.parent:
        path = path.parent
    return str(path)


def _is_hidden(place: Place) -> bool:
    parts = place.path.relative_to(place.source).parts
    return any(part.startswith(".") for part in parts)
