"""The command `sources` shows the folders of a library, and moves one."""

from __future__ import annotations

from pathlib import Path

from tests.pdfs import write_pdf
from tests.test_cli_contract import say


def test_a_folder_that_is_elsewhere_now_is_named(tmp_path: Path) -> None:
    home, old, new = (tmp_path / name for name in ("home", "old", "new"))
    old.mkdir()
    write_pdf(old / "lease.pdf", "The monthly rent is 900 euros.")
    say(home, "index", str(old))
    old.rename(new)
    row = {"path": str(old), "documents": 1, "there": False}
    assert say(home, "sources").data == {"sources": [row]}
    moved = {"path": str(new), "documents": 1, "there": True}
    said = say(home, "sources", "move", str(old), str(new))
    assert said.data == {"sources": [moved], "moved": 1, "found": 1}
