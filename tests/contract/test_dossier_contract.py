"""All formats of dossiers tell the same, open elsewhere, and let no text do anything."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree

import docx
import numpy as np
import pypdf
import pytest

from app.backends.dossier_docx import DocxDossier
from app.backends.dossier_html import HtmlDossier
from app.backends.dossier_markdown import MarkdownDossier
from app.backends.dossier_pdf import PdfDossier
from app.core.dossiers.layout import (
    Block,
    DossierFormat,
    Facts,
    Heading,
    ImageBlock,
    Layout,
    Paragraph,
    QuoteBlock,
    Run,
)
from app.core.dossiers.page_image import png
from app.system.paths import resource

PAGE = np.full((842, 595, 3), 250, np.uint8)
SHA256 = "0123456789abcdef" * 4
EUROPE = (
    "Žluťoučký kůň, łódź, ĳzer, Straße, œuvre, señor, țară și, þjóð, ħobż, Ελλάδα, България, "
    "Україна, ქართული, Հայերեն, İstanbul, ő ű, 1 250,00 €, “quoted” – ½ ² fi"
)
EVIL = (
    "<script>alert(1)</script> <img src=http://203.0.113.1/x> ![x](http://203.0.113.1/y) "
    '[a](javascript:alert(1)) " onload="x" &lt; ]]> {{x}} =cmd|calc <a href="http://203.0.113.1"/> '
    "<font size=99> http://203.0.113.1/z www.example.org"
)


@dataclass(frozen=True)
class Format:
    """How a format is made, and how its words are read back."""

    make: Callable[[], DossierFormat]
    read: Callable[[bytes], str]


def read_pdf(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def read_docx(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


class Page(HTMLParser):
    """What an HTML file says, and all of its tags."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if not self.tags or self.tags[-1][0] != "style":
            self.words.append(data)


def read_html(data: bytes) -> str:
    return "".join(Page(data.decode()).words)


def read_markdown(data: bytes) -> str:
    return re.sub(r"\\([^\w\s])", r"\1", data.decode())


FORMATS = {
    "pdf": Format(lambda: PdfDossier(resource("fonts")), read_pdf),
    "docx": Format(DocxDossier, read_docx),
    "html": Format(HtmlDossier, read_html),
    "markdown": Format(MarkdownDossier, read_markdown),
}


@pytest.fixture(params=FORMATS)
def format_(request: pytest.FixtureRequest) -> Format:
    return FORMATS[request.param]


def layout_of(text: str, *more: Block) -> Layout:
    """Every kind of block, with `text` in each place where there can be one."""
    blocks: tuple[Block, ...] = (
        Facts((("Made", "today"), (text, text))),
        Heading(f"1. {text}"),
        Paragraph(
            (
                Run("It is so."), Run("[1]", "mark", 1), Run(text), Run(" (partly)", "tag"),
                Run(text, "doubt"), Run(text, "strong"), Run(text, "quiet"),
            )
        ),
        Paragraph((Run(text),), "warning"),
        Heading("Quoted lines", 2),
        QuoteBlock(1, f"{text}, page 3", text),
        QuoteBlock(0, "elsewhere", text),
        ImageBlock(png(PAGE), 595.0, 842.0, text),
        Paragraph((Run(text, "strong"), Run("\n"), Run(SHA256, "code")), "source"),
        *more,
    )  # fmt: skip
    return Layout(text, 1_790_000_000, blocks)


def plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_letters_of_european_languages_come_out_right(format_: Format) -> None:
    said = plain(format_.read(format_.make().render(layout_of(EUROPE), "x")[""]))
    assert said.count(plain(EUROPE)) >= 7


def test_hashes_and_marks_come_out_whole(format_: Format) -> None:
    said = plain(format_.read(format_.make().render(layout_of("text"), "x")[""]))
    assert SHA256 in said
    assert "Itisso." in said
    assert said.count("[1]") >= 2


def test_what_looks_like_markup_is_only_text(format_: Format) -> None:
    said = plain(format_.read(format_.make().render(layout_of(EVIL), "x")[""]))
    assert said.count(plain("<script>alert(1)</script>")) >= 7
    assert said.count(plain("![x](http://203.0.113.1/y)")) >= 7


def test_very_long_texts_and_words_fit(format_: Format) -> None:
    text = "x" * 2_000 + " and so on" * 250
    said = plain(format_.read(format_.make().render(layout_of(text), "x")[""]))
    assert said.count("x" * 50) >= 6


def test_a_picture_of_any_shape_fits_on_a_page(format_: Format) -> None:
    thin, flat = PAGE[:, :2], PAGE[:1]
    shapes = (ImageBlock(png(thin), 2.0, 14_400.0, "thin"), ImageBlock(png(flat), 9e9, 1.0, "flat"))
    assert "flat" in format_.read(format_.make().render(layout_of("a", *shapes), "x")[""])


def test_an_empty_dossier_can_be_written(format_: Format) -> None:
    assert "Nothing" in format_.read(format_.make().render(Layout("Nothing", 0, ()), "x")[""])


# PDF


