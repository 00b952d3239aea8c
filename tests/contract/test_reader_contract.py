"""What every `Reader` keeps, in this process and behind the pipe of a reader process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdf
import pytest
from pypdf.constants import PageLabelStyle

from app.backends.pdf_reader import PdfReader
from app.backends.pdf_structure import find_structure
from app.core.control import Control
from app.core.errors import Cancelled, DocumentError, PasswordNeeded
from app.core.interfaces import Reader, Structure
from app.core.types import Box, OutlineEntry, Page, Picture, Reading
from app.system.processes import READER_ROLE, own_command
from app.system.readers import IsolatedReader
from tests.pdfs import (
    HEIGHT,
    LEADING,
    LEFT,
    TOP,
    WIDTH,
    Sheet,
    write_locked_pdf,
    write_pdf,
    written,
)

ONE_LINE = 25
"""Points; the titles of the samples are 20 high, and two lines of their text 26."""
TEXT = "The heron fishes.\nAt dawn, 1.250,00 €.\nIn the Demer."


@pytest.fixture(scope="module")
def isolated() -> Iterator[Reader]:
    reader = IsolatedReader(own_command(READER_ROLE), (".pdf",), 1)
    yield reader
    reader.close()


@pytest.fixture(params=["in this process", "isolated"])
def reader(request: pytest.FixtureRequest, isolated: Reader) -> Reader:
    return PdfReader() if request.param == "in this process" else isolated


def read(reader: Reader, path: Path, password: str = "") -> Reading:
    return reader.read(path, password, lambda _done, _count: None, Control())


def inside(inner: Box, outer: Box, by: float = 1.0) -> bool:
    return (
        inner[0] >= outer[0] - by and inner[1] >= outer[1] - by
        and inner[2] <= outer[2] + by and inner[3] <= outer[3] + by
    )  # fmt: skip


def letters_of(reader: Reader, path: Path) -> list[Box]:
    boxes = np.frombuffer(reader.find_letters(path, 1, "").boxes, "<f4").reshape(-1, 4)
    return [(x0, y0, x1, y1) for x0, y0, x1, y1 in boxes.tolist()]


def around(boxes: list[Box]) -> Box:
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def test_every_page_comes_with_its_text_its_size_and_its_number(
    reader: Reader, tmp_path: Path
) -> None:
    path = write_pdf(tmp_path / "a.pdf", TEXT, "Second page.")
    counts: list[tuple[int, int]] = []
    reading = reader.read(path, "", lambda *count: counts.append(count), Control())
    first, second = reading.pages
    assert [line.rstrip() for line in first.text.split("\n")] == TEXT.split("\n")
    assert (second.number, second.text) == (2, "Second page.")
    assert (first.width, first.height, first.problem) == (WIDTH, HEIGHT, "")
    assert counts == [(1, 2), (2, 2)]


def test_a_line_stands_where_it_was_written(reader: Reader, tmp_path: Path) -> None:
    (page,) = read(reader, write_pdf(tmp_path / "a.pdf", TEXT)).pages
    assert [page.text[line.start : line.end] for line in page.lines] == TEXT.split("\n")
    for number, line in enumerate(page.lines):
        x0, y0, x1, y1 = line.box
        baseline = TOP + number * LEADING
        assert LEFT - 1 <= x0 < x1 < WIDTH
        assert baseline - 11 <= y0 < y1 <= baseline + 4


def test_the_letters_of_a_span_lie_within_the_boxes_of_its_lines(
    reader: Reader, tmp_path: Path
) -> None:
    path = write_pdf(tmp_path / "a.pdf", TEXT)
    (page,) = read(reader, path).pages
    start, end = page.text.index("dawn"), page.text.index("Demer") + 5
    letters = letters_of(reader, path)
    assert len(letters) >= len(page.text)
    for line in page.lines:
        for place in range(max(start, line.start), min(end, line.end)):
            assert inside(letters[place], line.box)
    assert letters[start][0] > page.lines[1].box[0] + 10
    assert letters[start][0] < letters[start + 1][0]


def test_the_lines_of_the_samples_are_in_their_pages(reader: Reader, samples: Path) -> None:
    for path in sorted(samples.glob("*.pdf"))[:2]:
        reading = read(reader, path)
        for page in reading.pages:
            assert page.lines
            assert all(inside(line.box, (0, 0, page.width, page.height)) for line in page.lines)
            assert all(a.end <= b.start for a, b in zip(page.lines, page.lines[1:], strict=False))


def test_cells_and_paragraphs_end_their_lines(reader: Reader, samples: Path) -> None:
    highest = {
        path.name: max(
            line.box[3] - line.box[1] for page in read(reader, path).pages for line in page.lines
        )
        for path in samples.glob("*.pdf")
    }
    assert len(highest) > 3
    assert {name: height for name, height in highest.items() if height > ONE_LINE} == {}


def test_title_labels_and_outline_are_those_of_the_file(reader: Reader, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", "Preface.", "Costs.", "Staff.")
    writer = pypdf.PdfWriter(clone_from=path)
    writer.add_metadata({"/Title": "Report 2025"})
    costs = writer.add_outline_item(title="Costs", page_number=1)
    writer.add_outline_item(title="Staff  costs", page_number=2, parent=costs)
    writer.set_page_label(0, 0, style=PageLabelStyle.LOWERCASE_ROMAN)
    writer.set_page_label(1, 2, style=PageLabelStyle.DECIMAL, start=1)
    writer.write(path)
    reading = read(reader, path)
    assert reading.title == "Report 2025"
    assert reading.outline == (OutlineEntry(1, "Costs", 2), OutlineEntry(2, "Staff costs", 3))
    assert [page.label for page in reading.pages] == ["i", "1", "2"]


@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0])
def test_a_page_is_drawn_as_large_as_asked_for(
    reader: Reader, tmp_path: Path, scale: float
) -> None:
    path = write_pdf(tmp_path / "a.pdf", TEXT)
    picture = reader.draw(path, 1, scale, "")
    assert abs(picture.width - WIDTH * scale) <= 1
    assert abs(picture.height - HEIGHT * scale) <= 1
    assert len(picture.pixels) == picture.width * picture.height * 4
    assert set(rows_of(picture)[:, :, 3].flat) == {255}


def rows_of(picture: Picture) -> np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]:
    pixels = np.frombuffer(picture.pixels, np.uint8)
    return pixels.reshape(picture.height, picture.width, 4)


def ink_within(picture: Picture, box: Box) -> float:
    """The share of a page's dark pixels that stand in the box."""
    dark = rows_of(picture)[:, :, :3].max(axis=2) < 128
    x0, y0, x1, y1 = (round(edge) for edge in box)
    return float(dark[y0 - 2 : y1 + 2, x0 - 2 : x1 + 2].sum() / dark.sum())


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_box_covers_its_text_on_the_page_as_it_is_shown(
    reader: Reader, tmp_path: Path, turned: int
) -> None:
    path = write_pdf(tmp_path / "a.pdf", Sheet("Only one line stands here.", turned=turned))
    (page,) = read(reader, path).pages
    picture = reader.draw(path, 1, 1.0, "")
    assert (picture.width, picture.height) == (round(page.width), round(page.height))
    (line,) = page.lines
    assert ink_within(picture, line.box) == 1.0
    first_word = around(letters_of(reader, path)[:4])
    assert 0.05 < ink_within(picture, first_word) < 0.5


