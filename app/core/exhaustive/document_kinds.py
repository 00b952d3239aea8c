"""What kind of paper a document is, by its name and its first lines; English, French and Dutch."""

from __future__ import annotations

import re

from app.core.kinds import Kind, kind_of
from app.core.language import fold

ANY = "document"
_KINDS = {
    "reminder": """payment reminder; reminder; reminders; rappel; rappels; rappel de paiement;
        mise en demeure; mises en demeure; herinnering; herinneringen; betalingsherinnering;
        betalingsherinneringen; aanmaning; aanmaningen""",
    "credit note": """credit note; credit notes; note de credit; notes de credit; avoir; creditnota;
        creditnotas; creditfactuur""",
    "order": """purchase order; purchase orders; bon de commande; bons de commande; bestelbon;
        bestelbonnen""",
    "quotation": """quotation; quotations; quote; quotes; devis; offre de prix; offres de prix;
        offerte; offertes; prijsofferte; prijsoffertes""",
    "receipt": "receipt; receipts; recu; recus; quittance; quittances; kwitantie; kwitanties",
    "invoice": "invoice; invoices; bill; bills; facture; factures; factuur; facturen",
    "payslip": """payslip; payslips; fiche de paie; fiches de paie; loonfiche; loonfiches;
        loonstrook; loonstroken""",
    "minutes": "minutes; proces verbal; proces verbaux; notulen",
    "contract": """contract; contracts; agreement; agreements; contrat; contrats; convention;
        conventions; overeenkomst; overeenkomsten; contracten""",
    "letter": "letter; letters; lettre; lettres; courrier; courriers; brief; brieven",
    ANY: "document; documents; documenten; file; files; fichier; fichiers; bestand; bestanden",
}
"""Names of each, without accents; a paper that has several is of the first kind."""
WORDS = {name.strip(): kind for kind, names in _KINDS.items() for name in names.split(";")}
_SEVERAL = re.compile(r"(?:s|x|en)$|^minutes$|^notulen$")
_SALUTATION = re.compile(
    r"^\s*(?:dear|madame|monsieur|mesdames|cher|chere|geachte|beste|mevrouw)\b", re.MULTILINE
)
_LINES = 8
"""At the beginning of a paper, that say what it is."""


def kind_in(text: str) -> str:
    """The kind that `text` names, as its words stand first in the order of kinds; "" for none."""
    plain = f" {' '.join(re.findall(r'[a-z]+', fold(text)))} "
    return next((kind for name, kind in WORDS.items() if f" {name} " in plain), "")


def says_several(name: str) -> bool:
    """Whether the name of a kind is a plural."""
    return bool(_SEVERAL.search(name))


def kind_of_document(name: str, beginning: str) -> str:
    """Of a document by its file's name and the text of its first page; "" for one of no kind.

    What a letter says after its greeting is about other papers.
    """
    head = fold("\n".join([line for line in beginning.split("\n") if line.strip()][:_LINES]))
    greeted = _SALUTATION.search(head)
    title = head[: greeted.start()] if greeted else head
    for text in (re.sub(r"[_\W\d]+", " ", name.rpartition(".")[0]), title):
        found = kind_in(text)
        if found not in ("", ANY):
            return found
    return "letter" if greeted or kind_of(name) is Kind.MAIL else ""


def kind_line(text: str, kind: str) -> tuple[int, int]:
    """Where the first line stands that names the kind, or else the first line of all."""
    first = (0, 0)
    for match in re.finditer(r"[^\n]*\S[^\n]*", text):
        first = first if first[1] else match.span()
        if kind_in(match.group()) == kind:
            return match.span()
    return first
