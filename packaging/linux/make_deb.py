"""Makes the Debian package out of the frozen program: for Debian 12, Ubuntu 24.04, and later.

python3 packaging/linux/make_deb.py [--work DIR]
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent)]

from frozen.licences import known_places, owner_of  # noqa: E402

PLACE = "opt/strongroom"
# Opened by name at run time, so that no program's header tells of them.
OPENED = ("libegl1", "libgl1", "libxcb-cursor0", "libxkbcommon-x11-0", "fontconfig-config")
CONTROL = """Package: strongroom
Version: {version}
Architecture: {architecture}
Maintainer: The Strongroom authors <strongroom@localhost>
Installed-Size: {size}
Section: text
Priority: optional
Depends: {depends}
Description: ask questions of your own confidential documents
 Answers questions about PDF files, Word files, mail and text, on this computer
 alone, and shows for every sentence the lines that it rests on. No network is
 used at any time; the kernel refuses it, and a report shows the proof.
 .
 The language models that it works with are in this package.
"""
COPYRIGHT = """Format: machine-readable; the texts themselves are in /{place}/_internal/licences
Upstream-Name: Strongroom

Files: *
Copyright: the Strongroom authors, and those of its parts
License: Apache-2.0, and those of its parts
 Strongroom is under the Apache License 2.0, which is in
 /usr/share/common-licenses/Apache-2.0. The licences of all its parts, libraries and models are
 told in LIST.txt in the folder above, with their texts beside it.
"""


def make_tree(program: Path, tree: Path) -> None:
    """Everything at its place; the files of the program are linked, not copied."""
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(program, tree / PLACE, copy_function=os.link, symlinks=True)
    share = tree / "usr" / "share"
    icons = ROOT / "resources" / "icons"
    hicolor = share / "icons" / "hicolor"
    for source, place in (
        (HERE / "strongroom.desktop", share / "applications"),
        (HERE / "app.strongroom.Strongroom.metainfo.xml", share / "metainfo"),
        (icons / "strongroom.svg", hicolor / "scalable" / "apps"),
        (icons / "strongroom.png", hicolor / "256x256" / "apps"),
    ):
        place.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, place / source.name)
    pack(HERE / "strongroom.1", share / "man" / "man1" / "strongroom.1.gz")
    doc = share / "doc" / "strongroom"
    pack(ROOT / "resources" / "CHANGELOG.md", doc / "changelog.gz")
    (doc / "copyright").write_text(COPYRIGHT.format(place=PLACE), "utf-8")
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / "strongroom").symlink_to(f"/{PLACE}/strongroom")
    for path in tree.rglob("*"):
        if not path.is_symlink():
            is_run = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if is_run else 0o644)


def pack(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(source.read_bytes(), 9, mtime=0))


def needed_packages(program: Path) -> list[str]:
    """The packages of this system with the libraries that the program uses and does not bring."""
    headers = [header_of(path) for path in program.rglob("*")]
    brought = {path.name for path in program.rglob("*.so*")}
    wanted = {name for header in headers for name in re.findall(r"NEEDED\s+(\S+)", header)}
    places = known_places()
    found = {owner_of(places[name]) for name in wanted - brought if name in places}
    return [f"libc6 (>= {newest_libc(headers)})", *sorted({*found, *OPENED} - {"", "libc6"})]


def newest_libc(headers: list[str]) -> str:
    """The oldest C library that the program runs with: the newest that a part of it asks for."""
    told = {version for header in headers for version in re.findall(r"GLIBC_(2\.\d+)", header)}
    return str(max(told, key=lambda version: int(version.split(".")[1])))


def header_of(path: Path) -> str:
    """What a program or library asks for; "" for other files."""
    if path.is_symlink() or not path.is_file() or path.open("rb").read(4) != b"\x7fELF":
        return ""
    told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True)
    return told.stdout


def make_package(program: Path, folder: Path) -> Path:
    tree = folder / "deb"
    make_tree(program, tree)
    asked = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, check=True)
    architecture = asked.stdout.decode().strip()
    size = sum(p.lstat().st_size for p in tree.rglob("*") if p.is_file() and not p.is_symlink())
    depends = ", ".join(needed_packages(program))
    control = CONTROL.format(
        version=version(), architecture=architecture, size=size // 1024, depends=depends
    )
    (tree / "DEBIAN").mkdir(mode=0o755)
    (tree / "DEBIAN" / "control").write_text(control, "utf-8")
    made = folder / f"strongroom_{version()}_{architecture}.deb"
    # Models hardly become smaller; xz would take ten times as long for little.
    options = ["--root-owner-group", "-Zzstd", "-z10", "--build"]
    subprocess.run(["dpkg-deb", *options, tree, made], check=True)
    shutil.rmtree(tree)
    return made


def version() -> str:
    text = (ROOT / "app" / "__init__.py").read_text("utf-8")
    return str(re.findall(r'__version__ = "(.+)"', text)[0])


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the Debian package.")
    parser.add_argument("--work", type=Path, default=ROOT / ".release", metavar="DIR")
    folder = parser.parse_args().work.absolute()
    program = folder / "dist" / "strongroom"
    if not (program / "models" / "index.json").exists():
        print("First: python3 packaging/frozen/freeze.py", file=sys.stderr)
        return 1
    made = make_package(program, folder)
    print(f"Made: {made}, {made.stat().st_size / 1e6:,.0f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
