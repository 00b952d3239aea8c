"""Figures as people write them in English, French and Dutch, made comparable. Knows no units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

_FIGURE = re.compile(
    r"(?<!\d)\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)*"
)
_MOST_DIGITS = 18
"""Longer figures are codes, of which none is another rounded."""
_WORDS = {
    "English": """two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty""",
    "French": """deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze
        quinze seize dix-sept dix-huit dix-neuf vingt""",
    "Dutch": """twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien
        vijftien zestien zeventien achttien negentien twintig""",
}
_TENS = "thirty trente dertig forty quarante veertig fifty cinquante vijftig sixty soixante zestig"
NUMBER_WORDS = {
    word: Decimal(value)
    for written in _WORDS.values()
    for value, word in enumerate(written.split(), start=2)
} | {word: Decimal(30 + 10 * (place // 3)) for place, word in enumerate(_TENS.split())}


def figures(text: str) -> list[Decimal]:
    """Every figure in `text`: `1.250,00`, `1,250.00` and `1 250` are all 1250, `twelve` is 12."""
    written = (word for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower()))
    in_words = [NUMBER_WORDS[word] for word in written if word in NUMBER_WORDS]
    return [value for _, value in figure_spans(text)] + in_words


def possible_figures(text: str) -> frozenset[Decimal]:
    """Every figure that `text` can be read to hold: in a table, `731 742` is one or two."""
    apart = re.sub(r"(?<=\d)[\u00a0\u202f ](?=\d)", " | ", text)
    return frozenset(figures(text)) | frozenset(figures(apart))


def figure_spans(text: str) -> Iterator[tuple[tuple[int, int], Decimal]]:
    """Each figure with the characters [start, end) that write it."""
    for match in _FIGURE.finditer(text):
        value = _value(match.group())
        if value is not None:
            yield match.span(), value


def same_within_rounding(one: Decimal, other: Decimal) -> bool:
    """Equal, or one is the other rounded to the digits it shows: 1577 and 1577.3."""
    if one == other:
        return True
    shown = max(_exponent(one), _exponent(other))
    is_huge = max(one.adjusted(), other.adjusted()) > _MOST_DIGITS
    return shown > -6 and not is_huge and _rounded(one, shown) == _rounded(other, shown)


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return min(int(exponent), 0) if isinstance(exponent, int) else 0


def _rounded(value: Decimal, exponent: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(exponent))


def _value(written: str) -> Decimal | None:
    plain = re.sub(r"['’\u00a0\u202f ]", "", written)
    marks = re.findall(r"[.,]", plain)
    if len(set(marks)) == 2:
        plain = _with_decimal_mark(plain, plain[max(plain.rfind("."), plain.rfind(","))])
    elif len(marks) > 1 or re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", plain):
        plain = re.sub(r"[.,]", "", plain)
    else:
        plain = plain.replace(",", ".")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def _with_decimal_mark(plain: str, mark: str) -> str:
    whole, _, fraction = plain.rpartition(mark)
    return re.sub(r"[.,]", "", whole) + "." + fraction
