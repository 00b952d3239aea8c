"""The `index` command: adds sources, and brings the library in step with all of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.errors import UsageError
from app.core.folders.changes import SETTLING
from app.core.indexing import Wish
from app.core.inert import clean_line
from app.core.services import Services
from app.core.types import Failure, IndexReport

if TYPE_CHECKING:
    from app.cli import Context

_TRIES = 5
_UNFINISHED = "The file is still being written. Index again when it is complete."


def index(context: Context, services: Services) -> IndexReport:
    """What was named, or all sources; files that are still being copied are waited for a little."""
    options = context.options
    paths = tuple(Path(path).expanduser() for path in options.paths)
    if not paths:
        _check_sources(context, services)
    wish = Wish(paths, bool(paths), options.forget_missing)
    with context.view.progress() as report:
        made = services.catch_up(wish, options.keyword_only, report, context.control)
        for _ in range(_TRIES):
            if not made.unsettled:
                return made
            context.control.rest(SETTLING)
            again = services.catch_up(wish, options.keyword_only, report, context.control)
            made = _together(made, again)
    late = tuple(Failure(Path(path), _UNFINISHED) for path in made.unsettled)
    return replace(made, failed=(*made.failed, *late))


def _check_sources(context: Context, services: Services) -> None:
    """A library from elsewhere could name any folder of this computer, and carry its files off."""
    sources = services.catalog.sources()
    if not sources:
        raise UsageError("The library has no folders yet.", "“strongroom index PATH” adds one.")
    is_outside = not context.paths.vault.is_relative_to(context.paths.home)
    if is_outside or services.whereabouts.are_strange():
        where = "lies outside your home folder for Strongroom" if is_outside else "was imported"
        raise UsageError(
            f"This library {where}, and names its folders itself: "
            f"{clean_line(', '.join(sources))}.",
            "Name those that you want compared: “strongroom index PATH”.",
        )


def _together(first: IndexReport, last: IndexReport) -> IndexReport:
    """What two runs over the same folders did."""
    return replace(
        last,
        moved=first.moved + last.moved,
        forgotten=first.forgotten + last.forgotten,
        changes=first.changes + last.changes,
        seconds=replace(
            last.seconds,
            read=first.seconds.read + last.seconds.read,
            embed=first.seconds.embed + last.seconds.embed,
            total=first.seconds.total + last.seconds.total,
        ),
    )
