"""How questions that need arithmetic are put in English, French and Dutch, as patterns.

They are matched against a question whose years were taken out. `x` and `y` are what is asked
about; patterns say everything a question may hold, so that a question that asks more fits none.
"""

from __future__ import annotations

GROWTH, DIFFERENCE, RATIO, SHARE = "growth", "difference", "ratio", "share"
SUM, AVERAGE, MARGIN, WORKING_CAPITAL = "sum", "average", "margin", "working capital"
FIGURE = "figure"

_X, _Y = r"(?P<x>\S.*?)", r"(?P<y>\S.*?)"
_WAS = r"(?:was|were|is|are)"
_IN_PERCENT = r"(?:,? ?(?:in|as a) (?:percent(?:age)?s?|%|percentage terms))?"
_ROSE = (
    r"(?:grow|grown|grew|increased?|rise|risen|rose|decreased?|decline[d]?|fall|fallen|fell|"
    r"drop(?:ped)?|changed?|shrink|shrunk|go up|go down|gone up|gone down|improved?)"
)
_CHANGE = r"(?:change|growth|increase|decrease|decline|rise|drop|fall|variation)"
_MORE = r"(?:more|less|higher|lower|larger|greater|bigger|smaller)"
_PART = r"(?:share|proportion|percentage|percent|fraction|part|%)"
_ASK = r"(?:what (?:was|were|is|are)|calculate|compute|determine)"

_ENGLISH = (
    (GROWTH, rf"(?:by )?(?:how many percent|what percent(?:age)?|how much in percent) "
             rf"(?:did|has|have) {_X} {_ROSE}(?: by)?"),
    (GROWTH, rf"(?:by )?how much (?:did|has|have) {_X} {_ROSE},? (?:in|as a) (?:percent(?:age)?|"
             rf"%)"),
    (GROWTH, rf"{_ASK} the (?:(?:year|yoy)[- ](?:over|on)[- ]year|yoy|annual|percent(?:age)?|%|"
             rf"relative)"
             rf"(?: percent(?:age)?)? {_CHANGE}(?: rate)? (?:in|of|for) {_X}{_IN_PERCENT}"),
    (GROWTH, rf"{_ASK} the (?:growth rate|rate of growth|growth) (?:in|of|for) {_X}{_IN_PERCENT}"),
    (GROWTH, rf"{_ASK} (?:the )?{_X} (?:(?:year[- ](?:over|on)[- ]year|yoy|percent(?:age)?|%) "
             rf"{_CHANGE}|"
             rf"growth rate|growth in percent|growth)(?: rate)?(?: (?:for|of|at) "
             rf"{_Y})?{_IN_PERCENT}"),
    (DIFFERENCE, rf"(?:by )?how much (?:did|has|have) {_X} {_ROSE}(?: by)?"),
    (DIFFERENCE, rf"(?:by )?how much {_MORE} {_WAS} {_X}(?: than)?"),
    (DIFFERENCE, rf"(?:by )?how much {_MORE} {_WAS} {_X} (?:than|compared (?:to|with)) {_Y}"),
    (DIFFERENCE, rf"{_ASK} the (?:difference|gap) (?:in|of) {_X}"),
    (DIFFERENCE, rf"{_ASK} the (?:difference|gap) between {_X} and {_Y}"),
    (DIFFERENCE, rf"{_ASK} the (?:absolute |total |net |dollar )?{_CHANGE} (?:in|of) {_X}"),
    (DIFFERENCE, rf"{_ASK} {_X} (?:minus|less) {_Y}"),
    (SHARE, rf"what {_PART} of {_X} (?:came from|was from|is from|was due to|consisted of|was "
            rf"made up of|"
            rf"was spent on|went to|was|were|is|are|did) {_Y}"
            r"(?: (?:represent|make up|account for|constitute))?"),
    (SHARE, rf"what (?:was|were|is|are) {_Y} as an? {_PART} of {_X}"),
    (SHARE, rf"{_ASK} the (?:share|proportion|percentage) of {_Y} in {_X}"),
    (SHARE, rf"what {_PART} of {_X} did {_Y} (?:represent|make up|account for|constitute)"),
    (RATIO, rf"{_ASK} the ratio (?:of|between) {_X} (?:to|and|over) {_Y}"),
    (RATIO, rf"{_ASK} {_X} per {_Y}"),
    (SUM, rf"{_ASK} the (?:combined |grand )?(?:sum|total) of {_X} and {_Y}"),
    (SUM, rf"(?:what|how much|how many) (?:was|were|is|are|did) {_X} and {_Y}"
          r"(?: (?:amount to|add up to|come to|total))?,? (?:combined|together|in total|taken "
          r"together)"),
    (SUM, rf"{_ASK} {_X} (?:\+|plus) {_Y}"),
    (SUM, rf"(?:what|how much|how many) (?:was|were|is|are) {_X},? (?:combined|together|in total)"),
    (AVERAGE, rf"{_ASK} (?:the )?(?:average|mean|(?:two|three|four|five|\d)[- ]year average)(?: "
              rf"annual)?"
              rf"(?: of)? {_X}"),
    (AVERAGE, rf"(?:what|how much|how many) (?:was|were|is|are) {_X},? on average"),
    (MARGIN, rf"{_ASK} (?:the )?(?:(?P<owner>\S.*?['’]s?|its|their) )?(?P<x>operating|gross|net|"
             rf"profit|"
             r"net profit|net income|operating profit|operating income) (?:% )?margin"
             rf"(?: (?:for|of|at) {_Y})?{_IN_PERCENT}"),
    (WORKING_CAPITAL, rf"{_ASK} (?:the )?(?:(?P<owner>\S.*?['’]s?|its|their) )?(?:net )?working "
                      rf"capital"
                      rf"(?: (?:for|of|at) {_Y})?"),
    (FIGURE, rf"{_ASK} (?:the )?{_X}"),
)  # fmt: skip

