"""Which arithmetic a question asks for, and which questions ask for none."""

from __future__ import annotations

import pytest

from app.core.arithmetic.plans import plan_of

GROWTH = "By how many percent did revenue grow from 2021 to 2022?"


@pytest.mark.parametrize(
    ("question", "kind", "operands"),
    [
        (GROWTH, "growth", "revenue 2022, revenue 2021"),
        ("What was the year-over-year change in net sales in 2022?", "growth",
         "net sales 2022, net sales 2021"),
        ("What is the FY2019 - FY2020 total revenue growth rate for Acme?", "growth",
         "total revenue Acme 2020, total revenue Acme 2019"),
        ("De combien de % le chiffre d'affaires a-t-il augmenté entre 2021 et 2022 ?", "growth",
         "chiffre d'affaires 2022, chiffre d'affaires 2021"),
        ("Met hoeveel procent is de omzet gestegen tussen 2021 en 2022?", "growth",
         "omzet 2022, omzet 2021"),
        ("What was the change in revenue from 2020 to 2021 in percent?", "growth",
         "revenue 2021, revenue 2020"),
        ("How much higher was net income in 2022 than in 2021?", "difference",
         "net income 2022, net income 2021"),
        ("What was the increase in inventories between 2020 and 2021?", "difference",
         "inventories 2021, inventories 2020"),
        ("Quelle est la différence entre les ventes et le coût des ventes en 2021 ?", "difference",
         "ventes 2021, coût des ventes 2021"),
        ("Hoeveel meer was de nettowinst in 2022 dan in 2021?", "difference",
         "nettowinst 2022, nettowinst 2021"),
        ("What share of total revenue came from services in 2022?", "share",
         "services 2022, total revenue 2022"),
        ("Quelle part du chiffre d'affaires représentent les services en 2022 ?", "share",
         "services 2022, chiffre d'affaires 2022"),
        ("Welk aandeel van de omzet kwam uit diensten in 2022?", "share",
         "diensten 2022, omzet 2022"),
        ("What was the operating margin in 2022?", "share", "operating income 2022, revenue 2022"),
        ("What is the ratio of total debt to total equity in 2021?", "ratio",
         "total debt 2021, total equity 2021"),
        ("What was the revenue per employee in 2022?", "ratio", "revenue 2022, employee 2022"),
        ("What was the sum of cost of sales and rents in 2021?", "sum",
         "cost of sales 2021, rents 2021"),
        ("Hoeveel bedroegen de lonen en de afschrijvingen samen in 2021?", "sum",
         "lonen 2021, afschrijvingen 2021"),
        ("What is FY2021 operating income + depreciation and amortization?", "sum",
         "operating income 2021, depreciation and amortization 2021"),
        ("What was the average revenue from 2019 to 2021?", "average",
         "revenue 2019, revenue 2020, revenue 2021"),
        ("What is the 2021 working capital? Define it as current assets less payables.",
         "difference", "current assets 2021, payables 2021"),
    ],
)  # fmt: skip
def test_a_question_for_arithmetic_says_what_to_compute_of_what(
    question: str, kind: str, operands: str
) -> None:
    plan = plan_of(question)
    assert plan is not None
    assert plan.kind == kind
    assert ", ".join(f"{wanted.label} {wanted.year}" for wanted in plan.operands) == operands


@pytest.mark.parametrize(
    "question",
    [
        "How many employees did the company have in 2021?",
        "What growth rate does the report state?",
        "By how many percent did revenue grow?",
        "By how many percent did revenue grow from the first quarter of 2021 to 2022?",
        "By how much did revenue grow between March 2021 and March 2022?",
        "Why did revenue grow from 2021 to 2022?",
        "Quel est le taux de TVA en 2022 ?",
        "What is the sum of sales, rents and interest in 2021?",
        "What was the revenue?",
        "The same question for the provisions: What was the revenue in 2022?",
        "What was the revenue in 2022 (before taxes)?",
        "Who audited the accounts, and what was the revenue in 2022?",
        "What was the number of receivables in 2022?",
        "What was the weather in 2022?",
        "What percentage of voters who supported the law in 2004 were women in 2012?",
    ],
)
def test_a_question_for_what_is_stated_asks_for_no_arithmetic(question: str) -> None:
    assert plan_of(question) is None
