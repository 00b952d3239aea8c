"""Frames over a pair of pipes between our own processes: a JSON object and bytes that go with it.

Owns no process. JSON, because one end may be a child that was taken over by a hostile document.
"""

from __future__ import annotations

import contextlib
import json
import struct
import threading
from typing import Any, BinaryIO

_HEAD = struct.Struct("<II")
LARGEST_JSON = 256 * 1024 * 1024
LARGEST_PAYLOAD = 512 * 1024 * 1024


class ChannelClosed(Exception):
    """The other end is gone, or sends what is no frame."""


class Channel:
    """Sends from any thread; receives in one."""

    def __init__(self, incoming: BinaryIO, outgoing: BinaryIO) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._sending = threading.Lock()

    def send(self, data: dict[str, Any], payload: bytes = b"") -> None:
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
        with self._sending:
            try:
                self._outgoing.write(_HEAD.pack(len(text), len(payload)) + text)
                self._outgoing.write(payload)
                self._outgoing.flush()
            except (OSError, ValueError) as error:
                raise ChannelClosed from error

    def receive(self) -> tuple[dict[str, Any], bytes]:
        """The next frame; waits for it."""
        size, payload_size = _HEAD.unpack(self._read(_HEAD.size))
        if size > LARGEST_JSON or payload_size > LARGEST_PAYLOAD:
            raise ChannelClosed
        try:
            data = json.loads(self._read(size))
        except (ValueError, RecursionError) as error:
            raise ChannelClosed from error
        if not isinstance(data, dict):
            raise ChannelClosed
        return data, self._read(payload_size)

    def close(self) -> None:
        """Tell the other end that nothing more will come."""
        with contextlib.suppress(OSError):
            self._outgoing.close()

    def _read(self, size: int) -> bytes:
        try:
            found = self._incoming.read(size)
        except (OSError, ValueError) as error:
            raise ChannelClosed from error
        if len(found) < size:
            raise ChannelClosed
        return found
