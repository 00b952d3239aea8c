"""Prints the sample documents: each packaging/samples/*.html becomes a PDF in resources/samples.

Owns the page around the text (paper, margins, running header, footer, emblem). What a document says
and how its headings look is in its own HTML file; its <meta> lines name the rest (see Sheet).
Needs the fonts Lato, Liberation, Carlito and Caladea (Debian: fonts-lato, fonts-liberation,
fonts-crosextra-carlito, fonts-crosextra-caladea), all free to be embedded.
"""

from __future__ import annotations

import os
import re
import sys
import uuid
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_HASH_SEED"] = "0"  # with the next line: the same text gives the same file
os.environ["TZ"] = "UTC"

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt, QUuid
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontInfo,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "packaging" / "samples"
RESULTS = ROOT / "resources" / "samples"
DPI = 1200
MM = DPI / 25.4
DATE_IN_PDF = re.compile(rb"(?<=Date \(D:)\d{14}")
DATE_IN_XMP = re.compile(rb'(?<=Date=")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d')
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Sheet:
    """How one document is set: its text (HTML), font, running lines, emblem, and metadata."""

    html: str
    title: str
    author: str
    date: str  # YYYYMMDD
    font: str
    size: float  # points
    colour: str
    header: str  # "left | right", from the second page on
    footer: str  # "left | right", {page} and {pages} are filled in
    emblem: str  # an SVG file beside the HTML, drawn on the first page; "" for none
    margins: tuple[float, float, float, float]  # left, top, right, bottom, in millimetres


class _MetaReader(HTMLParser):
    """Collects the title and the <meta name=... content=...> lines of an HTML file."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_title = tag == "title"
        found = dict(attrs)
        if tag == "meta" and found.get("name"):
            self.values[str(found["name"])] = found.get("content") or ""

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.values["title"] = data.strip()
            self._in_title = False


def read_sheet(path: Path) -> Sheet:
    """The sheet described by an HTML file."""
    html = path.read_text(encoding="utf-8")
    reader = _MetaReader()
    reader.feed(html)
    meta = reader.values
    left, top, right, bottom = (float(part) for part in meta["margins"].split())
    return Sheet(
        html=html,
        title=meta["title"],
        author=meta["author"],
        date=meta["date"],
        font=meta["font"],
        size=float(meta["size"]),
        colour=meta["colour"],
        header=meta.get("header", ""),
        footer=meta["footer"],
        emblem=meta.get("emblem", ""),
        margins=(left, top, right, bottom),
    )


def open_writer(sheet: Sheet, target: Path) -> QPdfWriter:
    """A PDF writer for A4 without margins of its own, with the document's metadata."""
    writer = QPdfWriter(str(target))
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    writer.setTitle(sheet.title)
    writer.setAuthor(sheet.author)
    writer.setCreator("make_samples.py")
    writer.setDocumentId(QUuid(str(uuid.uuid5(uuid.NAMESPACE_URL, target.name))))
    return writer


def body_area(sheet: Sheet, writer: QPdfWriter) -> QRectF:
    """Where the text goes on a page, in the writer's dots."""
    left, top, right, bottom = (value * MM for value in sheet.margins)
    return QRectF(left, top, writer.width() - left - right, writer.height() - top - bottom)


def text_font(sheet: Sheet, size: float) -> QFont:
    """The sheet's font, without ligatures: some have no character to be copied or searched as."""
    font = QFont(sheet.font)
    font.setPointSizeF(size)
    for feature in (b"liga", b"clig", b"dlig"):
        font.setFeature(QFont.Tag.fromString(feature.decode()), 0)
    return font


def lay_out(sheet: Sheet, writer: QPdfWriter) -> QTextDocument:
    """The document broken into pages of the writer's size. Raises SystemExit: no such font."""
    font = text_font(sheet, sheet.size)
    if QFontInfo(font).family() != sheet.font:
        raise SystemExit(f"The font {sheet.font} is not installed.")
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultFont(font)
    document.setHtml(sheet.html)
    document.setPageSize(body_area(sheet, writer).size())
    refuse_cut_paragraphs(document)
    return document


