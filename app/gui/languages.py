"""The languages of the window: which one is meant, its catalogue, and its numbers and dates.

Owns no widget. What is on the screen already is put into another language by `retranslating`.
"""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from app.system.paths import resource

LANGUAGES = {"en": "English", "fr": "Français", "nl": "Nederlands"}
"""Each under the name that its speakers give it."""
_AT_HOME = {"en": "en_GB", "fr": "fr_BE", "nl": "nl_BE"}

Origin = tuple[str, str]
"""A context and a source text of the catalogues."""


class Catalogue(QTranslator):
    """The translations into one language. It notes which source a shown text came from."""

    def __init__(self, parent: QObject | None, language: str) -> None:
        super().__init__(parent)
        self.code = language
        self.origins: defaultdict[str, list[Origin]] = defaultdict(list)
        if language != "en":
            self.load(f"strongroom_{language}", str(resource("translations")))

    def find(self, context: str, source: str) -> str:
        """The translation, or "" when there is none."""
        said = source if self.code == "en" else super().translate(context, source) or ""
        self._note(said or source, (context, source))
        return said

    def translate(
        self, context: str, source: str, _disambiguation: str | None = None, _number: int = -1
    ) -> str:
        return self.find(context, source) or source

    def _note(self, said: str, origin: Origin) -> None:
        known = self.origins[said]
        if origin not in known:
            known.append(origin)


def choose_language(wish: str) -> str:
    """`en`, `fr` or `nl`, from what the user wishes (or `auto`) and what the system speaks."""
    spoken = [wish, *(name.replace("_", "-") for name in QLocale.system().uiLanguages())]
    codes = (name.split("-")[0] for name in spoken)
    return next((code for code in codes if code in LANGUAGES), "en")


def locale_of(language: str) -> QLocale:
    """Numbers and dates: the system's own when it speaks `language`, else those of Belgium."""
    system, usual = QLocale.system(), QLocale(_AT_HOME[language])
    return system if system.language() == usual.language() else usual


def speak(application: QApplication, language: str) -> Catalogue:
    """Have every text looked up in `language` from now on; what stands already stays."""
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.setParent(None)
    QLocale.setDefault(locale_of(language))
    catalogue = Catalogue(application, language)
    application.installTranslator(catalogue)
    theirs = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if theirs.load(f"qtbase_{language}", folder):
        application.installTranslator(theirs)  # asked first: ours has an answer to everything
    return catalogue


def spoken(application: QApplication) -> Catalogue:
    """The catalogue that is in use."""
    return application.findChildren(Catalogue)[-1]
