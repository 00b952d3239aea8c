"""Whether a question asks for everything, and for what: in English, French and Dutch."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.core.exhaustive.conditions import Limit, Period, fold_same, limit_in, period_in
from app.core.exhaustive.document_kinds import WORDS, says_several
from app.core.language import content_words, words

_MANY = r"how many|combien d(?:e|')\s?|hoeveel"
_ALL = r"""(?:every|each|all)(?: of)?(?: the| our| my| these)?|
    (?:tou(?:te)?s|l'ensemble des|chaque)(?: les| nos| mes| ces)?|
    (?:alle|elke|iedere|ieder|elk)(?: de| onze| mijn| deze)?"""
_WHICH = r"which|what are the|quels|quelles|quel(?:le)?s sont les|welke|wat zijn de"
_TELL = r"""list|enumerate|name|show|find|give|tell|identify|collect|
    listez|lister|liste|enumerez|enumere|citez|cite|montrez|montre|trouvez|trouve|donnez|donne|
    indiquez|dressez|
    geef|noem|toon|lijst|zoek|vind|som|vermeld"""
_GLUE = " ".join
_PATTERN = {
    name: _GLUE(pattern.split()).replace("| ", "|")
    for name, pattern in {"many": _MANY, "all": _ALL, "which": _WHICH, "tell": _TELL}.items()
}
_LISTING = re.compile(
    rf"\b(?:{_PATTERN['tell']})\b.*\b(?:{_PATTERN['all']})\b|^\W*(?:all|every|tou(?:te)?s|alle)\s|"
    r"\bwelke\b.*\ballemaal\b|\bwhich\b.*\ball\b.*\?"
)
_COUNTING = re.compile(rf"\b(?:{_PATTERN['many']})")
_NAMES = "|".join(sorted((re.escape(name) for name in WORDS), key=len, reverse=True))
_HEAD = re.compile(
    rf"\b(?:(?P<every>{_PATTERN['all']}|{_PATTERN['many']})|(?P<which>{_PATTERN['which']}))\s*"
    rf"(?:[\w-]+\s+)?(?P<name>{_NAMES})\b(?!['’-])"
)
_AGGREGATE = re.compile(
    r"\b(?:total|sum|average|mean|highest|lowest|largest|smallest|most|least|cheapest|"
    r"somme|moyenne|la plus|le plus|les plus|totaal|som|gemiddelde?|hoogste|laagste|grootste|"
    r"kleinste|duurste|goedkoopste|percentage|pourcentage)\b"
)
"""Something else is asked about all of them."""
_ASKING = """a all and can could do en et for i like list me need of out please see show the there
    to up us want what which would you we are
    je voudrais veux peux peut tu vous pouvez nous moi la le les une un liste de des dresse fais
    ik wil graag kun kan jij u mij ons een lijst van op eens maak welke wat zijn alle"""
_AROUND = """every each many how is were was have has had did does contain contains mention mentions
    mentioning mentioned containing with without in about from library total totals amount amounts
    value values worth sum euro euros eur dollar dollars pounds than more less between over above
    under below least most dated sent issued received concerning regarding listed since before after
    toutes tous toute tout chaque ensemble combien quelles quels sont avons y t il ont contiennent
    mentionnent mentionnant contenant concernant montant montants valeur superieur superieure
    superieurs superieures inferieur inferieure inferieurs inferieures depassent depassant plus
    moins entre totale datees dates datant adressees recues avant apres depuis
    elke iedere ieder allemaal hoeveel er hebben bevatten vermelden bedrag bedragen totaal waarde
    boven meer minder dan tussen gedateerd ontvangen verstuurd vanaf sinds"""
_BEFORE_HEAD = frozenset(_ASKING.split()) | frozenset(_PATTERN["tell"].split("|"))
"""Words that may stand in front of what is asked for all of."""
_FRAME = _BEFORE_HEAD | frozenset(_AROUND.split())


@dataclass(frozen=True)
class Everything:
    """What a question asks for all of.

    `kind` of documents are its items, "" for the sentences and rows that hold `terms`.
    """

    kind: str = ""
    is_count: bool = False
    is_list: bool = False
    terms: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Those of the terms that are names or numbers, and so the same in every language."""
    limit: Limit | None = None
    period: Period | None = None
    subject: str = ""
    """The terms as they are written in the question."""

    @property
    def is_of_documents(self) -> bool:
        return bool(self.kind)


def everything_in(question: str) -> Everything:
    """What the question asks for all of; neither a list nor a count for another question."""
    limit, rest = limit_in(question)
    period, rest = period_in(rest)
    plain = fold_same(question).replace("’", "'")
    is_about_all = bool(_AGGREGATE.search(fold_same(rest))) and limit is None
    head = None if is_about_all else _head(plain)
    is_count = bool(_COUNTING.search(plain))
    is_list = bool(head and not is_count) or bool(_LISTING.search(plain))
    is_list = is_list and not is_about_all
    named = frozenset(words(head["name"])) if head else frozenset[str]()
    terms = tuple(w for w in content_words(rest) if w not in _FRAME | named)
    return Everything(
        WORDS[head["name"]] if head else "",
        is_count,
        is_list,
        terms,
        tuple(term for term in terms if term in _names(rest)),
        limit,
        period,
        " ".join(word for word in re.findall(r"\w+", rest) if set(words(word)) & set(terms)),
    )


def everything_wanted(question: str) -> Everything:
    """The same where the user has said that everything is wanted."""
    found = everything_in(question)
    return found if found.kind else everything_in(f"all {question}")


def _head(plain: str) -> re.Match[str] | None:
    """Where the question names the kind of documents that it asks for all of."""
    head = _HEAD.search(plain)
    if head is None or (head["which"] and not says_several(head["name"])):
        return None
    return head if set(words(plain[: head.start()])) <= _BEFORE_HEAD else None


def _names(question: str) -> frozenset[str]:
    """Words that are written with a capital or a digit, the first one aside."""
    found = re.findall(r"(?<=\s)[(«“\"]?(?:[dlDL]['’])?(\w*[A-ZÀ-Þ0-9]\w*)", question)
    return frozenset(word for name in found for word in words(name))
