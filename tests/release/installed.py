"""A program as users have it, frozen or installed: run without any network, and looked at."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.system.paths import INSTALLATION, Paths
from tests.security.desktop import Desktop
from tests.security.window_driver import PATIENCE, ask, close_window

SAMPLES = INSTALLATION / "resources" / "samples"
AGREEMENT = "Data processing agreement - Meridian and Norvane.pdf"
QUESTION = "When must a personal data breach be notified?"
CITED_PAGE = 2
NO_NETWORK = ("unshare", "--net")


@dataclass(frozen=True)
class Said:
    """What a command printed, and how long it took."""

    code: int
    data: dict[str, Any]
    complaints: str
    seconds: float


@dataclass(frozen=True)
class Program:
    """How the program is started: `command` in a world without a network, over the home `home`."""

    command: Sequence[str]
    home: str

    def say(self, *arguments: str) -> Said:
        began = time.monotonic()
        words = [*NO_NETWORK, *self.command, "--home", self.home, "--json", *arguments]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        data = json.loads(done.stdout) if done.stdout else {}
        return Said(done.returncode, data, done.stderr, time.monotonic() - began)

    @contextmanager
    def window(
        self, display: Desktop, document: str, errors: Path
    ) -> Iterator[subprocess.Popen[bytes]]:
        """The window, started with a document; what it complains of goes into a file."""
        with errors.open("wb") as file:
            words = [*NO_NETWORK, *self.command, "--home", self.home, document]
            opened = subprocess.Popen(words, env=display.environment, stdout=file, stderr=file)
            try:
                yield opened
            finally:
                opened.kill()
                opened.wait()


def use(program: Program, document: str) -> list[str]:
    """Prove, read a document, and ask about it, from the command line. What each step took."""
    proof = program.say("proof")
    assert (proof.code, proof.complaints) == (0, ""), proof
    assert proof.data["blocked"] is True, proof.data
    assert all(attempt["refused"] for attempt in proof.data["attempts"])
    made = program.say("index", document)
    assert (made.code, made.complaints, made.data["failed"]) == (0, "", []), made
    said = program.say("ask", QUESTION)
    assert (said.code, said.complaints, said.data["abstained"]) == (0, "", False), said
    cited = [c for sentence in said.data["sentences"] for c in sentence["citations"]]
    assert {(c["document"], c["page"]) for c in cited} == {(AGREEMENT, CITED_PAGE)}
    return [
        f"proof: {len(proof.data['attempts'])} attempts refused, {proof.seconds:.1f} s",
        f"index: {made.data['pages']} pages, {made.seconds:.1f} s",
        f"ask: “{said.data['answer'].strip()}”, cited, {said.seconds:.1f} s",
    ]


def use_window(
    program: Program, display: Desktop, document: str, paths: Paths, errors: Path
) -> list[str]:
    """Open a document in a new window, ask about it, and close. `paths` is its home, from here."""
    began = time.monotonic()
    with program.window(display, document, errors) as opened:
        display.await_window("Strongroom", PATIENCE)
        shown = time.monotonic() - began
        ask(display, paths, QUESTION)
        answered = time.monotonic() - began
        close_window(display)
        assert opened.wait(PATIENCE) == 0
    assert errors.read_text("utf-8") == "", errors.read_text("utf-8")
    return [f"window: shown after {shown:.1f} s, answer kept after {answered:.1f} s, closed"]
