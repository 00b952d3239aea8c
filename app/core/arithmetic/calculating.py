"""Arithmetic that a question asks for, from figures that stand on pages. Never asks a model.

Owns the computing, and when it means nothing; `plans` tells what is asked, `operands` finds the
figures, `told_results` words the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from app.core.arithmetic.operands import CountPages, FindPage, Operand, operands_of
from app.core.arithmetic.plans import Kind, Plan
from app.core.types import Hit

_HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Calculation:
    """What came out, and of what.

    `result` is in percent with one decimal for growth and shares, in percentage points where
    percentages were subtracted, in the operands' unit otherwise; None where dividing by `base`
    means nothing.
    """

    kind: Kind
    operands: tuple[Operand, ...]
    result: Decimal | None

    @property
    def is_over_years(self) -> bool:
        """Whether one line is compared with itself in other years."""
        return len({operand.label for operand in self.operands}) == 1

    @property
    def base(self) -> Operand:
        """What is divided by."""
        return self.operands[-1]


def calculate(
    plan: Plan, hits: Sequence[Hit], find_page: FindPage, count_pages: CountPages
) -> Calculation | None:
    """The result with its operands, or None when a figure is missing, unclear or of another unit.

    All pages of the documents found are read, as another page may say otherwise.
    """
    operands = operands_of(plan, hits, find_page, count_pages)
    if operands is None:
        return None
    kind = plan.kind
    if kind is Kind.GROWTH and operands[0].is_percent:
        kind = Kind.DIFFERENCE
    alike = _of_one_unit(kind, operands)
    return Calculation(kind, alike, _result(kind, alike)) if alike else None


def _of_one_unit(kind: Kind, operands: tuple[Operand, ...]) -> tuple[Operand, ...] | None:
    """The operands counted in the same power of ten; None when they cannot be compared."""
    if len({operand.is_percent for operand in operands}) > 1:
        return None
    if kind is Kind.SUM and operands[0].is_percent:
        return None
    if len({operand.label for operand in operands}) == 1:
        return operands
    scales = [operand.scale for operand in operands]
    if kind is Kind.RATIO and scales[1] == 0 and scales[0] is not None:
        return operands
    if len({operand.currency for operand in operands} - {""}) > 1 or None in scales:
        return None
    known = [scale for scale in scales if scale is not None]
    if 0 in known and (any(known) or len({o.citation.page for o in operands}) > 1):
        return None
    least = min(known)
    return tuple(_counted_in(operand, least) for operand in operands)


def _counted_in(operand: Operand, scale: int) -> Operand:
    shift = (operand.scale or 0) - scale
    return replace(operand, value=operand.value.scaleb(shift), scale=scale) if shift else operand


def _result(kind: Kind, operands: Sequence[Operand]) -> Decimal | None:
    values = [operand.value for operand in operands]
    if kind is Kind.FIGURE:
        return values[0]
    if kind is Kind.DIFFERENCE:
        return values[0] - values[1]
    if kind is Kind.SUM:
        return sum(values, Decimal(0))
    if kind is Kind.AVERAGE:
        exact = min(_exponent(value) for value in values)
        average = _rounded(sum(values, Decimal(0)) / len(values), exact - 1)
        as_exact = _rounded(average, exact)
        return as_exact if as_exact == average else average
    return _quotient(kind, operands)


def _quotient(kind: Kind, operands: Sequence[Operand]) -> Decimal | None:
    one, base = operands[0].value, operands[1].value
    if base <= 0:
        return None
    if kind is Kind.GROWTH:
        return _rounded((one - base) / base * _HUNDRED, -1)
    if kind is Kind.SHARE:
        return _rounded(one / base * _HUNDRED, -1)
    shift = (operands[0].scale or 0) - (operands[1].scale or 0)
    return _rounded((one / base).scaleb(shift), -2)


def _exponent(value: Decimal) -> int:
    return min(int(value.as_tuple().exponent), 0)


def _rounded(value: Decimal, exponent: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(exponent), ROUND_HALF_UP)
