"""Makes the self-contained file for users without an administrator's rights. Needs makeself.

python3 packaging/linux/make_run.py [--work DIR]
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from linux.make_deb import HERE, ROOT, version  # noqa: E402

# Beside its later place, not in /tmp, which may be small. The shell of the user fills in HOME.
UNPACKED = "$HOME/.local/opt/strongroom.new"


def make_run(program: Path, folder: Path) -> Path:
    tree = folder / "run"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(program, tree, copy_function=os.link, symlinks=True)
    for name in ("install.sh", "uninstall.sh", "strongroom.desktop"):
        shutil.copy(HERE / name, tree / name)
    for name in ("install.sh", "uninstall.sh"):
        (tree / name).chmod(0o755)
    made = folder / f"strongroom-{version()}-{platform.machine()}.run"
    options = ["--sha256", "--gzip", "--complevel", "4", "--nox11", "--target", UNPACKED]
    command = ["makeself", "--quiet", *options, str(tree), str(made), f"Strongroom {version()}"]
    subprocess.run([*command, "./install.sh"], check=True)
    shutil.rmtree(tree)
    return made


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the file that installs for one user.")
    parser.add_argument("--work", type=Path, default=ROOT / ".release", metavar="DIR")
    folder = parser.parse_args().work.absolute()
    made = make_run(folder / "dist" / "strongroom", folder)
    print(f"Made: {made}, {made.stat().st_size / 1e6:,.0f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
