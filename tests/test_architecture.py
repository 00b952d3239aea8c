"""What the design says of the source: who imports whom, and how long things are."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
APP = ROOT / "app"
FILES = sorted(APP.rglob("*.py"))
PARTS = ("core", "engine", "backends", "system", "gui")
ENGINES_FACE = {"app.engine.client", "app.engine.messages"}

MAY_IMPORT = {
    "core": {"core"},
    "system": {"core", "system", "app"},
    "backends": {"core", "backends"},
    "wiring": {"core", "system", "backends", "wiring", "app"},
    "engine": {"core", "system", "wiring", "engine", "app"},
    "gui": {"core", "system", "engine", "gui", "app"},
    "cli": {"core", "system", "wiring", "cli", "app"},
    "__main__": {"core", "system", "wiring", "engine", "gui", "cli"},
    "__init__": set(),
}
"""`app` alone is its version; `cli` is all of cli*.py, and so on."""
NETWORK = {"socket", "urllib", "http", "requests", "httpx", "aiohttp", "ftplib", "smtplib", "ssl"}
MAY_NAME_SOCKETS = {"system/lockdown.py", "system/linux_lock.py", "system/proof.py"}
HEAVY = {"torch", "transformers", "chromadb", "llama_cpp", "PySide6", "sentence_transformers"}
HEAVY |= {"openvino", "tokenizers"}
FORBIDDEN_CALLS = re.compile(
    r"openUrl|processEvents|\.terminate\(|time\.sleep|\bQThread\b|shell=True"
)


def name_of(path: Path) -> str:
    return path.relative_to(APP).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} imports relatively"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part_of(module: str) -> str:
    """`app.core.types` is of `core`, `app.cli_view` of `cli`, `app.__version__` of `app`."""
    name = module.split(".")[1] if "." in module else "app"
    name = next((one for one in ("cli", "wiring") if name.startswith(one)), name)
    return name if name in MAY_IMPORT and name != "__init__" else "app"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_flow_one_way(path: Path) -> None:
    own = part_of("app." + name_of(path).removesuffix(".py").replace("/", "."))
    own = path.stem if path.parent == APP and path.stem == "__init__" else own
    ours = {module for module in imports_of(path) if module.split(".")[0] == "app"}
    used = {part_of(module) for module in ours if module != "app"}
    assert used <= MAY_IMPORT[own]
    if own == "gui":
        engines = {".".join(m.split(".")[:3]) for m in ours if m.startswith("app.engine.")}
        assert engines <= ENGINES_FACE


@pytest.mark.parametrize("path", [p for p in FILES if APP / "core" in p.parents], ids=name_of)
def test_the_core_needs_nothing_but_python_and_numpy(path: Path) -> None:
    roots = {module.split(".")[0] for module in imports_of(path)}
    assert roots <= {*sys.stdlib_module_names, "numpy", "app"}


def test_only_the_window_knows_qt() -> None:
    qt = {name_of(p) for p in FILES if any(m.startswith("PySide6") for m in imports_of(p))}
    assert {name.split("/")[0] for name in qt} <= {"gui"}


def test_nothing_in_the_program_knows_how_to_reach_a_network() -> None:
    knowing = {
        name_of(p) for p in FILES if NETWORK & {module.split(".")[0] for module in imports_of(p)}
    }
    assert knowing <= MAY_NAME_SOCKETS


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_files_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, node.name


def test_every_module_says_what_it_owns() -> None:
    silent = [
        name_of(p) for p in FILES if p.read_text("utf-8") and not ast.get_docstring(tree_of(p))
    ]
    assert silent == []


def test_what_the_design_forbids_is_not_called() -> None:
    found = [name_of(p) for p in FILES if FORBIDDEN_CALLS.search(p.read_text("utf-8"))]
    assert found == []


def test_the_version_stands_in_one_place() -> None:
    (version,) = re.findall(r'__version__ = "([^"]+)"', (APP / "__init__.py").read_text("utf-8"))
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    assert not re.search(r"^version\s*=\s*[\"']", project, re.MULTILINE)
    others = [
        name_of(p)
        for p in FILES
        if p.name != "__init__.py" and f'"{version}"' in p.read_text("utf-8")
    ]
    assert others == []


def test_the_command_line_starts_without_anything_heavy() -> None:
    program = f"import sys, app.cli; print(sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
