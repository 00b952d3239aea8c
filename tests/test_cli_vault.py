"""The commands `vault` and `forget-everything`, and the receipt of `remove`."""

from __future__ import annotations

from pathlib import Path

from tests.pdfs import write_pdf
from tests.test_cli_contract import say


def test_a_signed_library_is_imported_elsewhere_and_its_key_remembered(tmp_path: Path) -> None:
    home, file, key = tmp_path / "home", tmp_path / "a.strongroom", tmp_path / "key"
    say(home, "index", str(write_pdf(tmp_path / "a.pdf", "The heron fishes near Kiekebus.")))
    made = say(home, "vault", "key", str(key)).data["fingerprint"]
    assert say(home, "vault", "export", str(file), "--sign", str(key)).data["signed_by"] == made
    there = tmp_path / "there"
    assert say(there, "vault", "import", str(file)).data["signer"]["state"] == "unknown"
    assert say(there, "vault", "keys", "--name", made, "Anna").code == 0
    again = say(there, "vault", "import", str(file), str(tmp_path / "other")).data
    assert again["signer"] == {"state": "known", "name": "Anna"}
    assert say(there, "search", "heron Kiekebus").data["hits"][0]["document"] == "a.pdf"
    assert say(there, "vault", "import", str(file)).code == 1
    assert say(there, "index").code == 1


def test_forgetting_everything_must_be_meant_and_leaves_a_receipt(tmp_path: Path) -> None:
    home, receipt = tmp_path / "home", tmp_path / "receipt.md"
    say(home, "index", str(write_pdf(tmp_path / "Heron.pdf", "The heron fishes.")))
    assert say(home, "forget-everything").code == 1
    said = say(home, "forget-everything", "--yes", "--receipt", str(receipt), "--unnamed")
    assert (said.code, said.data["removed"]) == (0, 1)
    assert "1 document," in receipt.read_text("utf-8")
    assert "Heron" not in receipt.read_text("utf-8")
    assert say(home, "list").data["documents"] == []
    assert say(home, "forget-everything", "--yes", "--receipt", str(receipt)).code == 1