_HAUSSE = (
    r"(?:augmentation|hausse|baisse|diminution|variation|croissance|progression|évolution|recul)"
)
_A_CRU = (
    r"(?:augmenté|progressé|crû|cru|baissé|diminué|reculé|varié|évolué|grimpé|chuté|"
    r"(?:s'est|se sont) \w+)"
)
_QUE = r"(?:quel(?:le)?s? (?:est|était|fut|a été|sont|étaient)|calcule[rz]?)"
_DU = r"(?:de la|de l'|de|du|des|d')\s?"
_DE_COMBIEN = r"(?:de combien|de quel pourcentage|de quelle proportion)"

_FRENCH = (
    (GROWTH, rf"de (?:combien de (?:%|pour ?cents?|pourcents?)|quel pourcentage) {_X} "
             rf"(?:a|ont)(?:-t-(?:il|elle|ils|elles))? {_A_CRU}"),
    (GROWTH, rf"de (?:combien de (?:%|pour ?cents?|pourcents?)|quel pourcentage) (?:a|ont) "
             rf"{_A_CRU} {_X}"),
    (GROWTH, rf"{_QUE} (?:le taux (?:de croissance|d'évolution|de variation)|la croissance|"
             rf"l'évolution en (?:%|pourcentage)|la (?:variation|hausse|baisse) en (?:%|"
             rf"pourcentage)) {_DU}{_X}"
             r"(?: en (?:%|pourcentage))?"),
    (GROWTH, rf"{_QUE} (?:la |l')?{_HAUSSE} (?:relative |annuelle )?{_DU}{_X},? en (?:%|"
             rf"pourcentage)"),
    (DIFFERENCE, rf"{_DE_COMBIEN} {_X} (?:a|ont)(?:-t-(?:il|elle|ils|elles))? {_A_CRU}"),
    (DIFFERENCE, rf"{_DE_COMBIEN} (?:a|ont) {_A_CRU} {_X}"),
    (DIFFERENCE, rf"{_QUE} la différence entre {_X} et {_Y}"),
    (DIFFERENCE, rf"{_QUE} (?:la différence|l'écart|la |l')\s?(?:{_HAUSSE} )?{_DU}{_X}"),
    (DIFFERENCE, rf"{_QUE} l'écart entre {_X} et {_Y}"),
    (DIFFERENCE, rf"de combien {_X} (?:est|était|sont|étaient|dépasse|dépassait)"
                 rf"(?:-(?:il|elle))? ?(?:supérieure?s?|inférieure?s?|plus \w+)? ?(?:à|au|aux|"
                 rf"que) {_Y}"),
    (DIFFERENCE, rf"{_QUE} {_X} moins {_Y}"),
    (SHARE, rf"quel(?:le)? (?:part|proportion|pourcentage|fraction) {_DU}{_X} "
            rf"(?:représente(?:nt)?|représentai(?:en)?t|provient|provenait|revient|était|est|"
            rf"vient) ?"
            rf"(?:de la|de l'|du|des|de|d'|à|au|aux)? ?{_Y}"),
    (SHARE, rf"{_QUE} la (?:part|proportion) {_DU}{_Y} dans {_X}"),
    (SHARE, rf"quel(?:le)? (?:part|proportion|pourcentage|fraction) {_DU}{_X} "
            rf"(?:les?|la|l')\s?{_Y} (?:représente(?:nt)?|représentai(?:en)?t)(?:-t-(?:il|elle|"
            rf"ils|elles))?"),
    (RATIO, rf"{_QUE} le (?:ratio|rapport) (?:entre|de|du) {_X} (?:et|à|sur|au) {_Y}"),
    (RATIO, rf"{_QUE} {_X} par {_Y}"),
    (SUM, rf"{_QUE} (?:la somme|le total|le montant total) (?:de la|de l'|de|du|des|d')\s?{_X} et "
          rf"(?:de la |de l'|de |du |des |d')?{_Y}"),
    (SUM, rf"(?:à )?combien (?:s'élèvent|s'élevaient|font|faisaient|représentent|valent) {_X} "
          rf"et {_Y},? "
          r"(?:au total|ensemble|cumulés|réunis)"),
    (SUM, rf"{_QUE},? au total,? {_X} et {_Y}"),
    (AVERAGE, rf"{_QUE} la moyenne (?:annuelle )?{_DU}{_X}"),
    (AVERAGE, rf"{_QUE} (?:le |la |l'|les )?{_X} (?:annuel(?:le)? )?moyen(?:ne)?"),
    (MARGIN, rf"{_QUE} (?:la )?marge (?P<x>brute|nette|d'exploitation|opérationnelle)"
             rf"(?: {_DU}{_Y})?(?: en (?:%|pourcentage))?"),
    (WORKING_CAPITAL, rf"{_QUE} le fonds de roulement(?: net)?(?: {_DU}{_Y})?"),
    (FIGURE, rf"{_QUE} (?:le montant {_DU})?(?:les? |la |l')?{_X}"),
    (FIGURE, rf"à combien (?:s'élève|s'élèvent|s'élevait|s'élevaient) (?:les? |la |l')?{_X}"),
)  # fmt: skip

