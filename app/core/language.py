"""Words, sentences and languages, as far as searching and matching need them. Knows no document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_COMMON = {
    "English": """a an and are as at be been but by can could did do does for from had has have he
        her his how i if in into is it its may more most must no not of on or our shall
        she should so than that the their them then there these they this to under was we
        were what when where which who whom whose why will with would you your me my us
        about please tell give any all also each other such""",
    "French": """a à ai ainsi après au aux avec avoir c ce ces cet cette comme comment d dans de
        des doit donc du elle elles en entre est et été être eu fait faire faut il ils j
        je l la le les leur leurs lors lui m mais me même mes moi mon n ne nos notre nous
        on ont ou où par pas peut plus pour pourquoi qu quand que quel quelle quelles
        quels qui quoi s sa sans se selon sera ses si son sont sous sur t ta te tes ton
        tous tout toute toutes tu un une vos votre vous y""",
    "Dutch": """aan al alle als bij dan dat de deze die dit door dus een en er geen haar had heb
        hebben heeft hem het hij hoe hoeveel hun ik in is je kan kunnen maar mag mij mijn
        moet moeten na naar niet nog nu of om omdat ons onze ook op over te tegen tot u
        uit uw van veel voor waar waarom wanneer waren was wat we welk welke werd wie wij
        wordt worden zal ze zich zij zijn zo zou""",
    "German": """aber als am an auch auf aus bei bin bis das dass dem den der des die dies diese
        dieser du durch ein eine einem einen einer er es für hat haben ich ihr im in ist
        kann können man mit muss nach nicht noch nur ob oder sein sich sie sind so über um
        und uns unter vom von vor wann war waren warum was wegen welche welcher wenn wer
        werden wie wieviel wird wir wo wurde zu zum zur""",
    "Spanish": """al algo como con cuando cuál cuáles cuándo cuánto cuántos cómo de del desde donde
        dónde el ella en entre era es esta este esto fue fueron ha han hasta la las le les
        lo los más me mi muy no nos o para pero por porque qué que quién quiénes se ser si
        sin sobre son su sus también tiene todo un una uno unos y ya""",
}
COMMON_WORDS = frozenset(word for words in _COMMON.values() for word in words.split())
_OF_LANGUAGE = {language: frozenset(words.split()) for language, words in _COMMON.items()}

_WORD = re.compile(r"\w+(?:[.,]\d+)*", re.UNICODE)
_SENTENCE_END = re.compile(
    r"""(?<=[.!?…])["»”’)\]]*\s+(?=["«“‘(\[]*[A-ZÀ-ÖØ-Þ0-9•\-–])|\n\s*\n|\n(?=\s*[•\-–*]\s)""",
    re.VERBOSE,
)
_SHORT_LINE = 45
"""Characters; a shorter line is no full line of running text."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Inc|Corp|Co|Ltd|No|Nos|vs|etc|approx|Art|art|cf|al|p|pp|nr|"
    r"Nr|bv|bijv|resp|env|Mme|M|MM|n°|fig|Fig|Sec|sec|e\.g|i\.e|U\.S|z\.B|o\.a))\.$"
)


def words(text: str) -> list[str]:
    """Lower case words and figures, in order, without accents."""
    return [fold(match.group()) for match in _WORD.finditer(text)]


def content_words(text: str) -> list[str]:
    """The words that say what a text is about, each once, in order."""
    found = (match.group().lower() for match in _WORD.finditer(text))
    kept = (fold(word) for word in found if word not in COMMON_WORDS)
    return list(dict.fromkeys(word for word in kept if len(word) > 1 or word.isdigit()))


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Lower case, without accents."""
    decomposed = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def language_of(text: str) -> str:
    """`English`, `French`, `Dutch`, `German` or `Spanish`: whose small words are used most."""
    found = [match.group().lower() for match in _WORD.finditer(text)]
    scores = {name: sum(w in common for w in found) for name, common in _OF_LANGUAGE.items()}
    return max(scores, key=lambda name: scores[name])


def asking_part(question: str) -> str:
    """What asks, without what is said around it: "Answer in euros.", "As an auditor: …"."""
    asking = [question[a:b] for a, b in sentence_spans(question) if question[a:b].endswith("?")]
    return asking[-1].rpartition(": ")[2] if asking else question


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; blank space between them belongs to none."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text[max(start, match.start() - 12) : match.start()]):
            continue
        yield from _trimmed(text, start, match.start())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def readable(text: str) -> str:
    """Text of a page as one flowing paragraph: words cut at line ends joined, blanks folded."""
    return " ".join(_joined_words(text).split())


def laid_out(text: str) -> str:
    """Like `readable`, but what looks like a row of a table, a list or a heading keeps its line."""
    lines = [" ".join(line.split()) for line in _joined_words(text).split("\n")]
    kept = [line for line in lines if line]
    ends = ("\n" if _ends_a_line(line) else " " for line in kept)
    return "".join(line + end for line, end in zip(kept, ends, strict=True)).strip()


def _ends_a_line(line: str) -> bool:
    return len(line) < _SHORT_LINE or line[-1].isdigit() or line[-1] in ".:;!?%)€$—-"


def _joined_words(text: str) -> str:
    text = text.replace("\u00ad", "").replace("\u00a0", " ").replace("\u200b", "")
    return re.sub(r"(?<=[a-zà-ÿ])-[ ]*\n\s*(?=[a-zà-ÿ])", "", text)


def counted(count: int, noun: str) -> str:
    """In an English sentence of our own: `1 page`, `2,000 pages`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
