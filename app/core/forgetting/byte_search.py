"""Looks for thousands of byte sequences at once, in files of any size. Knows nothing of meaning."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.core.control import Control

LENGTH = 24
"""Bytes of a mark. Of a longer one the first are looked for; shorter ones are looked for slowly."""
SHORTEST = 8
_WINDOW = 8
_BLOCK = 4 * 1024 * 1024
_BITS = 22
_SPREAD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)


class ByteSearch:
    """Marks to be looked for; those shorter than `SHORTEST` are left out."""

    def __init__(self, marks: Iterable[bytes]) -> None:
        cut = {mark[:LENGTH] for mark in marks if len(mark) >= SHORTEST}
        self._short = [mark for mark in cut if len(mark) < LENGTH]
        long = [mark for mark in cut if len(mark) == LENGTH]
        windows = np.frombuffer(b"".join(long), np.dtype("<u8")).reshape(-1, 3)
        sums = _summed(windows[:, 0], windows[:, 1], windows[:, 2])
        self._by_sum = dict(zip(sums.tolist(), long, strict=True))
        self._maybe = np.zeros(1 << _BITS, bool)
        self._likely = np.zeros(1 << _BITS, bool)
        self._maybe[_slots(windows[:, 0])] = True
        self._likely[_slots(sums)] = True

    def __len__(self) -> int:
        return len(self._short) + len(self._by_sum)

    def in_file(self, path: Path, control: Control) -> set[bytes]:
        """The marks that stand in it. OSError when it cannot be read."""
        found: set[bytes] = set()
        with path.open("rb") as file:
            rest = b""
            while block := file.read(_BLOCK):
                control.check()
                found |= self.in_bytes(rest + block)
                rest = block[-LENGTH:]
        return found

    def in_bytes(self, data: bytes) -> set[bytes]:
        """The marks that stand in `data`."""
        found = {mark for mark in self._short if mark in data}
        for shift in range(_WINDOW if self._by_sum else 0):
            count = (len(data) - shift) // _WINDOW
            if count < 3:
                break
            windows = np.frombuffer(data, np.dtype("<u8"), count, shift)
            maybe = np.flatnonzero(self._maybe[_slots(windows[:-2])])
            sums = _summed(windows[maybe], windows[maybe + 1], windows[maybe + 2])
            likely = set(sums[self._likely[_slots(sums)]].tolist())
            found |= {self._by_sum[one] for one in likely & self._by_sum.keys()}
        return found

    def in_texts(self, texts: Iterable[bytes]) -> set[bytes]:
        """The marks that stand in any of them; they are looked at in larger pieces."""
        found: set[bytes] = set()
        waiting, size = [], 0
        for text in texts:
            waiting.append(text)
            size += len(text)
            if size > _BLOCK:
                found |= self.in_bytes(b"\0".join(waiting))
                waiting, size = [], 0
        return found | self.in_bytes(b"\0".join(waiting))


def _summed(
    first: NDArray[np.uint64], second: NDArray[np.uint64], third: NDArray[np.uint64]
) -> NDArray[np.uint64]:
    """A number for 24 bytes that two of them hardly ever share."""
    total = np.zeros(first.shape, np.uint64)
    for window, spread in zip((first, second, third), _SPREAD, strict=True):
        total ^= window * np.uint64(spread)
        total ^= total >> np.uint64(29)
    return total


def _slots(windows: NDArray[np.uint64]) -> NDArray[np.int64]:
    return ((windows * np.uint64(_SPREAD[0])) >> np.uint64(64 - _BITS)).astype(np.int64)
