"""Draws figures as an SVG of bars: a panel for each kind of figure, a bar for each contestant."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

_LEFT, _WIDTH, _BAR = 250, 420, 18
_OURS, _OTHERS = "#1f5f8b", "#b9b4aa"


def bars(panels: Mapping[str, Mapping[str, float]]) -> str:
    """An SVG file; the first of each panel is ours."""
    parts, y = [], 30
    for title, figures in panels.items():
        parts.append(f'<text x="20" y="{y}" font-weight="bold">{escape(title)}</text>')
        largest = max(figures.values(), default=0.0) or 1.0
        for number, (name, figure) in enumerate(figures.items()):
            y += _BAR + 6
            colour = _OTHERS if number else _OURS
            length = max(figure / largest * _WIDTH, 1.0)
            told = f"{figure:,.0f}" if figure >= 10 else f"{figure:.2f}"
            parts += [
                f'<text x="{_LEFT - 8}" y="{y + 1}" text-anchor="end">{escape(name)}</text>',
                f'<rect x="{_LEFT}" y="{y - 12}" width="{length:.1f}" height="{_BAR}"'
                f' fill="{colour}"/>',
                f'<text x="{_LEFT + length + 6:.1f}" y="{y + 1}">{told}</text>',
            ]
        y += 44
    size = f'width="{_LEFT + _WIDTH + 90}" height="{y}"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">'
    )
    ground = '<rect width="100%" height="100%" fill="white"/>'
    return "\n".join([head, ground, *parts, "</svg>"])
