"""Sets Strongroom up from nothing and runs it, or its tests.

Standard library only, for any Python since 3.8. A step that is done leaves a stamp: repeated runs
start at once and need no network, and an interrupted set-up goes on where it was.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "packaging"
VENV = ROOT / ".venv"
LOGS = ROOT / ".bootstrap"
SYSTEM = platform.system()

PYTHONS = ((3, 11), (3, 12), (3, 13))
TORCH = "2.13.0"
TORCH_CPU = "https://download.pytorch.org/whl/cpu"
DISK_NEEDED = 8_000_000_000
HEARTBEAT = 30
COMPILER = {
    "Darwin": "Install one with: xcode-select --install",
    "Windows": "Install “Visual Studio 2022 Build Tools” with “Desktop development with C++”.",
}.get(SYSTEM, "Install one with: sudo apt install build-essential")
NETWORK = "Connect this computer to the network (or check its proxy)."
# What the log of a failed step may contain, and what that means.
CAUSES = (
    ("No space left on device", "The disk is full.", "Free some space."),
    ("CMAKE_CXX_COMPILER", "No C++ compiler was found.", COMPILER),
    ("CMAKE_C_COMPILER", "No C++ compiler was found.", COMPILER),
    ("ensurepip", "This Python cannot make environments.", "Debian: sudo apt install python3-venv"),
    ("DO NOT MATCH THE HASHES", "A download is not what was checked for the lock.", NETWORK),
    ("name resolution", "There is no network.", NETWORK),
    ("getaddrinfo failed", "There is no network.", NETWORK),
    ("Failed to establish a new connection", "The network does not answer.", NETWORK),
    ("Read timed out", "The network is too slow, or went away.", NETWORK),
)


class SetupError(Exception):
    """Set-up cannot go on; the text says why and what to do."""


@dataclass(frozen=True)
class Step:
    """A step of the set-up, done while its stamp holds `depends`; without that, `is_done` tells."""

    name: str
    title: str
    work: Callable[[Step], None]
    depends: str = ""
    is_done: Callable[[], bool] = lambda: False

    @property
    def stamp(self) -> Path:
        return VENV / f"strongroom-{self.name}.done"

    @property
    def log(self) -> Path:
        return LOGS / f"{self.name}.log"

    def done(self) -> bool:
        if not self.depends:
            return self.is_done()
        return self.stamp.exists() and self.stamp.read_text() == self.depends

    def finish(self) -> None:
        if self.depends:
            self.stamp.write_text(self.depends)


def steps(for_tests: bool, system_packages: bool) -> list[Step]:
    """All steps in their order."""
    system = Step("system", "system packages", install_system, is_done=has_system_packages)
    return [
        *([system] if system_packages else []),
        Step("venv", "Python environment (5 s)", make_venv, "made"),
        install_step("libraries", "libraries (1 to 2 min)", "requirements", "requirements-build"),
        Step("torch", "PyTorch (1 min)", install_torch, sum_of(TORCH)),
        Step(
            "compiled",
            "llama.cpp, compiled for this processor (5 min with 2 cores)",
            compile_llama,
            sum_of(lock("requirements-compiled").read_text(), processor()),
        ),
        *([install_step("dev", "test tools (10 s)", "requirements-dev")] if for_tests else []),
        models_step("1.4 GB" if for_tests else "1.2 GB", ["--tests"] if for_tests else []),
    ]


def install_step(name: str, title: str, *names: str) -> Step:
    """The step that installs all of some locks."""
    locks = [lock(name) for name in names]
    words = [word for path in locks for word in ("-r", str(path))]

    def work(step: Step) -> None:
        pip(step, "--require-hashes", "--only-binary=:all:", *words)

    return Step(name, title, work, sum_of(*(path.read_text() for path in locks)))


def models_step(size: str, options: Sequence[str]) -> Step:
    """The step that fetches models; it has no stamp, because models are checked at each start."""
    fetch = (venv_python(), HERE / "fetch_models.py", *options)

    def work(_: Step) -> None:
        if call(fetch, quiet=False):
            raise SetupError("The models could not be fetched; the lines above say why.")

    title = f"models ({size}, 2 min)"
    return Step("models", title, work, is_done=lambda: not call([*fetch, "--is-there"]))


def set_up(wanted: Sequence[Step]) -> None:
    """Do all steps that are not done. SetupError, with what to do, if one fails."""
    missing = {step.name for step in wanted if step.depends and not step.done()}
    if missing:
        check_disk()
    if "compiled" in missing and "system" not in {step.name for step in wanted}:
        check_compiler()
    for number, step in enumerate(wanted, 1):
        if not step.done():
            LOGS.mkdir(exist_ok=True)
            say(f"Step {number} of {len(wanted)}: {step.title}")
            step.work(step)
            step.finish()


def choose_python(running: Sequence[int], probe: Callable[[Sequence[int]], str | None]) -> str:
    """The best Python for Strongroom: 3.11 if there is one, else this one or a later one."""
    for version in PYTHONS:
        found = sys.executable if tuple(running) == version else probe(version)
        if found:
            return found
    raise SetupError(
        "Strongroom needs Python 3.11 (3.12 and 3.13 work too); this is Python "
        f"{running[0]}.{running[1]}, and no other was found. Install Python 3.11, then try again."
    )


def probe(version: Sequence[int]) -> str | None:
    """The path of an installed Python of `version`, if it really runs."""
    name = f"{version[0]}.{version[1]}"
    command = ["py", f"-{name}"] if SYSTEM == "Windows" else [f"python{name}"]
    if not shutil.which(command[0]):
        return None
    code = f"import sys; print(sys.executable); sys.exit(sys.version_info[:2] != {tuple(version)})"
    answer = subprocess.run([*command, "-c", code], capture_output=True, text=True, check=False)
    return None if answer.returncode else answer.stdout.strip()


def make_venv(step: Step) -> None:
    """Make the environment, or keep one that works; it then finds `app` from every folder."""
    check = f"import pip, sys; sys.exit(sys.version_info[:2] not in {PYTHONS})"
    if not venv_python().exists() or call([venv_python(), "-c", check]):
        python = choose_python(sys.version_info[:2], probe)
        run_logged(step, [python, "-m", "venv", "--clear", str(VENV)])
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    place = Path(subprocess.check_output([str(venv_python()), "-c", code]).decode().strip())
    (place / "strongroom.pth").write_text(os.path.relpath(ROOT, place) + "\n")


def install_torch(step: Step) -> None:
    """Install PyTorch's build without CUDA, which saves some gigabytes."""
    if SYSTEM == "Darwin" and platform.machine() == "x86_64":
        raise SetupError("PyTorch no longer comes for Macs with Intel processors.")
    if SYSTEM == "Linux":
        wanted = f"torch=={TORCH}+cpu"
        try:
            pip(step, wanted)
        except SetupError:
            pip(step, wanted, "--index-url", TORCH_CPU)
    else:
        pip(step, f"torch=={TORCH}")
    if call([venv_python(), "-c", "import sys, torch; sys.exit(torch.version.cuda is not None)"]):
        raise SetupError(
            "The PyTorch that was installed is not the build for processors. "
            f"Delete the folder {VENV} and try again."
        )


