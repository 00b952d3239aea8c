"""Which kinds are read is told in one place, and everywhere the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.control import Control
from app.core.folders.sources import look_through
from app.core.kinds import READ_HERE, SUFFIXES, has_pages, is_read, kind_of, spot

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("suffix", [suffix for suffix in SUFFIXES if suffix != ".pdf"])
def test_sentences_for_users_name_every_kind(suffix: str) -> None:
    assert suffix in READ_HERE
    assert suffix in (ROOT / "README.md").read_text("utf-8")
    assert suffix in (ROOT / "app/gui/wording.py").read_text("utf-8")


def test_a_place_is_a_page_or_a_part() -> None:
    assert (spot("a.PDF", 3), spot("a.eml", 3)) == ("page 3", "part 3")
    assert has_pages("a name that once was")
    assert kind_of("a.docx") == "word"


def test_a_folder_gives_what_is_read_and_counts_the_rest(tmp_path: Path) -> None:
    read = [f"a{suffix}" for suffix in SUFFIXES]
    for name in (*read, "b.xlsx", "c.jpg", "~$a.docx", ".~lock.a.docx#", ".hidden.txt"):
        (tmp_path / name).write_bytes(b"x")
    found = look_through(tmp_path, is_read, Control())
    assert {file.path.name for file in found.files} == set(read)
    assert found.skipped == 2
