"""Bearer tokens for API clients: signed with one key, one algorithm, for one issuer and audience.

A token only names a session; whether the session still stands is asked of the database each time.
"""

import hashlib
import os
import re
import time
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from jose import jwk, jwt
from jose.backends.base import Key
from jose.exceptions import JOSEError

from bomiljo.kernel.clock import now

ALGORITHM = "RS256"
AUDIENCE = "bomiljo-api"
LIFETIME = timedelta(minutes=10)
REMEMBERED = 10_000
_SHAPE = re.compile(r"[A-Za-z0-9_-]{1,1000}\.[A-Za-z0-9_-]{1,3000}\.[A-Za-z0-9_-]{1,1000}")
_REQUIRED = {f"require_{claim}": True for claim in ("aud", "exp", "iat", "iss", "sub")}


@dataclass(frozen=True)
class Tokens:
    """The signing key, parsed once per process."""

    issuer: str
    private: Key
    public: Key
    key_id: str
    _genuine: dict[str, tuple[UUID, int]] = field(default_factory=dict, repr=False)

    def issue(self, session_id: UUID, subject: UUID, lifetime: timedelta = LIFETIME) -> str:
        issued = now()
        claims = {
            "iss": self.issuer,
            "aud": AUDIENCE,
            "sub": str(subject),
            "sid": str(session_id),
            "iat": issued,
            "exp": issued + lifetime,
        }
        token: str = jwt.encode(claims, self.private, ALGORITHM, headers={"kid": self.key_id})
        return token

    def session_of(self, token: str) -> UUID | None:
        """The session that a genuine, unexpired token names; None for anything else.

        A signature is checked the first time a token is seen; whether it has expired, each time.
        """
        found = self._genuine.get(token) or self._verified(token)
        return found[0] if found and found[1] > time.time() else None

    def _verified(self, token: str) -> tuple[UUID, int] | None:
        if not _SHAPE.fullmatch(token):
            return None
        try:
            if jwt.get_unverified_header(token).get("kid") != self.key_id:
                return None
            claims = jwt.decode(
                token,
                self.public,
                algorithms=[ALGORITHM],
                audience=AUDIENCE,
                issuer=self.issuer,
                options=_REQUIRED,
            )
            found = UUID(claims["sid"]), int(claims["exp"])
        except (JOSEError, KeyError, ValueError, TypeError, AttributeError):
            return None
        if len(self._genuine) >= REMEMBERED:
            self._genuine.clear()
        self._genuine[token] = found
        return found


def load(key_file: Path, issuer: str) -> Tokens:
    """Read the private key (PEM, RSA); a missing one is made, readable by its owner only."""
    if not key_file.exists():
        key_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        pem = made.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        with os.fdopen(os.open(key_file, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb") as out:
            out.write(pem)
    private = jwk.construct(key_file.read_text(), ALGORITHM)
    public = private.public_key()
    return Tokens(issuer, private, public, hashlib.sha256(public.to_pem()).hexdigest()[:16])
