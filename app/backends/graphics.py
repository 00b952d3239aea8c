"""The graphics cards that this build of llama.cpp can use, and their free memory."""

from __future__ import annotations

import ctypes
from typing import Any

from app.backends.llama_library import load_llama
from app.core.errors import ModelError

_CARD = 1
"""What ggml calls a device with memory of its own."""


class Graphics:
    """`is_supported`: whether the build can use cards at all. `free`: bytes on all of them."""

    def __init__(self) -> None:
        try:
            self.is_supported = bool(load_llama().llama_supports_gpu_offload())
        except ModelError:  # whoever asks for an answer is told why
            self.is_supported = False
        self.free = _free_memory() if self.is_supported else 0


def _free_memory() -> int:
    """Bytes that are free on cards; 0 if that cannot be told."""
    from llama_cpp import _ggml

    try:
        return sum(_free_on_cards(_ggml.libggml))
    except (AttributeError, OSError):  # a library without these functions
        return 0


def _free_on_cards(library: Any) -> list[int]:
    count, get = library.ggml_backend_dev_count, library.ggml_backend_dev_get
    kind_of, memory_of = library.ggml_backend_dev_type, library.ggml_backend_dev_memory
    count.restype, get.restype, kind_of.restype = ctypes.c_size_t, ctypes.c_void_p, ctypes.c_int
    get.argtypes, kind_of.argtypes = [ctypes.c_size_t], [ctypes.c_void_p]
    memory_of.restype = None
    memory_of.argtypes = [ctypes.c_void_p, *[ctypes.POINTER(ctypes.c_size_t)] * 2]
    found = []
    for device in (get(number) for number in range(count())):
        free, total = ctypes.c_size_t(), ctypes.c_size_t()
        memory_of(device, ctypes.byref(free), ctypes.byref(total))
        if kind_of(device) == _CARD:
            found.append(free.value)
    return found