def compile_llama(step: Step) -> None:
    """Compile for the processor of this machine, anew if it was compiled for another one."""
    options = ["--require-hashes", "--no-build-isolation", "--no-cache-dir"]
    again = ["--force-reinstall"] if step.stamp.exists() else []
    pip(step, *options, *again, "-r", str(lock("requirements-compiled")))


def install_system(step: Step) -> None:
    """Install the Debian packages that the tests need, or say how."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *system_packages()]
    if os.geteuid() != 0:
        raise SetupError("The tests need some system packages. Run: sudo " + " ".join(command))
    wait = ["-o", "DPkg::Lock::Timeout=300"]
    environment = {"DEBIAN_FRONTEND": "noninteractive"}
    run_logged(step, ["apt-get", *wait, "update"], environment)
    run_logged(step, [*command, *wait], environment)


def has_system_packages() -> bool:
    """Whether all system packages are there; elsewhere than on Debian, the user sees to them."""
    if not shutil.which("apt-get"):
        return True
    wanted = system_packages()
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Status} ", *wanted]
    answer = subprocess.run(query, capture_output=True, text=True, check=False)
    return answer.stdout.split() == ["installed"] * len(wanted)


def system_packages() -> list[str]:
    return (HERE / "debian-packages.txt").read_text().split()


def check_disk() -> None:
    free = shutil.disk_usage(str(ROOT)).free
    if free < DISK_NEEDED and not VENV.exists():
        raise SetupError(
            f"Strongroom needs {DISK_NEEDED / 1e9:.0f} GB of disk space to be set up; "
            f"{free / 1e9:.1f} GB are free. Free some space, then try again."
        )


def check_compiler() -> None:
    """SetupError if no C++ compiler can be run; on Windows, only cmake knows where to look."""
    names = [os.environ.get("CXX", ""), "c++", "g++", "clang++"]
    if SYSTEM == "Windows":
        return
    if not any(name and shutil.which(name) and not call([name, "--version"]) for name in names):
        raise SetupError(f"No C++ compiler was found. {COMPILER}")


def pip(step: Step, *arguments: str) -> None:
    options = ["--no-deps", "--no-input", "--disable-pip-version-check", "--progress-bar=off"]
    run_logged(step, [str(venv_python()), "-m", "pip", "install", *options, *arguments], build())


def build() -> dict[str, str]:
    """What compiling needs to know: use all cores, and leave out what looks at pictures."""
    flags = f"{os.environ.get('CMAKE_ARGS', '')} -DLLAVA_BUILD=OFF".strip()
    return {"CMAKE_BUILD_PARALLEL_LEVEL": str(os.cpu_count() or 1), "CMAKE_ARGS": flags}


def run_logged(step: Step, command: Sequence[str], extra: dict[str, str] | None = None) -> None:
    """Run a command with its output in the step's log, showing that it is alive."""
    with step.log.open("wb") as log:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**clean_environment(), **(extra or {})},
        )
        try:
            wait_for(process)
        finally:
            process.kill()
            process.wait()
    if process.returncode:
        raise SetupError(explain(step))


