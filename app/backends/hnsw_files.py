"""Checks the files of an HNSW index as Chroma writes them, without native code.

Chroma does not look whether its writing succeeds: on a full or failing disk it leaves torn files,
says nothing, and the next process that opens them ends. Owns nothing but this look.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_HEADER = struct.Struct("<i6QiI3QdQ")
_UNIT = 0.01
"""How far the length of a kept vector may be from 1."""


@dataclass(frozen=True)
class _Shape:
    """Bytes of a row (links, vector, label) and where its vector and label begin."""

    count: int
    row: int
    label: int
    vector: int
    highest: int
    """Most links of a row below the ground level, and on it."""
    most: int
    levels: int
    """Above the ground, and the row at which a search begins."""
    entry: int


def whole_vectors(folder: Path) -> int | None:
    """How many vectors the indexes below `folder` hold; None when one is not complete."""
    try:
        return sum(_check(header.parent) for header in folder.glob("*/header.bin"))
    except (OSError, ValueError, struct.error):
        return None


def _check(folder: Path) -> int:
    """How many vectors it holds. ValueError if something is missing or makes no sense."""
    shape = _shape(folder / "header.bin")
    rows = _bytes(folder / "data_level0.bin", shape.count * shape.row)
    rows = rows.reshape(shape.count, shape.row)
    _check_links(rows[:, : shape.vector], shape)
    vectors = rows[:, shape.vector : shape.label].copy().view(np.float32)
    lengths = np.linalg.norm(vectors, axis=1)
    labels = rows[:, shape.label :].copy().view(np.uint64)
    kept = _bytes(folder / "length.bin", 4 * shape.count).copy().view(np.float32)
    _expect(bool((np.abs(lengths - 1) < _UNIT).all()))
    _expect(len(np.unique(labels)) == shape.count)
    _expect(bool((np.isfinite(kept) & (kept > 0)).all()))
    _check_upper_links(folder / "link_lists.bin", shape)
    return shape.count


def _shape(header: Path) -> _Shape:
    told = _HEADER.unpack(header.read_bytes())
    count, row, label, vector = told[3:7]
    _expect(4 < vector < label < row == label + 8 and count < 2**31)
    _expect(not count or (0 <= told[7] < 64 and told[8] < count))
    return _Shape(count, row, label, vector, told[9], told[10], told[7], told[8])


def _check_links(links: NDArray[np.uint8], shape: _Shape) -> None:
    """Each row begins with how many there are, then their numbers."""
    numbers = links.copy().view(np.uint32)
    counts = numbers[:, 0] & 0xFFFF
    _expect(bool((counts <= shape.most).all()))
    used = np.arange(numbers.shape[1] - 1) < counts[:, None]
    _expect(bool((numbers[:, 1:][used] < shape.count).all()))


def _check_upper_links(file: Path, shape: _Shape) -> None:
    """For each row the size of its links on all higher levels, in bytes, then those."""
    content = file.read_bytes()
    width = shape.highest + 1
    levels = np.zeros(shape.count, np.int64)
    above: list[NDArray[np.uint32]] = []
    place = 0
    for row in range(shape.count):
        (size,) = struct.unpack_from("<I", content, place)
        if size:
            part = np.frombuffer(content, np.uint32, size // 4, place + 4).reshape(-1, width)
            levels[row] = len(part)
            above.append(part)
        place += 4 + size
    _expect(place == len(content))
    _expect(not shape.count or levels[shape.entry] == shape.levels == levels.max())
    for part in above:
        for level, links in enumerate(part, start=1):
            there = links[1 : 1 + int(links[0] & 0xFFFF)]
            _expect(bool(links[0] & 0xFFFF <= shape.highest and (there < shape.count).all()))
            _expect(bool((levels[there] >= level).all()))


def _bytes(file: Path, size: int) -> NDArray[np.uint8]:
    found = np.fromfile(file, np.uint8, size)
    _expect(len(found) == size)
    return found


def _expect(holds: bool) -> None:
    if not holds:
        raise ValueError("not whole")
