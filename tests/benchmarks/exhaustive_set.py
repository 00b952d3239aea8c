"""Thirty-four invoices, letters and other papers of our own writing, and questions for all of some.

Written to be confused: reminders and letters speak of invoices, subtotals exceed limits that totals
do not, an order and a credit note look like invoices, one paper comes twice, one sum is in dollars.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.pdfs import write_pdf


@dataclass(frozen=True)
class Paper:
    """`total` is in euros, 0 where there is none; `date` is year, month, day."""

    name: str
    text: str
    kind: str
    total: float = 0.0
    date: tuple[int, int, int] = (0, 0, 0)
    party: str = ""


@dataclass(frozen=True)
class Question:
    """Which papers it asks for, by their names."""

    text: str
    papers: frozenset[str]


_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
_INVOICE = {
    "en": """{party}
12 Mill Lane, Leeds
INVOICE
Invoice number: {number}
Date: {date}
To: Meridian Foundation

Description                 Quantity      Price
{work}                      1             {net}
Subtotal                                  {net}
VAT 21%                                   {tax}
Total due                                 {money}
Payment within 30 days.""",
    "fr": """{party}, 4 rue du Canal, Namur
Facture n° {number} du {date}
Client : Fondation Meridian
Objet : {work}

Total HTVA {net}
TVA 21 % {tax}
Total à payer
{money}
Paiement à 30 jours.""",
    "nl": """Factuur {number}
{party} - Kerkstraat 8, Gent
Factuurdatum: {date}
Klant: Stichting Meridian
Omschrijving: {work}
Bedrag excl. btw: {net}
Btw: {tax}
Te betalen: {money}
Gelieve te betalen binnen 30 dagen.""",
}


def _date(language: str, day: int, month: int, year: int) -> str:
    return f"{day} {_MONTHS[language].split()[month - 1]} {year}"


def _money(language: str, value: float) -> str:
    english = f"{value:,.2f}"
    swapped = english.replace(",", " ").replace(".", ",")
    return {
        "en": f"EUR {english}",
        "fr": f"{swapped} EUR",
        "nl": f"EUR {swapped.replace(' ', '.')}",
    }[language]


def _invoice(
    language: str, number: str, party: str, work: str, when: tuple[int, int, int], total: float
) -> Paper:
    year, month, day = when
    net = total / 1.21
    text = _INVOICE[language].format(
        party=party, number=number, work=work, date=_date(language, day, month, year),
        net=_money(language, net), tax=_money(language, total - net), money=_money(language, total),
    )  # fmt: skip
    names = {"en": "{n}.pdf", "fr": "scan_{n}.pdf", "nl": "doc-{n}.pdf"}
    return Paper(names[language].format(n=number), text, "invoice", total, when, party)


_INVOICES = (
    _invoice("en", "2024-001", "Northfield Cleaning", "Window cleaning", (2024, 1, 15), 484.00),
    _invoice("en", "2024-007", "Northfield Cleaning", "Deep cleaning", (2024, 3, 2), 1_210.00),
    _invoice("en", "2024-019", "Harrow Security", "Night watch, May", (2024, 6, 1), 3_630.00),
    _invoice("en", "2023-112", "Harrow Security", "Night watch, November", (2023, 12, 1), 3_509.00),
    _invoice("en", "2024-023", "Bright Print", "Brochures", (2024, 6, 20), 242.00),
    _invoice("en", "2024-040", "Harrow Security", "Alarm repair", (2024, 9, 9), 998.25),
    _invoice("fr", "F24-05", "Atelier Dupont", "Réparation du portail", (2024, 2, 8), 1_089.00),
    _invoice("fr", "F24-11", "Atelier Dupont", "Serrures", (2024, 4, 17), 363.00),
    _invoice("fr", "F23-90", "Traiteur Lambert", "Repas du personnel", (2023, 10, 30), 1_573.00),
    _invoice("fr", "F24-31", "Traiteur Lambert", "Réception d'été", (2024, 7, 4), 2_541.00),
    _invoice("fr", "F24-44", "Bureau Simon", "Contrôle électrique", (2024, 10, 12), 605.00),
    _invoice("nl", "N-2401", "Drukkerij De Vos", "Jaarverslag drukken", (2024, 3, 28), 4_235.00),
    _invoice("nl", "N-2402", "Drukkerij De Vos", "Visitekaartjes", (2024, 5, 6), 145.20),
    _invoice("nl", "N-2388", "Tuinen Peeters", "Onderhoud tuin", (2023, 9, 14), 847.00),
    _invoice("nl", "N-2410", "Tuinen Peeters", "Snoeien bomen", (2024, 11, 3), 1_016.40),
    _invoice("nl", "N-2415", "Schilders Claes", "Gang schilderen", (2024, 8, 19), 1_936.00),
)
_OTHERS = (
    Paper("copy of 2024-019.pdf", _INVOICES[2].text, "invoice", 3_630.0, (2024, 6, 1),
          "Harrow Security"),
    Paper("abroad.pdf", "Pinewood Software Inc.\nINVOICE 88121\nDate: May 5, 2024\nLicences\n"
          "Total due $2,400.00\n", "invoice", 0.0, (2024, 5, 5), "Pinewood Software"),
    Paper("unclear.pdf", "Garage Lenoir\nFacture 311 du 9 mai 2024\nVoir l'annexe pour le "
          "montant.\n", "invoice", 0.0, (2024, 5, 9), "Garage Lenoir"),
    Paper("reminder 1.pdf", "Northfield Cleaning\nPAYMENT REMINDER\nDate: 20 April 2024\nOur "
          "invoice 2024-007 is still open.\nAmount due EUR 1,210.00\n", "reminder", 1_210.0,
          (2024, 4, 20), "Northfield Cleaning"),
    Paper("rappel.pdf", "Atelier Dupont\nRappel de paiement\nLe 30 mai 2024\nNotre facture F24-11 "
          "reste impayée.\nMontant à payer : 363,00 EUR\n", "reminder", 363.0, (2024, 5, 30),
          "Atelier Dupont"),
    Paper("aanmaning.pdf", "Tuinen Peeters\nAanmaning\n3 december 2024\nOnze factuur N-2410 is nog "
          "niet betaald.\nTe betalen: EUR 1.016,40\n", "reminder", 1_016.4, (2024, 12, 3),
          "Tuinen Peeters"),
    Paper("credit.pdf", "Harrow Security\nCREDIT NOTE 14\nDate: 30 June 2024\nCredit for invoice "
          "2024-019\nTotal EUR 1,100.00\n", "credit note", 1_100.0, (2024, 6, 30),
          "Harrow Security"),
    Paper("order.pdf", "Meridian Foundation\nPurchase order 77\n2 January 2024\nTo be invoiced: "
          "cleaning\nTotal EUR 5,000.00\n", "order", 5_000.0, (2024, 1, 2), "Meridian Foundation"),
    Paper("offerte.pdf", "Schilders Claes\nOfferte 2024/8\n1 juli 2024\nGang schilderen\nTotaal "
          "incl. btw EUR 2.100,00\n", "quotation", 2_100.0, (2024, 7, 1), "Schilders Claes"),
    Paper("smith.txt", "Leeds, 4 March 2024\n\nDear Ms Peeters,\n\nThank you for your questions "
          "about the invoice of Northfield Cleaning. We paid 1,210 euros.\n\nYours sincerely,\n"
          "J. Smith\n", "letter", 0.0, (2024, 3, 4), "Smith"),
    Paper("complaint.txt", "Leeds, 11 October 2023\n\nDear Sir,\n\nThe night watch of Harrow "
          "Security left the gate open. A penalty of 250 euros applies for each such night.\n\n"
          "Kind regards\n", "letter", 0.0, (2023, 10, 11), "Harrow"),
    Paper("courrier 12.txt", "Namur, le 12 mars 2024\n\nMadame, Monsieur,\n\nLe contrat prévoit "
          "une pénalité de 100 euros par jour de retard.\n\nCordialement,\nAtelier Dupont\n",
          "letter", 0.0, (2024, 3, 12), "Atelier Dupont"),
    Paper("demande.txt", "Bruxelles, le 2 septembre 2024\n\nMonsieur,\n\nNous demandons un délai "
          "de paiement de soixante jours.\n\nTraiteur Lambert\n", "letter", 0.0, (2024, 9, 2),
          "Traiteur Lambert"),
    Paper("antwoord.txt", "Gent, 18 maart 2024\n\nGeachte mevrouw,\n\nVoor laattijdige levering "
          "geldt een boete van 75 euro per dag.\n\nMet vriendelijke groeten,\nTuinen Peeters\n",
          "letter", 0.0, (2024, 3, 18), "Tuinen Peeters"),
    Paper("vraag.txt", "Antwerpen, 7 november 2024\n\nBeste,\n\nKan de factuur van Drukkerij De "
          "Vos worden gesplitst?\n\nGroeten\n", "letter", 0.0, (2024, 11, 7), "Drukkerij De Vos"),
    Paper("lease.pdf", "CONTRACT OF LEASE\nMade on 1 January 2022\nThe rent is EUR 1,250.00 a "
          "month. A penalty of 50 euros is due for each week of delay.\n", "contract", 0.0,
          (2022, 1, 1), "Station"),
    Paper("menu.txt", "Canteen, week 12\nSoup of the day\nTotal calories: 1,450\n", "", 0.0),
    Paper("asbestos.pdf", "Survey of the school roof\nAsbestos was found in two places.\n", ""),
)  # fmt: skip
PAPERS = (*_INVOICES, *_OTHERS)


def _all(holds: Callable[[Paper], bool]) -> frozenset[str]:
    return frozenset(paper.name for paper in PAPERS if holds(paper))


def _invoices(holds: Callable[[Paper], bool]) -> frozenset[str]:
    return _all(lambda p: p.kind == "invoice" and holds(p))


QUESTIONS = (
    Question("List every invoice.", _invoices(lambda p: True)),
    Question("How many invoices are there?", _invoices(lambda p: True)),
    Question("Combien de factures avons-nous ?", _invoices(lambda p: True)),
    Question("Geef alle facturen.", _invoices(lambda p: True)),
    Question("List all invoices over 1,000 euros.", _invoices(lambda p: p.total > 1_000)),
    Question("Quelles factures dépassent 1 000 euros ?", _invoices(lambda p: p.total > 1_000)),
    Question("Welke facturen zijn hoger dan 1.000 euro?", _invoices(lambda p: p.total > 1_000)),
    Question("Toutes les factures de moins de 400 euros", _invoices(lambda p: 0 < p.total < 400)),
    Question("Hoeveel facturen zijn er van minstens 2.541 euro?",
             _invoices(lambda p: p.total >= 2_541)),
    Question("List all invoices between 500 and 1,100 euros.",
             _invoices(lambda p: 500 <= p.total <= 1_100)),
    Question("Which invoices are dated 2023?", _invoices(lambda p: p.date[0] == 2023)),
    Question("Toutes les factures de mars 2024",
             _invoices(lambda p: p.date[:2] == (2024, 3))),
    Question("Alle facturen van na juni 2024", _invoices(lambda p: p.date > (2024, 6, 30))),
    Question("List all invoices from Harrow Security.",
             _invoices(lambda p: p.party == "Harrow Security")),
    Question("Combien de factures de l'Atelier Dupont ?",
             _invoices(lambda p: p.party == "Atelier Dupont")),
    Question("How many invoices from Harrow Security are over 3,600 euros?",
             _invoices(lambda p: p.party == "Harrow Security" and p.total > 3_600)),
    Question("List all reminders.", _all(lambda p: p.kind == "reminder")),
    Question("Toutes les lettres de mars 2024",
             _all(lambda p: p.kind == "letter" and p.date[:2] == (2024, 3))),
    Question("Hoeveel brieven zijn er?", _all(lambda p: p.kind == "letter")),
    Question("Which documents mention asbestos?", frozenset({"asbestos.pdf"})),
    Question("List all penalties.", frozenset({"complaint.txt", "lease.pdf", "courrier 12.txt",
             "antwoord.txt"})),
    Question("Geef alle boetes.", frozenset({"antwoord.txt", "complaint.txt", "lease.pdf",
             "courrier 12.txt"})),
)  # fmt: skip


def write_papers(folder: Path) -> Path:
    """The papers as files."""
    folder.mkdir(parents=True)
    for paper in PAPERS:
        if paper.name.endswith(".pdf"):
            write_pdf(folder / paper.name, paper.text)
        else:
            (folder / paper.name).write_text(paper.text, "utf-8")
    return folder
