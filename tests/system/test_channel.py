"""Frames over a pipe: what one end sends the other gets, and nothing that comes can do harm."""

from __future__ import annotations

import io
import os
import struct
import threading
from collections.abc import Iterator

import pytest

from app.system.channel import Channel, ChannelClosed, FrameLimits

Pair = tuple[Channel, Channel]


@pytest.fixture
def pair() -> Iterator[Pair]:
    """Two ends of a pipe, the first one for sending."""
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as incoming, os.fdopen(writing, "wb") as outgoing:
        yield Channel(io.BytesIO(), outgoing), Channel(incoming, io.BytesIO())


def receiving(data: bytes) -> Channel:
    return Channel(io.BytesIO(data), io.BytesIO())


def frame(text: bytes, payload: bytes = b"") -> bytes:
    return struct.pack("<II", len(text), len(payload)) + text + payload


def test_a_frame_arrives_as_it_was_sent(pair: Pair) -> None:
    sender, receiver = pair
    sender.send({"text": "é\n\x00“”", "list": [1, 2.5, None]}, b"\x00\x01bytes")
    sender.send({})
    assert receiver.receive() == ({"text": "é\n\x00“”", "list": [1, 2.5, None]}, b"\x00\x01bytes")
    assert receiver.receive() == ({}, b"")


def test_frames_of_several_threads_are_never_mixed(pair: Pair) -> None:
    sender, receiver = pair

    def send(number: int) -> None:
        for _ in range(50):
            sender.send({"from": number}, bytes([number]) * 3_000)

    threads = [threading.Thread(target=send, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(200):
        data, payload = receiver.receive()
        assert payload == bytes([data["from"]]) * 3_000
    for thread in threads:
        thread.join()


def test_the_other_end_closing_is_told(pair: Pair) -> None:
    sender, receiver = pair
    sender.close()
    with pytest.raises(ChannelClosed):
        receiver.receive()
    with pytest.raises(ChannelClosed):
        sender.send({})


def test_sending_to_an_end_that_is_gone_is_told() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    outgoing = os.fdopen(writing, "wb", buffering=0)
    with pytest.raises(ChannelClosed):
        Channel(io.BytesIO(), outgoing).send({"a": 1})
    outgoing.close()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x01\x00",
        frame(b"{}")[:-1],
        frame(b"{}", b"abc")[:-1],
        frame(b"not json"),
        frame(b"\xff\xfe{}"),
        frame(b"[1, 2]"),
        frame(b"5"),
        frame(b"[" * 200_000),
        struct.pack("<II", FrameLimits().json + 1, 0) + b"{}",
        struct.pack("<II", 2, FrameLimits().payload + 1) + b"{}",
        bytes(range(192, 256)),
    ],
)
def test_what_is_no_frame_closes_the_channel(data: bytes) -> None:
    with pytest.raises(ChannelClosed):
        receiving(data).receive()


def test_a_channel_may_have_lower_limits() -> None:
    limits = FrameLimits(json=4, payload=3)
    whole, too_long, too_heavy = frame(b"{  }", b"abc"), frame(b"{   }"), frame(b"{}", b"abcd")
    assert Channel(io.BytesIO(whole), io.BytesIO(), limits).receive() == ({}, b"abc")
    for data in (too_long, too_heavy):
        with pytest.raises(ChannelClosed):
            Channel(io.BytesIO(data), io.BytesIO(), limits).receive()


def test_half_a_surrogate_pair_arrives_as_it_was(pair: Pair) -> None:
    sender, receiver = pair
    sender.send({"name": "a\udce9b"})
    assert receiver.receive()[0] == {"name": "a\udce9b"}


def test_a_frame_may_come_in_pieces_and_the_next_one_stays_on_the_pipe() -> None:
    reading, writing = os.pipe()
    data = frame(b'{"a": 1}', bytes(200_000))
    thread = threading.Thread(target=lambda: [os.write(writing, data), os.write(writing, b"next")])
    thread.start()
    with os.fdopen(reading, "rb", buffering=0) as incoming:
        assert Channel(incoming, io.BytesIO()).receive() == ({"a": 1}, bytes(200_000))
        assert incoming.read(10) == b"next"
    thread.join()
    os.close(writing)
