"""Loads llama.cpp's library, once it is known that this processor can run it.

A frozen program was compiled for others: its code would end the process on one that is too old.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from app.core.errors import ModelError

NEEDED = ("avx", "avx2", "bmi2", "f16c", "fma", "sse4_2")
"""What `packaging/frozen/freeze.py` compiles for on x86-64, as Linux calls it."""
_WINDOWS_AVX2 = 40


def load_llama() -> Any:
    """The module llama_cpp. ModelError if this processor could not run it."""
    if getattr(sys, "frozen", False) and not can_run(Path("/proc/cpuinfo")):
        raise ModelError(
            "The processor of this computer is too old for the model that writes answers.",
            "You can search. Answers need a processor with AVX2, which most have since 2013.",
        )
    import llama_cpp

    return llama_cpp


def can_run(told: Path) -> bool:
    """Whether the processor has what is needed; `told` is where Linux tells of it."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.IsProcessorFeaturePresent(_WINDOWS_AVX2))
    try:
        lines = told.read_text("utf-8").splitlines()
    except OSError:  # macOS, on whose processors all can run it
        return True
    flags = next((line for line in lines if line.startswith("flags")), "")
    return not flags or set(NEEDED) <= set(flags.split())
