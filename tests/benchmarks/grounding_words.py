"""Words that the set of sentences is changed with, in four languages."""

from __future__ import annotations

MONTHS = {
    "English": """January February March April May June
        July August September October November December""",
    "French": """janvier février mars avril mai juin
        juillet août septembre octobre novembre décembre""",
    "Dutch": """januari februari maart april mei juni
        juli augustus september oktober november december""",
    "Spanish": """enero febrero marzo abril mayo junio
        julio agosto septiembre octubre noviembre diciembre""",
}
FRAMES = {
    "English": ("According to the document, {}", "The text states that {}", "It is said that {}"),
    "French": ("Selon le document, {}", "D'après le texte, {}"),
    "Dutch": ("Volgens het document: {}", "Het document vermeldt: {}"),
    "Spanish": ("Según el documento, {}", "El texto indica que {}"),
}
SYNONYMS = {
    "English": {
        "however": "nevertheless",
        "also": "in addition",
        "because": "since",
        "about": "approximately",
        "such as": "for example",
        "began": "started",
        "received": "obtained",
        "shows": "indicates",
    },
    "French": {
        "cependant": "toutefois",
        "aussi": "également",
        "afin de": "pour",
        "lorsque": "quand",
        "ainsi": "donc",
    },
    "Dutch": {
        "echter": "evenwel",
        "ook": "eveneens",
        "omdat": "doordat",
        "wordt": "is",
        "minstens": "ten minste",
    },
    "Spanish": {
        "también": "asimismo",
        "sin embargo": "no obstante",
        "porque": "ya que",
        "aproximadamente": "cerca de",
    },
}
ROW = {
    "English": (
        "{label} was {value} in {year}.",
        "In {year}, {label} amounted to {value}.",
        "{label} for {year}: {value}.",
    ),
    "French": (
        "{label} : {value} en {year}.",
        "En {year}, le poste « {label} » s'élevait à {value}.",
    ),
    "Dutch": ("{label} bedroeg {value} in {year}.", "In {year}: {label} {value}."),
    "Spanish": ("{label}: {value} en {year}.",),
}
NOT = {
    "English": (
        r"\b(is|are|was|were|has|have|had|will|would|can|could|may|must|shall|should|does|did)\b"
        r"(?! not|n't)",
        r"\1 not",
    ),
    "French": (
        r"\b(est|sont|a|ont|peut|peuvent|doit|doivent|était|sera|seront)\b(?! pas)",
        r"n'\1 pas",
    ),
    "Dutch": (
        r"\b(is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|mag|mogen|kan|kunnen|moet|moeten)\b",
        r"\1 niet",
    ),
    "Spanish": (
        r"\b(es|son|fue|fueron|era|ha|han|puede|pueden|tiene|tienen|está|están)\b",
        r"no \1",
    ),
}
UNITS = (
    (r"%", " million euros"), (r"\bmillion\b", "billion"), (r"\bbillion\b", "million"),
    (r"(?<=\d )days\b", "months"), (r"(?<=\d )years\b", "weeks"), (r"(?<=\d )dagen\b", "maanden"),
    (r"(?<=\d )jours\b", "mois"), (r"(?<=\d )mois\b", "ans"), (r"(?<=\d )minut(?:es|en)\b", "kg"),
    (r"\bEUR\b", "USD"), (r"(?<=\d )€", "%"), (r"\$", "€"), (r"\bmiljoen\b", "miljard"),
    (r"(?<=\d )(?:weken|semaines|weeks)\b", "km"), (r"(?<=\d )(?:ans|jaar|años)\b", "%"),
)  # fmt: skip
