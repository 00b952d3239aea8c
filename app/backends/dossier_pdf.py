"""Dossiers as PDF, through ReportLab: text that can be searched, links within the file only."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path
from types import ModuleType
from typing import Any

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

_INK, _QUIET, _LINE, _ACCENT = "#1d2125", "#5c656e", "#d9dde1", "#155e9c"
_WARN, _WARN_SOFT, _SOFT, _MARKER = "#8a4b00", "#fff5e5", "#f4f6f8", "#c98a00"
_MARGIN, _PADDING, _FOOT = 62.0, 6.0, 34.0
"""Points; ReportLab itself adds the padding to the margins."""
_ROOM_FOR_WORDS = 110.0
"""Points above a picture that fills a page, for a heading and a caption."""
_TEXT, _BOLD = "Dossier", "Dossier-Bold"
_MISSING = "\u25a1"
"""Stands for a character that the fonts do not have."""
_ENDLESS = re.compile(r"\S{90}(?=\S)")
"""What is longer is no word, and ReportLab takes minutes to break it."""
_MISSED = (
    f"Characters that this file has no letters for are shown as {_MISSING}. "
    "The dossier in another format has them."
)


class PdfDossier:
    """Implements `DossierFormat`. `fonts` is the folder of the fonts that are put into the file."""

    def __init__(self, fonts: Path) -> None:
        _keep_from_running_files_of_the_user()
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont

        names = {_TEXT: "DejaVuSansCondensed.ttf", _BOLD: "DejaVuSansCondensed-Bold.ttf"}
        for name, file in names.items():
            pdfmetrics.registerFont(TTFont(name, str(fonts / file)))
        pdfmetrics.registerFontFamily(
            _TEXT, normal=_TEXT, bold=_BOLD, italic=_TEXT, boldItalic=_BOLD
        )
        self._has = set(pdfmetrics.getFont(_TEXT).face.charToGlyph)

    def render(self, layout: Layout, folder: str) -> dict[str, bytes]:
        from reportlab.platypus import SimpleDocTemplate

        made = io.BytesIO()
        document = SimpleDocTemplate(
            made, title=self._known(layout.title), author="", creator="Strongroom", lang="en",
            leftMargin=_MARGIN, rightMargin=_MARGIN, topMargin=_MARGIN, bottomMargin=_MARGIN + 8,
        )  # fmt: skip
        drawing = _Drawing(self._known, document.width, document.height)
        parts = [drawing.paragraph(escape(self._known(layout.title)), "title")]
        for block in layout.blocks:
            parts += drawing.block(block)
        if drawing.missed:
            parts.append(drawing.paragraph(_MISSED, "note"))
        document.afterFlowable = lambda part: _add_to_outline(document.canv, part)
        document.build(parts, onFirstPage=_draw_foot, onLaterPages=_draw_foot)
        return {"": made.getvalue()}

    def _known(self, text: str) -> str:
        return "".join(c if c == "\n" or ord(c) in self._has else _MISSING for c in text)


class _Drawing:
    """Turns blocks into what ReportLab lays out on pages with room of `width` by `height`."""

    def __init__(self, known: Callable[[str], str], width: float, height: float) -> None:
        self._known, self._width, self._height = known, width, height
        self._styles = _styles()
        self._barred = _barred_paragraph()
        self.missed = False

    def block(self, block: Block) -> Iterator[Any]:
        if isinstance(block, Heading):
            yield from self._heading(block)
        elif isinstance(block, Paragraph):
            yield self.paragraph(self._runs(block.runs), block.look or "body")
        elif isinstance(block, Facts):
            yield self._facts(block)
        elif isinstance(block, QuoteBlock):
            yield self._quote(block)
        else:
            yield from self._image(block)

    def paragraph(self, markup: str, style: str) -> Any:
        """`markup` is ours: what is not was escaped before."""
        from reportlab.platypus import Paragraph as Text

        return Text(markup, self._styles[style])

    def _text(self, text: str) -> str:
        """Escaped, and without characters that cannot be drawn."""
        known = self._known(text)
        self.missed = self.missed or known != text
        return escape(_ENDLESS.sub(r"\g<0> ", known)).replace("\n", "<br/>")

    def _runs(self, runs: Iterable[Run]) -> str:
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        text = self._text(run.text)
        if run.look == "strong":
            return f"<b>{text}</b>"
        if run.look == "mark":
            link = f'<a href="#quote{run.target}" color="{_ACCENT}">{text}</a>'
            return f'<super rise="3" size="7">{link}</super>'
        if run.look == "doubt":
            return f'<u color="{_WARN}">{text}</u>'
        if run.look == "code":
            return f'<font size="7.5">{text}</font>'
        return f'<font color="{_QUIET}">{text}</font>' if run.look else text

    def _heading(self, block: Heading) -> Iterator[Any]:
        from reportlab.platypus import HRFlowable

        if block.level == 1:
            rule = HRFlowable("100%", 0.6, color=_LINE, spaceBefore=26, spaceAfter=10)
            rule.keepWithNext = 1
            rule.outline = (self._known(block.text), 0)
            yield rule
        text = self.paragraph(self._text(block.text), f"heading{block.level}")
        if block.level > 1:
            text.outline = (self._known(block.text), 1)
        yield text

    def _facts(self, block: Facts) -> Any:
        from reportlab.platypus import Table

        rows = [
            [self.paragraph(self._text(name), "note"), self.paragraph(self._text(value), "small")]
            for name, value in block.rows
        ]
        flat = {"TOPPADDING": 0, "BOTTOMPADDING": 1, "LEFTPADDING": 0, "RIGHTPADDING": 6}
        style: list[Any] = [(name, (0, 0), (-1, -1), points) for name, points in flat.items()]
        style.append(("VALIGN", (0, 0), (-1, -1), "TOP"))
        widths = [78, self._width - 78]
        return Table(
            rows, widths, spaceBefore=6, spaceAfter=6, style=style, hAlign="LEFT", splitInRow=1
        )

    def _quote(self, block: QuoteBlock) -> Any:
        number = f'<a name="quote{block.number}"/><b>[{block.number}]</b> ' if block.number else ""
        where = f'{number}<font color="{_QUIET}" size="8">{self._text(block.where)}</font>'
        return self._barred(f"{where}<br/>{self._text(block.text)}", self._styles["quote"])

    def _image(self, block: ImageBlock) -> Iterator[Any]:
        from reportlab.platypus import Image, Table

        room = self._height - _ROOM_FOR_WORDS
        scale = min((self._width - 2) / max(block.width, 1), room / max(block.height, 1), 1)
        size = block.width * scale, block.height * scale
        edges = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
        style: list[Any] = [(edge, (0, 0), (-1, -1), 0) for edge in edges]
        style.append(("BOX", (0, 0), (-1, -1), 0.6, _LINE))
        framed = Table(
            [[Image(io.BytesIO(block.png), *size)]], [size[0] + 1], [size[1] + 1],
            hAlign="LEFT", spaceAfter=14, style=style,
        )  # fmt: skip
        yield self.paragraph(self._text(block.caption), "caption")
        yield framed


def _barred_paragraph() -> type[Any]:
    """A paragraph with a bar at its left, on each page that it runs over."""
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import Paragraph as Text

    class Barred(Text):  # type: ignore[misc]
        def draw(self) -> None:
            super().draw()
            above = self.style.borderPadding
            self.canv.setFillColor(HexColor(_MARKER))
            self.canv.rect(0, -above, 2.2, self.height + 2 * above, stroke=0, fill=1)

    return Barred


def _styles() -> dict[str, Any]:
    from reportlab.lib.styles import ParagraphStyle

    def style(name: str, size: float, **more: Any) -> Any:
        usual: dict[str, Any] = {"fontName": _TEXT, "textColor": _INK, "leading": size * 1.45}
        return ParagraphStyle(name, fontSize=size, splitLongWords=1, **(usual | more))

    box = {"borderPadding": (5, 8, 5, 8), "spaceBefore": 9, "spaceAfter": 9}
    made = (
        style("title", 19, fontName=_BOLD, leading=24, spaceAfter=8),
        style("heading1", 13, fontName=_BOLD, leading=17.5, spaceAfter=6, keepWithNext=1),
        style("heading2", 9, fontName=_BOLD, textColor=_QUIET, spaceBefore=14, spaceAfter=4,
              keepWithNext=1),
        style("body", 10, spaceAfter=6),
        style("small", 8.5),
        style("note", 8.5, textColor=_QUIET, spaceAfter=2),
        style("caption", 8.5, textColor=_QUIET, spaceBefore=8, spaceAfter=4, keepWithNext=1),
        style("source", 9, spaceBefore=4, spaceAfter=8),
        style("warning", 9, textColor=_WARN, backColor=_WARN_SOFT, leftIndent=8, rightIndent=8,
              **box),
        style("quote", 9, backColor=_SOFT, leftIndent=12, rightIndent=5, borderPadding=5,
              spaceBefore=14, spaceAfter=12),
    )  # fmt: skip
    return {one.name: one for one in made}


def _add_to_outline(canvas: Any, part: Any) -> None:
    if outline := getattr(part, "outline", None):
        title, level = outline
        key = f"part{id(part)}"
        canvas.bookmarkHorizontal(key, 0, part.height + 20)
        canvas.addOutlineEntry(title, key, level)


def _draw_foot(canvas: Any, document: Any) -> None:
    canvas.saveState()
    canvas.setFont(_TEXT, 8)
    canvas.setFillColor(_QUIET)
    canvas.drawString(_MARGIN + _PADDING, _FOOT, "Made with Strongroom")
    right = document.pagesize[0] - _MARGIN - _PADDING
    canvas.drawRightString(right, _FOOT, str(document.page))
    canvas.restoreState()


def _keep_from_running_files_of_the_user() -> None:
    """ReportLab runs programs of these names that it finds in the home or the current folder."""
    for name in ("reportlab_mods", "reportlab_settings"):
        sys.modules.setdefault(name, ModuleType(name))
