"""Forgets documents: out of every answer in one transaction, out of every file right after.

Owns the order of things and their proof. What a crash interrupts is finished by `finish`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from app.core.control import Control
from app.core.conversation.chats import Chats
from app.core.forgetting import everything
from app.core.forgetting.cleaning import clean
from app.core.forgetting.erasing import erase
from app.core.forgetting.marks import Marks, marks_of, marks_of_all, not_said_elsewhere
from app.core.forgetting.quotes import quotes_of, take_out
from app.core.forgetting.receipt import ForgottenDocument, Quotes, Receipt, Verification
from app.core.forgetting.under_way import AnswersUnderWay
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.storage.recovery import copies_kept, files_of_copy

_UNCLEAN = "unclean"
"""A choice in the catalogue, while something was removed and not yet cleaned up after."""


@dataclass(frozen=True)
class Ground:
    """Where traces may lie: the vault, the home, what in them is somebody else's."""

    vault: Path
    home: Path
    left_out: tuple[Path, ...] = ()
    scratch: Path | None = None

    @property
    def copies(self) -> Path:
        """Documents that came with a library from elsewhere, each in a folder of its own."""
        return self.vault / "documents"


class Forgetter:
    """Works on one vault. `drop_vectors` closes the vector store and deletes its files."""

    def __init__(
        self,
        database: Database,
        chats: Chats,
        ground: Ground,
        drop_vectors: Callable[[], None],
    ) -> None:
        self._database = database
        self._catalog = Catalog(database)
        self._chats = chats
        self.under_way = AnswersUnderWay()
        self.ground = ground
        self._drop_vectors = drop_vectors

    def quotes_of(self, documents: Collection[int]) -> Quotes:
        """What conversations and examples hold of documents."""
        marks = marks_of(self._database, documents)
        found = [quotes_of(shelf, documents, marks) for shelf in self._chats.shelves()]
        return sum(found, Quotes())

    def forget(self, documents: Collection[int], with_quotes: bool, control: Control) -> Receipt:
        """Forget documents, and with `with_quotes` what quotes them. Cannot be stopped half-way."""
        self.under_way.withdraw(documents)
        marks = marks_of(self._database, documents)
        told = tuple(self._described(documents))
        copies = self._copies_of(documents)
        nothing = Quotes()
        control.check()
        with self._database.transaction():
            quotes = sum((quotes_of(s, documents, marks) for s in self._chats.shelves()), nothing)
            taken = nothing
            for shelf in self._chats.shelves() if with_quotes else ():
                with shelf.transaction():
                    taken += take_out(shelf, documents, marks)
            self._catalog.remove(documents)
            self.mark_unclean()
        left_answers = time.time()
        for copy in copies:
            erase(copy)
        receipt = Receipt(
            str(self.ground.vault), told, left_answers,
            taken=taken, kept=nothing if with_quotes else quotes,
        )  # fmt: skip
        return self._cleaned(receipt, marks)

    def forget_everything(self) -> Receipt:
        """Forget the whole library. What in the vault's folder is not ours is left, and named."""
        self.under_way.withdraw(None)
        self._chats.close()
        vault, database = self.ground.vault, self._database
        marks = marks_of_all(database)
        with database.transaction():
            told = tuple(self._described([d.id for d in self._catalog.documents()]))
            taken = _all_quotes(database)
            everything.empty(database)
            self.mark_unclean()
        receipt = Receipt(str(vault), told, time.time(), taken=taken, everything=True)
        for path in everything.exports_in(vault):
            erase(path)
        self._erase_damaged(None)
        self.finish()
        made = self._verify(marks)
        clean = time.time() if made.is_done else 0.0
        others = everything.others_in(vault)
        return replace(receipt, files_clean=clean, verification=made, left_alone=others)

    def finish(self) -> None:
        """Clean up after what was removed, if that was cut short. What it was is not known now."""
        if self._is_unclean():
            self._erase_orphans()
            self._clean()
            self._mark_clean()

    def mark_unclean(self) -> None:
        """Documents are being removed: `finish` is to clean the files, in this run or a later."""
        sql = "INSERT OR REPLACE INTO choices (name, value) VALUES (?, 'yes')"
        self._database.run(sql, [_UNCLEAN])
        self._database.run("DELETE FROM generations")

    # Inside

    def _cleaned(self, receipt: Receipt, marks: Marks) -> Receipt:
        self._clean()
        receipt = replace(receipt, damaged=self._erase_damaged(marks))
        made = self._verify(marks)
        if made.is_done:
            self._mark_clean()
        clean = time.time() if made.is_done else 0.0
        return replace(receipt, files_clean=clean, verification=made)

    def _clean(self) -> None:
        self._drop_vectors()
        clean(self._database)

    def _verify(self, marks: Marks) -> Verification:
        search = marks.search()
        control = Control()
        found: set[bytes] = set()
        files = size = 0
        for path in self._files():
            try:
                size += path.stat().st_size
                found |= search.in_file(path, control)
            except FileNotFoundError:
                continue
            files += 1
        left = not_said_elsewhere(self._database, found)
        return Verification(len(search), files, size, len(left), not left)

    def _files(self) -> Iterator[Path]:
        """All that a trace could be in; each once, also where vault and home overlap."""
        seen = set()
        for path in (*self.ground.vault.rglob("*"), *self.ground.home.rglob("*")):
            is_other = any(path.is_relative_to(folder) for folder in self.ground.left_out)
            if path not in seen and not is_other and path.is_file() and not path.is_symlink():
                seen.add(path)
                yield path

    def _described(self, documents: Collection[int]) -> Iterator[ForgottenDocument]:
        for number in documents:
            for name, sha256, pages in self._database.rows(
                "SELECT name, sha256, pages FROM documents WHERE id = ?", [number]
            ):
                yield ForgottenDocument(
                    name, sha256, pages,
                    self._catalog.count_chunks([number]), self._count_vectors(number),
                )  # fmt: skip

    def _count_vectors(self, document: int) -> int:
        row = self._database.row(
            """SELECT count(*) FROM vectors v JOIN chunks c ON c.id = v.chunk_id
               WHERE c.document_id = ?""",
            [document],
        )
        return int(row[0]) if row else 0

    def _copies_of(self, documents: Collection[int]) -> list[Path]:
        """Copies that the vault keeps of the documents; originals are never touched."""
        folder = self.ground.copies
        paths = [Path(self._catalog.document(number).path) for number in documents]
        found = [path.parent for path in paths]
        return [one for one in found if one.parent == folder and one.name.isdecimal()]

    def _erase_damaged(self, marks: Marks | None) -> int:
        """Erase damaged catalogues that were set aside, all or those that hold one of the marks."""
        erased = 0
        for copy in copies_kept(self.ground.vault):
            files = files_of_copy(copy)
            if marks is not None and not any(self._holds(path, marks) for path in files):
                continue
            for path in files:
                erase(path)
            erased += 1
        return erased

    def _holds(self, path: Path, marks: Marks) -> bool:
        found = marks.search().in_file(path, Control())
        return bool(not_said_elsewhere(self._database, found))

    def _erase_orphans(self) -> None:
        """Copies of documents that are no longer there."""
        kept = {Path(document.path) for document in self._catalog.documents()}
        folder = self.ground.copies
        if folder.is_symlink() or not folder.is_dir():
            return
        for copy in folder.iterdir():
            if not any(path.is_relative_to(copy) for path in kept):
                erase(copy)

    def _is_unclean(self) -> bool:
        return self._database.row("SELECT 1 FROM choices WHERE name = ?", [_UNCLEAN]) is not None

    def _mark_clean(self) -> None:
        self._database.run("DELETE FROM choices WHERE name = ?", [_UNCLEAN])
        self._database.empty_log()


def _all_quotes(database: Database) -> Quotes:
    (counts,) = database.rows(
        "SELECT (SELECT count(*) FROM turns), (SELECT count(*) FROM chats), "
        "(SELECT count(*) FROM examples)"
    )
    answers, chats, examples = counts
    return Quotes(answers, 0, chats, examples)
