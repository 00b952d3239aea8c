"""Reads every file of a folder with pypdf alone, PDFium alone and our reader, and compares them.

A program for measuring by hand: `python -m tests.security.scan DIR [--json FILE]`.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import select
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from app.system.processes import READER_ROLE, own_command
from app.system.readers import IsolatedReader
from tests.security.outcomes import Ended, Outcome, judge

SECONDS = 60
MEMORY = 2 * 1024**3
Read = Callable[[Path], Ended]


@dataclass(frozen=True)
class Compared:
    """What the two libraries and our reader made of one file."""

    file: str
    pypdf: Ended
    pdfium: Ended
    ours: Ended

    def disagreements(self) -> list[str]:
        """What pypdf and PDFium say differently; nothing when one of them is locked out."""
        theirs = (self.pypdf, self.pdfium)
        refused = [ended.outcome not in (Outcome.READ, Outcome.PARTLY) for ended in theirs]
        if any(ended.outcome is Outcome.LOCKED for ended in theirs):
            same = self.pypdf.outcome is self.pdfium.outcome
            return [] if same else ["only one asks for a password"]
        if refused[0] != refused[1]:
            return ["only pypdf opens it" if refused[1] else "only PDFium opens it"]
        if all(refused):
            return []
        found = [] if self.pypdf.pages == self.pdfium.pages else ["other number of pages"]
        if bool(self.pypdf.characters) != bool(self.pdfium.characters):
            found.append("text from " + ("pypdf" if self.pypdf.characters else "PDFium") + " only")
        return found


def read_with_pypdf(path: Path) -> Ended:
    """The text of all pages, as pypdf alone gives it; runs in a child."""
    import logging

    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pdf = pypdf.PdfReader(path)
    if pdf.is_encrypted and not pdf.decrypt(""):
        return Ended(Outcome.LOCKED)
    return _all_pages(len(pdf.pages), lambda number: pdf.pages[number].extract_text())


def read_with_pdfium(path: Path) -> Ended:
    """The text of all pages, as PDFium alone gives it; runs in a child."""
    import pypdfium2
    import pypdfium2.raw

    try:
        pdf = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            return Ended(Outcome.LOCKED)
        raise
    return _all_pages(len(pdf), lambda number: pdf[number].get_textpage().get_text_range())


def _all_pages(count: int, text_of: Callable[[int], str]) -> Ended:
    characters = failed = 0
    for number in range(count):
        try:
            characters += len("".join(text_of(number).split()))
        except Exception:
            failed += 1
    if not count or failed == count:
        return Ended(Outcome.FAILED, "no page", pages=count)
    outcome = Outcome.PARTLY if failed else Outcome.READ
    return Ended(outcome, f"{failed} pages failed" if failed else "", 0.0, count, characters)


def in_a_child(read: Read, path: Path) -> Ended:
    """The same in a forked child with limits on memory and time."""
    started = time.monotonic()
    incoming, outgoing = os.pipe()
    child = os.fork()
    if child == 0:
        _be_the_child(read, path, outgoing)
    os.close(outgoing)
    data = b""
    while select.select([incoming], [], [], max(0.0, started + SECONDS - time.monotonic()))[0]:
        piece = os.read(incoming, 65536)
        if not piece:
            break
        data += piece
    else:
        os.kill(child, signal.SIGKILL)
    os.close(incoming)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    seconds = time.monotonic() - started
    if data:
        made = json.loads(data)
        return replace(Ended(**made), outcome=Outcome(made["outcome"]), seconds=seconds)
    hung = seconds >= SECONDS
    return Ended(Outcome.HUNG if hung else Outcome.CRASHED, f"status {status}", seconds)


def _be_the_child(read: Read, path: Path, outgoing: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        found = read(path)
    except BaseException as error:
        found = Ended(Outcome.FAILED, type(error).__name__)
    os.write(outgoing, json.dumps(asdict(found)).encode())
    os._exit(0)


def scan(folder: Path) -> list[Compared]:
    """Every file of the folder, in order of their names."""
    reader = IsolatedReader(own_command(READER_ROLE), (".pdf",), 1)
    try:
        return [
            Compared(
                path.name,
                in_a_child(read_with_pypdf, path),
                in_a_child(read_with_pdfium, path),
                judge(reader, path, SECONDS + 30),
            )
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        ]
    finally:
        reader.close()


def table(found: list[Compared]) -> str:
    """Counts as Markdown: a row an outcome, and what the two libraries disagree about."""
    columns = [[getattr(one, who).outcome for one in found] for who in ("pypdf", "pdfium", "ours")]
    counts = [Counter(column) for column in columns]
    rows = [f"| {o} | " + " | ".join(str(c[o]) for c in counts) + " |" for o in Outcome]
    odd = Counter(word for one in found for word in one.disagreements())
    differ = [f"- {what}: {count}" for what, count in odd.most_common()] or ["- nothing"]
    head = [
        f"{len(found)} files",
        "",
        "| ended | pypdf | PDFium | our reader |",
        "|---|---|---|---|",
    ]
    return "\n".join([*head, *rows, "", "pypdf and PDFium disagree:", *differ])


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--json", type=Path, help="write what became of each file here")
    chosen = options.parse_args()
    found = scan(chosen.folder)
    print(table(found))
    if chosen.json:
        rows: list[dict[str, Any]] = [asdict(one) for one in found]
        chosen.json.write_text(json.dumps(rows, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
