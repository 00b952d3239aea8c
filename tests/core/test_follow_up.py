"""What is a follow-up question, and what it is taken to mean."""

from __future__ import annotations

import pytest

from app.core.conversation.follow_up import resolve, standalone
from app.core.types import Answer, Coverage, Turn

RENT = "What is the monthly rent of the station?"
LOYER = "Quel est le loyer mensuel de la gare ?"
AFVAL = "Hoeveel ton restafval werd in 2025 ingezameld?"
REVENUE = "What was the revenue of Airbus in 2021?"

FOLLOW_UPS = [
    # earlier, follow-up, what the resolved question must hold, and must not hold
    (REVENUE, "and in 2022?", "Airbus in 2022", "2021"),
    (REVENUE, "What about Boeing?", "Boeing in 2021", "Airbus"),
    (REVENUE, "And for Boeing in 2020?", "Boeing in 2020", "Airbus"),
    (REVENUE, "2023?", "Airbus in 2023", "2021"),
    (REVENUE, "And the year before?", "Airbus in 2020", "2021"),
    (REVENUE, "How much was it in 2019?", "Airbus in 2019", "2021"),
    (REVENUE, "Why?", "revenue of Airbus in 2021", "What"),
    (RENT, "and the duration of the lease?", "duration of the lease", "rent"),
    (RENT, "Until when does it run?", "the monthly rent of the station", "What"),
    (RENT, "Who signed it?", "the monthly rent of the station", "What"),
    (RENT, "And the deposit?", "deposit of the station", "rent"),
    ("How many days of leave do the doctors get?", "and the nurses?", "the nurses get", "doctors"),
    ("How many days of leave do the doctors get?", "And for the nurses?", "nurses", "doctors"),
    ("What fine is due per day of delay for lot 3?", "and for lot 1?", "lot 1", "lot 3"),
    ("What does article 12 say about notice?", "And article 14?", "article 14 say", "12"),
    ("How many employees were there in March 2024?", "and in April?", "April 2024", "March"),
    ("Who is the director of the hospital?", "Since when?", "director of the hospital", "Who"),
    ("Who is the director of the hospital?", "What is his salary?", "the hospital", "Who"),
    ("What was the margin in the first quarter of 2023?", "and in Q2 2023?", "Q2 2023", "first"),
    ("When does the contract with Norvane end?", "Can it be renewed?", "contract with Norvane", ""),
    ("Which insurer covers the building?", "and the cars?", "Which insurer covers the bu", ""),
    (LOYER, "et en 2022 ?", "loyer mensuel de la gare en 2022", ""),
    (LOYER, "pourquoi ?", "le loyer mensuel de la gare", "Quel"),
    (LOYER, "Et la durée du bail ?", "la durée du bail", "loyer"),
    (LOYER, "Jusqu'à quand ?", "le loyer mensuel de la gare", "Quel"),
    (LOYER, "Qui doit le payer ?", "le loyer mensuel de la gare", ""),
    ("Quel était le chiffre d'affaires en 2021 ?", "Et en 2020 ?", "en 2020", "2021"),
    ("Quel est le bénéfice d'Airbus en 2021 ?", "Qu'en est-il de Boeing ?", "de Boeing", "Airbus"),
    ("Quelle amende est prévue pour le lot 3 ?", "et pour le lot 1 ?", "lot 1", "lot 3"),
    ("What is due per day for lots 1 and 2?", "and for lots 3 and 4?", "lots 3 and 4", "3 and 2"),
    ("Quel est le préavis des employés ?", "Et pour les ouvriers ?", "les ouvriers", "employés"),
    ("Combien de congés ont les infirmiers ?", "et les médecins ?", "médecins", "infirmiers"),
    ("Quand expire le bail de la gare ?", "Qui l'a signé ?", "le bail de la gare", ""),
    ("Quand expire le bail de la gare ?", "Est-il renouvelable ?", "le bail de la gare", ""),
    ("Combien de tonnes en 2025 ?", "Et l'année précédente ?", "2024", "2025"),
    (AFVAL, "en in 2022?", "restafval werd in 2022", "2025"),
    (AFVAL, "En het jaar ervoor?", "restafval werd in 2024", "2025"),
    (AFVAL, "Hoeveel in 2023?", "restafval werd in 2023", "2025"),
    (AFVAL, "Waarom?", "restafval", ""),
    (AFVAL, "en gft?", "gft", ""),
    ("Hoeveel verlof krijgen de bedienden?", "en de arbeiders?", "de arbeiders", "bedienden"),
    ("Wat is de opzegtermijn voor bedienden?", "En voor de arbeiders?", "arbeiders", "bedienden"),
    ("Wat is de termijn voor bedienden?", "hoe zit het met arbeiders?", "arbeiders", "bedienden"),
    ("Wie is de directeur van de intercommunale?", "Sinds wanneer?", "directeur", "Wie"),
    ("Wie is de directeur van de intercommunale?", "Wat is zijn loon?", "directeur", "Wie"),
    ("Wat was de omzet van Airbus in 2021?", "en Boeing?", "Boeing in 2021", "Airbus"),
    ("Wat is de boete voor perceel 3?", "En perceel 1?", "perceel 1", "perceel 3"),
    ("Wanneer eindigt het contract?", "Kan het verlengd worden?", "het contract", ""),
]  # fmt: skip

