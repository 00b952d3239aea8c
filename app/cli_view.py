"""What people see of the command line: progress on standard error, results on standard output."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.markup import escape as escape_markup
from rich.progress import BarColumn, Progress, TaskID, TextColumn
from rich.table import Table

from app.cli_eval_tables import Figures
from app.core.dossiers.layout import moment
from app.core.errors import KnownError
from app.core.events import (
    Event,
    IndexProgress,
    ModelsLoaded,
    PlacesFound,
    PromptRead,
    PromptReading,
    Report,
    WorkProgress,
)
from app.core.exhaustive.telling import told
from app.core.inert import clean, clean_line
from app.core.kinds import spot
from app.core.language import counted
from app.core.search.exact_wish import ExactFound
from app.core.types import (
    Answer,
    Chat,
    Citation,
    Document,
    Hit,
    IndexReport,
    Presence,
    Problem,
    Support,
)

_SHORT_CELL = 18
"""Characters; what is as short stays on one line."""
_MARKS = {Support.SUPPORTED: "", Support.PARTLY: " [yellow](partly supported)[/]"}


class View:
    """Says nothing on standard output when `quiet` (JSON is printed there)."""

    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet
        self._out = Console(quiet=quiet, highlight=False)
        self._aside = Console(stderr=True, highlight=False)

    def said(self, text: str) -> None:
        self._out.print(_plain(text), soft_wrap=True)

    def error(self, error: KnownError) -> None:
        self._aside.print(f"[bold red]{_plain(error.message)}[/] {_plain(error.hint)}")

    def warn(self, text: str) -> None:
        self._aside.print(f"[bold red]{_plain(text)}[/]")

    @contextmanager
    def progress(self) -> Iterator[Report]:
        with self._bar() as bar:
            yield _Progress(bar).show

    @contextmanager
    def copying(self) -> Iterator[Callable[[int, int], None]]:
        with self._bar() as bar:
            task = bar.add_task("Reading", total=None, detail="")
            yield lambda done, total: bar.update(task, completed=done, total=total)

    def indexed(self, made: IndexReport) -> None:
        self._out.print(
            f"[bold]{made.documents}[/] documents, {made.pages:,} pages, {made.chunks:,} chunks "
            f"in {made.seconds.total:.1f} s "
            f"(reading {made.seconds.read:.1f} s, embedding {made.seconds.embed:.1f} s)."
        )
        for count, said in (
            (made.moved, "documents have moved; nothing of them was read again."),
            (made.forgotten, "documents were forgotten, as their files were deleted."),
            (made.away, "documents are away: their folder cannot be reached. They are kept."),
            (made.missing, "documents have lost their files, and are kept. “strongroom index "
             "--forget-missing” forgets them."),
        ):  # fmt: skip
            if count:
                self._out.print(f"[bold]{count}[/] {said}", soft_wrap=True)
        if made.skipped:
            self._out.print(f"{made.skipped} files of other kinds were left alone.")
        for failure in made.failed:
            self._out.print(
                f"[red]not read[/] {_line(str(failure.path))}: {_plain(failure.reason)}"
            )

    def hits(self, hits: Sequence[Hit]) -> None:
        if not hits:
            self._out.print("Nothing found.")
        for number, hit in enumerate(hits, start=1):
            where = _line(_where(hit))
            self._out.print(f"[bold]{number}. {where}[/] [dim]{hit.score:.3f}[/]")
            self._out.print(f"   {_plain(_shortened(hit.marked or hit.text))}")
            self._out.print(f"   [yellow]{_plain(hit.warning)}[/]\n" if hit.warning else "")

    def places(self, found: ExactFound) -> None:
        """Places of exact words, by document and page, and what was looked at."""
        for where, hits in groupby(found.hits, key=_where):
            self._out.print(f"[bold]{_line(where)}[/]")
            for hit in hits:
                self._out.print(f"   {_plain(_shortened(hit.text))}")
        shown = "" if len(found.hits) == found.count else f", {len(found.hits):,} of them shown"
        places, documents = counted(found.count, "place"), counted(found.documents, "document")
        pages, empty = counted(found.pages, "page"), counted(found.pages_without_text, "page")
        self._out.print(f"[bold]{places}[/] in {documents}{shown}. Looked at {pages}.")
        if found.pages_without_text:
            self._out.print(f"[yellow]{empty} without text could not be searched.[/]")

    def answer(self, answer: Answer) -> None:
        if answer.meant not in ("", answer.question):
            self._out.print(f"[dim]Understood as: {_plain(answer.meant)}[/]\n")
        if answer.listing:
            self._out.print("\n".join(map(_plain, told(answer.listing))) + "\n", soft_wrap=True)
        if answer.abstained:
            self._out.print("[bold]Not in your documents.[/] The closest passages:\n")
            self.hits(answer.hits[:3])
        else:
            self.sentences(answer)
            for where in dict.fromkeys(_where(hit) for hit in answer.hits if hit.warning):
                said = "holds orders to a language model; they were kept from it."
                self._out.print(f"[yellow]{_line(where)} {said}[/]")
        if answer.coverage.unreadable:
            count, all_of_them = len(answer.coverage.unreadable), answer.coverage.documents
            self._out.print(f"[yellow]{count} of {all_of_them} documents could not be read.[/]")
        times = answer.seconds
        self._out.print(
            f"[dim]{_plain(answer.model or 'no model needed')} · evidence {times.retrieve:.1f} s · "
            f"first word {times.first_token:.1f} s · {times.total:.1f} s in all[/]"
        )

    def documents(self, documents: Sequence[Document]) -> None:
        table = Table("No.", "Document", "Pages", "State", "Reason", box=None)
        for document in documents:
            is_here = document.presence is Presence.HERE
            state = document.state if is_here else f"{document.state}, {document.presence}"
            table.add_row(
                str(document.id), _line(document.name), str(document.pages),
                state, _plain(document.reason),
            )  # fmt: skip
        self._out.print(table if documents else "The library is empty.")

    def models(self, rows: Sequence[dict[str, Any]]) -> None:
        table = Table("Model", "", "Role", "Memory", "", "Words/s", "Licence", box=None)
        table.columns[0].overflow = "fold"
        table.columns[0].min_width = 28
        for row in rows:
            memory = f"{row['memory'] / 1e6:,.0f} MB"
            words = f"about {row['writes'] * 0.75:.0f}" if row["writes"] else ""
            used = "in use" if row["in_use"] else ""
            name, licence = _line(row["name"]), _line(row["licence"])
            table.add_row(name, used, row["role"], memory, row["fit"], words, licence)
        self._out.print(table if rows else "There are no models. “strongroom models import FILE”.")

    def chats(self, chats: Sequence[Chat]) -> None:
        table = Table("No.", "Conversation", "Questions", "Last used", box=None)
        for chat in chats:
            used = moment(chat.changed) if chat.changed else ""
            table.add_row(str(chat.id), _line(chat.title), str(chat.questions), used)
        self._out.print(table if chats else "No conversations.")

    def problems(self, problems: Sequence[Problem]) -> None:
        for problem in problems:
            mended = "[green]mended[/]" if problem.mended else "[yellow]to do[/]"
            self._out.print(f"{mended} {_line(problem.where)}: {_plain(problem.what)}")
        if not problems:
            self._out.print("Everything is in order.")

    def figures(self, tables: Sequence[Figures]) -> None:
        for figures in tables:
            table = Table(*map(_line, figures.head), box=None, padding=(0, 1, 0, 0))
            for column, *cells in zip(table.columns, *figures.rows, strict=True):
                column.overflow = "fold"
                column.no_wrap = max(map(len, cells), default=0) < _SHORT_CELL
            for row in figures.rows:
                table.add_row(*map(_line, row))
            self._out.print(f"[bold]{_line(figures.title)}[/]")
            self._out.print(table)
            self._out.print()

    def sentences(self, answer: Answer) -> None:
        """Supported sentences with their marks, then what these stand for."""
        cited: dict[int, Citation] = {}
        for sentence in answer.sentences:
            if sentence.support is Support.UNSUPPORTED:
                continue
            numbers = "".join(f"[{c.number}]" for c in sentence.citations)
            cited |= {c.number: c for c in sentence.citations}
            self._out.print(
                f"{_plain(sentence.text)} [cyan]{_plain(numbers)}[/]{_MARKS[sentence.support]}"
            )
        hidden = sum(s.support is Support.UNSUPPORTED for s in answer.sentences)
        if hidden:
            self._out.print(f"[dim]{hidden} unsupported sentence(s) left out.[/]")
        self._out.print()
        for number, citation in sorted(cited.items()):
            name = citation.document_name
            where = f"[{number}] {name}, {spot(name, citation.page)}"
            self._out.print(f"[cyan]{_line(where)}[/]\n    “{_plain(_shortened(citation.quote))}”")
        self._out.print()

    def _bar(self) -> Progress:
        return Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[detail]}"),
            console=self._aside,
            transient=True,
            disable=not self._aside.is_terminal,
        )


class _Progress:
    """One line that follows the events."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._task: TaskID | None = None

    def show(self, event: Event) -> None:
        if isinstance(event, IndexProgress):
            self._show_indexing(event)
        elif isinstance(event, PromptRead):
            self._update("The model reads the evidence", None, None, f"{event.tokens:,} tokens")
        elif isinstance(event, PromptReading):
            self._show_reading(event)
        elif isinstance(event, WorkProgress):
            self._show_work(event)
        elif isinstance(event, PlacesFound):
            self._update("Looking at the pages", event.pages_done, event.pages_total, "")
        elif isinstance(event, ModelsLoaded):
            self._update("Loaded", None, None, event.name)

    def _show_reading(self, event: PromptReading) -> None:
        left = "" if event.seconds_left is None else f"  {event.seconds_left:.0f} s left"
        detail = f"{event.total:,} tokens{left}"
        self._update("The model reads the evidence", event.read, event.total, detail)

    def _show_work(self, event: WorkProgress) -> None:
        left = "" if event.seconds_left is None else f"{event.seconds_left:.0f} s left"
        what = {
            "reading": "Reading piece by piece", "merging": "Writing the summary",
            "gathering": "Going through the documents",
        }  # fmt: skip
        said = what.get(event.phase, "Asking the documents")
        self._update(said, event.done, event.total, f"{event.done} of {event.total}  {left}")

    def _show_indexing(self, event: IndexProgress) -> None:
        if event.phase in ("embedding", "rebuilding"):
            done, total, detail = event.chunks_done, event.chunks_total, ""
        else:
            done, total = event.documents_done, event.documents_total
            detail = f"{event.pages_per_second:.0f} pages/s" if event.pages_per_second else ""
        if event.seconds_left is not None:
            detail += f"  {event.seconds_left / 60:.0f} min {event.seconds_left % 60:02.0f} s left"
        self._update(event.phase.capitalize(), done, total or None, f"{detail}  {event.current}")

    def _update(self, what: str, done: int | None, total: int | None, detail: str) -> None:
        if self._task is None:
            self._task = self._bar.add_task(what, total=total, detail="")
        self._bar.update(
            self._task, description=what, completed=done, total=total, detail=_plain(detail[:80])
        )


def _plain(text: str) -> str:
    """Text that neither the terminal nor its markup understands as an order."""
    return escape_markup(clean(text))


def _where(hit: Hit) -> str:
    return f"{hit.document_name}, {spot(hit.document_name, hit.page)}"


def _line(text: str) -> str:
    """The same on one line: a name with a line break in it could pass for two."""
    return escape_markup(clean_line(text))


def _shortened(text: str, length: int = 300) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