def refuse_cut_paragraphs(document: QTextDocument) -> None:
    """Raises SystemExit for a paragraph on two pages: Qt hides a line of it on the second one."""
    height = document.pageSize().height()
    block = document.begin()
    while block.isValid():
        box = document.documentLayout().blockBoundingRect(block)
        if int((box.top() + MM) / height) != int((box.bottom() - MM) / height):
            raise SystemExit(f"Put a page break before: {block.text()[:60]}")
        block = block.next()


def draw_text(painter: QPainter, document: QTextDocument, area: QRectF, page: int) -> None:
    """One page of the document's text, in its area."""
    clip = QRectF(0, page * area.height(), area.width(), area.height())
    painter.save()
    painter.translate(area.left(), area.top() - clip.top())
    painter.setClipRect(clip)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = clip.adjusted(0, MM, 0, -MM)  # or lines of the neighbouring pages hide in it
    context.palette.setColor(context.palette.ColorRole.Text, QColor("#1a1a1a"))
    document.documentLayout().draw(painter, context)
    painter.restore()


def draw_running_line(painter: QPainter, band: QRectF, line: str) -> None:
    """A header or footer: "left | right", or one text in the middle."""
    parts = [part.strip() for part in line.split("|")]
    if len(parts) == 1:
        painter.drawText(band, CENTRE, parts[0])
        return
    painter.drawText(band, LEFT, parts[0])
    painter.drawText(band, RIGHT, parts[1])


def draw_frame(painter: QPainter, sheet: Sheet, area: QRectF, page: int, pages: int) -> None:
    """Header (from the second page on), footer, and their rules."""
    painter.setFont(text_font(sheet, 8))
    painter.setPen(QColor("#555555"))
    colour, thin, height = QColor(sheet.colour), 0.2 * MM, 5 * MM
    if page and sheet.header:
        top = area.top() - 11 * MM
        draw_running_line(painter, QRectF(area.left(), top, area.width(), height), sheet.header)
        painter.fillRect(QRectF(area.left(), top + height, area.width(), thin), colour)
    low = area.bottom() + 7 * MM
    painter.fillRect(QRectF(area.left(), low, area.width(), thin), colour)
    line = sheet.footer.replace("{page}", str(page + 1)).replace("{pages}", str(pages))
    draw_running_line(painter, QRectF(area.left(), low + MM, area.width(), height), line)


def draw_emblem(painter: QPainter, sheet: Sheet, area: QRectF) -> None:
    """The organisation's emblem, 24 mm high, at the top right of the text."""
    renderer = QSvgRenderer(str(SOURCES / sheet.emblem))
    size = QSizeF(renderer.defaultSize())
    height = 24 * MM
    width = height * size.width() / size.height()
    renderer.render(painter, QRectF(area.right() - width, area.top(), width, height))


def fix_date(target: Path, date: str) -> None:
    """Sets the dates of making, so that the same text gives the same file."""
    short = f"{date}090000".encode()
    long = f"{date[:4]}-{date[4:6]}-{date[6:]}T09:00:00".encode()
    content = DATE_IN_PDF.sub(short, target.read_bytes())
    target.write_bytes(DATE_IN_XMP.sub(long, content))


def print_sheet(sheet: Sheet, target: Path) -> int:
    """Writes the PDF and returns how many pages it has."""
    writer = open_writer(sheet, target)
    document = lay_out(sheet, writer)
    area = body_area(sheet, writer)
    pages = document.pageCount()
    painter = QPainter(writer)
    for page in range(pages):
        if page:
            writer.newPage()
        draw_text(painter, document, area, page)
        draw_frame(painter, sheet, area, page, pages)
        if not page and sheet.emblem:
            draw_emblem(painter, sheet, area)
    painter.end()
    fix_date(target, sheet.date)
    return pages


def main() -> int:
    """Prints every sample and says how long it became."""
    application = QGuiApplication(sys.argv)
    RESULTS.mkdir(parents=True, exist_ok=True)
    for source in sorted(SOURCES.glob("*.html")):
        target = RESULTS / f"{source.stem}.pdf"
        pages = print_sheet(read_sheet(source), target)
        print(f"{target.name}: {pages} pages, {target.stat().st_size // 1024} KiB")
    application.quit()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
