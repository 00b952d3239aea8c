"""Fills a small disk to its last byte and works on it: `python -m tests.durability.on_full_disk`.

To be run in a namespace of its own (`unshare -rm`), because it mounts the disk. Prints as JSON what
each command said, with its exit code.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.durability.papers import Papers

SIZE = "40m"


def main(folder: Path) -> None:
    disk, papers = folder / "disk", Papers(folder / "papers", random.Random(9))
    for part in (disk, papers.folder):
        part.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "none", str(disk)], check=True)

    def told(*words: str) -> tuple[int, Any]:
        program = [sys.executable, "-m", "app", "--fakes", "--home", str(disk / "home"), "--json"]
        done = subprocess.run([*program, *words], capture_output=True, text=True, check=False)
        return done.returncode, json.loads(done.stdout)

    papers.write()
    found = {"before": told("index", str(papers.folder))}
    papers.write()
    filler = disk / "filler"
    _fill(filler, 0)
    found["full"] = told("index", str(papers.folder))
    filler.unlink()
    _fill(filler, 4_000_000)
    found["nearly full"] = told("index", str(papers.folder))
    found["search"] = told("search", "anything")
    filler.unlink()
    found["after"] = told("index", str(papers.folder))
    found["check"] = told("check")
    print(json.dumps(found))


def _fill(file: Path, but: int) -> None:
    """All of the disk but so many bytes."""
    try:
        with file.open("wb", buffering=0) as filler:
            while filler.write(bytes(65_536)):
                pass
    except OSError:
        pass
    with file.open("r+b") as filler:
        filler.truncate(file.stat().st_size - but)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
