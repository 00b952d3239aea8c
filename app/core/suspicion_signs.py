"""The words by which text betrays that it speaks to a language model: English, French and Dutch.

Patterns for `suspicion`, which owns how they are weighed. They match text as `plain` there makes
it: one line in lower case, no accents, every name of a language model written `llm`.
"""

from __future__ import annotations

import re

MODEL_NAME = re.compile(
    r"""(?<![jJnN]['’])\b(?:A\.?I\.?|I\.?A\.?|K\.?I\.?|LLM)(?:s\b|\b)
        (?:[ -](?i:models?|systems?|assistants?|readers?|agents?|tools?|bots?))?|
    (?i:\b(?:(?:large[ ])?language[ ]models?|artificial[ ]intelligence|chat-?bots?|chatgpt|
        virtual[ ]assistants?|(?:machine|automated)[ ](?:readers?|assistants?|summari[sz]ers?)|
        intelligences?[ ]artificielles?|mod[eè]les?[ ](?:de[ ]langage|linguistiques?)|
        (?:agents?|robots?)[ ]conversationnels?|assistants?[ ](?:virtuels?|automatiques?)|
        lecteurs?[ ]automatiques?|syst[eè]mes?[ ]de[ ]lecture[ ]automatique|
        taalmodel(?:len)?|(?:kunstmatige|artifici[eë]le)[ ]intelligentie|
        virtuele[ ]assistent(?:en)?|
        (?:geautomatiseerde|automatische)[ ](?:lezers?|assistent(?:en)?))\b)""",
    re.VERBOSE,
)
"""Whatever a document calls the thing that reads it. Capitals matter: "ai" is a French word."""


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.VERBOSE | re.MULTILINE)


_DROP = r"""(?<!j')(?<!not[ ])(?<!never[ ])\b(?:ignorez?|ignoring|disregard|forget|override|
    overrule|bypass|stop[ ]following|(?:do[ ]not|don't)[ ](?:follow|obey)|oubliez?|
    ne[ ](?:tien[sz]?|tenez)[ ](?:pas|plus)[ ]compte|(?<!je[ ])ne[ ]suis[ ](?:pas|plus)|
    negeer|vergeet|volg[ ]niet|ignorier\w*|vergiss|ignora|olvida|dimentica)\b"""
_ORDERS = r"""(?:instructions?|prompts?|rules?|directions?|directives?|guidelines?|commands?|
    contexte?|consignes?|regles?|instructies|regels|richtlijnen|opdrachten|
    anweisungen|regeln|instrucciones|reglas|istruzioni|regole)\b"""
_BEFORE = r"""(?:previous|prior|preceding|earlier|above|foregoing|initial|original|system|
    precedentes?|anterieures?|ci-dessus|initiales?|d'origine|
    bovenstaande|vorige|voorgaande|eerdere|oorspronkelijke|vorherigen|anteriores|precedenti)\b"""
_ALL = r"(?:all|any|every|toute?s?|alle|aller?|tod[oa]s|tutt[ei])\b"
_THE = r"(?:the|les|de|das|die|las|le)\b"
_YOUR = r"(?:your|tes|vos|je|jouw|uw|deine|tus|tue)\b"
_PLAINLY = r"""(?=\s*(?:$|[.,;:!?)\]"'»”*-]|instead|you\b|that[ ]you|given[ ]to[ ]you|contained|
    (?:and|or|then|but|et|ou|puis|mais|en|of|maar|und|y|e)\b
    (?!\s(?:the|this|my|our|la|le|les|de|het|clause|article|section)\b)))"""
"""What follows an order of this kind: people say whose instructions, of when, and about what."""
_SYSTEM_PROMPT = r"(?:system[ ]?prompt|prompt[ ]systeme|invite[ ]systeme|systeemprompt)\b"