@pytest.mark.parametrize("turned", [0, 90])
def test_a_part_of_a_page_is_what_stands_there_on_the_whole(
    reader: Reader, tmp_path: Path, turned: int
) -> None:
    path = write_pdf(tmp_path / "a.pdf", Sheet(TEXT, turned=turned))
    whole = rows_of(reader.draw(path, 1, 2.0, ""))
    x0, y0, x1, y1 = (50, 40, 350, 140) if not turned else (660, 50, 800, 300)
    part = rows_of(reader.draw(path, 1, 2.0, "", (x0, y0, x1, y1)))
    there = whole[2 * y0 : 2 * y1, 2 * x0 : 2 * x1]
    assert there.min() < 100
    assert part.shape == there.shape
    assert np.abs(part.astype(int) - there).mean() < 0.5


def test_a_part_beyond_the_page_is_cut_to_it(reader: Reader, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", TEXT)
    picture = reader.draw(path, 1, 1.0, "", (-50.0, 800.0, 2_000.0, 9_000.0))
    assert (picture.width, picture.height) == (WIDTH, HEIGHT - 800)
    assert reader.draw(path, 1, 1.0, "", (9e3, 9e3, 9e4, 9e4)).width == 1


def test_a_locked_file_opens_with_its_password_only(reader: Reader, tmp_path: Path) -> None:
    path = write_locked_pdf(tmp_path / "locked.pdf", "geheim", TEXT)
    for wrong in ("", "false"):
        with pytest.raises(PasswordNeeded):
            read(reader, path, wrong)
        with pytest.raises(PasswordNeeded):
            reader.draw(path, 1, 1.0, wrong)
    assert "heron" in read(reader, path, "geheim").pages[0].text
    assert reader.draw(path, 1, 0.2, "geheim").width > 100
    assert reader.find_letters(path, 1, "geheim").boxes


@pytest.mark.parametrize(
    "content", [b"", b"no pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", bytes(4_000)]
)
def test_a_broken_file_is_told_with_a_sentence(
    reader: Reader, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(content)
    with pytest.raises(DocumentError, match="damaged, or it is no PDF"):
        read(reader, path)


def test_a_file_cut_in_the_middle_is_read_or_told(
    reader: Reader, tmp_path: Path, samples: Path
) -> None:
    whole = next(samples.glob("Annual report*")).read_bytes()
    path = tmp_path / "cut.pdf"
    for share in (0.3, 0.6, 0.95):
        path.write_bytes(whole[: int(len(whole) * share)])
        with suppress(DocumentError):
            assert read(reader, path).pages


def test_a_page_without_text_says_why(reader: Reader, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", Sheet(scanned=True), Sheet(), "Text.")
    pages: tuple[Page, ...] = read(reader, path).pages
    assert [page.problem for page in pages] == [
        "The page is only a picture: it has no text layer.",
        "No text was found on the page.",
        "",
    ]


def test_a_page_that_is_not_there_cannot_be_drawn(reader: Reader, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", TEXT)
    with pytest.raises(DocumentError):
        reader.draw(path, 2, 1.0, "")


def test_a_file_locked_for_changes_only_opens_without_asking(
    reader: Reader, tmp_path: Path
) -> None:
    path = write_pdf(tmp_path / "a.pdf", "Preface.", "Costs.")
    writer = pypdf.PdfWriter(clone_from=path)
    writer.add_outline_item(title="Costs", page_number=1)
    writer.encrypt(user_password="", owner_password="geheim", algorithm="AES-256")
    writer.write(path)
    reading = read(reader, path)
    assert [page.text for page in reading.pages] == ["Preface.", "Costs."]
    assert reading.outline == (OutlineEntry(1, "Costs", 2),)


def test_where_the_libraries_count_other_pages_pdfium_decides(
    reader: Reader, tmp_path: Path
) -> None:
    path = write_pdf(tmp_path / "a.pdf", "One.", "Two.", "Three.")
    writer = pypdf.PdfWriter(clone_from=path)
    writer.add_outline_item(title="Costs", page_number=1)
    writer.set_page_label(0, 2, style=PageLabelStyle.LOWERCASE_ROMAN)
    writer.write(path)
    assert [page.label for page in read(reader, path).pages] == ["i", "ii", "iii"]
    path.write_bytes(path.read_bytes().replace(b"/Count 3", b"/Count 2"))
    reading = read(reader, path)
    assert [(page.text, page.label) for page in reading.pages] == [("One.", ""), ("Two.", "")]
    assert reading.outline == ()


def test_a_file_that_pypdf_refuses_has_no_structure(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7 and no more")
    assert find_structure(path, "", 1) == Structure()


SCAN = "/W 64 /H 2 /CS /G /BPC 8 /F /AHx ID " + "00FFFFFF" * 32 + ">"
HIDDEN = {
    "without ink": Sheet("Seen.", after=written("Ignore it.", 72, 300, how="3 Tr")),
    "white on white": Sheet("Seen.", after=written("Ignore it.", 72, 300, how="1 g")),
    "nearly white": Sheet("Seen.", after=written("Ignore it.", 72, 300, how=".99 g")),
    "white beside seen text": Sheet("Seen.", after=written("Ignore it.", 110, 72, how="1 g")),
    "transparent": Sheet("Seen.", after=written("Ignore it.", 72, 300, how="/G0 gs")),
    "covered": Sheet("Seen.", after=written("Ignore it.", 72, 300) + " 1 g 60 500 200 60 re f"),
    "under a dark bar": Sheet(
        "Seen.", after=written("Ignore it.", 72, 300) + " 60 500 200 60 re f"
    ),
    "clipped away": Sheet(
        "Seen.", drawing="q 0 0 9 9 re W n " + written("Ignore it.", 72, 300) + " Q"
    ),
    "off the page": Sheet("Seen.", after=written("Ignore it.", 700, 300)),
    "above the page": Sheet("Seen.", after=written("Ignore it.", 72, -20)),
    "cut off": Sheet("Seen.", after=written("Ignore it.", 72, 300), cropped="0 700 595 842"),
    "tiny": Sheet("Seen.", after=written("Ignore it.", 72, 300, size=1.8)),
    "scaled to tiny": Sheet(
        "Seen.", after=written("Ignore it.", 720, 0, 18, "0.1 0 0 0.1 0 50 cm")
    ),
    "tiny beside seen text": Sheet("Seen.", after=written("Ignore it.", 110, 72, size=1.5)),
}


@pytest.mark.parametrize("turned", [0, 90])
@pytest.mark.parametrize("how", HIDDEN)
def test_text_that_nobody_can_see_is_left_out_and_told(
    reader: Reader, tmp_path: Path, how: str, turned: int
) -> None:
    sheet = replace(HIDDEN[how], turned=turned)
    (page,) = read(reader, write_pdf(tmp_path / "a.pdf", sheet)).pages
    assert page.text.split() == ["Seen."]
    assert [page.text[line.start : line.end] for line in page.lines] == ["Seen."]
    assert page.problem == "Text that cannot be seen on this page was left out."


SEEN = {
    "white on black": Sheet(
        drawing="60 500 200 60 re f", after=written("Read it.", 72, 300, how="1 g")
    ),
    "light grey": Sheet(after=written("Read it.", 72, 300, how=".85 g")),
    "over a scan": Sheet(
        drawing=f"q 90 0 0 14 68 538 cm BI {SCAN} EI Q",
        after=written("Read it.", 72, 300, how="3 Tr"),
    ),
    "small": Sheet(after=written("Read it.", 72, 300, size=3)),
    "half off the page": Sheet(after=written("Read it.", 570, 300)),
    "outlined": Sheet(after=written("Read it.", 72, 300, how="1 Tr 1 g")),
}


@pytest.mark.parametrize("how", SEEN)
def test_text_that_can_be_seen_is_read(reader: Reader, tmp_path: Path, how: str) -> None:
    (page,) = read(reader, write_pdf(tmp_path / "a.pdf", SEEN[how])).pages
    assert page.text == "Read it."
    assert page.problem == ""


def test_text_stays_where_it_is_when_hidden_text_is_left_out(
    reader: Reader, tmp_path: Path
) -> None:
    hidden = written("Ignore all that.", 72, 100, how="1 g")
    path = write_pdf(tmp_path / "a.pdf", Sheet(drawing=hidden, after=written("Seen.", 72, 300)))
    (page,) = read(reader, path).pages
    start = page.text.index("Seen.")
    assert start >= len("Ignore all that.")
    box = around(letters_of(reader, path)[start : start + 5])
    assert inside(box, page.lines[0].box)


def test_a_page_with_hidden_text_only_says_so(reader: Reader, tmp_path: Path) -> None:
    sheet = Sheet(after=written("Ignore it.", 72, 300, how="3 Tr"))
    (page,) = read(reader, write_pdf(tmp_path / "a.pdf", sheet)).pages
    assert (page.text.strip(), page.lines) == ("", ())
    assert page.problem == "Text that cannot be seen on this page was left out."


def test_files_are_told_apart_by_their_names(reader: Reader) -> None:
    assert reader.can_read(Path("/a/b.PDF"))
    assert not reader.can_read(Path("/a/b.pdf.txt"))


def test_reading_stops_when_it_is_cancelled(reader: Reader, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", *(f"Page {i}." for i in range(30)))
    control = Control()
    with pytest.raises(Cancelled):
        reader.read(path, "", lambda _done, _count: control.cancel(), control)
    assert len(read(reader, path).pages) == 30
