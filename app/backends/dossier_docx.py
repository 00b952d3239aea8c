"""Dossiers as Word documents, written as the few XML files that such a document is made of."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape as _escape

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

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_POINT = 12_700
"""English metric units, in which Word measures pictures."""
_MOST_WIDE, _MOST_HIGH = 453.0, 640.0
"""Points between the margins of an A4 page, with room for a caption."""

_LOOKS = {
    "strong": "<w:b/>",
    "quiet": '<w:color w:val="5C656E"/>',
    "tag": '<w:color w:val="5C656E"/><w:sz w:val="18"/>',
    "doubt": '<w:u w:val="dotted" w:color="8A4B00"/>',
    "code": '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/><w:sz w:val="16"/>',
    "mark": '<w:color w:val="155E9C"/><w:vertAlign w:val="superscript"/>',
}
_STYLES = (
    ("Title", "Title", '<w:spacing w:after="200"/>', '<w:b/><w:sz w:val="44"/>'),
    (
        "Heading1", "heading 1",
        "<w:keepNext/><w:pBdr>"
        '<w:top w:val="single" w:sz="4" w:space="14" w:color="D9DDE1"/></w:pBdr>'
        '<w:spacing w:before="560" w:after="120"/><w:outlineLvl w:val="0"/>',
        '<w:b/><w:sz w:val="30"/>',
    ),
    (
        "Heading2", "heading 2",
        '<w:keepNext/><w:spacing w:before="320" w:after="80"/><w:outlineLvl w:val="1"/>',
        '<w:b/><w:color w:val="5C656E"/><w:sz w:val="20"/>',
    ),
    ("Note", "Note", "", '<w:color w:val="5C656E"/><w:sz w:val="19"/>'),
    (
        "Warning", "Warning",
        '<w:shd w:val="clear" w:color="auto" w:fill="FFF5E5"/>'
        '<w:spacing w:before="120" w:after="120"/>',
        '<w:color w:val="8A4B00"/><w:sz w:val="20"/>',
    ),
    ("Source", "Source", '<w:keepLines/><w:spacing w:before="160"/>', '<w:sz w:val="20"/>'),
    (
        "Quote", "Quote",
        "<w:keepLines/><w:pBdr>"
        '<w:left w:val="single" w:sz="18" w:space="10" w:color="C98A00"/></w:pBdr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="F4F6F8"/>'
        '<w:spacing w:before="120" w:after="120"/><w:ind w:left="240"/>',
        '<w:sz w:val="20"/>',
    ),
    (
        "Caption", "caption", '<w:keepNext/><w:spacing w:before="200" w:after="80"/>',
        '<w:color w:val="5C656E"/><w:sz w:val="18"/>',
    ),
)  # fmt: skip
"""Id, name, and what it is like, as paragraphs and as text."""


class DocxDossier:
    """Implements `DossierFormat`."""

    def render(self, layout: Layout, folder: str) -> dict[str, bytes]:
        images = [block for block in layout.blocks if isinstance(block, ImageBlock)]
        numbers = {id(image): number for number, image in enumerate(images, start=1)}
        body = _paragraph("Title", _run(Run(layout.title)))
        body += "".join(_drawn(block, numbers) for block in layout.blocks)
        files = {
            "[Content_Types].xml": _content_types().encode(),
            "_rels/.rels": _package_links().encode(),
            "docProps/core.xml": _properties(layout).encode(),
            "word/document.xml": _document(body).encode(),
            "word/styles.xml": _styles().encode(),
            "word/_rels/document.xml.rels": _links(len(images)).encode(),
            **{f"word/media/page{n}.png": i.png for n, i in enumerate(images, start=1)},
        }
        return {"": _zipped(files)}


def _drawn(block: Block, numbers: dict[int, int]) -> str:
    if isinstance(block, Heading):
        return _paragraph(f"Heading{block.level}", _run(Run(block.text)))
    if isinstance(block, Paragraph):
        return _paragraph(block.look.capitalize(), _runs(block.runs))
    if isinstance(block, Facts):
        return _table(block)
    if isinstance(block, QuoteBlock):
        return _quote(block)
    caption = _paragraph("Caption", _run(Run(block.caption)))
    return caption + _paragraph("", _image(block, numbers[id(block)]))


def _paragraph(style: str, inside: str) -> str:
    kind = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{kind}{inside}</w:p>"


def _runs(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    look = f"<w:rPr>{_LOOKS[run.look]}</w:rPr>" if run.look else ""
    lines = (f'<w:t xml:space="preserve">{_escape(line)}</w:t>' for line in run.text.split("\n"))
    made = f"<w:r>{look}{'<w:br/>'.join(lines)}</w:r>"
    if run.look == "mark":
        return f'<w:hyperlink w:anchor="quote{run.target}" w:history="1">{made}</w:hyperlink>'
    return made


def _quote(block: QuoteBlock) -> str:
    number = f"[{block.number}] " if block.number else ""
    where = _run(Run(number, "strong")) + _run(Run(f"{block.where}\n", "quiet"))
    inside = where + _run(Run(block.text))
    if block.number:
        mark = f'w:id="{block.number}"'
        start = f'<w:bookmarkStart {mark} w:name="quote{block.number}"/>'
        inside = f"{start}{inside}<w:bookmarkEnd {mark}/>"
    return _paragraph("Quote", inside)


def _table(block: Facts) -> str:
    rows = "".join(
        f"<w:tr>{_cell(1_700, Run(name, 'quiet'))}{_cell(7_360, Run(value))}</w:tr>"
        for name, value in block.rows
    )
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="9060" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="1700"/><w:gridCol w:w="7360"/></w:tblGrid>{rows}</w:tbl>'
        + _paragraph("Note", "")
    )


def _cell(width: int, run: Run) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{_paragraph('Note', _run(run))}</w:tc>"
    )


def _image(block: ImageBlock, number: int) -> str:
    scale = min(1.0, _MOST_WIDE / max(block.width, 1.0), _MOST_HIGH / max(block.height, 1.0))
    size = f'cx="{round(block.width * scale * _POINT)}" cy="{round(block.height * scale * _POINT)}"'
    names = f'id="{number}" name="Page {number}" descr="{_escape(block.caption)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr {names}/><a:graphic><a:graphicData uri="{_PIC}"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {names}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="rImage{number}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:ln w="6350"><a:solidFill><a:srgbClr val="D9DDE1"/></a:solidFill></a:ln></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _document(body: str) -> str:
    spaces = f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:wp="{_WP}" xmlns:a="{_A}" xmlns:pic="{_PIC}"'
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" '
        'w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    )
    return f"{_HEAD}<w:document {spaces}><w:body>{body}{page}</w:body></w:document>"


def _styles() -> str:
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{text}</w:rPr>'
        "</w:style>"
        for id_, name, paragraph, text in _STYLES
    )
    return (
        f'{_HEAD}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
        '<w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="80" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        f'<w:name w:val="Normal"/><w:qFormat/></w:style>{made}</w:styles>'
    )


def _content_types() -> str:
    kinds = (
        ("/word/document.xml", f"{_MAIN}.document.main+xml"),
        ("/word/styles.xml", f"{_MAIN}.styles+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    )
    overrides = "".join(f'<Override PartName="{p}" ContentType="{kind}"/>' for p, kind in kinds)
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
    )


def _package_links() -> str:
    return _relationships(
        ("rDocument", f"{_R}/officeDocument", "word/document.xml"),
        ("rProperties", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    )


def _links(images: int) -> str:
    pictures = ((f"rImage{n}", f"{_R}/image", f"media/page{n}.png") for n in range(1, images + 1))
    return _relationships(("rStyles", f"{_R}/styles", "styles.xml"), *pictures)


def _relationships(*links: tuple[str, str, str]) -> str:
    made = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{t}"/>' for i, kind, t in links)
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _properties(layout: Layout) -> str:
    made = f"{datetime.fromtimestamp(layout.made, UTC):%Y-%m-%dT%H:%M:%SZ}"
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_escape(layout.title)}</dc:title><dc:creator>Strongroom</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created></cp:coreProperties>'
    )


def _zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