@pytest.fixture(scope="module")
def evil_pdf() -> pypdf.PdfReader:
    data = PdfDossier(resource("fonts")).render(layout_of(EVIL), "x")[""]
    return pypdf.PdfReader(io.BytesIO(data))


def test_links_of_a_pdf_lead_nowhere_outside(evil_pdf: pypdf.PdfReader) -> None:
    links = [note.get_object() for page in evil_pdf.pages for note in page.get("/Annots", [])]
    assert links
    assert {link["/Subtype"] for link in links} == {"/Link"}
    actions = [link["/A"]["/S"] for link in links if "/A" in link]
    assert set(actions) <= {"/GoTo"}
    root = evil_pdf.root_object
    assert not {"/OpenAction", "/AA", "/Names", "/AcroForm"} & set(root)


def test_a_pdf_has_a_title_an_outline_and_all_its_fonts(evil_pdf: pypdf.PdfReader) -> None:
    assert evil_pdf.metadata
    assert str(evil_pdf.metadata.title).startswith("<script>")
    first = evil_pdf.outline[0]
    assert isinstance(first, pypdf.generic.Destination)
    assert str(first.title).startswith("1. <script>")
    fonts = [
        font.get_object()
        for page in evil_pdf.pages
        for font in cast(dict[str, Any], page["/Resources"])["/Font"].values()
    ]
    used = {str(font["/BaseFont"]) for font in fonts}
    assert any("DejaVuSansCondensed" in name for name in used)
    assert used - {"/Helvetica"} == {name for name in used if "DejaVu" in name}


def test_a_pdf_says_which_characters_it_could_not_show() -> None:
    data = PdfDossier(resource("fonts")).render(layout_of("漢字"), "x")[""]
    assert "no letters for" in read_pdf(data)
    without = PdfDossier(resource("fonts")).render(layout_of("letters"), "x")[""]
    assert "no letters for" not in read_pdf(without)


def test_programs_in_the_folder_at_hand_are_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ReportLab looks for modules of these names wherever Python finds modules."""
    import subprocess
    import sys

    for name in ("reportlab_mods", "reportlab_settings"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
        (tmp_path / f".{name}").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    program = (
        "from app.backends.dossier_pdf import PdfDossier; from app.system.paths import resource;"
        "PdfDossier(resource('fonts'))"
    )
    root = Path(__file__).resolve().parents[2]
    environment = {"HOME": str(tmp_path), "PYTHONPATH": f"{tmp_path}:{root}"}
    subprocess.run([sys.executable, "-c", program], check=True, env=environment, cwd=tmp_path)
    assert not (tmp_path / "ran").exists()


# HTML


def test_html_loads_nothing_and_runs_nothing() -> None:
    page = Page(HtmlDossier().render(layout_of(EVIL), "x")[""].decode())
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "iframe", "object", "embed", "link", "form", "base", "font"}
    for tag, attributes in page.tags:
        for name, value in attributes.items():
            assert not name.startswith("on")
            if name == "href":
                assert str(value).startswith("#")
            if name == "src":
                assert (tag, str(value)[:22]) == ("img", "data:image/png;base64,")
    (policy,) = (a["content"] for t, a in page.tags if a.get("http-equiv"))
    assert str(policy).startswith("default-src 'none'")
    assert "url(" not in HtmlDossier().render(layout_of("a"), "x")[""].decode()


def test_marks_in_html_lead_to_their_quotes() -> None:
    page = Page(HtmlDossier().render(layout_of("a"), "x")[""].decode())
    places = {attributes["id"] for _, attributes in page.tags if "id" in attributes}
    links = {str(a["href"])[1:] for tag, a in page.tags if tag == "a"}
    assert links == places == {"quote-1"}


# Word


def test_word_finds_its_parts_and_nothing_outside() -> None:
    data = DocxDossier().render(layout_of(EVIL), "x")[""]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
        for name in names:
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))
        links = archive.read("word/_rels/document.xml.rels").decode()
        body = archive.read("word/document.xml").decode()
    assert "word/media/page1.png" in names
    assert "External" not in links
    assert "fldSimple" not in body
    assert "instrText" not in body


def test_word_shows_the_pictures_and_the_headings() -> None:
    document = docx.Document(io.BytesIO(DocxDossier().render(layout_of("a"), "x")[""]))
    assert len(document.inline_shapes) == 1
    styles = {p.text: p.style.name for p in document.paragraphs if p.style}
    assert styles["1. a"].lower() == "heading 1"
    assert document.core_properties.title == "a"


# Markdown


def test_markdown_has_its_pictures_in_the_folder_beside_it() -> None:
    files = MarkdownDossier().render(layout_of(EVIL), "../Lease <1> pages")
    assert set(files) == {"", ".._Lease _1_ pages/page-01.png"}
    text = files[""].decode()
    images = re.findall(r"(?<!\\)!\[(?:[^\]\\]|\\.)*\]\(<([^>]*)>\)", text)
    assert images == [".._Lease _1_ pages/page-01.png"]
    assert not re.search(r"(?<!\\)<(?!\.\._Lease)", text)
    assert not re.search(r"(?<!\\)\]\(http", text)
    assert not re.search(r"[^\\]://", text)
