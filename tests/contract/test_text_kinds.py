"""What reading keeps of documents without pages, in this process and in a locked reader process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from app.backends.document_parser import DocumentParser
from app.core.control import Control
from app.core.errors import DocumentError
from app.core.interfaces import Reader
from app.core.kinds import SUFFIXES
from app.core.text_styles import Style, style_of
from app.core.types import OutlineEntry, Page, Reading
from app.system.processes import READER_ROLE, own_command
from app.system.readers import IsolatedReader
from tests.word_files import paragraph, table, write_word

TEXT = "The heron fishes.\n\nAt dawn, 1.250,00 €.\nIn the Demer."
MAIL = b"""From: =?utf-8?q?Ren=C3=A9e?= Dupont <renee@one.example>
To: Jan <jan@two.example>
Date: Mon, 23 Nov 2026 10:12:00 +0100
Subject: =?iso-8859-1?q?Offre_r=E9vis=E9e?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=outer

--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain; charset=windows-1252
Content-Transfer-Encoding: quoted-printable

Le prix r=E9vis=E9 est de 12.400 =80.
> Et le prix ?
--inner
Content-Type: text/html; charset=utf-8

<p>Le prix r\xc3\xa9vis\xc3\xa9</p>
--inner--
--outer
Content-Type: application/pdf
Content-Disposition: attachment; filename*=utf-8''devis%20%C3%A9t%C3%A9.pdf
Content-Transfer-Encoding: base64

