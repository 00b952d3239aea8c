"""What the frozen program is made with: for any processor of its kind, and of parts it may hold."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from app.backends import llama_library
from app.backends.llama_library import NEEDED, can_run, load_llama
from app.core.errors import ModelError
from app.system.paths import INSTALLATION, installed_models

FROZEN = INSTALLATION / "packaging" / "frozen"
TOO_NEW = ("AVX512", "AVX512_VNNI", "AVX512_BF16", "AVX_VNNI", "AMX_INT8")
OLD = "model name\t: Some processor of 2012\nflags\t\t: fpu sse sse4_1 sse4_2 avx f16c\n"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, FROZEN / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)


def test_llama_is_never_compiled_for_the_machine_at_hand() -> None:
    freeze = load("freeze")
    flags = freeze.llama_flags("x86_64")
    assert "-DGGML_NATIVE=OFF" in flags
    assert {f"-DGGML_{name}=OFF" for name in TOO_NEW} <= set(flags)
    assert {"-DGGML_AVX2=ON", "-DGGML_FMA=ON", "-DGGML_F16C=ON"} <= set(flags)
    assert not any("AVX" in flag and flag.endswith("=ON") for flag in freeze.llama_flags("aarch64"))


def test_a_processor_that_is_too_old_is_known_before_its_first_instruction(tmp_path: Path) -> None:
    told = tmp_path / "cpuinfo"
    told.write_text(OLD)
    assert not can_run(told)
    told.write_text(OLD.replace(" avx ", f" {' '.join(NEEDED)} "))
    assert can_run(told)
    assert can_run(tmp_path / "not there, as on macOS")


@pytest.mark.usefixtures("frozen")
def test_the_frozen_program_says_so_instead_of_ending(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(llama_library, "can_run", lambda _: False)
    with pytest.raises(ModelError, match="too old"):
        load_llama()


@pytest.mark.usefixtures("frozen")
def test_the_frozen_program_has_its_models_beside_it() -> None:
    assert installed_models() == INSTALLATION.parent / "models"


@pytest.mark.parametrize(
    ("licence", "is_refused"),
    [
        ("MIT", False), ("GPL-3.0-only", True), ("AGPL-3.0-or-later", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", False),
        ("BSD-3-Clause AND GPL-3.0-or-later WITH GCC-exception-3.1", False),
    ],
)  # fmt: skip
def test_a_part_under_a_licence_we_cannot_take_is_refused(licence: str, is_refused: bool) -> None:
    assert load("licences").is_refused(licence) is is_refused


def test_the_list_of_parts_names_models_by_their_sums_and_packages_by_their_place() -> None:
    sbom = load("sbom")
    found = sbom.bill(Path("nothing is inside"))
    assert found["metadata"]["component"]["name"] == "Strongroom"
    models = [one for one in found["components"] if one["type"] == "machine-learning-model"]
    assert {one["name"] for one in models} == {
        "qwen2.5-coder-1.5b-instruct",
        "multilingual-e5-small",
    }
    assert all(len(one["hashes"][0]["content"]) == 64 for one in models)
    part = sbom.Part("Some_Package", "1.0", "MIT", ())
    assert sbom.component(part, sbom.pypi(part))["purl"] == "pkg:pypi/some-package@1.0"
