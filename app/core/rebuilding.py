"""Frozen data from what JSON kept of it, with every type checked.

Nothing is taken on trust: a vault may have been written by somebody else.
"""

from __future__ import annotations

import math
from contextlib import suppress
from dataclasses import is_dataclass
from enum import Enum
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


def rebuilt(kind: type[T], data: Any) -> T:
    """A value of the dataclass `kind`. ValueError or TypeError if `data` is none."""
    found: T = _built(kind, data)
    return found


def _built(kind: Any, data: Any) -> Any:
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{name: _built(hints[name], data[name]) for name in _names(data, hints)})
    if isinstance(kind, UnionType):
        return _built_any(get_args(kind), data)
    if get_origin(kind) is tuple:
        return _built_all(get_args(kind), data)
    if issubclass(kind, Enum):
        return kind(data)
    if kind is float and type(data) is int:
        data = float(data)
    if type(data) is not kind or (kind is float and not math.isfinite(data)):
        raise TypeError("not what was written")
    return data


def _names(data: Any, hints: dict[str, Any]) -> list[str]:
    if not isinstance(data, dict) or not data.keys() <= hints.keys():
        raise TypeError("not what was written")
    return list(data)


def _built_any(kinds: tuple[Any, ...], data: Any) -> Any:
    for kind in kinds:
        with suppress(TypeError, ValueError):
            return _built(kind, data)
    raise TypeError("not what was written")


def _built_all(kinds: tuple[Any, ...], data: Any) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise TypeError("not what was written")
    if kinds[-1] is Ellipsis:
        return tuple(_built(kinds[0], part) for part in data)
    return tuple(_built(kind, part) for kind, part in zip(kinds, data, strict=True))
