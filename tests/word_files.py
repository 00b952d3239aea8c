"""Makes small Word files for tests, element by element, so that what stands where is known."""

from __future__ import annotations

import zipfile
from pathlib import Path

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def write_word(path: Path, body: str, **members: str) -> Path:
    """A file with this body; `styles`, `numbering`, `footnotes` are what is in more members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("_rels/.rels", _RELATIONS)
        file.writestr("word/document.xml", root("document", f"<w:body>{body}</w:body>"))
        for name, inside in members.items():
            file.writestr(f"word/{name}.xml", root(name, inside))
    return path


def root(name: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} xmlns:w="{WORD}">{inside}</w:{name}>'


def paragraph(text: str, how: str = "", run: str = "") -> str:
    """`how` are properties of the paragraph, `run` those of its text."""
    return (
        f"<w:p><w:pPr>{how}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def table(*rows: tuple[str, ...], properties: str = "") -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    body = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{body}</w:tbl>"
