"""Recall and precision of lists, over papers of our own writing.

    python -m tests.benchmarks.exhaustive --home HOME [--keyword-only]

HOME holds the models; its vault is left alone. Without vectors a list rests on words alone.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from app.core.control import Control
from app.core.events import tell_nobody
from app.core.types import Answer, Support
from app.system.paths import find_paths
from app.wiring import open_vault
from tests.benchmarks.exhaustive_set import PAPERS, QUESTIONS, Question, write_papers


def found_in(answer: Answer) -> frozenset[str]:
    """The names of the documents that an answer's items cite."""
    first = answer.listing.first if answer.listing else 0
    return frozenset(c.document_name for s in answer.sentences[first:] for c in s.citations)


def told_of(question: Question, answer: Answer, seconds: float) -> str:
    found = found_in(answer)
    right = len(found & question.papers)
    partly = sum(s.support is Support.PARTLY for s in answer.sentences)
    missed = ", ".join(sorted(question.papers - found))
    wrong = ", ".join(sorted(found - question.papers))
    left_out = {str(why): n for why, n in answer.listing.left_out} if answer.listing else {}
    return (
        f"{right}/{len(question.papers)} found, {len(found) - right} wrong, {partly} partly, "
        f"{seconds:.2f} s  {question.text}"
        + (f"\n    left out: {left_out}" if left_out else "")
        + (f"\n    missed: {missed}" if missed else "")
        + (f"\n    wrong: {wrong}" if wrong else "")
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", required=True)
    parser.add_argument("--keyword-only", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        papers = write_papers(Path(folder) / "papers")
        paths = find_paths(Path(options.home), Path(folder) / "vault")
        with open_vault(paths) as vault:
            services = vault.services
            services.index([papers], options.keyword_only, tell_nobody, Control())
            right = found = wanted = 0
            for question in QUESTIONS:
                started = time.monotonic()
                answer = services.lister.list_all(question.text, (), None, tell_nobody, Control())
                print(told_of(question, answer, time.monotonic() - started))
                names = found_in(answer)
                right += len(names & question.papers)
                found += len(names)
                wanted += len(question.papers)
    print(f"{len(PAPERS)} papers, {len(QUESTIONS)} questions: "
          f"recall {right / wanted:.3f}, precision {right / max(found, 1):.3f}")  # fmt: skip


if __name__ == "__main__":
    main()
