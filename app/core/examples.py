"""Examples of good answers that a vault gives its model: few, and only what its user chose."""

from __future__ import annotations

from app.core.errors import UsageError
from app.core.prompt import Example
from app.core.storage.database import Database

MOST = 3
"""More would take the place of evidence."""
LONGEST = 600
"""Characters of an example, all parts together."""


class Examples:
    """Kept in the vault; each is shown to the model before every question."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[int, Example]:
        """By number, oldest first."""
        rows = self._database.rows("SELECT id, question, quote, answer FROM examples ORDER BY id")
        return {number: Example(*words) for number, *words in rows}

    def add(self, example: Example) -> int:
        """Its number. `UsageError` when there are enough, or this one is too long or empty."""
        parts = (example.question, example.quote, example.answer)
        if not all(part.strip() for part in parts) or sum(map(len, parts)) > LONGEST:
            raise UsageError(
                f"An example needs a question, a quote and an answer, of {LONGEST} characters "
                "in all at most.",
                "Shorten it.",
            )
        if len(self.all()) >= MOST:
            raise UsageError(f"There are {MOST} examples already.", "Remove one first.")
        return self._database.insert(
            "INSERT INTO examples (question, quote, answer) VALUES (?, ?, ?)", parts
        )

    def remove(self, number: int) -> None:
        if not self._database.run("DELETE FROM examples WHERE id = ?", [number]):
            raise UsageError(
                "There is no example of this number.", "“strongroom examples” lists them."
            )
