"""What the reader process costs: documents read in this process, and in a locked-up one.

    python -m tests.benchmarks.reader ROUNDS PDF…

Takes the PDFs of more than twenty pages. Each is read in turns, and the best of the rounds counts:
seconds that pass, and processor seconds of all our processes together, which other programs on
the machine hardly change.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import psutil

from app.backends.pdf_reader import PdfReader
from app.core.control import Control
from app.core.interfaces import Reader
from app.system.processes import READER_ROLE, own_command
from app.system.readers import IsolatedReader

FEWEST_PAGES = 21
ROW = "{:>6} {:>16} {:>16} {:>8} {:>10}"


def main(rounds: int, paths: Sequence[Path]) -> None:
    inside, isolated = PdfReader(), IsolatedReader(own_command(READER_ROLE), (".pdf",), 1)
    print(ROW.format("pages", "in process", "isolated", "ratio", "processor"))
    total = np.zeros((2, 2))
    try:
        for path in paths:
            pages = count_pages(inside, path)
            if pages < FEWEST_PAGES:
                continue
            turns = [[cost(reader, path) for reader in (inside, isolated)] for _ in range(rounds)]
            best = np.array(turns).min(axis=0)
            total += best
            print_row(str(pages), best)
    finally:
        isolated.close()
    print_row("all", total)


def print_row(name: str, costs: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> None:
    """`costs`: rows in process and isolated, columns seconds and processor seconds."""
    seconds = (f"{passed:.2f} s ({used:.2f})" for passed, used in costs)
    ratios = (f"{ratio:.3f}" for ratio in costs[1] / costs[0])
    print(ROW.format(name, *seconds, *ratios), flush=True)


def count_pages(reader: PdfReader, path: Path) -> int:
    count, pages = reader.pages(path, "", 1)
    next(pages)
    return count


def cost(reader: Reader, path: Path) -> tuple[float, float]:
    started, used = time.perf_counter(), processor_seconds()
    reader.read(path, "", lambda _done, _count: None, Control())
    return time.perf_counter() - started, processor_seconds() - used


def processor_seconds() -> float:
    """Of this process, and of the reader processes with all their children so far."""
    readers = psutil.Process().children(recursive=True)
    return time.process_time() + sum(sum(reader.cpu_times()[:4]) for reader in readers)


if __name__ == "__main__":
    main(int(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