OVERRIDES = _any(
    rf"{_DROP}(?:\s\S+){{0,3}}?\s{_YOUR}(?:\s\S+){{0,2}}?\s{_ORDERS}",
    rf"""{_DROP}(?:\s\S+){{0,2}}?\s{_ALL}(?:\s(?:of\b|{_THE}))*(?:\s{_BEFORE}){{0,2}}\s
        (?:\w+\s(?:and|or|et|en)\s)?{_ORDERS}(?:\s{_BEFORE})?{_PLAINLY}""",
    rf"{_DROP}\s(?:{_THE}\s)?{_BEFORE}\s{_ORDERS}{_PLAINLY}",
    rf"{_DROP}\s(?:de[ ])?{_THE}\s{_ORDERS}\s{_BEFORE}{_PLAINLY}",
    rf"""{_DROP}(?:\s\S+){{0,2}}?\s(?:everything|anything|all|what(?:ever)?)\s(?:that[ ])?
        (?:(?:is|was|stands|came)[ ])?(?:above|before|you[ ](?:were|have[ ]been))""",
    rf"{_DROP}(?:\s\S+){{0,2}}?\stout[ ]ce[ ](?:qui[ ]precede|qu[ ']\S*[ ](?:t|vous)\b)",
    rf"{_DROP}\salles[ ](?:hierboven|hiervoor|wat[ ](?:hierboven|je|jou|u|voorafgaat))",
    rf"""\b(?:your|tes|vos|ton|votre|je|jouw|uw)[ ](?:\w+[ ]){{0,2}}?
        (?:{_SYSTEM_PROMPT}|(?:hidden|secret)[ ](?:instructions|prompt|rules))\b""",
    rf"""\b(?:reveal|print|output|show|repeat|revele[rz]?|affiche[rz]?|toon)[ ](?:{_THE}[ ])?
        {_SYSTEM_PROMPT}""",
)
"""Orders to drop other orders. "Our earlier instructions of 3 March" are for people."""

CONTROL_TOKENS = _any(
    r"<\|[a-z_]{2,30}\|>",
    r"\[/?inst\]|<</?sys>>|<(?:start|end)_of_turn>",
    r"</?(?:system|assistant|prompt|instructions?|excerpts?)>",
    r"""^\W{0,3}\#{2,}\s*(?:system(?:e|em)?|instructions?|assistant|user|utilisateur|gebruiker|
        human)\s*(?:prompt|message)?\s*:""",
)
FORGED_FORMAT = _any(r"\bquote:.{0,300}?\banswer:", r"^\[\d+\]\s.{1,80},\spage\s\d+:")
"""The format of our own prompt."""
FORGED_ABSTENTION = re.compile(r"\bNOT IN THE DOCUMENTS\b")
"""As the model is told to write it, capitals and all."""

ADDRESSED = _any(
    r"""\b(?:notes?|messages?|notice|instructions?|attention|orders?|commands?|hello|hey|dear|
        consignes?|avis|cher|chere|bonjour|instructies?|opdracht|bericht|opmerking|beste|aandacht)
        (?!\s(?:de|on|over|sur)\s(?:l'\s?)?llm)
        (?:\s(?:to|for|the|all|any|every|a|au|aux|pour|les|le|la|tous|toutes|l'attention|
            l'intention|de|voor|aan|het|alle|elke)|\s[dl]')*\s*[,:]?\s*
        llm\b\s*(?:$|[:,!.;)\]-]|that|who|which|reading|qui|die|dat)""",
    r"""\b(?:if|since|when|si|puisque|als|indien|omdat)\s
        (?:you\sare|you're|tu\ses|vous\setes|(?:je|jij|u)\b)\s(?:\w+\s){0,2}llm""",
    r"^\W{0,8}llm\s*:\s*(?!an?\b|the\b|une?\b|les?\b|la\b|een\b|de\b|het\b)\w+",
)
"""A model is spoken to."""

