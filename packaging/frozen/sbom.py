"""Writes the list of all parts of a frozen program in the CycloneDX form.

    .release/venv/bin/python packaging/frozen/sbom.py INSIDES FILE

What the parts are, and under which licences, `licences` knows.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from frozen.licences import ROOT, Part, others, packages, system_libraries  # noqa: E402


def bill(insides: Path) -> dict[str, Any]:
    """The whole list; the same for the same parts."""
    program, *rest = others()
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {**component(program, ""), "type": "application"}},
        "components": [
            *(component(part, "") | sum_of_model(part) for part in rest),
            *(component(part, pypi(part)) for part in packages(insides)),
            *(component(part, f"pkg:deb/debian/{part.name}") for part in system_libraries(insides)),
        ],
    }


def component(part: Part, place: str) -> dict[str, Any]:
    told: dict[str, Any] = {"type": "library", "name": part.name}
    if part.version:
        told["version"] = part.version
    if part.licence:
        told["licenses"] = [{"license": {"name": part.licence}}]
    if place:
        told["purl"] = f"{place}@{part.version}"
        told["bom-ref"] = told["purl"]
    return told


def pypi(part: Part) -> str:
    return "pkg:pypi/" + re.sub(r"[-_.]+", "-", part.name).lower()


def sum_of_model(part: Part) -> dict[str, Any]:
    """For a model: what it is, and the sum by which it is known."""
    found = next((model for model in models() if model["name"] == part.name), None)
    if found is None:
        return {}
    hashes = [{"alg": "SHA-256", "content": found["sha256"]}]
    return {"type": "machine-learning-model", "hashes": hashes}


def models() -> Iterator[dict[str, Any]]:
    yield from tomllib.loads((ROOT / "resources" / "models.toml").read_text("utf-8"))["model"]


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(json.dumps(bill(Path(sys.argv[1])), indent=1) + "\n", "utf-8")
