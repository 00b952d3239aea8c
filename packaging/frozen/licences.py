"""Gathers the licences of all parts of a frozen program, and refuses parts that may not be in it.

    python licences.py INSIDES FOLDER

Run by the Python that the program was frozen from. Parts are the packages, the libraries of the
system that came along, Python, Qt, and the models.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
IS_LICENCE = re.compile(r"licen[cs]e|copying|notice|authors|copyright", re.IGNORECASE)
REFUSED = re.compile(r"(?<!L)A?GPL(?!.*exception)|proprietary", re.IGNORECASE)
COMMON = Path("/usr/share/common-licenses")
STANDARD = {
    "LGPL-3": (COMMON / "LGPL-3", COMMON / "GPL-3"),
    "Apache": (ROOT / "LICENSE",),
}
"""For packages that name a licence, and bring no text of it."""
SOURCES = """Qt and PySide are used under the LGPL 3. They lie in the folder PySide6, as libraries
of their own, which you may replace by others of the same interface; their source is published by
The Qt Company under the version named here. Nothing in Strongroom's licence forbids that.
"""


@dataclass(frozen=True)
class Part:
    """Something that the program is made of; `texts` are its licences' texts."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]


def packages(insides: Path) -> Iterator[Part]:
    """The Python packages of which something is in the program."""
    for found in sorted(distributions(), key=lambda one: one.name.lower()):
        if is_inside(found, insides):
            files = [Path(str(file.locate())) for file in found.files or ()]
            told = [f for f in files if ".dist-info" in str(f) and IS_LICENCE.search(str(f))]
            texts = tuple(text for text in told if text.is_file())
            licence = licence_of(found)
            yield Part(found.name, found.version, licence, texts or standard_texts(licence))


def is_inside(found: Distribution, insides: Path) -> bool:
    """Whether any of its modules or libraries is in the program; its description alone is not."""
    for file in found.files or ():
        if ".." in file.parts or ".dist-info" in file.parts[0]:
            continue
        place = insides / file
        if file.suffix in (".py", ".so") and (place.exists() or place.with_suffix(".pyc").exists()):
            return True
    return False


def licence_of(found: Distribution) -> str:
    """As the package tells it, in the newest of three ways that it can."""
    told = found.metadata
    if "License-Expression" in told:
        return told["License-Expression"]
    classified = [
        line.split(" :: ")[-1]
        for line in told.get_all("Classifier") or ()
        if line.startswith("License :: ") and line.count(" :: ") > 1
    ]
    first = (told.get_all("License") or [""])[0].strip().splitlines()
    return ", ".join(classified) or (first[0] if first else "")


def standard_texts(licence: str) -> tuple[Path, ...]:
    return next((texts for name, texts in STANDARD.items() if name in licence), ())


def system_libraries(insides: Path) -> Iterator[Part]:
    """The packages of this Debian system whose libraries came along."""
    found: dict[str, str] = {}
    places = known_places()
    for library in sorted(insides.glob("*.so*")):
        place = places.get(library.name)
        if place and not library.is_symlink():
            found.setdefault(owner_of(place), library.name)
    for name in sorted(name for name in found if name):
        text = Path("/usr/share/doc") / name / "copyright"
        query = ["dpkg-query", "--show", "--showformat=${Version}", name]
        version = subprocess.run(query, capture_output=True, text=True, check=False).stdout
        yield Part(name, version, "see its text", (text,) if text.exists() else ())


def owner_of(place: str) -> str:
    """The Debian package that a file is of; "" if there is none."""
    for path in (place, place.removeprefix("/usr")):  # it may be known by its old place
        query = ["dpkg-query", "--search", path]
        answer = subprocess.run(query, capture_output=True, text=True, check=False)
        if answer.stdout:
            return answer.stdout.split(":")[0]
    return ""


def known_places() -> dict[str, str]:
    """Where the system has its libraries, by their names."""
    if not shutil.which("ldconfig", path="/sbin:/usr/sbin"):
        return {}
    told = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True)
    pairs = re.findall(r"^\s(\S+) \(.*\) => (\S+)$", told.stdout, re.MULTILINE)
    return {name: str(Path(place).resolve()) for name, place in reversed(pairs)}


def others() -> Iterator[Part]:
    """Strongroom, Python, and the models that come with it."""
    own = ROOT / "LICENSE"
    version = re.search(r'"([^"]+)"', (ROOT / "app" / "__init__.py").read_text("utf-8"))
    yield Part("Strongroom", version[1] if version else "", "Apache-2.0", (own,))
    text = Path(sys.base_prefix) / "lib" / f"python{sys.version[:4]}" / "LICENSE.txt"
    yield Part("Python", sys.version.split()[0], "PSF-2.0", (text,) if text.exists() else ())
    fonts = ROOT / "resources" / "fonts" / "LICENSE"
    yield Part("DejaVu fonts", "", "Bitstream-Vera AND public domain", (fonts,))
    for model in tomllib.loads((ROOT / "resources" / "models.toml").read_text("utf-8"))["model"]:
        if model["use"] == "default":
            texts = (own,) if model["licence"] == "Apache-2.0" else (HERE / "MIT.txt",)
            yield Part(model["name"], "", model["licence"], texts)


def write(parts: list[Part], folder: Path) -> None:
    """All texts, and a list of all parts."""
    shutil.rmtree(folder, ignore_errors=True)
    lines = [SOURCES]
    for part in parts:
        place = folder / f"{part.name}-{part.version}".strip("-").replace("/", "-")
        place.mkdir(parents=True)
        for number, text in enumerate(part.texts):
            name = text.name if not (place / text.name).exists() else f"{number}-{text.name}"
            shutil.copyfile(text, place / name)
        if not part.texts:
            place.rmdir()
        told = f"{part.name} {part.version}".strip()
        lines.append(f"{told}: {part.licence}{'' if part.texts else ' (brings no text of it)'}")
    (folder / "LIST.txt").write_text("\n".join(lines) + "\n", "utf-8")


def problems(parts: list[Part]) -> list[str]:
    """Parts without a licence, or with one that a program under the Apache licence cannot take."""
    silent = [f"{part.name} tells no licence." for part in parts if not part.licence]
    bad = [f"{part.name} is under {part.licence}." for part in parts if is_refused(part.licence)]
    return silent + bad


def is_refused(licence: str) -> bool:
    """Whether none of its alternatives can be taken."""
    return all(REFUSED.search(choice) for choice in licence.split(" OR "))


def main() -> int:
    insides, folder = (Path(word) for word in sys.argv[1:])
    parts = [*others(), *packages(insides), *system_libraries(insides)]
    write(parts, folder)
    found = problems(parts)
    print("\n".join([*found, f"{len(parts)} parts: {folder / 'LIST.txt'}"]))
    return int(bool(found))


if __name__ == "__main__":
    raise SystemExit(main())
