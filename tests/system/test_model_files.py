"""Importing, finding and verifying models, in folders of small models made for each test."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.errors import Cancelled, ModelError
from app.system.file_sums import hash_path, untold
from app.system.model_files import ModelFiles
from app.system.model_index import Known, installed_as, known_models, read_index, record
from app.system.paths import installed_models
from app.system.turns import taking_turns
from tests.deadlines import PATIENCE
from tests.system.small_models import write_answer_model, write_embedder


def add_known(files: ModelFiles, name: str) -> None:
    """Put a file in the place of a known model, with that model's entry in the index."""
    model = installed_as(files.known[name], files.installed, installed=True)
    model.path.write_bytes(b"")
    record(files.installed, model)


def test_an_imported_model_is_copied_found_and_verified(files: ModelFiles, source: Path) -> None:
    told: list[tuple[int, int]] = []
    model = files.import_model(source, lambda done, total: told.append((done, total)))
    assert model.path == files.home / "tiny.gguf"
    assert model.path.read_bytes() == source.read_bytes()
    assert (model.name, model.role, model.context, model.template) == ("tiny", "answer", 4096, None)
    assert told[-1] == (model.size, model.size)
    assert ModelFiles(files.home, files.installed).find("tiny", "answer") == model
    assert files.verify() == [(model, "")]


def test_an_imported_folder_keeps_only_the_files_of_the_model(
    files: ModelFiles, embedder: Path
) -> None:
    model = files.import_model(embedder)
    assert (model.name, model.role, model.context) == ("small.v1", "embedder", 128)
    assert model.path == files.home / "small.v1"
    assert not (model.path / "README.md").exists()
    assert files.verify() == [(model, "")]


def test_the_index_gives_back_what_was_recorded(files: ModelFiles, source: Path) -> None:
    model = files.import_model(source)
    assert read_index(files.home, installed=False) == [model]
    record(files.home, model)
    assert read_index(files.home, installed=False) == [model]


def test_a_damaged_index_is_said(files: ModelFiles) -> None:
    (files.installed / "index.json").write_text('{"models": [{}]}')
    with pytest.raises(ModelError, match="damaged"):
        files.all()


@pytest.mark.parametrize(
    "change",
    [
        {"path": "../../tiny.gguf"}, {"path": "/etc/passwd"}, {"path": ""}, {"path": 7},
        {"role": "root"}, {"role": []}, {"size": "much"}, {"size": 1e999}, {"context": None},
        {"template": {"a": 1}}, {"name": None, "role": {}},
    ],
)  # fmt: skip
def test_a_hostile_index_is_told_and_leads_nowhere(
    files: ModelFiles, source: Path, change: dict[str, object]
) -> None:
    files.import_model(source)
    index = files.home / "index.json"
    content = json.loads(index.read_text())
    content["models"][0] |= change
    index.write_text(json.dumps(content))
    with pytest.raises(ModelError, match="damaged"):
        files.all()


@pytest.mark.parametrize("content", ["[]", "{}", "[" * 100_000, '{"models": 7}', "\x00"])
def test_an_index_of_another_shape_is_told(files: ModelFiles, content: str) -> None:
    (files.installed / "index.json").write_text(content)
    with pytest.raises(ModelError, match="damaged"):
        files.all()


