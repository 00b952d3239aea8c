"""What a paper comes to: the amount that its lines call the total, or the one to be paid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.exhaustive.conditions import fold_same, without_dates
from app.core.grounding.amounts import MONEY, Amount, amounts

_TO_PAY = re.compile(
    r"\b(?:(?:amount|balance|total) (?:due|payable|to pay)|(?:please )?pay this amount|grand total|"
    r"total (?:incl|ttc|tvac)|(?:net |solde |montant |reste )?a payer|ttc|tvac|"
    r"te betalen|te voldoen|eindtotaal|totaal (?:incl|met)|(?:incl\w*\.? )(?:vat|btw|tva))\b"
)
_TOTAL = re.compile(
    r"\b(?:total|totaux|totaal|totaalbedrag|montant total|som|amount|montant|bedrag)\b"
)
_IN_PART = re.compile(
    r"\b(?:sub-?total|sous-?total|subtotaal|excl\w*|hors|htva|ht|excluding|before (?:vat|tax)|"
    r"zonder btw|(?:vat|btw|tva|tax) ?(?:\d|amount|bedrag|montant)|per|unit|piece|stuk)\b"
)


@dataclass(frozen=True)
class Sum:
    """An amount in the characters [start, end) of a page, and the line that holds it.

    Not `is_called` the total, it is only the largest one.
    """

    amount: Amount
    page: int
    start: int
    end: int
    is_called: bool


def total_of(pages: Sequence[tuple[int, str]]) -> Sum | None:
    """Of a document's pages, by number; None when no amount of money stands on them."""
    called: dict[int, Sum] = {}
    largest: Sum | None = None
    for number, text in pages:
        lines = list(_lines(text))
        for place, (start, end) in enumerate(lines):
            found = _money(text[start:end])
            for amount in found:
                if amount.unit and (largest is None or amount.full > largest.amount.full):
                    largest = Sum(amount, number, start, end, False)
            if rank := _rank(text[start:end]):
                stop = end
                if not found and place + 1 < len(lines):
                    stop = lines[place + 1][1]
                    found = _money(text[lines[place + 1][0] : stop])
                if found:
                    called[rank] = Sum(found[-1], number, start, stop, True)
    return called[max(called)] if called else largest


def _rank(line: str) -> int:
    """2 for what is to be paid, 1 for another total, 0 for none."""
    plain = fold_same(line)
    if _IN_PART.search(plain) and not _TO_PAY.search(plain):
        return 0
    return 2 if _TO_PAY.search(plain) else int(bool(_TOTAL.search(plain)))


def _money(line: str) -> list[Amount]:
    """Amounts of money, or ones with cents whose money is not said."""
    plain = without_dates(line)
    found = [a for a in amounts(plain) if not a.is_reference]
    return [a for a in found if a.unit in MONEY or (not a.unit and _has_cents(a))]


def _has_cents(amount: Amount) -> bool:
    return int(amount.value.as_tuple().exponent) == -2


def _lines(text: str) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text))