MODEL_SIGNS = {
    "named": _any(r"\bllm\b"),
    "asked": _any(
        r"\bllm\b.{0,30}?\b(?:asked|queried|interroge\w*|gevraagd)\b",
        r"\b(?:interroge\w*|demande\w*|vraagt)\b.{0,12}?\bllm\b",
    ),
    "reads this": _any(
        r"""\b(?:llm|assistant[es]*|assistenten?|whoever|anyone[ ]who|quiconque|wie)\b.{0,30}?
            \b(?:summari[sz]\w*|resum\w+|samenvat\w*)""",
        r"""\bllm\b.{0,30}?\b(?:read\w*|process\w*|analy[sz]\w*|lis|lit|lisent|trait\w+|lees|leest|
            lezen|verwerk\w*)\b.{0,25}?\b(?:this|ce|cet|cette|ceci|dit|deze)\b""",
        r"""\bllm\b.{0,25}?\b(?:dit|deze|ce|cet|cette)\b.{0,25}?
            \b(?:leest|lezen|samenvat\w*|verwerkt)""",
    ),
    "role": _any(
        r"""^\W{0,8}(?:system(?:e|em)?|developer|developpeur|admin\w*)\s*(?:prompt|message|note)?\s*
            [:>]""",
        r"\[[^\]]{0,25}\b(?:system(?:e|em)?|assistant|llm)\b[^\]]{0,25}\]|\bsystem[ ]override\b",
        r"""\b(?:consigne|instructions?|opdracht|message)[ ](?:de|du|of|from|van)[ ]
            (?:the[ ]|de[ ]|l'|la[ ]|het[ ])?
            (?:admin\w*|system\w*|developer|developpeur|ontwikkelaar|beheerder)""",
    ),
    "bracket": _any(
        r"""^\W{0,8}\[\W{0,4}(?:hidden\s)?(?:system(?:e|em)?|assistant|llm|admin|developer|
            instructions?)\b[^\]]{0,40}\]"""
    ),
    "new orders": _any(
        r"""\b(?:new|updated|real|nouvelles?|vraies?|nieuwe|echte)\s(?:instructions?|rules?|task|
            orders?|directives?|commands?|consignes?|regles?|tache|instructies?|regels?|
            opdracht)\b""",
        rf"""{_DROP}(?:\s\S+){{0,3}}?\s
            (?:{_ORDERS}|(?:tasks?|safety|the[ ]above|documents?[ ]you)\b)""",
        r"""(?:rules|instructions|regles|consignes|regels|instructies)\b.{0,25}?
            \b(?:suspend\w*|lifted|void|no[ ]longer[ ]apply|opgeschort|gelden[ ]niet)""",
        rf"""(?:{_DROP}|\bkijk[ ]niet)\b.{{0,20}}?\breste?\b.{{0,12}}?
            \b(?:text\w*|document\w*|tekst)""",
    ),
    "for the assistant": _any(
        r"""\b(?:notes?|messages?|instructions?|orders?|consignes?|instructies?|opdracht|bericht)\s
            (?:to|for|a|pour|voor|aan)\s(?:the\s|l'\s?(?:attention\sde\sl'\s?)?|de\s)?
            (?:assistant|assistent)\b""",
    ),
    "new self": _any(
        r"""\byou[ ]are[ ](?:now|no[ ]longer)\b|\bact[ ]as[ ](?:an?|if)\b|\bpretend\b|
            \bfrom[ ]now[ ]on,?[ ]you\b|\bjailbreak\b|
            \b(?:developer|debug|maintenance|god|dan)[ ]mode\b|
            \b(?:no|without(?:[ ]any)?|geen|zonder|sans|aucune)[ ]
            (?:restrictions?|beperkingen|regels)\b""",
        r"""\b(?:tu[ ]es|vous[ ]etes)[ ](?:maintenant|desormais)\b|\btu[ ]n'es[ ]plus\b|
            \ba[ ]partir[ ]de[ ]maintenant,?[ ]tu\b|\bfai(?:s|tes)[ ]semblant\b|
            \bmode[ ](?:developpeur|maintenance)\b""",
        r"""\b(?:je|u)[ ]bent[ ](?:nu|geen|niet[ ]langer)\b|\bvanaf[ ]nu\b.{0,20}\bje\b|
            \bdoe[ ]alsof\b|\bontwikkelaarsmodus\b""",
    ),
    "prompt": _any(rf"\b{_SYSTEM_PROMPT}|\b(?:initial|hidden)[ ]prompt\b"),
    "delimiter": _any(
        r"""^\W{0,8}(?:end|begin|fin|debut|einde?)\s(?:of|des|du|de|van)?\s*(?:the\s|het\s|la\s|de\s)?
            (?:excerpts?|context\w*|evidence|extraits?|fragmenten|consignes?|instructions?|
            instructies|prompt|override|task|user\s?(?:message|input|query|turn)|question|
            vraag)\b""",
    ),
    "final answer": _any(
        r"\b(?:final|correct|definitive|only|official)\sanswer\b|\bbonne\sreponse\b",
        r"\breponse\s(?:finale|correcte|definitive|exacte|officielle)\b",
        r"\b(?:definitieve?|juiste?|correcte?|enige|officiele?)\santwoord\b",
    ),
    "excerpt": _any(
        r"\b(?:excerpts?|extraits?|fragment(?:en)?|sources?|bron(?:nen)?)\s*:?\s*\[\d+\]"
    ),
    "picture": _any(r"!\[[^\]]{0,60}\]\(\s?https?:"),
    "encoded": _any(r"\b(?:decode|decodez?|decodeer)\b|\bbase[ ]?64\b|\brot13\b"),
    "comment": _any(r"<!--"),
}
"""Signs that a text is meant for a model, each counting one. No sign alone makes it an order."""

