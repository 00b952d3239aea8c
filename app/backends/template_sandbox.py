"""A Jinja sandbox for strangers' chat templates: little is allowed, and what grows is weighed.

Jinja's own sandbox keeps a template from reaching Python; this one also keeps it from filling the
memory. Whatever makes a text or a list is charged to an account before it is made.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from functools import wraps
from types import BuiltinMethodType, CodeType
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import Context, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace, pass_context
from jinja2.visitor import NodeTransformer

MOST_MADE = 20_000_000
"""Bytes of all that one rendering makes, thrown away or not."""
LARGEST_NUMBER = 2**64
LONGEST_PROGRAM = 250_000
"""Characters of the Python program that Jinja makes of a template."""

_PLAIN = (str, int, float, type(None), Undefined)
_FILTERS = (
    *("abs", "capitalize", "count", "d", "default", "dictsort", "first", "float", "int", "items"),
    *("last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse"),
    *("select", "selectattr", "sort", "title", "trim", "unique", "upper"),
)
_METHODS = (
    *("capitalize", "count", "endswith", "find", "get", "index", "isalpha", "isdigit", "isspace"),
    *("items", "join", "keys", "lower", "lstrip", "partition", "removeprefix", "removesuffix"),
    *("replace", "rfind", "rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith"),
    *("strip", "title", "upper", "values"),
)
_REFUSED = (nodes.Import, nodes.FromImport, nodes.Include, nodes.Extends, nodes.Block)
_LONGEST_FORMAT = 100
_DEEPEST_INDENT = 16


class Account:
    """What one rendering may still make, in bytes."""

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        self.left = MOST_MADE

    def charge(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise SecurityError("the template makes too much")

    def made(self, value: Any) -> Any:
        """The value, charged for."""
        if isinstance(value, (*_PLAIN, list, tuple, dict)):
            self._weigh(value)
        return value

    def text(self, value: Any) -> str:
        """A plain value as text. Other objects have none: it could be endless."""
        if not isinstance(value, str):
            self._weigh(value)
            value = str(value)
        return value  # type: ignore[no-any-return]

    def join(self, values: Iterable[Any], between: str = "") -> str:
        parts = [self.text(value) for value in values]
        self.charge(4 * sum(map(len, parts)) + 4 * len(between) * len(parts))
        return between.join(parts)

    def replace(self, text: str, old: str, new: str, count: int | None = None) -> str:
        text, old, new = self.text(text), self.text(old), self.text(new)
        self.charge(4 * (len(text) + text.count(old) * len(new)))
        return text.replace(old, new, -1 if count is None else count)

    def json(self, value: Any, indent: int | None = None, **_style: Any) -> str:
        if indent is not None and not 0 <= indent <= _DEEPEST_INDENT:
            raise SecurityError("a deep indent")
        self.made(value)
        return str(self.made(json.dumps(value, ensure_ascii=False, indent=indent)))

    def _weigh(self, value: Any) -> None:
        """Charge for all that is in a value, as often as it is: text of it would be as long."""
        if isinstance(value, _PLAIN):
            self.charge(sys.getsizeof(value))
            return
        if not isinstance(value, (list, tuple, dict)):
            raise SecurityError("not a plain value")
        self.charge(sys.getsizeof(value))
        for part in [*value, *value.values()] if isinstance(value, dict) else value:
            self._weigh(part)


class Sandbox(ImmutableSandboxedEnvironment):
    """Compiles templates that can lay out messages and little else."""

    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))

    def __init__(self, account: Account) -> None:
        super().__init__(
            trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols"],
            finalize=lambda value: account.made(account.text(value)),
        )  # fmt: skip
        self.account = account
        self.filters = _filters(account)
        self.globals = {
            "range": self.globals["range"],
            "namespace": Namespace,
            "raise_exception": _refuse,
            "strftime_now": _time_now,
        }

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = _Weighed().visit(super()._parse(source, name, filename))
        tree.set_environment(self)
        return tree

    def _compile(self, source: str, filename: str) -> CodeType:
        """Python takes a second for the longest program that is let through; it has no clock."""
        if len(source) > LONGEST_PROGRAM:
            raise SecurityError("the template is too long")
        return super()._compile(source, filename)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, (Namespace, LoopContext)):
            return not attr.startswith("_")
        return attr in _METHODS and isinstance(obj, (str, list, tuple, dict))

    def is_safe_callable(self, obj: Any) -> bool:
        return (
            isinstance(obj, (BuiltinMethodType, Macro, LoopContext))
            or isinstance(getattr(obj, "__self__", None), LoopContext)
            or obj in self.globals.values()
        )

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        for value in (*args, *kwargs.values()):
            self.account.made(value)
        if isinstance(obj, BuiltinMethodType) and isinstance(obj.__self__, str):
            if obj.__name__ == "replace":
                return self.filters["replace"](obj.__self__, *args)
            if obj.__name__ == "join":
                return self.filters["join"](*args, obj.__self__)
        return self.account.made(super().call(context, obj, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        for kind in (str, list, tuple):
            if operator == "+" and isinstance(left, kind) and isinstance(right, kind):
                self.account.made(left)
                self.account.made(right)
                return left + right  # type: ignore[operator]
        if operator == "**" or not all(isinstance(one, (int, float)) for one in (left, right)):
            raise SecurityError("an operation that can make too much")
        if max(abs(left), abs(right)) > LARGEST_NUMBER:
            raise SecurityError("a number that is too large")
        return super().call_binop(context, operator, left, right)


class _Weighed(NodeTransformer):
    """Lets filters of ours make what a template's own syntax would make without asking."""

    def generic_visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> nodes.Node:
        if isinstance(node, _REFUSED):
            raise SecurityError("a chat template has no parts elsewhere")
        return super().generic_visit(node, *args, **kwargs)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        return _filtered(nodes.List(node.nodes), "joined", node)

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.Node:
        return _filtered(nodes.Const(node.data), "made", node)

    def visit_List(self, node: nodes.List) -> nodes.Node:
        return _filtered(self.generic_visit(node), "made", node)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:
        return _filtered(self.generic_visit(node), "made", node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:
        self.generic_visit(node)
        return _filtered(node, "made", node) if node.ctx == "load" else node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:
        self.generic_visit(node)
        if not isinstance(node.arg, nodes.Slice):
            return node
        ends = (node.arg.start, node.arg.stop, node.arg.step)
        return _filtered(node.node, "cut", node, [end or nodes.Const(None) for end in ends])


def _filtered(
    value: nodes.Node, name: str, place: nodes.Node, arguments: list[Any] | None = None
) -> nodes.Node:
    found = nodes.Filter(value, name, arguments or [], [], None, None)
    return found.set_lineno(place.lineno)


def _filters(account: Account) -> dict[str, Callable[..., Any]]:
    """Those that chat templates use, each charging for what it makes."""

    def charging(function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def charged(*args: Any, **kwargs: Any) -> Any:
            return account.made(function(*args, **kwargs))

        return charged

    # Filters that want the context are never run while a template is compiled.
    @pass_context
    def made(_context: Context, value: Any) -> Any:
        return account.made(value)

    @pass_context
    def joined(_context: Context, values: list[Any]) -> str:
        return account.join(values)

    @pass_context
    def cut(_context: Context, value: Any, *ends: Any) -> Any:
        return account.made(value[slice(*ends)])

    own: dict[str, Callable[..., Any]] = {
        "join": account.join, "replace": account.replace, "tojson": account.json,
        "string": account.text, "safe": account.text,
        "made": made, "joined": joined, "cut": cut,
    }  # fmt: skip
    return {name: charging(FILTERS[name]) for name in _FILTERS} | own


def _refuse(message: str) -> None:
    raise SecurityError(message)


def _time_now(form: str) -> str:
    if len(form) > _LONGEST_FORMAT:
        raise SecurityError("a long format of a time")
    return time.strftime(form)