JVBERi0=
--outer--
"""


@pytest.fixture(scope="module")
def isolated() -> Iterator[Reader]:
    reader = IsolatedReader(own_command(READER_ROLE), SUFFIXES, 1)
    yield reader
    reader.close()


@pytest.fixture(params=["in this process", "isolated"])
def reader(request: pytest.FixtureRequest, isolated: Reader) -> Reader:
    return DocumentParser() if request.param == "in this process" else isolated


def read(reader: Reader, path: Path) -> Reading:
    return reader.read(path, "", lambda _done, _count: None, Control())


def read_bytes(reader: Reader, folder: Path, name: str, content: bytes) -> Page:
    (folder / name).write_bytes(content)
    (page,) = read(reader, folder / name).pages
    return page


def lines_of(page: Page) -> list[str]:
    return [page.text[line.start : line.end] for line in page.lines]


def test_a_text_is_read_line_by_line(reader: Reader, tmp_path: Path) -> None:
    page = read_bytes(reader, tmp_path, "a.txt", TEXT.encode())
    assert page.text == TEXT
    assert lines_of(page) == [line for line in TEXT.split("\n") if line]
    assert (page.number, page.width, page.height, page.problem) == (1, 0, 0, "")
    boxes = [line.box for line in page.lines]
    assert len(set(boxes)) == 3
    assert boxes == sorted(boxes, key=lambda box: box[1])


@pytest.mark.parametrize(
    "encoded",
    [
        TEXT.encode("utf-8-sig"), TEXT.encode("utf-16"), b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"), TEXT.encode("cp1252"), TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(), TEXT.replace("€", "\x1b[31m€\x1b[0m").encode(),
    ],
)  # fmt: skip
def test_the_encoding_of_a_text_is_found_out(
    reader: Reader, tmp_path: Path, encoded: bytes
) -> None:
    assert read_bytes(reader, tmp_path, "a.log", encoded).text == TEXT


def test_what_controls_or_hides_is_cleaned_away(reader: Reader, tmp_path: Path) -> None:
    text = "pay \u202e001\u202c eur\x07os\u200b now\U000e0041\U000e0042\tplease"
    page = read_bytes(reader, tmp_path, "a.txt", text.encode())
    assert page.text == "pay 001 euros now please"


def test_headings_of_markdown_are_headings_but_not_those_in_code(
    reader: Reader, tmp_path: Path
) -> None:
    text = "# Report\n\nText.\n\n```\n# no heading\n```\n## Costs ##\nMore."
    (tmp_path / "a.md").write_text(text)
    reading = read(reader, tmp_path / "a.md")
    assert reading.outline == (OutlineEntry(1, "Report", 1), OutlineEntry(2, "Costs", 1))
    (page,) = reading.pages
    styles = dict(zip(lines_of(page), map(style_of, page.lines), strict=True))
    assert styles["Report"] is Style.TITLE
    assert styles["# no heading"] is Style.BODY
    assert styles["Costs"] is Style.HEADING


def test_a_long_text_is_cut_into_parts_that_end_with_a_paragraph(
    reader: Reader, tmp_path: Path
) -> None:
    paragraphs = [f"Paragraph {i} " + "says something about herons. " * 12 for i in range(40)]
    (tmp_path / "a.txt").write_text("\n\n".join(paragraphs))
    pages = read(reader, tmp_path / "a.txt").pages
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert all(1_200 < len(page.text) <= 3_100 for page in pages[:-1])
    assert all(page.text.startswith("Paragraph ") for page in pages)
    assert sum(page.text.count("Paragraph") for page in pages) == 40


def test_a_mail_is_read_with_its_heads_and_the_names_of_its_attachments(
    reader: Reader, tmp_path: Path
) -> None:
    (tmp_path / "a.eml").write_bytes(MAIL)
    reading = read(reader, tmp_path / "a.eml")
    (page,) = reading.pages
    assert lines_of(page) == [
        "From: Renée Dupont <renee@one.example>",
        "To: Jan <jan@two.example>",
        "Date: Mon, 23 Nov 2026 10:12:00 +0100",
        "Subject: Offre révisée",
        "Attachments: devis été.pdf",
        "Le prix révisé est de 12.400 €.",
        "> Et le prix ?",
    ]
    assert [style_of(line) for line in page.lines] == [Style.FACT] * 5 + [Style.BODY, Style.QUIET]
    assert page.problem == "Not read: 1 attachment of this message."
    assert (reading.title, reading.outline) == (
        "Offre révisée", (OutlineEntry(1, "Offre révisée", 1),),
    )  # fmt: skip


def html_mail(html: str) -> bytes:
    return b"Subject: x\nContent-Type: text/html; charset=utf-8\n\n" + html.encode()


def test_the_text_of_an_html_mail_is_what_a_person_sees(reader: Reader, tmp_path: Path) -> None:
    html = """<html><head><title>no</title><script>no()</script></head><body><h1>Offer</h1>
      <p>The price &amp; the <b>date</b>:<br>12 May</p><ul><li>One<li>Two</ul>
      <table><tr><th>Year</th><th>Cost</th></tr><tr><td>2025</td><td>7 €</td></tr></table>
      <blockquote>earlier</blockquote><pre>a  b\nc</pre><!-- no --></body></html>"""
    page = read_bytes(reader, tmp_path, "a.eml", html_mail(html))
    assert lines_of(page) == [
        "Subject: x", "Offer", "The price & the date:", "12 May", "• One", "• Two",
        "Year | Cost", "2025 | 7 €", "earlier", "a  b", "c",
    ]  # fmt: skip
    assert page.problem == ""


HIDDEN = [
    '<p style="display:none">Ignore it.</p>', '<p style="visibility: hidden">Ignore it.</p>',
    "<p hidden>Ignore it.</p>", '<p style="font-size:0">Ignore it.</p>',
    '<p style="font-size:1px">Ignore it.</p>', '<p style="opacity:0.0">Ignore it.</p>',
    '<p style="color:#FFF">Ignore it.</p>', '<font color="white">Ignore it.</font>',
    '<div style="background:#123456"><p style="color:rgb(18, 52, 86)">Ignore it.</p></div>',
    '<div style="max-height:0;overflow:hidden">Ignore it.</div>',
    '<div style="position:absolute;left:-9999px">Ignore it.</div>',
    "<style>.a, .preview {display:none !important}</style><p class='preview'>Ignore it.</p>",
    "<style>span#x {font-size:0px}</style><span id='x'>Ignore <b>it.</b></span>",
]  # fmt: skip


@pytest.mark.parametrize("html", HIDDEN)
def test_what_nobody_sees_of_an_html_mail_is_left_out_and_told(
    reader: Reader, tmp_path: Path, html: str
) -> None:
    page = read_bytes(reader, tmp_path, "a.eml", html_mail(f"<p>Seen.</p>{html}<p>Too.</p>"))
    assert lines_of(page) == ["Subject: x", "Seen.", "Too."]
    assert page.problem == "Text that cannot be seen in this message was left out."


@pytest.mark.parametrize(
    "html",
    [
        '<td style="background:#004080"><p style="color:#fff">Read it.</p></td>',
        '<table bgcolor="navy"><tr><td><font color="white">Read it.</font></td></tr></table>',
        '<div style="background:url(x.png)"><p style="color:#fff">Read it.</p></div>',
        "<style>@media (max-width:1px) {.a {display:none}}</style><p class='a'>Read it.</p>",
        '<p style="color:#888; font-size: 11px">Read it.</p>',
    ],
)
def test_what_can_be_seen_of_an_html_mail_is_read(
    reader: Reader, tmp_path: Path, html: str
) -> None:
    page = read_bytes(reader, tmp_path, "a.eml", html_mail(html))
    assert lines_of(page) == ["Subject: x", "Read it."]
    assert page.problem == ""


def test_a_word_file_is_read_with_headings_lists_notes_and_rows(
    reader: Reader, tmp_path: Path
) -> None:
    styles = '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>{}</w:lvl>'
    numbering = (
        '<w:abstractNum w:abstractNumId="7">'
        + level.format(0, '<w:lvlText w:val="%1."/>')
        + level.format(1, '<w:lvlText w:val="%1.%2"/>')
        + '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )
    number = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="3"/></w:numPr>'
    body = (
        paragraph("Notice", f'<w:pStyle w:val="H1"/>{number.format(0)}')
        + paragraph("Either party may end it.", number.format(1))
        + paragraph("In three months.", number.format(1))
        + paragraph("Costs", f'<w:pStyle w:val="H1"/>{number.format(0)}')
        + "<w:p><w:r><w:t>See</w:t><w:tab/><w:t>the note</w:t>"
        '<w:footnoteReference w:id="2"/></w:r></w:p>' + table(("Year", "Cost"), ("2025", "7 €"))
    )
    notes = f'<w:footnote w:id="2">{paragraph("Without tax.")}</w:footnote>'
    path = write_word(
        tmp_path / "a.docx", body, styles=styles, numbering=numbering, footnotes=notes
    )
    reading = read(reader, path)
    (page,) = reading.pages
    assert lines_of(page) == [
        "1. Notice", "1.1 Either party may end it.", "1.2 In three months.", "2. Costs",
        "See the note[2]", "Year | Cost", "2025 | 7 €", "[2] Without tax.",
    ]  # fmt: skip
    assert [entry.title for entry in reading.outline] == ["1. Notice", "2. Costs"]
    assert page.problem == ""


def test_a_file_that_word_s_own_library_made_is_read(reader: Reader, tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("Report", 0)
    made.add_heading("Costs", 2)
    made.add_paragraph("The costs rose.")
    made.add_paragraph("First", style="List Bullet")
    made.add_paragraph("Then", style="List Number")
    made.save(str(tmp_path / "a.docx"))
    reading = read(reader, tmp_path / "a.docx")
    assert lines_of(reading.pages[0]) == [
        "Report",
        "Costs",
        "The costs rose.",
        "• First",
        "1. Then",
    ]
    assert [(e.level, e.title) for e in reading.outline] == [(1, "Report"), (2, "Costs")]


WHITE = '<w:color w:val="FFFFFF"/>'
UNSEEN = {
    "hidden": paragraph("Ignore it.", run="<w:vanish/>"),
    "white": paragraph("Ignore it.", run=WHITE),
    "tiny": paragraph("Ignore it.", run='<w:sz w:val="2"/>'),
    "by its style": paragraph("Ignore it.", run='<w:rStyle w:val="Gone"/>'),
    "by the style of its paragraph": paragraph("Ignore it.", '<w:pStyle w:val="Gone"/>'),
    "white in a table": table(("Ignore it.",)).replace("<w:rPr>", f"<w:rPr>{WHITE}"),
    "deleted": '<w:p><w:del w:id="1"><w:r><w:delText>Ignore it.</w:delText></w:r></w:del></w:p>',
    "moved away": "<w:p><w:moveFrom><w:r><w:t>Ignore it.</w:t></w:r></w:moveFrom></w:p>",
}


@pytest.mark.parametrize("how", UNSEEN)
def test_what_nobody_sees_of_a_word_file_is_left_out_and_told(
    reader: Reader, tmp_path: Path, how: str
) -> None:
    styles = '<w:style w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = paragraph("Seen.") + UNSEEN[how] + paragraph("Too.")
    (page,) = read(reader, write_word(tmp_path / "a.docx", body, styles=styles)).pages
    assert lines_of(page) == ["Seen.", "Too."]
    assert page.problem == "Text that is hidden or deleted in this file was left out."


SHADE = '<w:shd w:fill="003366"/>'
SEEN = {
    "white on a colour": paragraph("Read it.", run=WHITE + SHADE),
    "white on a coloured paragraph": paragraph("Read it.", SHADE, WHITE),
    "white in a coloured table": table(("Read it.",), properties=SHADE).replace(
        "<w:rPr>", f"<w:rPr>{WHITE}"
    ),
    "not hidden after all": paragraph("Read it.", run='<w:vanish w:val="0"/>'),
    "inserted": "<w:p><w:ins><w:r><w:t>Read it.</w:t></w:r></w:ins></w:p>",
}


@pytest.mark.parametrize("how", SEEN)
def test_what_can_be_seen_of_a_word_file_is_read(reader: Reader, tmp_path: Path, how: str) -> None:
    (page,) = read(reader, write_word(tmp_path / "a.docx", SEEN[how])).pages
    assert (lines_of(page), page.problem) == (["Read it."], "")


@pytest.mark.parametrize("name", ["a.txt", "a.docx", "a.eml"])
def test_there_is_nothing_to_draw(reader: Reader, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(MAIL)
    with pytest.raises(DocumentError, match="no pages to draw"):
        reader.draw(tmp_path / name, 1, 1.0, "")
    assert reader.find_letters(tmp_path / name, 1, "").boxes == b""


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.csv"])
def test_a_file_without_text_says_so(reader: Reader, tmp_path: Path, name: str) -> None:
    page = read_bytes(reader, tmp_path, name, b" \n\n")
    assert (page.text, page.problem) == ("", "The file holds no text.")


@pytest.mark.parametrize(
    ("name", "read_it"),
    [
        ("a.TXT", True), ("a.Eml", True), ("a.docx", True), ("~$a.docx", False),
        (".~lock.a.docx", False), ("a.doc", False), ("a.docm", False), ("docx", False),
    ],
)  # fmt: skip
def test_kinds_are_told_by_the_names_of_files(reader: Reader, name: str, read_it: bool) -> None:
    assert reader.can_read(Path("/a") / name) is read_it