def wait_for(process: subprocess.Popen[bytes]) -> None:
    """Wait, counting seconds on a terminal, and telling now and then elsewhere."""
    start = time.monotonic()
    on_terminal = sys.stdout.isatty()
    form = "\r  {:.0f} s " if on_terminal else "  {:.0f} s\n"
    while True:
        try:
            process.wait(1 if on_terminal else HEARTBEAT)
            return
        except subprocess.TimeoutExpired:
            passed = form.format(time.monotonic() - start)
            print(passed, end="\r" if on_terminal else "", flush=True)


def explain(step: Step) -> str:
    """The last lines of a failed step's log, what they mean, and what to do."""
    text = step.log.read_text(errors="replace")
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("WARNING")]
    tail = "\n".join("    " + line[:200] for line in lines[-12:])
    meaning = next((f"{why} {what}" for sign, why, what in CAUSES if sign in text), "")
    title = step.title.split(" (")[0]
    return f"{tail}\nThis step failed: {title}. {meaning}\nAll of its output: {step.log}"


def call(command: Sequence[object], quiet: bool = True) -> int:
    """Run a command in a clean environment; its exit status."""
    output = subprocess.DEVNULL if quiet else None
    words = [str(word) for word in command]
    return subprocess.call(words, stdout=output, stderr=output, env=clean_environment())


def clean_environment() -> dict[str, str]:
    """The environment without what would lead Python, or a build, elsewhere."""
    # With SOURCE_DATE_EPOCH, llama.cpp is not compiled for this machine's processor.
    left_out = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "SOURCE_DATE_EPOCH")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**kept, "PYTHONSAFEPATH": "1"}


def lock(name: str) -> Path:
    return HERE / f"{name}.lock"


def sum_of(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def processor() -> str:
    """What code is compiled for; that a folder was moved to another machine shows here."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    return next((line for line in lines if line.startswith(("flags", "Features"))), "")


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if SYSTEM == "Windows" else "bin/python")


def say(text: str) -> None:
    print(text, flush=True)


def run_app(arguments: Sequence[str]) -> int:
    """Become the program (on Windows: wait for it) where the user is, but take no module there."""
    command = [str(venv_python()), "-I", "-m", "app", *arguments]
    if SYSTEM != "Windows":
        os.execve(command[0], command, clean_environment())
    return call(command, quiet=False)


def run_tests(part: str, arguments: Sequence[str]) -> int:
    """Run the checks and tests of a part, and tell how long each took; pytest has the last word."""
    os.chdir(str(ROOT))
    checks = [["ruff", "format", "--check"], ["ruff", "check"], ["mypy"]]
    checks = [] if part == "release" else checks
    failed = [" ".join(check) for check in checks if run_timed(check)]
    if failed:
        say(f"Failed: {', '.join(failed)}")
    side_by_side = ["-n", "logical", "--maxprocesses=4", "--dist=worksteal"]
    chosen = {
        "ci": ["-m", "not release", *side_by_side],
        "check": ["-m", "not slow and not release", *side_by_side],
        "release": ["-m", "release"],
    }[part]
    status = call([str(venv_python()), "-m", "pytest", *chosen, *arguments], quiet=False)
    return status or int(bool(failed))


def run_timed(check: Sequence[str]) -> int:
    started = time.monotonic()
    status = call([str(venv_python()), "-m", *check], quiet=False)
    say(f"{' '.join(check)}: {time.monotonic() - started:.0f} s")
    return status


def read_arguments(words: Sequence[str]) -> argparse.Namespace:
    """The choices before “--”, and all words after it as `rest`."""
    words = list(words)
    cut = words.index("--") if "--" in words else len(words)
    parser = argparse.ArgumentParser(description="Set Strongroom up, then run it or its tests.")
    parser.add_argument("command", choices=("run", "test", "setup"))
    part = parser.add_mutually_exclusive_group()
    for name, text in (
        ("ci", "format, lint, types and all tests but the release's (default)"),
        ("check", "format, lint, types and the fast tests"),
        ("release", "the tests of a release"),
    ):
        part.add_argument(f"--{name}", dest="part", action="store_const", const=name, help=text)
    packages = "install the Debian packages that the tests need, too (default where CI is set)"
    parser.add_argument("--system-packages", action="store_true", help=packages)
    parser.set_defaults(part="ci", system_packages=bool(os.environ.get("CI")))
    chosen = parser.parse_args(words[:cut])
    chosen.rest = words[cut + 1 :]
    return chosen


def main() -> int:
    chosen = read_arguments(sys.argv[1:])
    try:
        set_up(steps(chosen.command == "test", chosen.system_packages))
    except SetupError as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The next run goes on from here.", file=sys.stderr)
        return 130
    if chosen.command == "run":
        return run_app(chosen.rest)
    return run_tests(chosen.part, chosen.rest) if chosen.command == "test" else 0


if __name__ == "__main__":
    raise SystemExit(main())
