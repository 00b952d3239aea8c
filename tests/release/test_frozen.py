"""The frozen program itself, without any network: proof, a document, an answer, and its window.

Build it first: `python3 packaging/frozen/freeze.py`. STRONGROOM_FROZEN names another one.
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from app.system.paths import INSTALLATION, Paths
from tests.release.installed import AGREEMENT, SAMPLES, Program, use, use_window
from tests.security import desktop

pytestmark = pytest.mark.release
WIDE_REGISTER = re.compile(r"%zmm|%k[0-7]\b")


@pytest.fixture(scope="module")
def frozen() -> Path:
    """The folder of the frozen program."""
    usual = INSTALLATION / ".release" / "dist" / "strongroom"
    named = os.environ.get("STRONGROOM_FROZEN")
    if not named and not usual.exists():
        pytest.skip("there is no frozen program: packaging/frozen/freeze.py makes it")
    return Path(named or usual)


def test_the_frozen_program_does_its_work(
    frozen: Path, paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desktop.missing() == ""
    command, document = [str(frozen / "strongroom")], str(SAMPLES / AGREEMENT)
    told = use(Program(command, str(tmp_path / "command line")), document)
    with desktop.desktop() as display:
        in_window = Program(command, str(paths.home))
        told += use_window(in_window, display, document, paths, tmp_path / "errors")
    with capsys.disabled():
        print("", *told, sep="\n")


def test_it_runs_on_processors_without_avx_512(frozen: Path) -> None:
    libraries = sorted((frozen / "_internal" / "llama_cpp" / "lib").glob("libggml*"))
    assert libraries
    for library in libraries:
        code = subprocess.run(
            ["objdump", "-d", library], capture_output=True, text=True, check=True
        )
        assert "%ymm" in code.stdout or "cpu" not in library.name
        assert WIDE_REGISTER.search(code.stdout) is None, f"{library.name} needs AVX-512"


def test_the_licences_of_all_parts_are_in_it(frozen: Path) -> None:
    folder = frozen / "_internal" / "licences"
    told = (folder / "LIST.txt").read_text("utf-8")
    for part in (
        "PySide6_Essentials",
        "openvino",
        "chromadb",
        "llama_cpp_python",
        "Python",
        "qwen2.5",
    ):
        assert f"\n{part}" in told
    assert any((folder / path.name).is_dir() for path in folder.glob("PySide6_Essentials*"))


def test_its_models_are_those_that_were_wanted(frozen: Path, paths: Paths) -> None:
    found = Program([str(frozen / "strongroom")], str(paths.home)).say("models", "verify")
    assert (found.code, found.complaints) == (0, "")
    assert {row["name"] for row in found.data["models"]} == {
        "qwen2.5-coder-1.5b-instruct",
        "multilingual-e5-small",
    }
    assert [row["problem"] for row in found.data["models"]] == ["", ""]