@pytest.mark.parametrize("make", [write_answer_model, write_embedder])
def test_a_model_that_differs_from_its_sum_is_refused_before_it_is_loaded(
    files: ModelFiles, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    model = files.import_model(make(tmp_path / "tiny.gguf"))
    assert files.checked(model) == model
    file = model.path if model.path.is_file() else model.path / "model.safetensors"
    content = file.read_bytes()
    before = file.stat()
    file.write_bytes(content[:-1] + b"\xff")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    for _ in range(2):
        with pytest.raises(ModelError, match="not what was recorded"):
            files.checked(model)
    file.write_bytes(content)
    assert files.checked(model) == model


def test_a_sum_is_taken_once_for_unchanged_files(files: ModelFiles, source: Path) -> None:
    model = files.import_model(source)
    read: list[None] = []
    for _ in range(3):
        files.checked(model, lambda: read.append(None))
    assert len(read) == 1
    os.utime(model.path, ns=(1, 1))
    files.checked(model, lambda: read.append(None))
    assert len(read) == 2


@pytest.mark.parametrize("marks", ["", "[]", "[" * 100_000, '{"x": {"y": 1}}'])
def test_hostile_marks_of_checked_models_only_cost_another_check(
    files: ModelFiles, source: Path, marks: str
) -> None:
    model = files.import_model(source)
    (files.home / "checked.json").write_text(marks)
    assert files.checked(model) == model


def test_what_was_added_to_a_model_folder_later_is_refused(
    files: ModelFiles, embedder: Path
) -> None:
    model = files.checked(files.import_model(embedder))
    (model.path / "extra.json").write_text("{}")
    with pytest.raises(ModelError, match="not what was recorded"):
        files.checked(model)
    (model.path / "extra.json").unlink()
    (model.path / "modeling.py").write_text("")
    with pytest.raises(ModelError, match="can hold a program"):
        files.checked(model)


def test_a_model_file_cut_later_is_refused_before_it_is_loaded(
    files: ModelFiles, source: Path
) -> None:
    model = files.checked(files.import_model(source))
    os.truncate(model.path, model.size - 1)
    with pytest.raises(ModelError, match="incomplete: 1 bytes"):
        files.checked(model)


@pytest.mark.parametrize("make", [write_answer_model, write_embedder])
def test_a_stopped_import_leaves_nothing(
    files: ModelFiles, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        files.import_model(make(tmp_path / "stopped.gguf"), check=stop)
    assert not any(files.home.iterdir())


def test_leftovers_of_a_killed_import_are_cleared_by_the_next(
    files: ModelFiles, source: Path
) -> None:
    files.home.mkdir(parents=True)
    (files.home / ".import-dead").write_bytes(b"half a model")
    files.import_model(source)
    assert sorted(p.name for p in files.home.iterdir()) == ["index.json", "tiny.gguf"]


def test_the_same_model_is_not_copied_twice(files: ModelFiles, source: Path) -> None:
    model = files.import_model(source)
    other = source.rename(source.with_name("other-name.gguf"))
    assert files.import_model(other) == model
    assert files.all() == [model]


def test_another_model_of_the_same_name_is_refused(files: ModelFiles, source: Path) -> None:
    model = files.import_model(source)
    write_answer_model(source, data=bytes(35) + b"x")
    with pytest.raises(ModelError, match="already another model"):
        files.import_model(source)
    assert files.verify() == [(model, "")]


def test_a_known_model_is_recognised_by_its_sum(files: ModelFiles, source: Path) -> None:
    sha256 = hash_path(source, untold)
    size = source.stat().st_size
    path = "known.gguf"
    files.known = {"k": Known("k", "answer", "default", path, size, sha256, "MIT", 99, "chatml")}
    model = files.import_model(source)
    assert (model.name, model.licence, model.template) == ("k", "MIT", "chatml")
    assert model.path == files.home / "known.gguf"


def test_verifying_tells_what_was_changed_or_lost(
    files: ModelFiles, source: Path, embedder: Path
) -> None:
    files.import_model(source).path.unlink()
    (files.import_model(embedder).path / "config.json").write_text("{}")
    problems = {model.name: problem for model, problem in files.verify()}
    assert "gone" in problems["tiny"]
    assert "damaged or changed" in problems["small.v1"]


def test_the_default_is_used_before_the_optional_and_tests_never(files: ModelFiles) -> None:
    add_known(files, "smollm2-135m-instruct")
    with pytest.raises(ModelError, match="no model that writes answers"):
        files.default("answer", None)
    add_known(files, "qwen2.5-coder-0.5b-instruct")
    assert files.default("answer", None).name == "qwen2.5-coder-0.5b-instruct"
    add_known(files, "qwen2.5-coder-1.5b-instruct")
    assert files.default("answer", None).name == "qwen2.5-coder-1.5b-instruct"
    assert files.default("answer", "smollm2-135m-instruct").name == "smollm2-135m-instruct"


def test_an_imported_model_is_used_where_there_is_no_other(files: ModelFiles, source: Path) -> None:
    add_known(files, "smollm2-135m-instruct")
    model = files.import_model(source)
    assert files.default("answer", None) == model


def test_a_model_that_is_not_there_is_said_with_what_to_do(files: ModelFiles) -> None:
    with pytest.raises(ModelError, match="models list"):
        files.find("nothing", "answer")


def test_memory_needed_counts_weights_and_context(files: ModelFiles, source: Path) -> None:
    model = files.import_model(source)
    keys, buffers = 2 * 2 * 2 * 64 * 4096, 128 * 4 * 6 * 64
    assert files.memory_needed(model) == 36 + keys + buffers


def test_the_known_models_have_one_default_for_each_role() -> None:
    known = known_models().values()
    defaults = [model.role for model in known if model.use == "default"]
    assert sorted(defaults) == ["answer", "embedder"]
    assert {model.use for model in known} == {"default", "optional", "tests"}
    assert all(len(model.sha256) == 64 and model.size > 0 for model in known)


@pytest.mark.slow
def test_the_fetched_models_are_what_the_list_says() -> None:
    files = ModelFiles(Path("no such folder"), installed_models())
    assert {"qwen2.5-coder-1.5b-instruct", "multilingual-e5-small"} <= {
        model.name for model in files.all()
    }
    assert [problem for _, problem in files.verify() if problem] == []


def test_an_import_waits_for_another_program_and_can_be_stopped_meanwhile(
    files: ModelFiles, source: Path
) -> None:
    waited: list[None] = []

    def stop() -> None:
        waited.append(None)
        if len(waited) == 3:
            raise Cancelled

    with taking_turns(files.home), pytest.raises(Cancelled):
        files.import_model(source, check=stop)
    assert len(waited) == 3
    assert files.all() == []
    assert files.import_model(source) in files.all()


IMPORTING = """
import sys
from pathlib import Path
from app.system.model_files import ModelFiles
files = ModelFiles(Path(sys.argv[1]), Path(sys.argv[1]) / "none")
print("ready", flush=True)
sys.stdin.readline()
for path in sorted(Path(sys.argv[2]).iterdir()):
    files.import_model(path)
"""


@pytest.mark.slow
def test_two_programs_that_import_at_once_lose_no_model(files: ModelFiles, tmp_path: Path) -> None:
    names = set()
    running = []
    for program in ("heron", "otter"):
        folder = tmp_path / program
        folder.mkdir()
        for i in range(12):
            name = f"{program}-{i}"
            data = f"{name:>36}".encode()
            write_answer_model(folder / f"{name}.gguf", data=data)
            names.add(name)
    for program in ("heron", "otter"):
        arguments = [sys.executable, "-c", IMPORTING, str(files.home), str(tmp_path / program)]
        pipe = subprocess.PIPE
        running.append(subprocess.Popen(arguments, stdin=pipe, stdout=pipe, text=True))
    for process in running:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in running:
        process.communicate(timeout=PATIENCE)
    assert [process.returncode for process in running] == [0, 0]
    assert {model.name for model in files.all()} == names
    assert [problem for _, problem in files.verify() if problem] == []
