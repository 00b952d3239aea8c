"""The figures of `eval` as tables, for people to read and as Markdown. Measures nothing."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.core.bench.misses import Miss
from app.core.inert import clean_line

_ANSWERS = ("right", "cited_page", "abstained_right", "abstained_wrong", "seconds")


@dataclass(frozen=True)
class Figures:
    """A table of cells as they are read."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables_of(data: Mapping[str, Any], misses: Sequence[Miss]) -> Iterator[Figures]:
    """What was measured, what changed since an earlier run, and what was missed."""
    yield _shares("Within the whole library" if "per_document" in data else "Found", data)
    if "per_document" in data:
        yield _shares("Each question within its own document", data["per_document"])
    if "right" in data:
        cells = tuple(_number(data[name]) for name in _ANSWERS)
        yield Figures("Answers", _ANSWERS, (cells,))
    if "against" in data:
        yield from _changes(data)
    if misses:
        yield _missed(misses)


def as_markdown(tables: Sequence[Figures]) -> str:
    lines = []
    for table in tables:
        lines += [f"## {_cell(table.title)}", ""]
        rule = ("---",) * len(table.head)
        lines += [f"| {' | '.join(map(_cell, row))} |" for row in (table.head, rule, *table.rows)]
        lines.append("")
    return "\n".join(lines)


def _shares(title: str, data: Mapping[str, Any]) -> Figures:
    head = ("", "asked", *_depths("page", data), *_depths("document", data), "MRR", "± @5")
    count = sum(part["questions"] for part in data["by_set"].values())
    rows = [_share_row("all", count, data)]
    for group in ("by_set", "by_kind"):
        if len(data[group]) > 1:
            rows += [_share_row(n, part["questions"], part) for n, part in data[group].items()]
    return Figures(title, head, tuple(rows))


def _depths(of: str, data: Mapping[str, Any]) -> list[str]:
    first, *others = data[f"{of}_hit"]
    name = {"page": "page", "document": "doc."}[of]
    return [f"{name} @{first}", *(f"@{depth}" for depth in others)]


def _share_row(name: str, count: int, data: Mapping[str, Any]) -> tuple[str, ...]:
    shares = [*data["page_hit"].values(), *data["document_hit"].values(), data["mrr"]]
    five = data["page_hit"]["5"]
    error = math.sqrt(five * (1 - five) / count) if count else None
    return (name, str(count), *map(_number, shares), _number(error))


def _changes(data: Mapping[str, Any]) -> Iterator[Figures]:
    against = data["against"]
    name = f" “{against['name']}”" if against["name"] else ""
    run = f"run {against['run']}{name} of {against['when']}: {against['version']}, "
    run += f"{against['search']}"
    for part, where in ((data, ""), (data.get("per_document", {}), ", within the own document")):
        if "compared" in part:
            yield _change(f"Against {run}{where}", part["compared"])
        for set_name, one in part.get("by_set", {}).items():
            if "compared" in one and len(part["by_set"]) > 1:
                yield _change(f"{set_name}, against {run}{where}", one["compared"])


def _change(title: str, compared: Mapping[str, Any]) -> Figures:
    rows = tuple(
        (
            name, _number(one["before"]), _number(one["now"]), _signed(one["difference"]),
            f"{one['low']:+.2f} to {one['high']:+.2f}", _chance(one["p"]), one["verdict"],
        )
        for name, one in compared.items()
        if name != "questions"
    )  # fmt: skip
    head = ("figure", "before", "now", "difference", "95 % interval", "p", "")
    return Figures(f"{title} ({compared['questions']} questions)", head, rows)


def _missed(misses: Sequence[Miss]) -> Figures:
    head = ("question", "page", "rank", "document", "keywords", "meaning", "missed by")
    rows = tuple(
        (
            miss.question, f"{miss.doc}, {', '.join(map(str, miss.pages))}",
            *map(_rank, (miss.page_rank, miss.document_rank, miss.keyword_rank, miss.meaning_rank)),
            miss.missed_by,
        )
        for miss in misses
    )  # fmt: skip
    return Figures("Not among the first five pages", head, rows)


def _rank(value: int | None) -> str:
    return "-" if value is None else str(value)


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _chance(p: float) -> str:
    return "< 0.001" if p < 0.001 else _number(p)


def _signed(value: float) -> str:
    return f"{value:+.3f}"


def _cell(text: str) -> str:
    """On one line, and ending no cell."""
    return clean_line(text).replace("|", "\\|")
