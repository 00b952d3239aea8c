"""Ways to damage a good PDF a little, so that a parser gets far into it before it stumbles."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable, Sequence

Mutate = Callable[[bytearray, random.Random], None]

_NUMBER = re.compile(rb"\d+")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_EXTREMES = (
    b"0", b"-1", b"1", b"255", b"65535", b"65536", b"2147483647", b"2147483648", b"-2147483648",
    b"4294967296", b"9223372036854775808", b"1e308", b"0.0000001", b"NaN", b"9" * 300,
)  # fmt: skip
_KEYWORDS = (
    b"/Page", b"/Pages", b"/Kids", b"/Count", b"/Parent", b"/Catalog", b"/Contents", b"/Resources",
    b"/Font", b"/XObject", b"/Form", b"/Image", b"/Length", b"/Filter", b"/FlateDecode", b"/Root",
    b"/LZWDecode", b"/Type", b"/Subtype", b"/ToUnicode", b"/Encoding", b"/Widths", b"/MediaBox",
    b"obj", b"endobj", b"stream", b"endstream", b"xref", b"trailer", b"startxref", b"null", b"R",
    b"<<", b">>", b"[", b"]", b"(", b")",
)  # fmt: skip


def flip_bits(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 3, 30))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def replace_range(data: bytearray, chance: random.Random) -> None:
    start, end = _range(data, chance)
    data[start:end] = chance.randbytes(end - start)


def repeat_range(data: bytearray, chance: random.Random) -> None:
    start, end = _range(data, chance)
    data[end:end] = data[start:end] * chance.choice((1, 1, 50))


def remove_range(data: bytearray, chance: random.Random) -> None:
    start, end = _range(data, chance)
    del data[start:end]


def cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def change_numbers(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 5))):
        found = list(_NUMBER.finditer(data))
        if found:
            start, end = chance.choice(found).span()
            data[start:end] = chance.choice(_EXTREMES)


def swap_numbers(data: bytearray, chance: random.Random) -> None:
    """A number of the file in another's place: references that lead elsewhere, mostly."""
    found = list(_NUMBER.finditer(data))
    if found:
        start, end = chance.choice(found).span()
        data[start:end] = chance.choice(found).group()


def swap_keywords(data: bytearray, chance: random.Random) -> None:
    there = [word for word in _KEYWORDS if word in data]
    if there:
        old = chance.choice(there)
        places = [match.start() for match in re.finditer(re.escape(old), data)]
        start = chance.choice(places)
        data[start : start + len(old)] = chance.choice(_KEYWORDS)


def change_stream(data: bytearray, chance: random.Random) -> None:
    """Bytes of a stream as it lies in the file, packed or not."""
    found = _streams(data)
    if found:
        start, end = chance.choice(found)
        part = data[start:end]
        _damage(part, chance)
        data[start:end] = part


def change_unpacked_stream(data: bytearray, chance: random.Random) -> None:
    """Bytes of a stream as a parser sees them: it is unpacked, changed and packed again."""
    found = _streams(data)
    chance.shuffle(found)
    for start, end in found:
        try:
            part = bytearray(zlib.decompress(data[start:end]))
        except zlib.error:
            continue
        if part:
            chance.choice((_damage, change_numbers))(part, chance)
            data[start:end] = zlib.compress(part).ljust(end - start, b"\0")
            return


MUTATIONS: tuple[Mutate, ...] = (
    flip_bits, replace_range, repeat_range, remove_range, cut, change_numbers, change_numbers,
    swap_numbers, swap_keywords, swap_keywords, change_stream, change_unpacked_stream,
    change_unpacked_stream,
)  # fmt: skip


def mutated(files: Sequence[bytes], seed: str) -> bytes:
    """One of the files, damaged in one to four ways; the same for the same seed."""
    chance = random.Random(seed)
    data = bytearray(chance.choice(files))
    if chance.random() < 0.05:
        other = chance.choice(files)
        data[chance.randrange(len(data)) :] = other[chance.randrange(len(other)) :]
    for _ in range(chance.choice((1, 1, 2, 4))):
        if data:
            chance.choice(MUTATIONS)(data, chance)
    return bytes(data)


def _range(data: bytearray, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data))
    return start, min(len(data), start + chance.choice((1, 8, 100, 5_000)))


def _streams(data: bytearray) -> list[tuple[int, int]]:
    return [match.span(1) for match in _STREAM.finditer(data) if match.group(1)]


def _damage(part: bytearray, chance: random.Random) -> None:
    chance.choice((flip_bits, replace_range, repeat_range, remove_range))(part, chance)
