"""The public keys of those whose libraries and packs were imported, kept in the home folder."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from app.core.errors import KnownError, UsageError
from app.core.inert import clean_line
from app.core.rebuilding import rebuilt

_FOR_PACKS = "packs"
"""The name of a key that was trusted without another one."""


@dataclass(frozen=True)
class KnownKey:
    """`since` is when it was first seen, in seconds since 1970; the name is the user's."""

    key: str
    since: int
    name: str = ""

    @property
    def fingerprint(self) -> str:
        return fingerprint_of(self.key)


def fingerprint_of(key: str) -> str:
    """What people compare: sixteen bytes of its SHA-256, in groups of four digits."""
    digits = hashlib.sha256(bytes.fromhex(key)).hexdigest()[:32]
    return " ".join(digits[i : i + 4] for i in range(0, 32, 4))


def known_keys(path: Path) -> tuple[KnownKey, ...]:
    try:
        return tuple(rebuilt(KnownKey, one) for one in json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, RecursionError) as error:
        raise KnownError(
            "The file of known keys cannot be understood.", f"Mend or delete {path}."
        ) from error


def remember(path: Path, key: str) -> KnownKey | None:
    """Keep a key. What was known of it before; None when it is new."""
    known = known_keys(path)
    found = next((one for one in known if one.key == key), None)
    if found is None:
        _save(path, (*known, KnownKey(key, int(time.time()))))
    return found


def name_key(path: Path, fingerprint: str, name: str) -> KnownKey:
    """Call a known key by a name; the fingerprint may be shortened."""
    known = known_keys(path)
    plain = "".join(fingerprint.split()).lower()
    found = [k for k in known if plain and k.fingerprint.replace(" ", "").startswith(plain)]
    if len(found) != 1:
        raise UsageError("No one key is meant by that.", "“strongroom vault keys” lists them.")
    named = KnownKey(found[0].key, found[0].since, clean_line(name)[:80])
    _save(path, tuple(named if key == found[0] else key for key in known))
    return named


def require_trusted(path: Path, key: str) -> None:
    """UsageError unless somebody compared this key: one that was only seen has no name."""
    if not any(one.key == key and one.name for one in known_keys(path)):
        raise UsageError(
            f"The pack is signed with a key that is not trusted here: {fingerprint_of(key)}.",
            "Compare it with what its maker told you. If it is the same, take the pack in once "
            "with “strongroom models import PACK --trust FINGERPRINT”.",
        )


def trust_key(path: Path, key: str, fingerprint: str) -> None:
    """Trust a key whose fingerprint somebody told. UsageError if it is another one's."""
    if "".join(fingerprint.split()).lower() != fingerprint_of(key).replace(" ", ""):
        raise UsageError(
            f"The pack is signed with another key: {fingerprint_of(key)}.",
            "Do not use it, unless its maker confirms this one.",
        )
    remember(path, key)
    name_key(path, fingerprint, _FOR_PACKS)


def _save(path: Path, keys: tuple[KnownKey, ...]) -> None:
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps([asdict(key) for key in keys], indent=1), "utf-8")
    fresh.chmod(0o600)
    fresh.replace(path)