_REPLY = r"""(?:answers?|repl(?:y|ies)|responses?|reponses?|antwoord(?:en)?|output|summar(?:y|ies)|
    resumes?|samenvatting)\b"""
ORDER_SIGNS = (
    _any(
        rf"\b(?:your|each|every|all|any|final)\s(?:next\s)?{_REPLY}",
        rf"""\b(?:ta|tes|votre|vos|chaque|toutes?|je|jouw|uw|elke?|ieder)\s(?:\w+\s)?{_REPLY}""",
        r"""\b(?:before|avant\sde|voor(?:aleer|dat)?)\s(?:you\s|je\s)?
            (?:answer\w*|respond\w*|reply\w*|repondre|antwoord\w*)""",
        r"""\b(?:each|every|any|all|chaque|toutes?(?:\sles)?|aucune|elke|iedere|alle)\s
            (?:questions?|requests?|demandes?|vra(?:ag|gen))\b""",
    ),
    _any(
        r"""^\W{0,8}(?:please\s)?(?:say|state|tell|write|answer|reply|respond|repeat|claim|announce|
            report|print|output|append|insert|include|mention|add|cite|begin\seach|end\seach|
            refuse|reveal)\b""",
        r"""^\W{0,8}(?:merci\sde\s)?(?:dis|dites|reponds|repondez|ecris|ecrivez|indique[rz]?|
            affirme[rz]?|ajoute[rz]?|insere[rz]?|cite[rz]?|repete[rz]?|affiche[rz]?|
            ne\s(?:reponds|mentionne|dis|repondez|mentionnez|dites))\b""",
        r"""^\W{0,8}(?:gelieve\s)?(?:zeg|antwoord|schrijf|vermeld|noem|herhaal|voeg|toon|sluit|zet|
            weiger|citeer)\b""",
    ),
    _any(
        r"""\b(?:must|should|shall|has[ ]to|have[ ]to|will|can[ ]only|please|to)\b.{0,20}?
            \b(?:answer|say|state|reply|respond|write|tell|add|claim|refuse|mention|insert|append|
            begin|end|output|print|emit|reveal|repeat)\b""",
        r"""\b(?:doit|doivent|devra|dois|tu|merci[ ]de|veuillez)\b.{0,25}?
            \b(?:repond\w*|di[rs]e?|ecri\w+|indiqu\w+|affirm\w+|ajout\w+|invit\w+|termin\w+|
            commenc\w+|mentionn\w+)\b""",
        r"""\b(?:moet|moeten|dient|gelieve|je)\b.{0,25}?
            \b(?:antwoord\w*|zeg\w*|schrijf\w*|vermeld\w*|noem\w*)\b""",
    ),
    _any(
        r"""\b(?:only|nothing[ ]else|always|never|instead|single|verbatim|whatever|no[ ]other|
            not[ ]mention|even[ ]if)\b""",
        r"""\b(?:uniquement|seulement|toujours|jamais|au[ ]lieu[ ]de|aucune?[ ]autre|enkel|alleen|
            altijd|nooit|niets[ ]anders|geen[ ]andere?|letterlijk)\b""",
    ),
    _any(
        r"\b(?:the|le|het|the[ ]single|the[ ]following)\s(?:word|phrase|mot|woord|zin)\b",
        r"\b(?:is|are|when|if|anyone|someone|est)\b.{0,12}?\basked\b",
        r"\bthe[ ]user(?:'s)?\b|\bl'[ ]?utilisateur\b|\bde[ ]gebruiker\b",
    ),
    _any(r"https?://|\bwww\.|\]\("),
)
"""Signs that something is to be answered, each counting one."""

TURN = _any(
    r"""^\W{0,8}(?:user|assistant|human|bot|utilisateur|gebruiker|assistent|question|vraag|answer|
        reponse|antwoord)\b[^:]{0,12}:"""
)
"""A line of a conversation: it goes on with what was flagged before it."""

SPELT_OUT = _any(
    r"""(?:ignore|disregard|forget|override)(?:all|any|the|your)*(?:previous|prior|above|earlier)*
        (?:instructions|rules|prompts?|orders)""",
    r"(?:ignorez?|oubliez?)(?:toutes?|les|tes|vos)*(?:instructions|regles|consignes)",
    r"""(?:negeer|vergeet)(?:alle|de|je|uw)*(?:bovenstaande|vorige|eerdere)*
        (?:instructies|regels|opdrachten)""",
)
"""Orders whose words have lost their spaces."""
