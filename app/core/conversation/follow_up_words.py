"""The words by which a follow-up question is known in English, French and Dutch. Only data."""

from __future__ import annotations

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ABOUT = re.compile(
    r"""(?:and\s+|but\s+|et\s+|mais\s+|en\s+|maar\s+)?(?:
        (?:what|how)\s+about | (?:the\s+)?same(?:\s+question)?\s+(?=for\b) |
        qu['’]en\s+est-il\s+(?=pour\b|d(?:e|u|es)\b|d['’]|en\b|à\b|chez\b) |
        quid\s+(?=pour\b|d(?:e|u|es)\b|d['’]|en\b) |
        (?:la\s+)?même\s+(?:question|chose)\s+(?=pour\b) | idem\s+(?=pour\b|voor\b|for\b) |
        hoe\s+(?:zit|staat)\s+het\s+(?:dan\s+)?met | wat\s+(?:dan\s+)?met |
        (?:de)?zelfde\s+(?:vraag\s+)?(?=voor\b) | hetzelfde\s+(?=voor\b)
    )\s*""",
    re.IGNORECASE | re.VERBOSE,
)
"""Asks the same of something else. “Qu'en est-il de” keeps its preposition, which may go again."""
JOINS = re.compile(r"(?:and|or|but|also|et|ou|mais|aussi|en|of|maar|ook)\s+(?!\d+\s*%)", re.I)
HOW_MUCH = re.compile(
    r"(?:how\s+(?:much|many)|combien|hoeveel)\s+"
    r"(?=(?:for|in|at|of|pour|en|à|au|aux|dans|voor|bij|op)\b)",
    re.IGNORECASE,
)
ASKS = _set(
    """what which who whom whose when where why how
    quel quelle quels quelles qui que quoi quand où pourquoi comment combien lequel laquelle
    wat welke welk wie wanneer waar waarom hoe hoeveel hoelang waarvoor waarmee"""
)
AROUND_ASKS = _set(
    """not so come else since until till from by for to of with about at on in long much many often
    soon exactly then precisely really more time day date hour year
    depuis jusqu jusqu'à à au de d par pour avec sur dans non pas alors donc cela exactement encore
    temps quelle date heure jour moment année
    sinds tot vanaf door voor met over om aan niet dan zo precies juist nog lang vaak snel veel
    uur dag datum tijdstip jaar"""
)
"""Words that may stand beside a question word that is all of a question: “since when?”."""
VERBS = _set(
    """is are was were be been do does did has have had can could may might must shall should will
    would get gets got receive receives earn earns work works take takes pay pays need needs cost
    costs apply applies mean means say says
    est sont était étaient sera seront a ont avait avaient aura auront peut peuvent doit doivent
    faut fait font va vont reçoit reçoivent touche touchent paie paient paye payent coûte coûtent
    dit disent vaut valent s'élève élève
    zijn waren wordt worden werd werden heeft hebben had hadden kan kunnen mag mogen moet moeten
    zal zullen krijgt krijgen krijg kost kosten betaalt betalen werkt werken geldt gelden duurt
    bedraagt bedroeg bedragen zegt staat staan"""
)
PREPOSITIONS = _set(
    """in for at on by during since with without from to of under within after before until about
    between per against
    en pour à au aux chez dans pendant selon dès depuis avec sans de du des d sous sur par après
    avant jusqu entre contre
    voor bij op tijdens sinds vanaf met zonder van uit onder binnen na tot over door tegen aan"""
)
DETERMINERS = _set(
    """the a an this that these those all each every our
    le la les l un une des du au aux ce cet cette ces tous toutes chaque nos notre
    de het een dit dat deze die alle elke onze ons ieder iedere"""
)
PLURAL_DETERMINERS = _set("these those all les des aux ces nos tous toutes alle")
MONTHS = _set(
    """january february march april may june july august september october november december
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    januari februari maart mei juni juli augustus oktober"""
)
PLURAL_PRONOUNS = _set("they them their theirs ils elles leur leurs hun hen ze")
PRONOUNS = PLURAL_PRONOUNS | _set(
    """it its he she him his her hers
    il elle lui son sa ses celui-ci celle-ci ceux-ci celles-ci celui-là celle-là cela ça
    hij zij hem haar daarvan daarvoor daarmee daarover daaraan daarin daarbij ervan ervoor erover
    ermee erin eraan erbij"""
)
POINTING = _set("this that these those dit dat deze die")
"""Pronouns when what follows is no noun."""
NO_NOUN_AFTER = re.compile(
    r"(?:\W*$|(?:mean|cost|allowed|possible|correct|true|include|apply|end|start|happen|change|"
    r"cover|last|right|all|also|still|not|the|a|in|for|to|from|of|by|on|toegestaan|mogelijk|juist|"
    r"correct|waar|ook|nog|niet|in|voor|van|op|met|(?:ge|be|ver|ont|her|op|af|aan|uit|toe)\w+(?:d|t|en)|"
    r"af|op|uit|aan|om|tot|vanaf|dan|al|precies|juist|per|met|voor)\b)",
    re.IGNORECASE,
)
IMPERSONAL = re.compile(
    r"""\bit\s+(?:(?:be|is|was)\s+)?(?:possible|allowed|permitted|true|necessary|required|mandatory|
        forbidden|prohibited|legal|obligatory|takes?\b.*\bto)\b |
    \by\s+a(?:vait)?-t-il | \bil\s+y\s+a | \bfaut-il | \bil\s+faut | \bs['’]agit-il |
    \breste-t-il | \b(?:est|était|sera)(?:-t)?-il\s+(?:possible|permis|autorisé|obligatoire|
        interdit|prévu|nécessaire|vrai|admis|exact)\s+(?:d|qu) |
    \bhet\s+(?:\w+\s+)?(?:toegestaan|toegelaten|mogelijk|verplicht|verboden|waar|nodig|vereist)\s+
        (?:om|dat|te) |
    \bhet\s+om\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""“Is it allowed to …”: the pronoun stands for what follows."""
CLITIC = re.compile(
    r"\bl['’](?=(?:a|ont|avait|avaient|aura|as|avons|avez)\b)|"
    r"(?<=\b(?:doit|peut|faut) )(?:l[ae]|les) (?=\w+(?:er|ir|re)\b)",
    re.IGNORECASE,
)
"""“Qui l'a signé ?”, “qui doit le payer ?”"""
YEAR_BEFORE = re.compile(
    r"\b(?:the\s+)?(?:year\s+before|(?:previous|prior|preceding|last)\s+year)\b|"
    r"\bl['’]an(?:née)?\s+(?:d['’]avant|précédente?|passée?|dernière)\b|"
    r"\b(?:het\s+)?(?:jaar\s+(?:ervoor|daarvoor|voordien|eerder)|(?:vorig|voorgaande?)e?\s+jaar)\b",
    re.IGNORECASE,
)
YEAR_AFTER = re.compile(
    r"\b(?:the\s+)?(?:year\s+after(?:wards)?|(?:next|following)\s+year)\b|"
    r"\bl['’]an(?:née)?\s+(?:d['’]après|suivante?|prochaine?)\b|"
    r"\b(?:het\s+)?(?:jaar\s+(?:erna|daarna|nadien|later)|volgende?\s+jaar)\b",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"""(?:(?:until|since|from|by|till)\s+when|how\s+(?:many|much|long|often|quickly|soon|old|far|high|
        large|big)|what\s+(?:kind|sort)\s+of|what|which|who|whom|when|where|why|how|
        depuis\s+quand|jusqu['’]à\s+quand|à\s+partir\s+de\s+quand|à\s+combien|pour\s+combien|
        combien\s+(?:de\s+temps|de\b|d['’])|combien|qu['’]est-ce\s+qu(?:e|i|['’])|
        est-ce\s+qu(?:e|['’])|quel(?:le)?s?|qui|que|quand|où|pourquoi|comment|
        sinds\s+wanneer|tot\s+wanneer|vanaf\s+wanneer|tegen\s+wanneer|hoe\s+(?:lang|vaak|snel|veel|
        groot|hoog)|hoeveel|welke?|wat|wie|wanneer|waar|waarom|hoe)\s+""",
    re.IGNORECASE | re.VERBOSE,
)
"""What stands before the topic of a question."""
SAME = {
    "French": "La même question pour {rest} : {question}",
    "Dutch": "Dezelfde vraag voor {rest}: {question}",
    "English": "The same question for {rest}: {question}",
}
"""What is asked when no rule says which words of the question give way."""
