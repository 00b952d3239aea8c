"""Dossiers as Markdown, with the pictures of pages in a folder beside the file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.core.dossiers.layout import (
    Block,
    Facts,
    Heading,
    ImageBlock,
    Layout,
    Paragraph,
    QuoteBlock,
    Run,
)

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$!@^=]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
"""Also what some readers of Markdown make links of by themselves."""
_AT_START = re.compile(r"^(\s*)([-+]|\d+(?=[.)]))")


class MarkdownDossier:
    """Implements `DossierFormat`."""

    def render(self, layout: Layout, folder: str) -> dict[str, bytes]:
        folder = re.sub(r"[^\w .-]", "_", folder)
        parts = [f"# {_inert(layout.title)}"]
        files: dict[str, bytes] = {}
        for block in layout.blocks:
            if isinstance(block, ImageBlock):
                name = f"{folder}/page-{len(files) + 1:02}.png"
                files[name] = block.png
                caption = _inert(block.caption)
                parts.append(f"{caption}\n\n![{caption}](<{name}>)")
            else:
                parts.append(_drawn(block))
        return {"": ("\n\n".join(parts) + "\n").encode(), **files}


def _drawn(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * (block.level + 1)} {_inert(block.text)}"
    if isinstance(block, Paragraph):
        text = _first(_runs(block.runs).strip())
        return "\n".join(f"> {line}" for line in text.split("\n")) if block.look else text
    if isinstance(block, Facts):
        rows = (f"| {_inert(name)} | {_inert(value)} |" for name, value in block.rows)
        return "\n".join(("| | |", "| --- | --- |", *rows))
    assert isinstance(block, QuoteBlock)
    number = f"**\\[{block.number}\\]** " if block.number else ""
    return f"> {number}{_first(_inert(block.where))}\n>\n> {_first(_inert(block.text))}"


def _runs(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    if run.look == "code":
        return f"`{re.sub('[^0-9a-zA-Z]', '', run.text)}`"
    text = _inert(run.text).replace("\n", "  \n")
    if run.look == "strong":
        return f"**{text.strip()}**" if text.strip() else text
    if run.look == "tag" and text.strip():
        return f" *{text.strip()}*"
    return text


def _inert(text: str) -> str:
    """`text` with nothing left in it that Markdown, or HTML within it, would act on."""
    return _SPECIAL.sub(r"\\\1", text)


def _first(text: str) -> str:
    """The same where a line starts, where a dash or a number would begin a list."""
    return _AT_START.sub(lambda m: f"{m[1]}{m[2]}\\" if m[2].isdigit() else f"{m[1]}\\{m[2]}", text)