INDEPENDENT = [
    "How many nurses and care assistants worked at the foundation at the end of 2025?",
    "When do the works on the operating theatres begin, and what is their budget?",
    "How quickly must Norvane report a personal data breach to Meridian?",
    "What is the limit of the processor's liability, and when does it not apply?",
    "What is the notice period in 2022?",
    "Who signed the lease?",
    "Is it allowed to work from home?",
    "How long does it take to get a permit?",
    "Which company has the highest revenue, and how did it grow?",
    "Does the contract say that the supplier keeps its tools?",
    "notice period workers",
    "In Belgium, who pays the tax?",
    "And what is the deadline for the offers of lot 2?",
    "List the lots of the tender",
    "Why did the revenue fall in 2021?",
    "What did Boeing report on its order book?",
    "Do employees keep their bonus when they leave?",
    "Quelle est la date limite de dépôt des offres pour l'école du Tilleul ?",
    "À combien le conseil communal a-t-il fixé le délai d'exécution du lot 1 ?",
    "Quel est le loyer mensuel de l'ancienne gare et quelle est la durée du bail ?",
    "En 2022, quel était le chiffre d'affaires de la société ?",
    "Est-il permis de travailler à domicile ?",
    "Y a-t-il une clause de non-concurrence ?",
    "Faut-il une caution pour le lot 3 ?",
    "Quand le bail expire-t-il ?",
    "De quoi s'agit-il dans le rapport annuel ?",
    "Résumez le cahier des charges",
    "Le fournisseur peut-il céder ses droits ?",
    "préavis ouvriers ancienneté",
    "Et quel est le montant de la caution pour le lot 2 ?",
    "Hoeveel dagen per week mag een personeelslid thuis werken?",
    "Hoeveel dagen verlof krijg ik bij het overlijden van een schoonouder?",
    "Hoeveel ton restafval werd in 2025 ingezameld, en hoeveel in 2024?",
    "Tegen welke datum moeten de accounts van vertrokken medewerkers in orde zijn?",
    "Is het toegestaan om thuis te werken?",
    "Wat zijn de openingsuren van het containerpark?",
    "Wanneer eindigt het contract van de leverancier?",
    "Mag een werknemer zijn verlof overdragen?",
    "Hoe lang duurt het verlof?",
    "opzegtermijn arbeiders",
]


@pytest.mark.parametrize(("earlier", "question", "held", "left"), FOLLOW_UPS)
def test_a_follow_up_stands_alone_once_it_is_resolved(
    earlier: str, question: str, held: str, left: str
) -> None:
    meant = resolve(question, earlier)
    assert held in meant
    assert not left or left not in meant


@pytest.mark.parametrize("question", INDEPENDENT)
def test_a_question_that_stands_alone_is_left_alone(question: str) -> None:
    for earlier in (RENT, LOYER, AFVAL, REVENUE):
        assert resolve(question, earlier) == question


def turn(question: str) -> Turn:
    return Turn(question, Answer(question, "", True, (), (), Coverage(0, 0)))


def test_follow_ups_of_follow_ups_are_resolved_in_order() -> None:
    history = [turn(REVENUE), turn("and in 2022?")]
    assert standalone("What about Boeing?", history) == "What was the revenue of Boeing in 2022?"


def test_a_first_question_is_left_alone() -> None:
    assert standalone("and in 2022?", []) == "and in 2022?"


def test_a_pronoun_after_a_follow_up_gets_the_first_topic() -> None:
    history = [turn("Who signed the lease of the station?"), turn("When does it end?")]
    assert "the lease of the station" in standalone("Why?", history)
