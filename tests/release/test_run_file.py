"""The file for users without an administrator's rights: installs, proves, and removes itself.

Build it first (`packaging/linux/make_run.py`). STRONGROOM_RUN names another one.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from app.system.paths import INSTALLATION
from tests.release.installed import Program

pytestmark = pytest.mark.release


@pytest.fixture
def run_file() -> Path:
    named = os.environ.get("STRONGROOM_RUN")
    made = [Path(named)] if named else sorted((INSTALLATION / ".release").glob("*.run"))
    if not made:
        pytest.skip("there is no such file: packaging/linux/make_run.py makes it")
    return made[-1]


def test_it_installs_into_a_home_and_leaves_it_again(
    run_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("home")
    surroundings = {"HOME": str(home), "PATH": os.environ["PATH"]}
    command = ["unshare", "--net", "sh", str(run_file), "--quiet"]
    subprocess.run(command, env=surroundings, check=True, stdin=subprocess.DEVNULL)
    place = home / ".local" / "opt" / "strongroom"
    entry = home / ".local" / "share" / "applications" / "strongroom.desktop"
    assert f'Exec="{place}/strongroom" %F' in entry.read_text("utf-8")
    subprocess.run(["desktop-file-validate", entry], check=True)

    proof = Program([str(home / ".local" / "bin" / "strongroom")], str(home / "data")).say("proof")
    assert (proof.code, proof.complaints, proof.data["verdict"]) == (0, "", "proven"), proof

    subprocess.run([place / "uninstall.sh"], env=surroundings, check=True)
    left = {file.relative_to(home).parts[0] for file in home.rglob("*") if file.is_file()}
    assert left <= {"data", ".local"}
    files = {file.name for file in (home / ".local").rglob("*") if not file.is_dir()}
    assert files <= {"mimeinfo.cache"}, "only the desktop's own list of programs stays"
