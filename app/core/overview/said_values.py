"""What the answers of several documents say that can be compared: figures, dates, names, denials.

Owns when two of them are the same, whatever their format, unit or language; not what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.core.grounding.amounts import MONEY, Amount, amounts, same_amount
from app.core.grounding.claims import denials, stem, stems_of, taken_apart
from app.core.grounding.dates import Date, dates, same_date
from app.core.language import fold
from app.core.types import Answer, Citation, Sentence, Support

_HOURS = {"second": Decimal(1) / 3600, "minute": Decimal(1) / 60, "hour": Decimal(1),
          "day": Decimal(24), "week": Decimal(168)}  # fmt: skip
_MONTHS = {"month": Decimal(1), "year": Decimal(12)}
_NAME = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w&.'’-]*\w(?:\s+(?:(?:of|de|du|des|la|van|der|den)\s+)?[A-ZÀ-ÖØ-Þ][\w&.'’-]*\w)*"
)
_YES_NO = re.compile(
    r"(?:is|are|was|were|does|do|did|has|have|can|could|may|must|shall|should|will|est-ce\s+qu|"
    r"mag|mogen|moet|moeten|kan|kunnen|heeft|hebben|wordt|worden|zijn|"
    r"(?:(?:l[ae]|les|un|une)\s+)?[\w’' -]{0,60}(?:-t)?-(?:il|elle|ils|elles|on)\b)",
    re.IGNORECASE,
)  # fmt: skip
_WH = re.compile(
    r"\b(?:who|what|which|when|where|why|how|qui|que|quoi|quel\w*|quand|où|combien|comment|pourquoi|"
    r"wie|wat|welke?|wanneer|waar|hoe\w*|waarom)\b",
    re.IGNORECASE,
)  # fmt: skip
_TEN = re.compile(
    r"\bten(?= (?:minste|laatste|hoogste|opzichte|aanzien|gevolge|slotte|name|belope|bedrage)\b)"
)
"""Dutch “ten minste” is no 10."""
_NO = re.compile(r"\W*(?:no|non|nee|neen)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """A value in a sentence of a document's answer. Only values of one `about` are compared."""

    document: int
    about: str
    written: str
    value: Amount | Date | str
    sentence: Sentence

    def is_same(self, other: Said) -> bool:
        if self.about != other.about:
            return False
        if isinstance(self.value, Amount) and isinstance(other.value, Amount):
            return _same_amount(self.value, other.value)
        if isinstance(self.value, Date) and isinstance(other.value, Date):
            return same_date(self.value, other.value) or same_date(other.value, self.value)
        return _same_name(str(self.value), str(other.value))

    @property
    def family(self) -> str:
        """Values of another family may well stand beside each other: 2 days a week, for 6 months.

        Of a figure it is what is counted, "" when nothing says it.
        """
        if isinstance(self.value, Amount) and self.about == "duration":
            return "months" if self.value.unit in _MONTHS else "hours"
        if self.about == "figure":
            return stem(self.written.rpartition(" ")[2]) if " " in self.written else ""
        return ""

    @property
    def citation(self) -> Citation | None:
        """The cited lines that hold the value, or else the first ones."""
        cited = self.sentence.citations
        holding = (c for c in cited if any(self.is_same(v) for v in _values(c.quote, self)))
        return next(holding, cited[0] if cited else None)


def values_of(document: int, answer: Answer, question: str) -> list[Said]:
    """What the supported sentences say, in order, each once; not what the question says itself."""
    asked = list(_values_in(document, Sentence(question, Support.SUPPORTED)))
    found: list[Said] = []
    for sentence in answer.sentences:
        if sentence.support is Support.UNSUPPORTED:
            continue
        for value in _values_in(document, sentence):
            if not any(value.is_same(other) for other in (*asked, *found)):
                found.append(value)
    return found


def is_yes_no(question: str) -> bool:
    """Whether a question asks whether something is so."""
    return bool(_YES_NO.match(question)) and not _WH.match(question)


def denies(sentence: Sentence) -> bool:
    """Whether a sentence says that something is not so."""
    return bool(denials(sentence.text)) or bool(_NO.match(sentence.text))


def same_matter(one: Sentence, other: Sentence) -> float:
    """The share of words that two sentences of one language have in common."""
    first, second = stems_of(one.text), stems_of(other.text)
    return len(first & second) / max(min(len(first), len(second)), 1)


def _values(text: str, like: Said) -> Iterator[Said]:
    return _values_in(like.document, Sentence(text, Support.SUPPORTED))


def _values_in(document: int, sentence: Sentence) -> Iterator[Said]:
    text = sentence.text
    when = dates(text)
    blanked = _blanked(text, [(date.start, date.end) for date in when])
    found: list[tuple[int, str, str, Amount | Date | str]] = []
    for date in when:
        about = "year" if date.is_year else "date"
        found.append((date.start, about, text[date.start : date.end], date))
    for amount in amounts(_TEN.sub("   ", blanked)):
        if not amount.is_reference:
            written = _written(text, amount)
            found.append((amount.start, _about(amount.unit), written, amount))
    found += [(start, "name", name, name) for start, name in _names(blanked)]
    for _start, about, written, value in sorted(found, key=lambda row: row[0]):
        yield Said(document, about, written.strip(" .,;:"), value, sentence)


def _written(text: str, amount: Amount) -> str:
    """The amount with the currency before it and the unit behind it."""
    before = re.search(r"(?:US\$|[€$£]|\b(?:EUR|USD|GBP|CHF))\s*$", text[: amount.start])
    start = before.start() if before else amount.start
    written = text[start : amount.end]
    if amount.unit or amount.scale:
        return written
    noun = re.match(r"\s+[^\W\d_]+", text[amount.end :])
    return written + (noun[0] if noun else "")


def _about(unit: str) -> str:
    if unit in MONEY:
        return "amount"
    if unit in _HOURS or unit in _MONTHS:
        return "duration"
    return "share" if unit in ("percent", "point") else "figure"


def _same_amount(one: Amount, other: Amount) -> bool:
    for table in (_HOURS, _MONTHS):
        if one.unit in table and other.unit in table:
            return one.full * table[one.unit] == other.full * table[other.unit]
    if one.unit and other.unit and one.unit != other.unit:
        return False
    return same_amount(one, other) or same_amount(other, one) or one.full == other.full


def _same_name(one: str, other: str) -> bool:
    """“Dr Anna Peeters” is “Anna Peeters”, and “Peeters” too."""
    first, second = ({fold(w) for w in re.findall(r"\w{2,}", name)} for name in (one, other))
    return bool(first & second) and (first <= second or second <= first)


def _names(text: str) -> Iterator[tuple[int, str]]:
    """Names inside a sentence; its first word only where it is part of a longer name."""
    sure = taken_apart(text).names
    for match in _NAME.finditer(text):
        start, name = match.start(), match.group()
        words = name.split()
        if not text[:start].strip(" «“\"'(") and len(words) > 1 and fold(words[0]) not in sure:
            words, start = words[1:], start + len(words[0]) + 1
        if words and any(fold(word.rstrip(".'’")) in sure for word in words):
            yield start, " ".join(words)


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
