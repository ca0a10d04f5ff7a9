"""Argon2id, with the parameters of the settings; checking takes the same time for unknown users."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from starlette.concurrency import run_in_threadpool


def hasher(memory_kib: int) -> PasswordHasher:
    return PasswordHasher(time_cost=2, memory_cost=memory_kib, parallelism=1)


NOBODY = hasher(19_456).hash("nobody has this password")


def matches(stored: str | None, password: str) -> bool:
    try:
        PasswordHasher().verify(stored or NOBODY, password)
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


async def check(stored: str | None, password: str) -> bool:
    return await run_in_threadpool(matches, stored, password)


async def hashed(password: str, memory_kib: int) -> str:
    return await run_in_threadpool(hasher(memory_kib).hash, password)
