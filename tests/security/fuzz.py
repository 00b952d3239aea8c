"""Reads damaged copies of good PDFs with the isolated reader, and counts how each ended.

A program: `python -m tests.security.fuzz [--files DIR …] --count N --seed S [--keep DIR]`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from app.system.paths import resource
from app.system.processes import READER_ROLE, own_command
from app.system.readers import IsolatedReader
from tests.pdfs import Sheet, write_locked_pdf, write_pdf
from tests.security.mutations import mutated
from tests.security.outcomes import FINE, Ended, Outcome, judge

SECONDS = 60


@dataclass(frozen=True)
class Tried:
    """A damaged copy: its number (seed and number make it again), and how it ended."""

    number: int
    ended: Ended


@dataclass(frozen=True)
class Plan:
    """What to try: files to damage, how many copies from which seed, and how many at once."""

    files: tuple[bytes, ...]
    count: int
    seed: int
    at_once: int = 2
    keep: Path | None = None


def good_files(folders: Sequence[Path] = ()) -> tuple[bytes, ...]:
    """The samples that ship, small ones made here, and all files of the folders."""
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch, "made.pdf")
        files = [
            write_pdf(made, "One.", Sheet("Two.", turned=90), Sheet(scanned=True)).read_bytes()
        ]
        files.append(write_pdf(made, *(f"Page {number}." for number in range(30))).read_bytes())
        files.append(write_locked_pdf(made, "", "The lynx hides.").read_bytes())
    for folder in (resource("samples"), *folders):
        files += [path.read_bytes() for path in sorted(folder.rglob("*.pdf"))]
    return tuple(content for content in files if content)


def fuzz(plan: Plan) -> list[Tried]:
    """Read all copies. Those that do not end well are kept, where the plan says so."""
    reader = IsolatedReader(own_command(READER_ROLE), (".pdf",), plan.at_once)
    try:
        with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(plan.at_once) as pool:
            numbers = range(plan.count)
            return list(pool.map(lambda number: _try(plan, number, reader, Path(scratch)), numbers))
    finally:
        reader.close()


def _try(plan: Plan, number: int, reader: IsolatedReader, scratch: Path) -> Tried:
    content = mutated(plan.files, f"{plan.seed}-{number}")
    path = scratch / f"{number}.pdf"
    path.write_bytes(content)
    ended = judge(reader, path, SECONDS)
    path.unlink()
    if plan.keep and ended.outcome not in FINE:
        (plan.keep / f"{plan.seed}-{number}-{ended.outcome}.pdf").write_bytes(content)
    return Tried(number, ended)


def table(plan: Plan, tried: Sequence[Tried], seconds: float) -> str:
    """Counts as Markdown, with the reasons of the failures, and all that did not end well."""
    counts = Counter(one.ended.outcome for one in tried)
    slowest = max(tried, key=lambda one: one.ended.seconds)
    reasons = Counter(one.ended.reason for one in tried if one.ended.reason)
    bad = [one for one in tried if one.ended.outcome not in FINE]
    return "\n".join(
        [
            f"{len(tried)} copies of {len(plan.files)} files, seed {plan.seed}, {seconds:.0f} s;"
            f" slowest {slowest.ended.seconds:.1f} s (number {slowest.number})",
            "",
            "| ended | files |",
            "|---|---|",
            *(f"| {outcome} | {counts[outcome]} |" for outcome in Outcome),
            "",
            "Reasons (of the first page without text, or of the document):",
            *(f"- {count} × {reason}" for reason, count in reasons.most_common()),
            "",
            *(f"NOT WELL: number {one.number}: {one.ended}" for one in bad),
        ]
    )


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=Path, nargs="*", default=[], help="also damage these")
    options.add_argument("--count", type=int, default=300)
    options.add_argument("--seed", type=int, default=int(time.time()))
    options.add_argument("--at-once", type=int, default=1)
    options.add_argument("--keep", type=Path, help="keep copies that do not end well here")
    chosen = options.parse_args()
    files = good_files(chosen.files)
    plan = Plan(files, chosen.count, chosen.seed, chosen.at_once, chosen.keep)
    started = time.monotonic()
    tried = fuzz(plan)
    print(table(plan, tried, time.monotonic() - started))
    return 0 if all(one.ended.outcome in FINE for one in tried) else 1


if __name__ == "__main__":
    sys.exit(main())
