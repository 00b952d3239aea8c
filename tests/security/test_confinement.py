"""A reader's child reads its document, and can do nothing else (see `reader_probes`)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.system.landlock import version
from app.system.paths import INSTALLATION
from tests.deadlines import PATIENCE
from tests.pdfs import write_locked_pdf, write_pdf

if sys.platform != "linux":
    pytest.skip("this is the confinement of Linux", allow_module_level=True)

from tests.security.reader_probes import contents

REFUSED = {"EACCES", "EPERM", "ENOSYS", "EXDEV"}
TEXT = "The monthly rent of the station is EUR 1.250,00."


def find_out(name: str, *arguments: str) -> Any:
    """What a probe says that is run in a process of its own."""
    command = [sys.executable, "-m", "tests.security.reader_probes", name, *arguments]
    done = subprocess.run(
        command, cwd=INSTALLATION, capture_output=True, text=True, timeout=PATIENCE
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def document(tmp_path: Path) -> str:
    (tmp_path / "other").write_text("a neighbour")
    return str(write_pdf(tmp_path / "a.pdf", TEXT))


def test_all_locks_hold(document: str) -> None:
    names = find_out("locks", document)
    assert any(name.startswith("seccomp: reads and computes") for name in names)
    assert any(name.startswith("Landlock") for name in names) is bool(version())


def test_no_other_file_is_reached_and_none_is_changed(document: str, tmp_path: Path) -> None:
    if not version():
        pytest.skip("this kernel has no Landlock, so other files can be read")
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    said = find_out("files", document)
    assert len(said) == 21
    assert {name: came for name, came in said.items() if came not in REFUSED} == {}
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_no_process_network_code_or_signal_is_to_be_had(document: str) -> None:
    said = find_out("powers", document)
    assert said.pop("start a thread") == "RuntimeError"
    assert len(said) == 24
    assert {name: came for name, came in said.items() if came not in REFUSED} == {}


def test_limits_stay_as_they_are(document: str) -> None:
    if may_raise_limits():
        pytest.skip("this user has the capability to raise limits, in whatever process")
    assert set(find_out("limits", document).values()) <= {"ValueError", *REFUSED}


@pytest.mark.slow
def test_every_sample_is_read_as_without_the_confinement(samples: Path) -> None:
    documents = sorted(samples.glob("*.pdf"))
    assert len(documents) == 6
    found = find_out("read", "", *map(str, documents))
    for document, read in zip(documents, found, strict=True):
        assert read == as_json(contents(document, ""))
        assert min(read["texts"]) > 500
        assert read["letters"]


def test_encrypted_and_fontless_documents_are_read_as_without_it(tmp_path: Path) -> None:
    locked = write_locked_pdf(tmp_path / "locked.pdf", "geheim", TEXT, "Page two.")
    plain = write_pdf(tmp_path / "plain.pdf", TEXT)
    (read,) = find_out("read", "geheim", str(locked))
    assert read == as_json(contents(locked, "geheim"))
    assert read["texts"][0] >= len(TEXT)
    (read,) = find_out("read", "", str(plain))
    assert read == as_json(contents(plain, ""))
    assert read["ink"] > 0


def may_raise_limits() -> bool:
    """Whether this process has CAP_SYS_RESOURCE."""
    status = Path("/proc/self/status").read_text()
    (line,) = (line for line in status.splitlines() if line.startswith("CapEff"))
    return bool(int(line.split()[1], 16) & 1 << 24)


def as_json(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(data))
    return found
