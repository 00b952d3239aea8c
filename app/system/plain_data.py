"""Frozen dataclasses as plain JSON data, and back by their types: what crosses a pipe.

Owns no pipe. The other end may be in a stranger's hands, so nothing is taken for what it is not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

_Reader = Callable[[Any], Any]


def to_plain(value: Any) -> Any:
    """Objects, lists and what JSON knows by itself. Bytes travel beside it: none may be left."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple | list):
        return [to_plain(part) for part in value]
    if isinstance(value, Path):
        return str(value)
    if value == b"":
        return ""
    return {name: to_plain(part) for name, part in vars(value).items()}


def from_plain(kind: Any, data: Any) -> Any:
    """The `kind` that `data` describes; raises ValueError when it describes none."""
    return _reader(kind)(data)


@cache
def _reader(kind: Any) -> _Reader:
    """What reads a `kind`; made once, since there are thousands of messages."""
    if is_dataclass(kind) and isinstance(kind, type):
        return _read_fields(kind)
    if get_origin(kind) is tuple:
        return _read_tuple(get_args(kind))
    if type(None) in get_args(kind):
        return _read_optional(_reader(get_args(kind)[0]))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is float:
        return _read_number
    if kind in (Path, bytes):
        return _read_made(Path if kind is Path else str.encode)
    if kind in (str, int, bool):
        return _read_simple(kind)
    raise TypeError(f"no message holds {kind}")


def _read_fields(kind: type[Any]) -> _Reader:
    hints = get_type_hints(kind)
    readers = {one.name: _reader(hints[one.name]) for one in fields(kind)}
    needed = {
        one.name
        for one in fields(kind)
        if one.default is MISSING and one.default_factory is MISSING
    }

    def read(data: Any) -> Any:
        if type(data) is not dict or not needed <= data.keys() <= readers.keys():
            raise ValueError(f"not a {kind.__name__}")
        return kind(**{name: readers[name](part) for name, part in data.items()})

    return read


def _read_tuple(parts: tuple[Any, ...]) -> _Reader:
    if parts[-1] is Ellipsis:
        each = _reader(parts[0])
        return lambda data: tuple([each(part) for part in _list(data)])
    readers = [_reader(part) for part in parts]
    return lambda data: tuple([r(d) for r, d in zip(readers, _list(data), strict=True)])


def _list(data: Any) -> list[Any]:
    if type(data) is not list:
        raise ValueError("not a list")
    return data


def _read_optional(read: _Reader) -> _Reader:
    return lambda data: None if data is None else read(data)


def _read_number(data: Any) -> float:
    if type(data) is not float and type(data) is not int:
        raise ValueError("not a number")
    return float(data)


def _read_made(make: Callable[[str], Any]) -> _Reader:
    read = _read_simple(str)
    return lambda data: make(read(data))


def _read_simple(kind: type[Any]) -> _Reader:
    def read(data: Any) -> Any:
        if type(data) is not kind:
            raise ValueError(f"not of {kind.__name__}")
        return data

    return read
