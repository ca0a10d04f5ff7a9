"""Codes on paper: short enough to type, without signs that look alike."""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_LOOK_ALIKES = str.maketrans("0O1IL", "QQJJJ")


def new_code() -> str:
    signs = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"{signs[:4]}-{signs[4:]}"


def spell(code: str) -> str:
    """The code as it was printed: upper case, no spaces or hyphens, look-alikes put right."""
    return "".join(sign for sign in code.upper() if sign.isalnum()).translate(_LOOK_ALIKES)
