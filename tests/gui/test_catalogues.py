"""The catalogues are complete: what the window says, it says in every language."""

from __future__ import annotations

import json
import xml.etree.ElementTree as Xml
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from app.gui import wording
from app.gui.languages import Origin, speak
from tests.gui import catalogues


@pytest.fixture(scope="module")
def said() -> set[Origin]:
    return catalogues.origins()


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_everything_that_is_said_is_translated_and_nothing_else(
    language: str, said: set[Origin]
) -> None:
    known = catalogues.load(language)
    assert said - known.keys() == set(), "python -m tests.gui.catalogues takes them in"
    assert known.keys() - said == set(), "python -m tests.gui.catalogues takes them out"
    assert [origin for origin, text in known.items() if not text] == []


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_nothing_is_left_unfinished(language: str) -> None:
    root = Xml.parse(catalogues.ts_file(language)).getroot()
    assert [t.get("type") for t in root.iter("translation") if t.get("type")] == []


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_what_is_filled_in_stands_in_every_translation(language: str) -> None:
    gaps = catalogues.GAP.findall
    wrong = [
        (source, text)
        for (_context, source), text in catalogues.load(language).items()
        if sorted(gaps(source)) != sorted(gaps(text))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_the_compiled_catalogue_is_that_of_the_source(language: str) -> None:
    compiled = QTranslator()
    assert compiled.load(str(catalogues.qm_file(language)))
    for (context, source), text in catalogues.load(language).items():
        assert compiled.translate(context, source) == text


def test_the_sentences_of_the_core_are_those_it_says_now() -> None:
    kept = json.loads(catalogues.SENTENCES.read_text("utf-8"))
    assert kept == catalogues.sentences()


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_marks_stand_as_the_language_sets_them(language: str) -> None:
    """French has a space that does not break before : ; ? ! and %; Dutch has none."""
    texts = catalogues.load(language).values()
    if language == "fr":
        wrong = [t for t in texts if any(f" {mark}" in t for mark in (":", ";", "?", "!", "»"))]
    else:
        wrong = [t for t in texts if any(f"{gap}{m}" in t for gap in " \u00a0" for m in ":;?!")]
    assert wrong == []
    assert [t for t in texts if "'" in t] == []


def test_a_text_that_no_catalogue_can_hold_is_found(tmp_path: Path) -> None:
    file = tmp_path / "panel.py"
    file.write_text("class Panel:\n    def show(self, name):\n        self.tr(f'Hello {name}')\n")
    with pytest.raises(catalogues.NotLiteral):
        list(catalogues.said_in(file))
    file.write_text("class Panel:\n    def show(self):\n        self.tr('Hello')\n")
    assert list(catalogues.said_in(file)) == [("Panel", "Hello")]


def test_what_the_engine_says_in_english_is_told_in_the_language(qapp: QApplication) -> None:
    sentence = "The document is locked with a password. Give its password to read it."
    speak(qapp, "fr")
    try:
        assert wording.told(sentence) == (
            "Le document est verrouillé par un mot de passe. Donnez son mot de passe pour le lire."
        )
        assert wording.told("Mend or delete /a/b.json.") == "Réparez ou supprimez /a/b.json."
        assert wording.told("Nobody ever said this.") == "Nobody ever said this."
    finally:
        speak(qapp, "en")
    assert wording.told(sentence) == sentence
