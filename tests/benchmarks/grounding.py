"""Measures how well sentences are matched to the evidence: right ones, and ones changed on purpose.

Run by hand, with folders of PDFs (in them or in their `docs`), and their `questions.jsonl` if any:
`python -m tests.benchmarks.grounding FOLDER… [--embedder DIR] [--most N] [--seed N] [--cache DIR]`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from app.backends.pdf_reader import PdfReader
from app.core.chunking import cut_into_chunks
from app.core.control import Control
from app.core.errors import KnownError
from app.core.evaluation import LONGEST_COMPARED
from app.core.grounding.grounder import Grounder
from app.core.interfaces import Embedder
from app.core.types import Hit, Page, Support
from tests.benchmarks.grounding_set import Book, Case, cases_of

Tally = dict[tuple[str, str], Counter[Support]]


def verdict(case: Case, pages: dict[int, Page], name: str, embedder: Embedder | None) -> Support:
    """The support that a sentence of the set gets."""
    hits = [Hit(1, name, name, c.page, 1.0, c.text, c.start, c.end) for c in case.evidence]
    grounder = Grounder(hits, case.question, lambda _document, page: pages[page], embedder)
    return grounder.check(case.text).support


def books_in(folder: Path, cache: Path | None) -> Iterator[Book]:
    """The readable documents of a folder; those read before come from the cache."""
    questions = _questions(folder / "questions.jsonl")
    within = folder / "docs" if (folder / "docs").is_dir() else folder
    for path in sorted(within.glob("*.pdf")):
        key = hashlib.sha256(str(path).encode()).hexdigest()[:16]
        kept = cache / f"{key}.pickle" if cache else None
        if kept and kept.exists():
            pages, chunks = pickle.loads(kept.read_bytes())
        else:
            try:
                reading = PdfReader().read(path, "", lambda _done, _count: None, Control())
            except KnownError as error:
                print(f"left out: {type(error).__name__}")
                continue
            pages = {page.number: page for page in reading.pages}
            chunks = tuple(cut_into_chunks(reading, path.name))
            if kept:
                kept.write_bytes(pickle.dumps((pages, chunks)))
        yield Book(path.name, pages, chunks, tuple(questions[path.name]))


def _questions(path: Path) -> dict[str, list[tuple[str, str, int]]]:
    found: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines() if path.exists() else ():
        data = json.loads(line)
        answer = (data.get("answers") or [""])[0]
        if data.get("doc") and data.get("pages") and 0 < len(answer.split()) <= LONGEST_COMPARED:
            found[data["doc"]].append((data["question"], answer, data["pages"][0]))
    return found


def table(tally: Tally, right: bool) -> str:
    """Rates of each kind and language, as text."""
    lines = [
        f"{'right' if right else 'wrong'} sentences".ljust(62) + "  count  supp.  partly  unsup."
    ]
    for (kind, language), counts in sorted(tally.items()):
        count = sum(counts.values())
        shares = "  ".join(f"{counts[s] / count:6.3f}" for s in Support)
        lines.append(f"{kind:45}{language:17}{count:7}  {shares}")
    return "\n".join(lines)


def _total(tally: Tally) -> Tally:
    whole: Tally = defaultdict(Counter)
    for (kind, language), counts in tally.items():
        whole[kind, language] += counts
        whole[kind, "all"] += counts
        whole["ALL", "all"] += counts
    return whole


def precision_and_recall(right: Tally, wrong: Tally) -> str:
    """Of the flag `unsupported`, and of `not supported`."""
    good, bad = Counter[Support](), Counter[Support]()
    for counts in right.values():
        good += counts
    for counts in wrong.values():
        bad += counts
    told = []
    for name, flags in (
        ("unsupported", [Support.UNSUPPORTED]),
        ("unsupported or partly", [Support.UNSUPPORTED, Support.PARTLY]),
    ):
        caught, flagged = sum(bad[s] for s in flags), sum(good[s] for s in flags)
        precision = caught / max(caught + flagged, 1)
        recall = caught / max(bad.total(), 1)
        told.append(f"flag {name}: precision {precision:.3f}, recall {recall:.3f}")
    return "\n".join(told)


def main() -> None:
    options = _options()
    embedder = _embedder(options.embedder)
    tallies: dict[tuple[bool, bool], Tally] = defaultdict(lambda: defaultdict(Counter))
    spent = []
    for book in (b for folder in options.folders for b in books_in(folder, options.cache)):
        for case in cases_of(book, options.most, options.seed):
            if options.half != "both" and case.is_held_out != (options.half == "held-out"):
                continue
            started = time.perf_counter()
            support = verdict(case, book.pages, book.name, embedder)
            spent.append(time.perf_counter() - started)
            tallies[case.is_held_out, case.is_right][case.kind, case.language][support] += 1
            if options.show in ("all", case.kind) and _is_missed(case, support):
                _print_case(case, support)
    for held_out in (False, True):
        if any(tallies[held_out, right] for right in (True, False)):
            print(f"\n== {'held out' if held_out else 'development'} half")
            print(table(_total(tallies[held_out, True]), True))
            print(table(_total(tallies[held_out, False]), False))
            print(precision_and_recall(tallies[held_out, True], tallies[held_out, False]))
    spent.sort()
    print(
        f"\n{len(spent)} sentences, evidence cut and sentence checked: "
        f"median {1000 * spent[len(spent) // 2]:.0f} ms, "
        f"95 % {1000 * spent[int(len(spent) * 0.95)]:.0f} ms"
    )


def _is_missed(case: Case, support: Support) -> bool:
    return support is not (Support.SUPPORTED if case.is_right else Support.UNSUPPORTED)


def _print_case(case: Case, support: Support) -> None:
    print(f"[{case.kind} {support}] {case.text}\n   asked: {case.question}")


def _embedder(folder: Path | None) -> Embedder | None:
    if folder is None:
        return None
    from app.backends.sentence_transformer import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(folder, folder.name, 1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--embedder", type=Path)
    parser.add_argument(
        "--most", type=int, default=40, help="sentences, rows and questions a document"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--half", choices=("both", "development", "held-out"), default="both")
    parser.add_argument(
        "--show", metavar="KIND", help="print the misjudged sentences of a kind, or of all"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
