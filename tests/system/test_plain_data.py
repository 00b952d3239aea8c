"""Data over a pipe: it arrives as it was, and what is no such data is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.core.types import Document, Failure, Hit, IndexReport, Picture, State
from app.engine import messages
from app.engine.messages import Library, Status
from app.system.plain_data import from_plain, to_plain

DOCUMENT = Document(7, "/a", "/a/b.pdf", "b\udcff.pdf", State.LOCKED, reason="é")
REPORT = IndexReport(1, 2, 3, (Failure(Path("/a/c.pdf"), "torn"),), kinds=(("", 2),))
HIT = Hit(7, "b", "/b", 1, 0.5, "t", 0, 1, boxes=((0.0, 1.5, 2.0, 3.0),))


def crossed(value: Any) -> Any:
    return from_plain(type(value), json.loads(json.dumps(to_plain(value))))


@pytest.mark.parametrize("value", [DOCUMENT, REPORT, HIT, Library((DOCUMENT,), ("/a",), 0)])
def test_data_arrives_as_it_was(value: Any) -> None:
    arrived = crossed(value)
    assert arrived == value
    assert type(arrived) is type(value)


def test_states_and_paths_arrive_as_themselves() -> None:
    assert isinstance(crossed(DOCUMENT).state, State)
    assert isinstance(crossed(REPORT).failed[0].path, Path)


def test_what_has_a_default_may_be_missing() -> None:
    plain = to_plain(DOCUMENT)
    del plain["reason"]
    assert from_plain(Document, plain).reason == ""


@pytest.mark.parametrize(
    "change",
    [
        {"id": "7"}, {"id": True}, {"id": 7.0}, {"name": None}, {"name": 1}, {"state": "asleep"},
        {"pages": [1]}, {"is_changed": 1}, {"more": 1}, {"state": {"value": "ready"}},
    ],
    ids=str,
)  # fmt: skip
def test_what_is_of_another_type_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not"):
        from_plain(Document, to_plain(DOCUMENT) | change)


@pytest.mark.parametrize(
    "boxes", [[[0.0, 1.0, 2.0]], [[0.0, 1.0, 2.0, "3"]], [0.0], {"0": 1}, "abcd", None], ids=str
)
def test_boxes_are_lists_of_four_numbers(boxes: Any) -> None:
    with pytest.raises(ValueError, match=r"not|shorter"):
        from_plain(Hit, to_plain(HIT) | {"boxes": boxes})


@pytest.mark.parametrize("data", [None, [], "x", 1, {}])
def test_what_is_no_object_is_refused(data: Any) -> None:
    with pytest.raises(ValueError, match="not"):
        from_plain(Status, data)


def test_the_pixels_of_a_picture_travel_beside_it() -> None:
    picture = Picture(1, 1, b"\0\1\2\3")
    data, payload = messages.encode(3, picture)
    assert payload == picture.pixels
    assert data["body"]["pixels"] == ""
    assert messages.decode(json.loads(json.dumps(data)), payload) == (3, picture)


def test_every_message_can_be_read() -> None:
    """Its fields are of types that are understood, down to the innermost."""
    for kind in messages._KINDS.values():
        with pytest.raises(ValueError, match="not"):
            from_plain(kind, {"unheard of": 1})
