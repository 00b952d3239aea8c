"""Guesses how an answer goes on where it copies from what the model has read.

Owns the guess and whether it pays to have several tokens checked at once; runs no model. While
nothing is guessed it watches for nothing whether it would have been right: only a copy that has
gone on for a while is guessed further.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

GRAM = 3
"""Tokens that must be the same for a place to be looked at."""
STREAK = 4
"""Tokens that must have been copied before a guess is made."""
LENGTHS = (4, 6, 16, 32, 64)
"""Rows that are checked at once; others are no faster than the next smaller one."""
_WORTH = 1.05
"""How much faster a guess must be than writing token by token, as far as can be foretold."""
_PLACES = 8
"""Latest places with the same tokens that are compared."""
_DOUBT = 0.999
"""What was slow once, while the machine was busy, is tried again some time."""
_MOST_SEEN = 400.0
"""Weight of what was seen so far: what happened long ago counts less."""


class Copying:
    """Follows one answer: where in the tokens it copies from, and for how long."""

    def __init__(self, tokens: Sequence[int], ends: Callable[[int, int], bool]) -> None:
        """`ends` tells of a token and the one behind it whether a sentence or line ends there."""
        self._tokens = list(tokens)
        self._ends = ends
        self._places: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
        for end in range(GRAM, len(self._tokens)):
            self._places[tuple(self._tokens[end - GRAM : end])].append(end)
        self._next: int | None = None
        self.streak = 0

    def add(self, token: int) -> bool | None:
        """Take a written token: whether it was foreseen within a copy; None: there was none."""
        before, expected = self.streak, self._next
        if expected is not None and self._tokens[expected] == token:
            self.streak, self._next = self.streak + 1, expected + 1
        else:
            self.streak, self._next = 0, None
        within = before >= STREAK and expected is not None and not self._is_end(expected - 1)
        self._note(token)
        if self._next is None:
            self._next = self._longest_match()
        return self.streak > 0 if within else None

    def guess(self, most: int) -> list[int]:
        """How it goes on, up to the end of the sentence or line that is being copied."""
        found: list[int] = []
        if self.streak < STREAK or self._next is None:
            return found
        place = self._next
        while len(found) < most and place < len(self._tokens) and not self._is_end(place - 1):
            found.append(self._tokens[place])
            place += 1
        return found

    def _is_end(self, place: int) -> bool:
        return place + 1 < len(self._tokens) and self._ends(*self._tokens[place : place + 2])

    def _note(self, token: int) -> None:
        end = len(self._tokens)
        self._places[tuple(self._tokens[end - GRAM : end])].append(end)
        self._tokens.append(token)

    def _longest_match(self) -> int | None:
        """The place behind the tokens that the text ends with; the latest of the longest."""
        gram = tuple(self._tokens[-GRAM:])
        places = self._places.get(gram, [])[-_PLACES:]
        return max(places, key=lambda place: (self._same_before(place), place), default=None)

    def _same_before(self, place: int) -> int:
        length = 0
        for a, b in zip(reversed(self._tokens[:place]), reversed(self._tokens), strict=False):
            if a != b or length == 16:
                break
            length += 1
        return length


class Odds:
    """How often copies go on, and what rows cost on this machine: learned while writing."""

    def __init__(self) -> None:
        self._right, self._wrong = 18.0, 1.0
        self._seconds: dict[int, float] = {}
        self._least = 0.0

    @property
    def measured(self) -> frozenset[int]:
        """Rows whose cost is known."""
        return frozenset(self._seconds)

    def saw(self, foreseen: bool | None) -> None:
        if foreseen is None:
            return
        if self._right + self._wrong > _MOST_SEEN:
            self._right, self._wrong = self._right / 2, self._wrong / 2
        if foreseen:
            self._right += 1
        else:
            self._wrong += 1

    def read(self, seconds: float) -> None:
        """Note what a token costs where a prompt is read: guesses are never cheaper."""
        if seconds > 0:
            self._least = seconds

    def ran(self, rows: int, seconds: float) -> None:
        """Note what running so many rows at once took."""
        known = self._seconds.get(rows, seconds)
        self._seconds[rows] = 0.8 * known + 0.2 * seconds

    def rows(self, foreseen: int) -> int:
        """Rows to run at once when so many tokens can be guessed; 1: guess nothing."""
        if 1 not in self._seconds:
            return 1
        possible = [rows for rows in LENGTHS if rows <= foreseen + 1]
        for rows in possible:
            if rows not in self._seconds and self._gain(rows) > _WORTH:
                return rows
            if rows in self._seconds:
                self._seconds[rows] *= _DOUBT
        gains = {rows: self._gain(rows) for rows in possible if rows in self._seconds}
        best = max(gains, key=gains.__getitem__, default=1)
        return best if gains.get(best, 0.0) > _WORTH else 1

    def _gain(self, rows: int) -> float:
        chance = self._right / (self._right + self._wrong)
        written = (1 - chance**rows) / (1 - chance)
        seconds = self._seconds.get(rows, rows * self._least)
        return written * self._seconds[1] / seconds if seconds else written
