"""Make backend/.venv hold exactly what uv.lock says, from the package index this machine uses.

Run by the machine's own Python: standard library only.
"""

import fcntl
import hashlib
import json
import os
import re
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from typing import Any

BACKEND = Path(__file__).resolve().parent.parent
LOCK = BACKEND / "uv.lock"
VENV = BACKEND / ".venv"
BIN = VENV / "bin"
STAMP = VENV / ".installed"
NODE_AT_LEAST = (22, 19)
NO_VENV = """\
{python} can not make virtual environments: it has neither ensurepip nor pip.
On Debian and Ubuntu: apt install python3-venv. Then run the command again."""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def run(*command: str | Path) -> None:
    subprocess.run(command, check=True)


def pip(*arguments: str | Path) -> None:
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    run(BIN / "python", "-m", "pip", *arguments, *quiet)


def has(python: str | Path, module: str) -> bool:
    try:
        tried = subprocess.run([python, "-c", f"import {module}"], capture_output=True, check=False)
    except FileNotFoundError:
        return False
    return tried.returncode == 0


def make_venv() -> None:
    """A virtual environment with pip in it; Debian leaves ensurepip out of its python3."""
    if has(sys.executable, "ensurepip"):
        run(sys.executable, "-m", "venv", "--clear", VENV)
    elif has(sys.executable, "pip"):
        run(sys.executable, "-m", "venv", "--clear", "--without-pip", VENV)
        run(sys.executable, "-m", "pip", "--python", BIN / "python", "install", "--quiet", "pip")
    else:
        sys.exit(NO_VENV.format(python=sys.executable))


def only_uv(lock: str) -> str:
    """The uv that lock names, so that what reads the lock is locked itself."""
    uv = next(package for package in tomllib.loads(lock)["package"] if package["name"] == "uv")
    hashes = "".join(f" --hash={wheel['hash']}" for wheel in uv["wheels"])
    return f"uv=={uv['version']}{hashes}\n"


def requirements(groups: list[str]) -> str:
    """uv.lock as names, versions and hashes: no addresses, so any index may serve them."""
    export = ("export", "--quiet", "--frozen", "--no-default-groups")
    plain = ("--no-header", "--no-annotate", "--no-emit-project")
    chosen = [part for group in groups for part in ("--group", group)]
    command: list[str | Path] = [BIN / "uv", *export, "--project", BACKEND, *plain, *chosen]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def remove_what_left(site: Path, wanted: str) -> None:
    """Uninstall what the lock no longer names; a forgotten dependency must not work by luck."""
    names = {name.lower() for name in re.findall(r"^([\w.-]+)==", wanted, re.MULTILINE)}
    folders = (path.name.split("-")[0] for path in site.glob("*.dist-info"))
    installed = {re.sub(r"[-_.]+", "-", folder).lower() for folder in folders}
    if gone := installed - names - {"pip", "setuptools", "uv"}:
        pip("uninstall", "--yes", *sorted(gone))


def install(groups: list[str]) -> None:
    work = VENV / "requirements.txt"
    work.write_text(only_uv(LOCK.read_text()))
    pip("install", "--require-hashes", "--requirement", work)
    wanted = requirements(groups)
    work.write_text(wanted)
    # --no-deps: the lock names them all; for a package's extras pip would look past it
    pip("install", "--no-deps", "--require-hashes", "--requirement", work)
    site = next(VENV.glob("lib/python*/site-packages"))
    remove_what_left(site, wanted)
    (site / "bomiljo.pth").write_text(f"{BACKEND}\n")


def node_is_new_enough() -> bool:
    """Whether the PATH has a Node the website runs on; else the one from the lock is installed."""
    try:
        found = subprocess.run(["node", "--version"], capture_output=True, check=False, text=True)
    except FileNotFoundError:
        return False
    version = tuple(map(int, re.findall(r"\d+", found.stdout)[:2]))
    return version >= NODE_AT_LEAST


def main(groups: set[str]) -> None:
    done: dict[str, Any] = json.loads(STAMP.read_text()) if STAMP.exists() else {}
    home = [sys.version, str(BACKEND)]
    if "node" in groups and node_is_new_enough():
        groups.remove("node")
    groups |= set(done.get("groups", []))
    recipe = LOCK.read_text() + Path(__file__).read_text()
    state = {
        "home": home,
        "groups": sorted(groups),
        "recipe": hashlib.sha256(recipe.encode()).hexdigest(),
    }
    if state != done:
        say("Installing Python packages into backend/.venv ...")
        began = time.monotonic()
        if done.get("home") != home or not has(BIN / "python", "pip"):
            make_venv()
        install(sorted(groups))
        STAMP.write_text(json.dumps(state))
        say(f"Installing Python packages: {time.monotonic() - began:.0f} s")
    os.utime(STAMP)


if __name__ == "__main__":
    with (BACKEND / ".venv.lock").open("w") as alone:
        fcntl.flock(alone, fcntl.LOCK_EX)
        try:
            main(set(sys.argv[1:]))
        except subprocess.CalledProcessError as failure:
            sys.exit(f"{failure.cmd[0]} failed; what it said stands above.")
