"""What a page is about, in words that can be asked for: its headings and the terms it defines.

Looks at the text and the height of its lines. Knows no library and asks nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from app.core.figures import figures
from app.core.language import COMMON_WORDS, content_words, fold
from app.core.overview.centrality import proseness
from app.core.types import Line, Page

_TALLER = 1.15
"""How much taller than the page's usual line a heading is, where it has no number."""
_SHORTEST, _LONGEST = 6, 64
_BODY = 700
_FEW_PAGES = 8
_TITLE_LINES = 4
"""Of a first page: they name the document."""
_PROSE = 0.6
_FEWEST_WORDS = 12
_FACTS = 3
_SHORT = 45
"""Characters; a shorter line ends its paragraph."""
_JOINED = re.compile(r"[^\W\d_][.?!:][^\W\d_]|[a-zà-ÿ][A-ZÀ-Þ][a-zà-ÿ]|[’']$")
"""Two pieces of text that the page shows apart."""
_PARTS = "article|artikel|chapter|chapitre|hoofdstuk|section|afdeling|item|note"
_NUMBER = re.compile(
    rf"^(?:(?:{_PARTS}|§)\s*)?(?:\d+(?:\.\d+)*|[IVX]{{1,5}}|[A-Z])?\s*[.):–—-]*\s+", re.IGNORECASE
)
_NUMBERED = re.compile(
    rf"^(?:\d+(?:\.\d+){{0,3}}[.)]?\s+|(?:{_PARTS})\s+\w{{1,6}}\b)", re.IGNORECASE
)
_DEFINED = re.compile(
    r"[“\"«„]\s?(?P<term>[A-ZÀ-Þ][^“”\"«»„\n]{3,40}?)\s?[”\"»“]\s+(?:means|shall mean|refers to|"
    r"désigne|signifie|s’entend|betekent|wordt verstaan|bedeutet|bezeichnet|significa)\b"
)
_SAYS_LITTLE = """introduction contents content index annex annexes appendix conclusion conclusions
    general summary overview preface foreword notes signatures signature definitions scope page
    report schedules statements financial consolidated sommaire generalites annexe preambule table
    matieres definitions remarques resume objet inhoud inhoudsopgave inleiding bijlage bijlagen
    besluit algemeen voorwoord samenvatting definities inhaltsverzeichnis einleitung anhang vorwort
    indice introduccion pagina date datum"""
_LITTLE = frozenset(_SAYS_LITTLE.split())
_NEVER = frozenset(("exhibit", "exhibits", "certification", "certifications", "consent", "note"))


@dataclass(frozen=True)
class Topic:
    """Something a page tells about; `weight` says how good a question it makes."""

    words: str
    page: int
    body: str
    """The text that follows it."""
    weight: float
    is_term: bool = False


def topics_of(pages: Sequence[Page]) -> list[Topic]:
    """The best first, each once; what stands on several pages is their running head.

    The first page of a long document is its cover.
    """
    inner = pages[1:] if len(pages) > _FEW_PAGES else pages
    found = [topic for page in inner for topic in (*_headings(page), *_terms(page))]
    counts = Counter(fold(topic.words) for topic in found)
    first: dict[str, Topic] = {}
    for topic in found:
        if counts[fold(topic.words)] <= 2:
            first.setdefault(fold(topic.words), topic)
    return sorted(first.values(), key=lambda topic: -topic.weight)


def topic_of_section(title: str, page: Page) -> Topic | None:
    """The topic that an entry of a document's own table of contents names."""
    words = _without_number(title)
    return _made(words, page.number, page.text[:_BODY]) if _can_be_asked(words) else None


def _headings(page: Page) -> Iterator[Topic]:
    """Lines that stand out by a number or their height, with running text below."""
    usual = median([_height(line) for line in page.lines]) if page.lines else 0.0
    texts = [" ".join(page.text[line.start : line.end].split()) for line in page.lines]
    for i, (line, text) in enumerate(zip(page.lines[:-1], texts[:-1], strict=True)):
        is_marked = _height(line) >= usual * _TALLER or _NUMBERED.match(text)
        words = _without_number(text)
        is_title = page.number == 1 and i < _TITLE_LINES
        if not is_marked or is_title or text.endswith(":") or not _can_be_asked(words):
            continue
        if _ends(texts[i - 1] if i else "") and _begins(texts[i + 1]):
            body = page.text[line.end : line.end + _BODY]
            if topic := _made(words, page.number, body):
                yield topic


def _ends(text: str) -> bool:
    """Whether what stands before a heading is over."""
    return not text or text[-1] in '.?!:;)”»"' or len(text) < _SHORT or text[-1].isdigit()


def _begins(text: str) -> bool:
    """Whether running text begins here, not the second line of a heading."""
    return len(text.split()) >= 4 and not text[0].islower()


def _terms(page: Page) -> Iterator[Topic]:
    for match in _DEFINED.finditer(page.text):
        words = " ".join(match["term"].split())
        body = page.text[match.start() : match.start() + _BODY]
        yield Topic(words, page.number, body, 1.4, is_term=True)


def _made(words: str, page: int, body: str) -> Topic | None:
    """Where running text with a few facts follows, a question has an answer."""
    prose = proseness(body)
    if prose < _PROSE or len(content_words(body)) < _FEWEST_WORDS:
        return None
    facts = min(len(figures(body)), _FACTS)
    return Topic(words, page, body, prose + 0.3 * facts + 0.1 * min(len(content_words(words)), 4))


def _can_be_asked(words: str) -> bool:
    said = content_words(words)
    telling = [word for word in said if word not in _LITTLE]
    letters = sum(sign.isalpha() or sign.isspace() for sign in words)
    return (
        _SHORTEST <= len(words) <= _LONGEST
        and words[0].isupper()
        and words[-1] not in ".;,:-"
        and not words.isupper()
        and words.split()[-1].lower() not in COMMON_WORDS
        and not _JOINED.search(words)
        and not words[-1].isdigit()
        and len(telling) >= 2
        and _NEVER.isdisjoint(said)
        and not set("•:;|") & set(words)
        and letters >= 0.85 * len(words)
        and len(words.split()) <= 9
    )


def _without_number(text: str) -> str:
    """`3.4  Access to care` is `Access to care`, `Article 7 – Délai` is `Délai`."""
    text = text.strip(" \t.–—-:•")
    stripped = _NUMBER.sub("", text, count=1) if _NUMBERED.match(text) else text
    return " ".join(stripped.strip(" .–—-:").split())


def _height(line: Line) -> float:
    return line.box[3] - line.box[1]
