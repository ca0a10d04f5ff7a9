"""Resolve pyproject.toml into uv.lock, and keep the registry's addresses out of it (ADR 0003)."""

import re
import subprocess
import sys
from pathlib import Path

BACKEND = Path(__file__).resolve().parent.parent
ADDRESS = re.compile(r'(?<=")https?://[^"]+?(?=/packages/|")')
NEUTRAL = "index"


def main(arguments: list[str]) -> None:
    uv = Path(sys.executable).with_name("uv")
    subprocess.run([uv, "lock", "--project", BACKEND, *arguments], check=True)
    lock = BACKEND / "uv.lock"
    lock.write_text(ADDRESS.sub(NEUTRAL, lock.read_text()))


if __name__ == "__main__":
    main(sys.argv[1:])
