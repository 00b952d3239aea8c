"""What adding would do is told before anything is added."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.control import Control
from app.core.events import tell_nobody
from app.core.folders import foreseeing
from app.core.folders.foreseeing import foresee
from app.core.types import Foreseen, State
from app.system.paths import Paths
from tests.core.library import make_services
from tests.pdfs import write_pdf


def can_read(path: Path) -> bool:
    return path.suffix == ".pdf"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.pdf", "b.pdf", "c.docx", "d.DOCX", "e", "f.jpg"):
        (tmp_path / name).write_text("x")
    return tmp_path.resolve()


def test_documents_are_counted_and_other_kinds_named(folder: Path) -> None:
    found = foresee([folder], {str(folder / "a.pdf")}, can_read, Control())
    assert found == Foreseen(1, 1, 4, ((".docx", 2), ("", 1), (".jpg", 1)))


def test_a_file_counts_once_and_one_of_another_kind_is_told(folder: Path) -> None:
    paths = [folder, folder / "b.pdf", folder / "c.docx", folder / "missing"]
    found = foresee(paths, set(), can_read, Control())
    assert (found.new, found.skipped) == (2, 5)


def test_what_takes_too_long_is_not_waited_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foreseeing, "LONGEST", -1.0)
    assert foresee([folder], set(), can_read, Control()) == Foreseen(is_whole=False)


def test_indexing_tells_duplicates_and_other_kinds(paths: Paths, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    write_pdf(folder / "lease.pdf", "The rent is 1,250 euros.")
    (folder / "z copy.pdf").write_bytes((folder / "lease.pdf").read_bytes())
    (folder / "table.xlsx").write_text("x")
    services = make_services(paths)
    made = services.index([folder], True, tell_nobody, Control())
    again = services.index([folder], True, tell_nobody, Control())
    states = {document.state for document in services.catalog.documents()}
    services.close()
    assert made.duplicates == (("z copy.pdf", "lease.pdf"),)
    assert made.kinds == ((".xlsx", 1),)
    assert states == {State.SEARCHABLE}
    assert (again.duplicates, again.changes) == ((), 0)
