"""Pages are saved as pictures: a PDF that shows what was drawn, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from app.core.control import Control
from app.core.errors import Cancelled, UsageError
from app.core.events import Event, WorkProgress, tell_nobody
from app.core.page_pictures import DOTS, save_pages
from app.core.types import Picture

GREY, TEAL = (200, 200, 200, 255), (95, 106, 11, 255)
"""Blue, green, red, 255."""


def draw(page: int, scale: float) -> Picture:
    width, height = round(72 * page * scale), round(144 * scale)
    return Picture(width, height, bytes(TEAL if page == 2 else GREY) * (width * height))


def test_pages_are_as_large_as_they_were_and_show_what_was_drawn(tmp_path: Path) -> None:
    path, told = tmp_path / "pages.pdf", list[Event]()
    save_pages(path, range(2, 4), draw, told.append, Control())
    assert told == [WorkProgress("drawing", 0, 2), WorkProgress("drawing", 1, 2)]
    pdf = pypdfium2.PdfDocument(path)
    assert [pdf.get_page_size(i) for i in range(2)] == [(144, 144), (216, 144)]
    colours = [pdf[i].render(scale=1, prefer_bgrx=True).to_numpy()[70, 70, :3] for i in range(2)]
    pdf.close()
    assert np.abs(colours[0].astype(int) - TEAL[:3]).max() <= 1
    assert np.abs(colours[1].astype(int) - GREY[:3]).max() <= 1
    assert path.read_bytes().count(b"/DeviceGray") == 1


def test_a_page_is_drawn_sharply_enough_for_paper(tmp_path: Path) -> None:
    asked = []

    def note(page: int, scale: float) -> Picture:
        asked.append((page, scale))
        return draw(page, scale)

    save_pages(tmp_path / "a.pdf", [7], note, tell_nobody, Control())
    assert asked == [(7, DOTS / 72)]


def test_a_save_that_is_stopped_leaves_what_was_there(tmp_path: Path) -> None:
    path, control = tmp_path / "a.pdf", Control()
    path.write_bytes(b"mine")

    def stop(page: int, scale: float) -> Picture:
        control.cancel()
        return draw(page, scale)

    with pytest.raises(Cancelled):
        save_pages(path, [1, 2], stop, tell_nobody, control)
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"mine"]


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        save_pages(tmp_path / "no" / "a.pdf", [1], draw, tell_nobody, Control())
