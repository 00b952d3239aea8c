"""Reading a prompt and writing after it: the loops around the model's memory.

Always takes the likeliest token. Where the answer copies, several guessed tokens are checked at
once: each is kept only if the model would have chosen it, and clearly so.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from app.backends.llama_memory import Memory
from app.backends.prompt_lookup import Copying, Odds
from app.core.interfaces import TokenCount


def read(memory: Memory, prompt: Sequence[int], on_read: TokenCount) -> float:
    """Run what is not known of the prompt; `on_read` first gets what is known.

    Returns the seconds that a token took in the fastest full step, 0 if there was none.
    """
    start = memory.forget_after(memory.known(prompt))
    on_read(start, len(prompt))
    times: list[float] = []
    for place in range(start, len(prompt), memory.step):
        step = prompt[place : place + memory.step]
        started = time.perf_counter()
        memory.run(step)
        if len(step) == memory.step:
            times.append((time.perf_counter() - started) / len(step))
        on_read(len(memory.tokens), len(prompt))
    return min(times, default=0.0)


def write(memory: Memory, copying: Copying | None, odds: Odds, most: int) -> Iterator[int]:
    """At most `most` tokens after what was read; without `copying` nothing is guessed."""
    written = 1
    token = memory.best()
    while True:
        yield token
        if written >= most:
            return
        guessed: list[int] = []
        if copying is not None:
            odds.saw(copying.add(token))
            guessed = copying.guess(min(memory.step, most - written) - 1)
        rows = odds.rows(len(guessed))
        started = time.perf_counter()
        kept, token = _check(memory, [token, *guessed[: rows - 1]])
        odds.ran(rows, time.perf_counter() - started)
        for right in kept:
            yield right
            odds.saw(copying.add(right) if copying else None)
        written += len(kept) + 1


def _check(memory: Memory, run: Sequence[int]) -> tuple[Sequence[int], int]:
    """The guesses that the model would have written, and its own token after them.

    `run` starts with a token that is sure. Where another token is close, the last one is run
    again alone: rows that are computed together differ a little from one computed alone.
    """
    start = len(memory.tokens)
    memory.run(run, every=len(run) > 1)
    if len(run) == 1:
        return [], memory.best()
    right = 0
    choice = memory.clear_best(0)
    while right + 1 < len(run) and choice == run[right + 1]:
        right += 1
        choice = memory.clear_best(right)
    if choice is None:
        memory.forget_after(start + right)
        memory.run([run[right]])
        choice = memory.best()
    elif right + 1 < len(run):
        memory.forget_after(start + right + 1)
    return run[1 : right + 1], choice
