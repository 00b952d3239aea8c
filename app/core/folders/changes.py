"""What differs between the catalogue and the folders: decided here, from data alone.

Touches neither the disk nor the catalogue.
"""

from __future__ import annotations

import os
import time
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from app.core.folders.survey import Look, Seen
from app.core.storage.catalog import Known
from app.core.types import FileStamp, Presence, State

MOST_UNASKED = 5
"""Documents whose files were deleted that are forgotten at once without asking the user."""
SETTLING = 2.0
"""Seconds for which a file must not have changed before it counts as complete."""
SETTLED = (State.READY, State.SEARCHABLE)
_LAST = "\U0010ffff"


@dataclass(frozen=True)
class Settling:
    """Tells files that are complete from those that may still be copied."""

    seconds: float = SETTLING
    now: Callable[[], float] = time.time
    """Seconds since 1970."""

    def is_over(self, stamp: FileStamp) -> bool:
        """A time in the future is a wrong clock, and no sign of copying."""
        return not 0 <= self.now() - stamp.modified / 1e9 < self.seconds


@dataclass(frozen=True)
class Changes:
    """What is to be done, by path. `unsettled` files, and what may depend on them, come later."""

    new: Mapping[str, Seen] = field(default_factory=dict)
    changed: Mapping[str, Seen] = field(default_factory=dict)
    returned: tuple[int, ...] = ()
    """Documents whose file is there again."""
    vanished: Mapping[str, Known] = field(default_factory=dict)
    away: tuple[int, ...] = ()
    unsettled: tuple[str, ...] = ()
    unmounted: tuple[str, ...] = ()
    """Sources whose volume is not there: an empty folder stands in its place."""


def compare(known: Mapping[str, Known], look: Look, settling: Settling, is_asked: bool) -> Changes:
    """Every file that was looked at against what the catalogue knows.

    With `is_asked` the user named the places: files that could not be read before are tried again,
    and none is waited for. Without, that is so for those that are a place of their own.
    """
    new, changed, unsettled = {}, {}, []
    for path, seen in look.files.items():
        before = known.get(path)
        tries_again = is_asked or path in look.named
        if before and not _differs(before, seen.file.stamp, tries_again):
            continue
        if not is_asked and not settling.is_over(seen.file.stamp):
            unsettled.append(path)
        elif before:
            changed[path] = seen
        else:
            new[path] = seen
    order = sorted(known)
    unmounted = tuple(
        source
        for source in look.moved_mounts
        if not any(path in look.files for path in _below(order, [source]))
    )
    vanished, away = _absent(known, order, look, (*look.away, *unmounted))
    held = _awaiting(vanished, [look.files[path].file.stamp for path in unsettled])
    return Changes(
        new,
        changed,
        tuple(known[p].document for p in look.files if p in known and _was_absent(known[p])),
        {path: before for path, before in vanished.items() if path not in held},
        away,
        (*unsettled, *held),
        unmounted,
    )


def _differs(before: Known, stamp: FileStamp, tries_again: bool) -> bool:
    if before.stamp != stamp or before.state is State.WAITING:
        return True
    return tries_again and before.state not in SETTLED


def _was_absent(before: Known) -> bool:
    return before.presence is not Presence.HERE


def _absent(
    known: Mapping[str, Known], order: Sequence[str], look: Look, away_places: Sequence[str]
) -> tuple[dict[str, Known], tuple[int, ...]]:
    """Documents whose files are gone, and those that are away only since now."""
    out_of_reach = set(_below(order, away_places))
    vanished = {
        path: known[path]
        for path in _below(order, look.places)
        if path not in look.files and path not in out_of_reach
    }
    away = (known[path] for path in out_of_reach if path not in look.files)
    return vanished, tuple(k.document for k in away if k.presence is not Presence.AWAY)


def _below(order: Sequence[str], places: Sequence[str]) -> Iterator[str]:
    """The paths of a sorted list that are one of the places, or lie in it."""
    for place in places:
        at = bisect_left(order, place)
        if at < len(order) and order[at] == place:
            yield place
        inside = os.path.join(place, "")
        yield from order[bisect_left(order, inside) : bisect_left(order, inside + _LAST)]


def is_forgotten_unasked(vanished: Sequence[Known], before: int) -> bool:
    """Whether so few readable documents vanished that nobody need be asked.

    `before` counts those that did so lately, or that the user is being asked about.
    """
    return before + sum(known.state in SETTLED for known in vanished) <= MOST_UNASKED


def _awaiting(vanished: Mapping[str, Known], arriving: Sequence[FileStamp]) -> set[str]:
    """Files that are gone and may be arriving elsewhere: somebody moves them."""
    sizes = {stamp.size for stamp in arriving}
    return {path for path, before in vanished.items() if before.stamp.size in sizes}


def find_moved(
    known: Mapping[str, Known],
    changes: Changes,
    hash_of: Callable[[str], str],
    is_gone: Callable[[str], bool],
) -> dict[str, Known]:
    """The documents whose content lies under another path now, by that path.

    Only files that have the size of a known one are hashed (`hash_of` gives "" for one that
    cannot be), and `is_gone` is asked only of documents with the same hash.
    """
    sizes = {seen.file.stamp.size for seen in changes.new.values()}
    by_hash: defaultdict[str, list[str]] = defaultdict(list)
    for path, before in known.items():
        if before.sha256 and before.stamp.size in sizes and before.presence is not Presence.AWAY:
            by_hash[before.sha256].append(path)
    sizes = {known[path].stamp.size for paths in by_hash.values() for path in paths}
    moved: dict[str, Known] = {}
    for path, seen in changes.new.items():
        same = by_hash.get(hash_of(path), []) if seen.file.stamp.size in sizes else []
        same.sort(key=lambda old: PurePath(old).name != PurePath(path).name)
        old = next((old for old in same if old in changes.vanished or is_gone(old)), None)
        if old:
            same.remove(old)
            moved[path] = known[old]
    return moved
