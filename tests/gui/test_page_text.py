"""Where letters stand, and where pages lie: what selecting and marking rest on."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, QSize

from app.core.types import Box, Letters, Line, Page
from app.gui.evidence.page_layout import MARGIN, Look, PageLayout
from app.gui.evidence.page_selection import Position, Selection
from app.gui.evidence.page_text import PageText

TEXT = "il mare\nonde"
LINES = (Line(0, 7, (100.0, 50.0, 170.0, 60.0)), Line(8, 12, (100.0, 70.0, 140.0, 80.0)))
WIDTHS = {"i": 2.0, "l": 2.0, "m": 20.0, " ": 0.0}


def make_text() -> PageText:
    """Letters of different widths; the space and the line break stand nowhere."""
    boxes = np.zeros((len(TEXT), 4), "<f4")
    for line in LINES:
        x = line.box[0]
        for place in range(line.start, line.end):
            width = WIDTHS.get(TEXT[place], 10.0)
            if width:
                boxes[place] = (x, line.box[1] + 2, x + width, line.box[3] - 2)
            x += width or 4.0
    return PageText(Page(1, "", 595, 842, TEXT, LINES), Letters(boxes.tobytes()))


def upright(page: PageText) -> Page:
    """The same page turned by 90°: the text runs down."""
    return Page(1, "", 842, 595, TEXT, tuple(
        Line(line.start, line.end, (600 - line.box[3], line.box[0], 600 - line.box[1], line.box[2]))
        for line in page.lines
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("x", "y", "place"),
    [(0, 55, 0), (100.5, 55, 0), (101.5, 55, 1), (109, 55, 3), (125, 55, 4), (900, 55, 7),
     (900, 62, 7), (104, 75, 8), (106, 75, 9), (0, 0, 0), (900, 900, 12)],
)  # fmt: skip
def test_the_nearest_place_between_two_letters_is_found(x: float, y: float, place: int) -> None:
    assert make_text().place_at(x, y) == place


def test_letters_of_a_line_that_runs_down_are_found() -> None:
    page = make_text()
    boxes = np.frombuffer(page._letters.tobytes(), "<f4").reshape(-1, 4)  # type: ignore[union-attr]
    stands = boxes.any(axis=1, keepdims=True)
    turned = np.where(stands, np.stack([600 - boxes[:, 3], boxes[:, 0], 600 - boxes[:, 1],
                                        boxes[:, 2]], axis=1), 0.0)  # fmt: skip
    down = PageText(upright(page), Letters(turned.astype("<f4").tobytes()))
    assert down.place_at(545, 101.5) == 1
    (box,) = down.boxes((3, 5))
    assert (box[0], box[2]) == (540, 550)
    assert (box[1], box[3]) == (108, 138)


def test_a_span_is_boxed_line_by_line_as_high_as_the_lines() -> None:
    assert make_text().boxes((3, 10)) == [(108.0, 50.0, 158.0, 60.0), (100.0, 70.0, 120.0, 80.0)]


def test_without_the_letters_their_places_are_guessed() -> None:
    text = PageText(Page(1, "", 595, 842, TEXT, LINES))
    assert not text.is_precise
    assert text.place_at(131, 55) == 3
    assert text.boxes((0, 2)) == [(100.0, 50.0, 120.0, 60.0)]


def test_words_and_lines_are_found_around_a_place() -> None:
    text = make_text()
    assert text.word_at(4) == (3, 7)
    assert text.word_at(2) == (0, 2)
    assert text.line_at(9) == (8, 12)
    assert (text.next_word(0, 1), text.next_word(7, -1)) == (2, 3)
    assert text.next_line(3, 1) == 9


def test_a_selection_goes_over_lines_and_pages_in_both_directions() -> None:
    selection = Selection({1: make_text(), 2: make_text()}.get)
    selection.begin(Position(2, 2))
    selection.head = Position(1, 3)
    assert (selection.span_on(1), selection.span_on(2)) == ((3, 12), (0, 2))
    assert selection.text() == "mare\nonde\nil"
    selection.extend("letter", 1)
    assert selection.span_on(1) == (4, 12)
    selection.begin(Position(1, 12))
    selection.extend("word", 1)
    selection.extend("word", 1)
    assert selection.text() == "il"


def test_a_selection_by_words_keeps_the_word_it_began_with() -> None:
    selection = Selection({1: make_text()}.get)
    selection.select(1, (3, 7))
    selection.extend_by_words((3, 7), Position(1, 1))
    assert selection.span_on(1) == (0, 7)
    selection.extend_by_words((3, 7), Position(1, 9))
    assert selection.span_on(1) == (3, 12)


SIZES = [(595.0, 842.0), (842.0, 595.0), (30.0, 20.0), (14_400.0, 14_400.0), (0.0, 0.0)]


def test_each_page_fits_the_width_but_small_ones_are_not_blown_up() -> None:
    layout = PageLayout(SIZES, Look(QSize(500, 700)))
    widths = [layout.area(number).width() for number in range(1, 6)]
    assert widths == [500 - 2 * MARGIN] * 2 + [90, 500 - 2 * MARGIN, 27]
    assert layout.width == 500
    tops = [layout.area(number).top() for number in range(1, 6)]
    assert tops == sorted(tops)
    assert layout.pages_within(tops[1] - 5, tops[1] + 5) == range(2, 3)
    assert layout.pages_within(tops[0], tops[2]) == range(1, 3)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_place_on_a_turned_page_leads_there_and_back(turned: int) -> None:
    layout = PageLayout(SIZES, Look(QSize(500, 700), 2.0, turned=turned))
    box: Box = (10.0, 20.0, 110.0, 32.0)
    for number in (1, 2):
        area = layout.area_of(number, box)
        assert QRectF(layout.area(number)).contains(area)
        assert (area.width() > area.height()) == (turned % 180 == 0)
        assert layout.on_page(number, layout.from_page(number).map(QPointF(10, 20))) == QPointF(
            10, 20
        )
