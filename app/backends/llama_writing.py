"""Reading a prompt and writing after it: the loops around the model's memory.

Always takes the likeliest token.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.backends.llama_memory import Memory
from app.core.interfaces import TokenCount


def read(memory: Memory, prompt: Sequence[int], on_read: TokenCount) -> None:
    """Run what is not known of the prompt; `on_read` first gets what is known."""
    place = memory.forget_after(memory.known(prompt))
    on_read(place, len(prompt))
    while place < len(prompt):
        memory.run(prompt[place : place + memory.step_at(place)])
        place = len(memory.tokens)
        on_read(place, len(prompt))


def write(memory: Memory, most: int) -> Iterator[int]:
    """At most `most` tokens after what was read."""
    token = memory.best()
    for written in range(most):
        yield token
        if written + 1 < most:
            memory.run([token])
            token = memory.best()
