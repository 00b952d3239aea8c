"""Whether one way to search is better than another: the same questions to both, and what chance
alone does. Questions count as independent of each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ROUNDS = 20_000
LEVEL = 0.05
"""A difference that chance alone makes more rarely than this counts."""
_SEED = 1


@dataclass(frozen=True)
class Difference:
    """Means before and now, the interval (95 %) of their difference, and how often chance alone
    makes one as large."""

    pairs: int
    before: float
    now: float
    low: float
    high: float
    p: float

    @property
    def verdict(self) -> str:
        if self.p >= LEVEL:
            return "not told apart"
        return "better" if self.now > self.before else "worse"


def compare(before: Sequence[float], now: Sequence[float]) -> Difference:
    """Two figures for each question, in the same order."""
    differences = np.subtract(now, before)
    low, high = _interval(differences)
    return Difference(
        len(differences), float(np.mean(before)), float(np.mean(now)), low, high, _p(differences)
    )


def _interval(differences: NDArray[np.float64]) -> tuple[float, float]:
    """The bootstrap's: means over as many questions drawn again from these ones."""
    values, counts = np.unique(differences, return_counts=True)
    count = len(differences)
    drawn = np.random.default_rng(_SEED).multinomial(count, counts / count, ROUNDS)
    low, high = np.percentile(drawn @ values / count, (2.5, 97.5))
    return float(low), float(high)


def _p(differences: NDArray[np.float64]) -> float:
    """The sign-flip test: which of the two had which figure is drawn by lot for each question."""
    sizes, counts = np.unique(np.abs(differences), return_counts=True)
    kept = np.random.default_rng(_SEED).binomial(counts, 0.5, (ROUNDS, len(counts)))
    sums = (2 * kept - counts) @ sizes
    as_large = np.abs(sums) >= abs(differences.sum()) - 1e-9
    return float((1 + as_large.sum()) / (1 + ROUNDS))