_WAS_NL = r"(?:was|waren|is|zijn|bedroeg|bedroegen)"
_STEEG = (
    r"(?:steeg|stegen|gestegen|groeide[n]?|gegroeid|daalde[n]?|gedaald|nam|namen|veranderde[n]?|"
    r"veranderd|toegenomen|afgenomen|verminderd|verminderde[n]?|stijgt|daalt)"
)
_STIJGING = (
    r"(?:stijging|daling|toename|afname|verandering|groei|wijziging|vermindering|"
    r"evolutie|toeneming)"
)
_MEER = r"(?:meer|minder|hoger|lager|groter|kleiner)"
_DEEL = r"(?:aandeel|deel|percentage|gedeelte)"
_WAT = (
    r"(?:wat (?:is|was|waren|zijn|bedroeg)|hoe (?:hoog|groot|veel) (?:is|was|waren)|hoeveel "
    r"(?:bedroeg|bedraagt|was|is)|bereken)"
)

_DUTCH = (
    (GROWTH, rf"(?:met )?(?:hoeveel (?:procent|%)|welk percentage) (?:is|zijn|was) {_X} {_STEEG}"),
    (GROWTH, rf"(?:met )?(?:hoeveel (?:procent|%)|welk percentage) {_STEEG} {_X}(?: (?:toe|af))?"),
    (GROWTH, rf"{_WAT} de (?:procentuele|relatieve|jaarlijkse) {_STIJGING} (?:van|in) {_X}"),
    (GROWTH, rf"{_WAT} (?:het groeipercentage|de groeivoet|de groei) van {_X}(?: in (?:procent|"
             rf"%))?"),
    (GROWTH, rf"{_WAT} de {_STIJGING} (?:van|in) {_X},? in (?:procent|%)"),
    (DIFFERENCE, rf"(?:met )?hoeveel (?:is|zijn|was) {_X} {_STEEG}"),
    (DIFFERENCE, rf"(?:met )?hoeveel {_STEEG} {_X}(?: (?:toe|af))?"),
    (DIFFERENCE, rf"hoeveel {_MEER} {_WAS_NL} {_X}(?: dan)?"),
    (DIFFERENCE, rf"hoeveel {_MEER} {_WAS_NL} {_X} dan {_Y}"),
    (DIFFERENCE, rf"{_WAT} het verschil (?:in|van) {_X}"),
    (DIFFERENCE, rf"{_WAT} het verschil tussen {_X} en {_Y}"),
    (DIFFERENCE, rf"{_WAT} de {_STIJGING} (?:van|in) {_X}"),
    (DIFFERENCE, rf"{_WAT} {_X} (?:min|verminderd met) {_Y}"),
    (SHARE, rf"welk {_DEEL} van {_X} (?:kwam|komt|was|is|werd|ging naar|bestond) ?(?:uit|van|"
            rf"door)? {_Y}"),
    (SHARE, rf"welk {_DEEL} van {_X} (?:vertegenwoordigde[n]?|vormde[n]?|maakte[n]?) {_Y}(?: "
            rf"uit)?"),
    (SHARE, rf"{_WAT} het {_DEEL} van {_Y} in {_X}"),
    (SHARE, rf"hoeveel (?:procent|%) van {_X} (?:kwam|komt|was|is|werd|bestond) ?(?:uit|van|"
            rf"door)? {_Y}"),
    (RATIO, rf"{_WAT} de verhouding (?:van|tussen) {_X} (?:tot|en) {_Y}"),
    (RATIO, rf"{_WAT} {_X} per {_Y}"),
    (SUM, rf"{_WAT} (?:de som|het totaal) van {_X} en {_Y}"),
    (SUM, rf"(?:hoeveel|wat) (?:bedroegen|waren|zijn|was) {_X} en {_Y},? (?:samen|in totaal|"
          rf"tezamen)"),
    (SUM, rf"{_WAT} {_X} plus {_Y}"),
    (AVERAGE, rf"{_WAT} het (?:jaarlijkse )?gemiddelde van {_X}"),
    (AVERAGE, rf"{_WAT} (?:de |het )?gemiddelde (?:jaarlijkse )?{_X}"),
    (AVERAGE, rf"{_WAT} {_X},? gemiddeld"),
    (MARGIN, rf"{_WAT} de (?P<x>bruto|netto|operationele |bruto-|netto-|bedrijfs|nettowinst|"
             rf"winst)marge"
             rf"(?: van {_Y})?(?: in (?:procent|%))?"),
    (WORKING_CAPITAL, rf"{_WAT} het (?:netto)?[- ]?(?:werkkapitaal|bedrijfskapitaal)(?: van "
                      rf"{_Y})?"),
    (FIGURE, rf"{_WAT} (?:de |het )?{_X}"),
)  # fmt: skip

PATTERNS = {"English": _ENGLISH, "French": _FRENCH, "Dutch": _DUTCH}

MARGIN_OF = (
    (r"gross|brut", "gross profit"),
    (r"operat|opérat|exploit|bedrijf", "operating income"),
    (r"", "net income"),
)
"""The part of revenue that a margin is about, by what its name begins with."""
