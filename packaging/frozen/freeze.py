"""Makes the frozen program: Strongroom, Python, all libraries and the models in one folder.

    python3 packaging/frozen/freeze.py [--work DIR]

It builds in an environment of its own, made of the locks alone, and for any processor of the kind,
never for the one at hand. What is made lies in `DIR/dist/strongroom` (DIR: `.release`).
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent)]

from bootstrap import (  # noqa: E402
    SetupError,
    choose_python,
    clean_environment,
    lock,
    probe,
    sum_of,
)

# For every processor since 2013 (Intel Haswell, AMD Excavator): the level x86-64-v3. Each flag is
# set, because some defaults change when SOURCE_DATE_EPOCH is set or when one cross-compiles.
X86_64_V3 = ("SSE42", "AVX", "AVX2", "BMI2", "FMA", "F16C")
NEVER = (
    *("NATIVE", "AVX_VNNI", "AVX512", "AVX512_VBMI", "AVX512_VNNI", "AVX512_BF16"),
    *("AMX_TILE", "AMX_INT8", "AMX_BF16"),
)
ARM = "armv8.2-a+dotprod+fp16"
LIBRARIES = ("requirements", "requirements-build", "requirements-frozen")
SYMBOLS_WANTED = 4096
"""Bytes that stripping has to save in a library, in thousands, to be worth it."""


@dataclass(frozen=True)
class Workshop:
    """Where things are made."""

    folder: Path

    @property
    def python(self) -> Path:
        place = "Scripts/python.exe" if os.name == "nt" else "bin/python"
        return self.folder / "venv" / place

    @property
    def program(self) -> Path:
        return self.folder / "dist" / "strongroom"

    @property
    def insides(self) -> Path:
        return self.program / "_internal"


def llama_flags(machine: str) -> list[str]:
    """How llama.cpp is compiled for all machines of a kind."""
    flags = [f"-DGGML_{name}=OFF" for name in NEVER]
    if machine in ("x86_64", "AMD64"):
        flags += [f"-DGGML_{name}=ON" for name in X86_64_V3]
    elif sys.platform == "linux":
        flags.append(f"-DGGML_CPU_ARM_ARCH={ARM}")
    return [*flags, "-DLLAVA_BUILD=OFF", "-DLLAMA_CURL=OFF"]


def make_environment(shop: Workshop) -> None:
    """A fresh environment whenever the locks changed; without PyTorch, which is left out."""
    wanted = sum_of(*(lock(name).read_text() for name in LIBRARIES))
    stamp = shop.folder / "venv" / "libraries.done"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    python = choose_python(sys.version_info[:2], probe)
    run([python, "-m", "venv", "--clear", shop.folder / "venv"])
    pip(shop, "--require-hashes", "--only-binary=:all:", *(f"-r{lock(name)}" for name in LIBRARIES))
    stamp.write_text(wanted)


def compile_llama(shop: Workshop) -> None:
    """Compile it once for these flags; the wheel is kept."""
    flags = llama_flags(platform.machine())
    wheels = shop.folder / "wheels" / sum_of(lock("requirements-compiled").read_text(), *flags)[:16]
    if not list(wheels.glob("*.whl")):
        options = ["--no-deps", "--no-build-isolation", "--no-cache-dir", "--require-hashes"]
        build = {"CMAKE_ARGS": " ".join(flags), "CMAKE_BUILD_PARALLEL_LEVEL": str(os.cpu_count())}
        words = ["-m", "pip", "wheel", *options, "-w", wheels, "-r", lock("requirements-compiled")]
        run([shop.python, *words], build)
    pip(shop, "--force-reinstall", *wheels.glob("*.whl"))


def freeze(shop: Workshop) -> None:
    """Let PyInstaller put the program together."""
    shutil.rmtree(shop.program, ignore_errors=True)
    places = ["--workpath", shop.folder / "build", "--distpath", shop.folder / "dist"]
    spec = HERE / "strongroom.spec"
    run([shop.python, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN", *places, spec])


def strip(shop: Workshop) -> None:
    """Take the symbols out of the large libraries; small and patched ones stay as they are."""
    if sys.platform != "linux":
        return
    for library in sorted(shop.insides.rglob("*.so*")):
        if library.is_symlink() or library.stat().st_size < SYMBOLS_WANTED * 1000:
            continue
        if ".libs" not in library.parent.name:  # these were patched, and stripping breaks them
            run(["strip", "--strip-unneeded", library])


def tell_licences(shop: Workshop) -> None:
    run([shop.python, HERE / "licences.py", shop.insides, shop.insides / "licences"])


def put_models(shop: Workshop) -> None:
    """The default models, fetched and verified, beside the program."""
    fetch = HERE.parent / "fetch_models.py"
    run([shop.python, fetch, "--copy-to", shop.program / "models"])


def pip(shop: Workshop, *arguments: object) -> None:
    options = ["--no-deps", "--no-input", "--quiet", "--disable-pip-version-check"]
    run([shop.python, "-m", "pip", "install", *options, *arguments])


def run(command: Sequence[object], extra: dict[str, str] | None = None) -> None:
    """Run a command; SetupError if it fails."""
    words = [str(word) for word in command]
    # Where lists of files are made, their order must not differ from run to run.
    environment = clean_environment() | {"PYTHONHASHSEED": "0"} | (extra or {})
    if subprocess.call(words, env=environment, cwd=ROOT):
        raise SetupError(f"This failed: {' '.join(words)}")


STEPS = {
    "environment": make_environment,
    "llama.cpp": compile_llama,
    "program": freeze,
    "symbols": strip,
    "licences": tell_licences,
    "models": put_models,
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Freeze Strongroom into one folder.")
    parser.add_argument("--work", type=Path, default=ROOT / ".release", metavar="DIR")
    shop = Workshop(parser.parse_args().work.absolute())
    shop.folder.mkdir(parents=True, exist_ok=True)
    try:
        for name, step in STEPS.items():
            print(f"{name} …", flush=True)
            step(shop)
    except SetupError as failure:
        print(failure, file=sys.stderr)
        return 1
    print(f"Made: {shop.program}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
