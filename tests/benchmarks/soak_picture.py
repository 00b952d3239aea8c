"""Draws the figures of a soak run as SVG: a panel for each kind of figure, a line for each process.

python -m tests.benchmarks.soak_picture soak.json soak.svg
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from tests.benchmarks.watching import Figures

WIDTH, HEIGHT = 440, 180
LEFT, TOP, COLUMNS = 56, 34, 2
COLOURS = ("#1f5f8b", "#b5541c", "#3f7d3a", "#7a4a91")
PANELS = {
    "Memory of its own (USS), MiB": ("client USS MiB", "engine USS MiB", "fork server USS MiB"),
    "Memory in all (RSS), MiB": ("client RSS MiB", "engine RSS MiB", "fork server RSS MiB"),
    "Open handles": ("client handles", "engine handles", "fork server handles"),
    "Threads": ("client threads", "engine threads", "fork server threads"),
    "Readers at work": ("readers processes",),
    "On the disk, MiB": ("vault MiB", "scratch MiB", "temporary MiB"),
    "Files": ("vault files", "scratch files", "temporary files"),
}


def draw(made: dict[str, Any]) -> str:
    """An SVG file."""
    rows = -(-len(PANELS) // COLUMNS)
    size = f'width="{COLUMNS * (WIDTH + 80)}" height="{rows * (HEIGHT + 70) + 40}"'
    requests = sum(made["done"].values())
    title = f"{made['minutes']:.0f} minutes, {made['rounds']} rounds, {requests:,} requests"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="11">',
        '<rect width="100%" height="100%" fill="white"/>',
        f'<text x="{LEFT}" y="20" font-size="14">{escape(title)}</text>',
    ]
    for number, (name, lines) in enumerate(PANELS.items()):
        x = LEFT + number % COLUMNS * (WIDTH + 80)
        y = 40 + TOP + number // COLUMNS * (HEIGHT + 70)
        parts += [
            f'<g transform="translate({x} {y})">',
            *_panel(name, lines, made["samples"]),
            "</g>",
        ]
    return "\n".join([*parts, "</svg>"])


def _panel(name: str, lines: Sequence[str], samples: Sequence[Figures]) -> list[str]:
    top = max((s.get(line, 0.0) for s in samples for line in lines), default=0.0) * 1.1 or 1.0
    end = samples[-1]["seconds"] if samples else 1.0
    parts = [
        f'<text y="-8" font-weight="bold">{escape(name)}</text>',
        f'<path d="M0 0V{HEIGHT}H{WIDTH}" fill="none" stroke="#888"/>',
        f'<text x="-6" y="{HEIGHT}" text-anchor="end">0</text>',
        f'<text x="-6" y="10" text-anchor="end">{top:.0f}</text>',
        f'<text x="{WIDTH}" y="{HEIGHT + 14}" text-anchor="end">{end / 60:.0f} min</text>',
    ]
    for number, line in enumerate(lines):
        points = " ".join(
            f"{s['seconds'] / end * WIDTH:.1f},{HEIGHT - s.get(line, 0.0) / top * HEIGHT:.1f}"
            for s in samples
        )
        colour = COLOURS[number]
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}"/>')
        words = line.rpartition(" ")[0] if len(lines) > 1 else line
        parts.append(
            f'<text x="{number * 110}" y="{HEIGHT + 28}" fill="{colour}">{escape(words)}</text>'
        )
    return parts


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(draw(json.loads(Path(sys.argv[1]).read_text())), "utf-8")
