"""Reads damaged texts, mails and Word files with the isolated reader, and counts how each ended.

A program: `python -m tests.security.fuzz_texts --count N --seed S [--keep DIR]`. Word files are
damaged inside their ZIP, too, or a parser would never see the damage.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import docx

from app.core.kinds import SUFFIXES
from app.system.processes import READER_ROLE, own_command
from app.system.readers import IsolatedReader
from tests.security.mutations import flip_bits, repeat_range, replace_range
from tests.security.outcomes import FINE, Ended, Outcome, judge

SECONDS = 60
_WORDS = (
    b"\n\n", b"\nFrom a@b Mon Nov 23 10:12:00 2026\nSubject: x\n", b"--b\n", b"--b--\n",
    b"Content-Type: multipart/alternative; boundary=b\n\n", b"Content-Type: message/rfc822\n\n",
    b"Content-Transfer-Encoding: base64\n", b"; charset=utf-16", b"; charset=rot13", b"=?utf-8?b?",
    b"?=", b"<table><tr><td>", b"<style>", b"<!--", b"&#x110000;", b"display:none", b"<script>",
    b"\x00", b"\xff\xfe", b"\xf4\x90\x80\x80", b"\x1b[31m", "\u202e".encode(), b"# ", b"```\n",
    b"<!DOCTYPE d>", b"<w:tbl>", b"</w:p>", b"<w:p>", b"<w:vanish/>", b"]]>", b"<?x?>",
    b'w:val="99999999999"', b"A" * 5_000,
)  # fmt: skip
_MAIL = b"""From: =?utf-8?q?Ren=C3=A9e?= <renee@one.example>
To: Jan <jan@two.example>
Subject: =?iso-8859-1?q?Offre_r=E9vis=E9e?=
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<style>.x {display:none}</style><h1>Offer</h1><p class=3D"x">no</p><table><tr><td>12 =E2=82=AC
--b
Content-Type: text/plain; charset=windows-1252; format=flowed

The price is=20
revised.
> no
--b
Content-Type: application/pdf; name="a.pdf"
Content-Disposition: attachment; filename*=utf-8''a%20b.pdf
Content-Transfer-Encoding: base64

JVBERi0=
--b--
"""


@dataclass(frozen=True)
class Tried:
    """A damaged copy (seed and number make it again), and how it ended."""

    number: int
    suffix: str
    ended: Ended


def good_files() -> tuple[tuple[str, bytes], ...]:
    """Ends of names, and contents."""
    made = docx.Document()
    made.add_heading("Report", 1)
    made.add_paragraph("The heron fishes.", style="List Number")
    table = made.add_table(2, 2)
    table.cell(1, 1).text = "7 €"
    word = io.BytesIO()
    made.save(word)
    text = "# Report\n\nThe heron fishes at dawn — in the Demer.\n\n```\ncode\n```\n" * 30
    return (
        (".docx", word.getvalue()), (".eml", _MAIL), (".md", text.encode()),
        (".txt", text.encode("utf-16")), (".log", text.encode("cp1252")),
    )  # fmt: skip


def damaged(files: Sequence[tuple[str, bytes]], seed: str) -> tuple[str, bytes]:
    """One of the files, a little broken; the same for the same seed."""
    chance = random.Random(seed)
    suffix, content = chance.choice(files)
    if suffix == ".docx" and chance.random() < 0.8:
        return suffix, _damaged_within(content, chance)
    return suffix, _damaged(content, chance)


def _damaged(content: bytes, chance: random.Random) -> bytes:
    data = bytearray(content or b" ")
    for _ in range(chance.choice((1, 1, 2, 5))):
        change = chance.choice((flip_bits, replace_range, repeat_range, _put_word, _cut))
        change(data, chance)
        data = data or bytearray(b" ")
    return bytes(data)


def _put_word(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(data))
    data[place:place] = chance.choice(_WORDS) * chance.choice((1, 1, 1, 200))


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def _damaged_within(content: bytes, chance: random.Random) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        read = [n for n in old.namelist() if n.startswith(("word/", "_rels/")) and "theme" not in n]
        victim = chance.choice(["word/document.xml", *read])
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                data = old.read(name)
                new.writestr(name, _damaged(data, chance) if name == victim else data)
    return whole.getvalue()


def fuzz(count: int, seed: int, keep: Path | None = None) -> list[Tried]:
    """Read all copies. Those that do not end well are kept, if that is wished."""
    files = good_files()
    reader = IsolatedReader(own_command(READER_ROLE), SUFFIXES, 1)
    tried = []
    try:
        with tempfile.TemporaryDirectory() as scratch:
            for number in range(count):
                suffix, content = damaged(files, f"{seed}-{number}")
                path = Path(scratch, f"{number}{suffix}")
                path.write_bytes(content)
                tried.append(Tried(number, suffix, judge(reader, path, SECONDS)))
                path.unlink()
                if keep and tried[-1].ended.outcome not in FINE:
                    (keep / f"{seed}-{number}{suffix}").write_bytes(content)
    finally:
        reader.close()
    return tried


def table(tried: Sequence[Tried]) -> str:
    """Counts as Markdown, by kind, and all that did not end well."""
    counts = Counter((one.suffix, one.ended.outcome) for one in tried)
    reasons = Counter(one.ended.reason for one in tried if one.ended.reason)
    kinds = sorted({one.suffix for one in tried})
    rows = [f"| {k} | {' | '.join(str(counts[k, o]) for o in Outcome)} |" for k in kinds]
    return "\n".join(
        [
            f"{len(tried)} copies, slowest {max(one.ended.seconds for one in tried):.1f} s",
            f"| kind | {' | '.join(Outcome)} |",
            "|---" * (len(Outcome) + 1) + "|",
            *rows,
            *(f"- {count} × {reason}" for reason, count in reasons.most_common()),
            *(f"NOT WELL: {one}" for one in tried if one.ended.outcome not in FINE),
        ]
    )


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=300)
    options.add_argument("--seed", type=int, default=int(time.time()))
    options.add_argument("--keep", type=Path, help="keep copies that do not end well here")
    chosen = options.parse_args()
    tried = fuzz(chosen.count, chosen.seed, chosen.keep)
    print(table(tried))
    return 0 if all(one.ended.outcome in FINE for one in tried) else 1


if __name__ == "__main__":
    sys.exit(main())
