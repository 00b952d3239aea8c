"""What people call the lines of accounts in English, French and Dutch. Knows no document.

Two names of a line are compared by their words: the same, the same but for words that say
nothing (`total`), or another name of the same thing (`net sales`, `chiffre d'affaires`).
"""

from __future__ import annotations

import re

from app.core.language import words

_SMALL_WORDS = """a an the of to in on for and or at by from with as its our their is s was were
    de la le les l d des du et en au aux pour sur ses sa son leur
    het een der den van voor op te aan zijn haar hun bij uit door"""
_WORDS_THAT_SAY_NOTHING = """consolidated consolide consolidee consolides geconsolideerde
    geconsolideerd reported unadjusted annual company group groupe societe entreprise firm bedrijf
    onderneming groep vennootschap number nombre aantal fiscal year corporation jaarlijkse annuel
    annuelle amount montant bedrag"""
"""In a question or a table; they tell no line from another."""
_SMALL = frozenset(_SMALL_WORDS.split())
_SAYS_NOTHING = frozenset(_WORDS_THAT_SAY_NOTHING.split())
_NET_OR_NOT = frozenset(("sale", "revenue", "turnover", "vente", "affaire", "omzet"))
"""Lines that are the same with and without `net`; of property, income and debt they are two."""
_TOTALS = frozenset(("total", "totale", "totaux", "totaal", "totales"))
_VAGUE = frozenset(("other", "autre", "overige", "overig", "andere", "divers", *_TOTALS))
"""Words that name no line alone: each table has such a one."""
_NET = frozenset(("net", "nets", "nette", "nettes", "netto"))

_NAMES = {
    "revenue": """revenue; sales; turnover; operating revenue; chiffre d'affaires; ventes;
        omzet; bedrijfsopbrengsten; opbrengsten""",
    "net income": """net income; net earnings; net profit; profit for the period; résultat net;
        bénéfice net; nettowinst; nettoresultaat; netto winst; winst van het boekjaar;
        resultaat van het boekjaar""",
    "operating income": """operating income; operating profit; income from operations;
        earnings from operations; operating result; résultat d'exploitation;
        résultat opérationnel; bedrijfsresultaat; operationeel resultaat;
        bedrijfswinst; exploitatieresultaat""",
    "gross profit": """gross profit; gross margin; marge brute; bénéfice brut; brutowinst;
        brutomarge; brutoresultaat""",
    "cost of sales": """cost of sales; cost of revenue; cost of goods sold; cogs;
        cost of products sold; coût des ventes; coût des marchandises vendues;
        kostprijs van de omzet; kostprijs van de verkopen""",
    "assets": "assets; actif; activa",
    "current assets": """current assets; actif courant; actifs courants; actif circulant;
        vlottende activa""",
    "liabilities": "liabilities; verplichtingen; schulden",
    "current liabilities": """current liabilities; passif courant; passifs courants;
        passif circulant; kortlopende schulden; kortlopende verplichtingen""",
    "equity": """equity; shareholders' equity; stockholders' equity; capitaux propres;
        fonds propres; eigen vermogen""",
    "employees": """employees; number of employees; headcount; workforce; effectif; salariés;
        nombre de salariés; employés; nombre d'employés; werknemers; aantal werknemers;
        medewerkers; aantal medewerkers; personeelsleden""",
    "capital expenditure": """capital expenditures; capex;
        purchases of property, plant and equipment; payments for property, plant and equipment;
        acquisitions d'immobilisations corporelles; investeringen in materiële vaste activa""",
    "research": """research and development; research and development expenses;
        recherche et développement; frais de recherche et développement;
        onderzoek en ontwikkeling; onderzoeks- en ontwikkelingskosten""",
    "depreciation": """depreciation and amortization; depreciation and amortisation;
        amortissements; dotations aux amortissements; afschrijvingen""",
    "cash": """cash and cash equivalents; trésorerie et équivalents de trésorerie;
        geldmiddelen en kasequivalenten; liquide middelen""",
    "inventory": "inventories; stocks; voorraden; voorraad",
    "receivables": """accounts receivable; trade receivables; trade accounts receivable;
        créances clients; handelsvorderingen""",
    "property": """property, plant and equipment; ppe; pp&e; ppne; immobilisations corporelles;
        materiële vaste activa""",
    "net property": """property, plant and equipment, net; net ppe; net pp&e; net ppne;
        immobilisations corporelles nettes; netto materiële vaste activa""",
    "operating cash flow": """cash provided by operating activities;
        net cash provided by operating activities; net cash from operating activities;
        cash flow from operating activities; cash from operating activities;
        cash generated from operations; flux de trésorerie liés aux activités opérationnelles;
        kasstroom uit operationele activiteiten; kasstroom uit bedrijfsactiviteiten""",
}


def _plain(word: str) -> str:
    """Without the plural ending of English and French."""
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


Words = frozenset[str]


def label_words(label: str) -> Words:
    """The words that name a line: without what stands in brackets, small words and endings."""
    bare = re.sub(r"\([^()]*\)|/\([^()]*\)|\[[^\]]*\]", " ", label)
    kept = (w for w in words(bare) if w not in _SMALL and w not in _SAYS_NOTHING)
    return frozenset(map(_plain, kept))


def likeness(asked: Words, found: Words) -> int | None:
    """0: the same words, 1: but for `total` and `net`, 2: a synonym; None: another line."""
    if asked <= _VAGUE or not found:
        return None
    if asked == found:
        return 0
    asked, found = _bare(asked), _bare(found)
    if asked and asked == found:
        return 1
    concept = _CONCEPTS.get(asked)
    return 2 if concept is not None and concept == _CONCEPTS.get(found) else None


def _bare(label: Words) -> Words:
    label = label - _TOTALS
    return label - _NET if label & _NET_OR_NOT else label


_CONCEPTS = {
    _bare(label_words(name)): concept
    for concept, names in _NAMES.items()
    for name in names.split(";")
}


def line_of(label: str) -> str:
    """What all names of a line have in common; "" for a name that tells no line from another."""
    found = label_words(label)
    bare = _bare(found)
    if not bare or found <= _VAGUE:
        return ""
    return _CONCEPTS.get(bare) or " ".join(sorted(bare))


def is_a_total(label: Words) -> bool:
    """Whether the words say that it is a total."""
    return bool(label & _TOTALS)


_COMMON_WORDS: Words = frozenset[str]().union(*_CONCEPTS) | _TOTALS | _NET


def is_common_in_accounts(word: str) -> bool:
    """Whether a word is part of the usual name of a line, and so hardly a company's."""
    return word in _COMMON_WORDS
