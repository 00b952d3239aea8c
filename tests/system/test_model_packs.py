"""Packs of models on a stick: signed, whole, taken up again where they stopped, or refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from app.backends.signing import Signing
from app.core.carrying.archive import Signature
from app.core.errors import Cancelled, ModelError, UsageError
from app.system.model_files import ModelFiles
from app.system.model_packs import LIST, SIGNATURE, make_pack, open_pack, take_in
from tests.test_cli_contract import say


@pytest.fixture
def key(tmp_path: Path) -> Path:
    Signing().make_key(tmp_path / "key")
    return tmp_path / "key"


@pytest.fixture
def pack(tmp_path: Path, files: ModelFiles, source: Path, embedder: Path, key: Path) -> Path:
    """A pack with an answer model and an embedder, made on another computer."""
    models = [files.import_model(source), files.import_model(embedder)]
    make_pack(tmp_path / "stick" / "models", models, lambda data: Signing().sign(key, data))
    return tmp_path / "stick" / "models"


@pytest.fixture
def here(tmp_path: Path) -> ModelFiles:
    """The models of a computer that has none."""
    return ModelFiles(tmp_path / "here" / "models", tmp_path / "installed")


def verify(signature: Signature, data: bytes) -> bool:
    return Signing().verify(signature, data)


def test_the_models_of_a_pack_are_taken_in_and_verified(pack: Path, here: ModelFiles) -> None:
    told: list[tuple[int, int]] = []
    taken = take_in(open_pack(pack, verify), here, lambda *bytes_: told.append(bytes_))
    assert {model.name for model in taken} == {"tiny", "small.v1"}
    assert [problem for _, problem in here.verify()] == ["", ""]
    assert told[-1][0] == told[-1][1]
    assert take_in(open_pack(pack, verify), here) == taken


@pytest.mark.parametrize("name", ["tiny.gguf", "small.v1/model.safetensors"])
def test_an_altered_model_is_refused_and_not_kept(pack: Path, here: ModelFiles, name: str) -> None:
    content = bytearray((pack / name).read_bytes())
    content[-1] ^= 1
    (pack / name).write_bytes(content)
    with pytest.raises(ModelError, match="altered"):
        take_in(open_pack(pack, verify), here)
    assert name.split("/")[0] not in {model.path.name for model in here.all()}
    assert not list(here.home.glob(".taking-*"))


def test_an_altered_or_unsigned_list_is_refused(pack: Path, key: Path) -> None:
    signed, written = (pack / SIGNATURE).read_text(), (pack / LIST).read_text()
    (pack / LIST).write_text(written.replace('"tiny"', '"tiny2"'))
    with pytest.raises(ModelError, match="altered"):
        open_pack(pack, verify)
    (pack / LIST).write_text(written)
    for wrong in ("{}", "[" * 5_000, json.dumps({"key": "00", "value": "zz"})):
        (pack / SIGNATURE).write_text(wrong)
        with pytest.raises(ModelError, match="not signed"):
            open_pack(pack, verify)
    (pack / SIGNATURE).unlink()
    with pytest.raises(ModelError, match="not signed"):
        open_pack(pack, verify)
    (pack / SIGNATURE).write_text(signed)
    assert open_pack(pack, verify).models


@pytest.mark.parametrize("change", [{"name": "../evil"}, {"path": "../../tiny.gguf"}, {"role": 1}])
def test_a_signed_list_leads_nowhere_else(pack: Path, key: Path, change: dict[str, object]) -> None:
    content = json.loads((pack / LIST).read_text())
    content["models"][0] |= change
    written = json.dumps(content).encode()
    (pack / LIST).write_bytes(written)
    (pack / SIGNATURE).write_text(json.dumps(vars(Signing().sign(key, written))))
    with pytest.raises(ModelError):
        open_pack(pack, verify)


def test_copying_goes_on_where_a_pulled_stick_stopped_it(pack: Path, here: ModelFiles) -> None:
    begun = list[int]()

    def pull() -> None:
        begun.append(1)
        if len(begun) == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        take_in(open_pack(pack, verify), here, check=pull)
    (staged,) = here.home.glob(".taking-*")
    copied = {file.name for file in staged.iterdir() if file.stat().st_size}
    assert copied, "nothing was copied before the stick was pulled"
    for name in copied:  # what is there already is not read again
        size = (pack / "small.v1" / name).stat().st_size
        (pack / "small.v1" / name).write_bytes(b" " * size)
    assert {model.name for model in take_in(open_pack(pack, verify), here)} == {"tiny", "small.v1"}
    assert [problem for _, problem in here.verify()] == ["", ""]


def test_a_key_is_trusted_once_by_its_fingerprint(pack: Path, tmp_path: Path) -> None:
    home = tmp_path / "other"
    refused = say(home, "models", "import", str(pack))
    assert refused.code == 1
    fingerprint = refused.data["error"].split(": ")[1].rstrip(".")
    wrong = say(home, "models", "import", str(pack), "--trust", "0000 0000")
    assert (wrong.code, "another key" in wrong.data["error"]) == (1, True)
    assert say(home, "models", "import", str(pack), "--trust", fingerprint).code == 0
    shutil.rmtree(home / "models")
    assert say(home, "models", "import", str(pack)).data["imported"] == "tiny, small.v1"


def test_a_pack_is_made_of_installed_models_by_one_command(source: Path, tmp_path: Path) -> None:
    home, stick = tmp_path / "maker", tmp_path / "stick"
    assert say(home, "models", "import", str(source)).code == 0
    assert say(home, "vault", "key", str(tmp_path / "key")).code == 0
    words = ("models", "pack", str(stick), "tiny", "--key", str(tmp_path / "key"))
    assert say(home, *words).data == {"pack": str(stick), "models": ["tiny"]}
    assert open_pack(stick, verify).models[0].name == "tiny"
    assert say(home, *words).code == 1


def test_a_pack_is_not_written_over_something_else(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        make_pack(tmp_path, [], lambda data: Signature("", ""))
