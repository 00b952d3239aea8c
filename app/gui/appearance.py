"""How the window looks: colours, fonts, palette and style sheet, light or dark.

Owns no widget. Colours stand in `resources/style/*.json`, everything else in `strongroom.qss`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.system.paths import resource

FALLBACK_FONTS = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")
_CHOSEN_BY_NOBODY = {"Sans Serif", "DejaVu Sans", "Bitstream Vera Sans", "Helvetica", "Noto Sans"}
_SIZES = {
    "headline": 1.35,
    "display": 1.7,
    "tiny": 0.82,
    "small": 0.9,
    "body": 1.0,
    "reading": 1.1,
    "title": 1.16,
}


@dataclass(frozen=True)
class Colours:
    """The named colours of a theme, as the style sheet knows them."""

    window: str
    panel: str
    surface: str
    raised: str
    line: str
    line_strong: str
    text: str
    secondary: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    accent_ink: str
    hover: str
    selected: str
    bubble: str
    marker: str
    marker_soft: str
    success: str
    warning: str
    danger: str
    warning_soft: str
    danger_soft: str
    desk: str
    lift: str
    mark_chosen: str
    match: str
    match_chosen: str
    tick: str
    tick_match: str


@lru_cache(maxsize=2)
def load_colours(theme: str) -> Colours:
    """The colours of `light` or `dark`."""
    return Colours(**json.loads(resource(f"style/{theme}.json").read_text(encoding="utf-8")))


def current_colours() -> Colours:
    """The colours the application wears now."""
    is_dark = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
    return load_colours("dark" if is_dark else "light")


def choose_theme(wish: str, application: QApplication) -> str:
    """`light` or `dark`, from what the user wishes (`auto`, `light`, `dark`) and the system."""
    if wish in ("light", "dark"):
        return wish
    hints = application.styleHints()
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def dress(application: QApplication, theme: str, zoom: float) -> None:
    """Give the whole application the look of `theme`, with text `zoom` times its normal size."""
    sheet = make_style_sheet(load_colours(theme), zoom)
    if application.styleSheet() == sheet:
        return
    dress_plainly(application, theme, zoom)
    application.setStyleSheet(sheet)


def dress_plainly(application: QApplication, theme: str, zoom: float) -> None:
    """Its colours and its font alone: what widgets that are made next have to know."""
    application.setPalette(make_palette(load_colours(theme)))
    application.setFont(make_font(zoom))


def make_font(zoom: float) -> QFont:
    """The system's own font; one of ours where the system never chose any."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    family = QFontInfo(system).family()
    chosen = [] if {family, system.family()} & _CHOSEN_BY_NOBODY else [system.family()]
    font = QFont(system)
    font.setFamilies([*chosen, *FALLBACK_FONTS])
    font.setPointSizeF(base_size() * zoom)
    return font


def base_size() -> float:
    """The size of body text in points, near what the system uses."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    return min(max(system, 10.0), 13.0)


def make_style_sheet(colours: Colours, zoom: float) -> str:
    """The style sheet with names of colours and sizes filled in."""
    values = dict(vars(colours))
    values |= {f"{name}_size": f"{base_size() * zoom * s:.1f}pt" for name, s in _SIZES.items()}
    values["style"] = resource("style").as_posix()
    values["tick_file"] = "tick.svg" if colours == load_colours("light") else "tick-dark.svg"
    ground = QColor(colours.surface)
    values["overlay"] = f"rgba({ground.red()}, {ground.green()}, {ground.blue()}, 225)"
    text = resource("style/strongroom.qss").read_text(encoding="utf-8")
    return re.sub(r"@([a-z_]+)", lambda found: values[found[1]], text)


def make_palette(colours: Colours) -> QPalette:
    """A Fusion palette, since many bare desktops give none."""
    role = QPalette.ColorRole
    palette = QPalette()
    for where, name in {
        role.Window: colours.surface,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.panel,
        role.Text: colours.text,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.BrightText: colours.danger,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent_ink,
        role.LinkVisited: colours.accent_ink,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.secondary,
        role.Mid: colours.line_strong,
        role.Midlight: colours.line,
        role.Light: colours.line,
        role.Dark: colours.line_strong,
        role.Shadow: colours.line_strong,
    }.items():
        palette.setColor(where, QColor(name))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.secondary))
    return palette
