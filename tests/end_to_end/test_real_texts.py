"""The whole way through with the default models: a mail and a Word file are asked, and cited."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.end_to_end.test_real_models import run

pytestmark = pytest.mark.slow
MAIL = """From: Renée Dupont <renee@lumen.example>
To: Jan Peeters <jan@zilverbeek.example>
Date: Mon, 23 Nov 2026 10:12:00 +0100
Subject: Prolongation du contrat de maintenance
Content-Type: text/plain; charset=utf-8

Bonjour Jan,

Nous prolongeons le contrat de maintenance des ascenseurs de deux ans, jusqu'au 31 mars 2029.
Le prix annuel passe à 18.400 euros hors TVA.

Renée
"""


def test_a_mail_and_a_word_file_are_asked_and_cited(tmp_path: Path) -> None:
    papers, home = tmp_path / "papers", tmp_path / "home"
    papers.mkdir()
    (papers / "Prolongation.eml").write_text(MAIL, "utf-8")
    made = docx.Document()
    made.add_heading("Minutes of the board", 1)
    made.add_paragraph("The board met in Ghent, with seven members present.")
    made.add_paragraph("The board approved the purchase of three electric vans for 126,000 euros.")
    made.save(str(papers / "Minutes.docx"))
    said = run(home, "index", str(papers))
    assert (said["documents"], said["failed"]) == (2, [])
    answer = run(home, "ask", "Jusqu'à quand le contrat de maintenance est-il prolongé ?")
    assert not answer["abstained"]
    assert "2029" in answer["answer"]
    cited = [c for sentence in answer["sentences"] for c in sentence["citations"]]
    assert {(c["document"], c["page"]) for c in cited} == {("Prolongation.eml", 1)}
    assert any("2029" in c["quote"] for c in cited)
    assert all(c["boxes"] == [] for c in cited)
    (hit,) = run(home, "search", "How much do the electric vans cost?", "-k", "1")["hits"]
    assert (hit["document"], hit["page"], "126,000" in hit["marked"]) == ("Minutes.docx", 1, True)
