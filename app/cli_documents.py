"""The commands `summarize` and `compare`: whole documents. Owns no program logic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from app.core.errors import UsageError
from app.core.kinds import has_pages
from app.core.overview.document_work import (
    Comparison,
    Extent,
    Finding,
    FindingKind,
    PagesRead,
    Summary,
    SummaryWish,
)
from app.core.types import Answer, Citation

if TYPE_CHECKING:
    from app.cli import Context, Outcome
    from app.wiring import OpenVault

_SIGNS = {
    FindingKind.DIFFER: "differ", FindingKind.AGREE: "agree",
    FindingKind.ONLY: "only one", FindingKind.NOT_SAID: "not said",
}  # fmt: skip


def summarize(context: Context) -> Outcome:
    options = context.options
    first, last = pages_of(options.pages)
    with context.open() as vault, context.view.progress() as report:
        extents = tuple(Extent(number, first, last) for number in _documents(context, vault))
        wish = SummaryWish(extents, options.thorough, options.language)
        summary = vault.services.summarize(wish, report, context.control)
    _show_summary(context, summary)
    return _summary_data(summary), 0


def compare(context: Context) -> Outcome:
    with context.open() as vault, context.view.progress() as report:
        chosen = _documents(context, vault)
        made = vault.services.compare(context.options.question, chosen, report, context.control)
    _show_comparison(context, made)
    return _comparison_data(made), 0


def _documents(context: Context, vault: OpenVault) -> list[int]:
    found = [vault.services.documents_named(text) for text in context.options.documents]
    return list(dict.fromkeys(document.id for documents in found for document in documents))


def pages_of(text: str) -> tuple[int, int]:
    """First and last page of `3-10`, `3` or ``; 0 as the last is the end."""
    if not text:
        return 1, 0
    match = re.fullmatch(r"([1-9]\d{0,5})(?:-([1-9]\d{0,5})?)?", text.strip())
    if match is None:
        raise UsageError("These are no pages.", "Write them like “3-10” or “3”.")
    if "-" in text:
        return int(match[1]), int(match[2] or 0)
    return int(match[1]), int(match[1])


# What people see


def _show_summary(context: Context, summary: Summary) -> None:
    view = context.view
    if summary.answer.stopped:
        done, total = summary.pieces_done, summary.pieces
        view.said(f"Stopped: a summary of the first {done} of {total} pieces.\n")
    if summary.answer.abstained:
        view.said("Nothing that the model wrote is supported by the pages.")
    else:
        view.sentences(summary.answer)
    for read in summary.pages_read:
        view.said(f"Looked at {read.document_name}: {_spoken(read, summary.is_whole)}.")
    view.said(f"{summary.pieces_done} piece(s), {summary.answer.seconds.total:.1f} s.")


def _spoken(read: PagesRead, is_whole: bool) -> str:
    unit = "pages" if has_pages(read.document_name) else "parts"
    if is_whole and len(read.pages) == read.of:
        return f"all {read.of} {unit}"
    return f"{'' if is_whole else 'passages on '}{unit} {ranges(read.pages)} of {read.of}"


def ranges(pages: Sequence[int]) -> str:
    """`1-3, 7` for 1, 2, 3 and 7."""
    found: list[list[int]] = []
    for page in sorted(pages):
        if found and page == found[-1][1] + 1:
            found[-1][1] = page
        else:
            found.append([page, page])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in found)


def _show_comparison(context: Context, made: Comparison) -> None:
    view = context.view
    for finding in made.findings:
        view.said(f"{_SIGNS[finding.kind]}: {finding.text}")
    for one in made.answers:
        view.said(f"\n{one.document_name}")
        if one.answer.abstained:
            doubtful = "Nothing that the model wrote is supported by its pages."
            view.said(doubtful if one.answer.sentences else "This document does not answer.")
        else:
            view.sentences(one.answer)
    view.said(f"{made.seconds:.1f} s.")


# JSON


def _summary_data(summary: Summary) -> dict[str, Any]:
    answer = summary.answer
    return {
        "answer": answer.answer,
        "abstained": answer.abstained,
        "sentences": sentences_data(answer),
        "pages_read": [
            {"document": read.document_name, "pages": list(read.pages), "of": read.of}
            for read in summary.pages_read
        ],
        "depth": "thorough" if summary.thorough else "quick",
        "language": summary.language,
        "is_whole": summary.is_whole,
        "pieces": summary.pieces,
        "pieces_done": summary.pieces_done,
        "stopped": answer.stopped,
        "model": answer.model,
        "prompt_tokens": answer.prompt_tokens,
        "answer_tokens": answer.answer_tokens,
        "seconds": answer.seconds.total,
    }


def _comparison_data(made: Comparison) -> dict[str, Any]:
    return {
        "question": made.question,
        "answers": [
            {
                "document": one.document_name,
                "document_id": one.document,
                "answer": one.answer.answer,
                "abstained": one.answer.abstained,
                "sentences": sentences_data(one.answer),
                "seconds": one.answer.seconds.total,
            }
            for one in made.answers
        ],
        "findings": [_finding(finding) for finding in made.findings],
        "stopped": made.stopped,
        "seconds": made.seconds,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    values = [
        {
            "document": value.document_name,
            "value": value.value,
            "citation": citation_data(value.citation) if value.citation else None,
        }
        for value in finding.values
    ]
    return {
        "kind": str(finding.kind), "about": finding.about, "text": finding.text, "values": values,
    }  # fmt: skip


def sentences_data(answer: Answer) -> list[dict[str, Any]]:
    return [
        asdict(sentence) | {"citations": [citation_data(c) for c in sentence.citations]}
        for sentence in answer.sentences
    ]


def citation_data(citation: Citation) -> dict[str, Any]:
    """A citation of the contract; what has no pages has no boxes on them."""
    data = asdict(citation)
    data["document"] = data.pop("document_name")
    return data if has_pages(citation.document_name) else data | {"boxes": ()}
