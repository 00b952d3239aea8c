"""Frames over a pair of pipes between our own processes: a JSON object and bytes that go with it.

Owns no process. JSON, because one end may be a child that was taken over by a hostile document.
"""

from __future__ import annotations

import contextlib
import json
import struct
import threading
from dataclasses import dataclass
from typing import Any, BinaryIO

_HEAD = struct.Struct("<II")


class ChannelClosed(Exception):
    """The other end is gone, or sends what is no frame."""


@dataclass(frozen=True)
class FrameLimits:
    """The most bytes that a frame's JSON and its payload may have."""

    json: int = 256 * 1024**2
    payload: int = 512 * 1024**2


class Channel:
    """Sends from any thread; receives in one."""

    def __init__(
        self, incoming: BinaryIO, outgoing: BinaryIO, limits: FrameLimits = FrameLimits()
    ) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._limits = limits
        self._sending = threading.Lock()

    def send(self, data: dict[str, Any], payload: bytes = b"") -> None:
        """Half a surrogate pair, as in the name of a file that is not UTF-8, arrives as it was."""
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        self._send(text.encode("utf-8", "surrogatepass"), payload)

    def _send(self, text: bytes, payload: bytes) -> None:
        with self._sending:
            try:
                self._outgoing.write(_HEAD.pack(len(text), len(payload)) + text)
                self._outgoing.write(payload)
                self._outgoing.flush()
            except (OSError, ValueError) as error:
                raise ChannelClosed from error

    def receive(self) -> tuple[dict[str, Any], bytes]:
        """The next frame; waits for it, and takes nothing of what follows it off the pipe."""
        size, payload_size = _HEAD.unpack(self._read(_HEAD.size))
        if size > self._limits.json or payload_size > self._limits.payload:
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
        """A pipe without a buffer gives what it has, so it is asked until all is there."""
        parts: list[bytes] = []
        while size > 0:
            try:
                part = self._incoming.read(size)
            except (OSError, ValueError) as error:
                raise ChannelClosed from error
            if not part:
                raise ChannelClosed
            parts.append(part)
            size -= len(part)
        return b"".join(parts)
