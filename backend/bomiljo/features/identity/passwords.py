"""Argon2id, with the parameters of the settings; checking takes the same time for unknown users."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from starlette.concurrency import run_in_threadpool

NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$MDAwMDAwMDAwMDAwMDAwMA$DUeGLHNtZ6C5r6yEzSXeS0WSrvxTSQWmcOAuuKgCOWM"


def hasher(memory_kib: int) -> PasswordHasher:
    return PasswordHasher(time_cost=2, memory_cost=memory_kib, parallelism=1)


def matches(stored: str | None, password: str) -> bool:
    try:
        return PasswordHasher().verify(stored or NOBODY, password) and stored is not None
    except (VerificationError, InvalidHashError):
        return False


async def check(stored: str | None, password: str) -> bool:
    return await run_in_threadpool(matches, stored, password)
