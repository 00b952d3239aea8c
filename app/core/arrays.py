"""The arrays that parts of the program give each other. Apart, so that `types` needs no numpy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""Shape (n, dimensions), each row of length 1."""
