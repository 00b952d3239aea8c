"""A vector store that is written in a process of its own, and the loop of that process.

Writing holds Python's lock for seconds, and native code can end its process: neither should reach
who answers questions meanwhile. Knows no concrete store.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np

from app.core.arrays import Vectors
from app.core.interfaces import VectorWriter
from app.system.channel import Channel, ChannelClosed


class StoreProcess:
    """Implements `VectorWriter`. Raises `ChannelClosed` when its process ended."""

    def __init__(self, command: Sequence[str], folder: Path, dimensions: int) -> None:
        self._process = subprocess.Popen(
            list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        pipes = self._process.stdout, self._process.stdin
        self._channel = Channel(cast(BinaryIO, pipes[0]), cast(BinaryIO, pipes[1]))
        self._waits = True
        self._send({"folder": str(folder), "dimensions": dimensions})

    def add(self, ids: Sequence[int], vectors: Vectors) -> None:
        """Returns when the ones before are added: what is added, and what comes next, overlap."""
        self._wait()
        self._send({"ids": list(ids)}, np.ascontiguousarray(vectors, np.float32).tobytes())

    def close(self) -> None:
        """Nothing is kept of a store whose process failed before."""
        try:
            if self._waits:
                self._wait()
                self._send({"done": True})
                self._wait()
        finally:
            self._channel.close()
            self._process.wait()
            cast(BinaryIO, self._process.stdout).close()

    def _send(self, data: dict[str, object], payload: bytes = b"") -> None:
        self._waits = False
        self._channel.send(data, payload)
        self._waits = True

    def _wait(self) -> None:
        self._waits = False
        self._channel.receive()
        self._waits = True


def serve_store(open_store: Callable[[Path, int], VectorWriter]) -> int:
    """Write what comes on standard input. Without a last word nothing is flushed: it is no use."""
    channel = Channel(sys.stdin.buffer, os.fdopen(os.dup(1), "wb"))
    os.dup2(2, 1)
    try:
        first, _ = channel.receive()
        dimensions = int(first["dimensions"])
        store = open_store(Path(first["folder"]), dimensions)
        channel.send({})
        while True:
            data, payload = channel.receive()
            if "done" in data:
                store.close()
                channel.send({})
                return 0
            store.add(data["ids"], np.frombuffer(payload, np.float32).reshape(-1, dimensions))
            channel.send({})
    except ChannelClosed:
        os._exit(1)
