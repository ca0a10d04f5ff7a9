"""Numbers that identify a person: encrypted at rest, found again by a keyed hash.

One key file, two keys derived from it, so that neither does the other's work.
"""

import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class Seal:
    """Parsed once per process. A sealed value opens only in the row that it was sealed for."""

    cipher: AESGCM
    hash_key: bytes

    def close(self, value: str, record: UUID) -> bytes:
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self.cipher.encrypt(nonce, value.encode(), record.bytes)

    def open(self, sealed: bytes, record: UUID) -> str:
        nonce, ciphertext = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        return self.cipher.decrypt(nonce, ciphertext, record.bytes).decode()

    def hash(self, kind: str, value: str) -> bytes:
        return hmac.new(self.hash_key, f"{kind}:{value}".encode(), hashlib.sha256).digest()


def _derive(secret: bytes, use: str) -> bytes:
    info = f"bomiljo identifiers {use} v1".encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(secret)


def load(key_file: Path, *, make: bool) -> Seal:
    """Read the key (32 bytes); a missing one is made only if `make`.

    Where real numbers are kept, a new key in place of a lost one would make them unreadable.
    """
    if make and not key_file.exists():
        key_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(key_file, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb") as out:
            out.write(secrets.token_bytes(KEY_BYTES))
    secret = key_file.read_bytes()
    if len(secret) != KEY_BYTES:
        msg = f"{key_file} must hold {KEY_BYTES} random bytes"
        raise ValueError(msg)
    return Seal(AESGCM(_derive(secret, "encryption")), _derive(secret, "search"))
