"""Signatures of exported libraries: Ed25519, with the library cryptography."""

from __future__ import annotations

import os
from pathlib import Path

from app.core.carrying.archive import Signature
from app.core.errors import UsageError


class Signing:
    """Makes keys, signs with them, and tells whether a signature is right."""

    def __init__(self) -> None:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives import serialization
        from cryptography.hazmat.primitives.asymmetric import ed25519

        self._invalid = InvalidSignature
        self._ed25519 = ed25519
        self._forms = serialization

    def make_key(self, path: Path) -> str:
        """A new secret key in a file of its own, for its owner only; its public key, in hex."""
        key = self._ed25519.Ed25519PrivateKey.generate()
        try:
            with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(
                    key.private_bytes(
                        self._forms.Encoding.PEM,
                        self._forms.PrivateFormat.PKCS8,
                        self._forms.NoEncryption(),
                    )
                )
        except OSError as error:
            raise UsageError(
                f"The key cannot be written: {error.strerror}.", "Choose another file."
            ) from error
        return key.public_key().public_bytes_raw().hex()

    def sign(self, key_file: Path, data: bytes) -> Signature:
        """UsageError when the file holds no such key."""
        try:
            key = self._forms.load_pem_private_key(key_file.read_bytes(), None)
        except (OSError, ValueError, TypeError) as error:
            raise _no_key() from error
        if not isinstance(key, self._ed25519.Ed25519PrivateKey):
            raise _no_key()
        return Signature(key.public_key().public_bytes_raw().hex(), key.sign(data).hex())

    def verify(self, signature: Signature, data: bytes) -> bool:
        try:
            key = self._ed25519.Ed25519PublicKey.from_public_bytes(bytes.fromhex(signature.key))
            key.verify(bytes.fromhex(signature.value), data)
        except (self._invalid, ValueError):
            return False
        return True


def _no_key() -> UsageError:
    return UsageError("This is no key to sign with.", "“strongroom vault key FILE” makes one.")
