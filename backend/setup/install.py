"""Make backend/.venv hold exactly what uv.lock says, from whichever package index this machine uses.

Run by the machine's own Python: standard library only.
"""

import fcntl
import hashlib
import os
import re
import subprocess
import sys
import time
from pathlib import Path

BACKEND = Path(__file__).resolve().parent.parent
LOCK = BACKEND / "uv.lock"
VENV = BACKEND / ".venv"
BIN = VENV / "bin"
NODE_AT_LEAST = (22, 19)
NO_VENV = """\
{python} can not make virtual environments: it has neither ensurepip nor pip.
On Debian and Ubuntu: apt install python3-venv. Then run the command again."""


def say(text):
    print(text, file=sys.stderr, flush=True)


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, **options)


def pip(*arguments):
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    run(BIN / "python", "-m", "pip", *arguments, *quiet)


def has(python, module):
    try:
        tried = subprocess.run([python, "-c", f"import {module}"], capture_output=True)
    except FileNotFoundError:
        return False
    return tried.returncode == 0


def make_venv():
    """A virtual environment with pip in it; Debian leaves ensurepip out of its python3."""
    if has(BIN / "python", "pip"):
        return
    if has(sys.executable, "ensurepip"):
        run(sys.executable, "-m", "venv", "--clear", VENV)
        return
    if not has(sys.executable, "pip"):
        sys.exit(NO_VENV.format(python=sys.executable))
    run(sys.executable, "-m", "venv", "--clear", "--without-pip", VENV)
    run(sys.executable, "-m", "pip", "--python", BIN / "python", "install", "--quiet", "pip")


def install_uv(lock):
    """The uv that lock names, so that what reads the lock is locked itself."""
    import tomllib  # from 3.11; the check of the version comes first

    uv = next(package for package in tomllib.loads(lock)["package"] if package["name"] == "uv")
    hashes = "".join(f" --hash={wheel['hash']}" for wheel in uv["wheels"])
    return f"uv=={uv['version']}{hashes}\n"


def requirements(groups):
    """uv.lock as names, versions and hashes: no addresses, so any index may serve them."""
    command = [BIN / "uv", "export", "--quiet", "--frozen", "--project", BACKEND, "--no-default-groups"]
    command += ["--no-header", "--no-annotate", "--no-emit-project"]
    for group in groups:
        command += ["--group", group]
    return run(*command, stdout=subprocess.PIPE, text=True).stdout


def remove_what_left(site, wanted):
    """Uninstall what the lock no longer names; a forgotten dependency must not work by luck."""
    names = {name.lower() for name in re.findall(r"^([\w.-]+)==", wanted, re.MULTILINE)}
    folders = (path.name.split("-")[0] for path in site.glob("*.dist-info"))
    installed = {re.sub(r"[-_.]+", "-", folder).lower() for folder in folders}
    if gone := installed - names - {"pip", "setuptools", "uv"}:
        pip("uninstall", "--yes", *sorted(gone))


def install(groups):
    make_venv()
    work = VENV / "requirements.txt"
    work.write_text(install_uv(LOCK.read_text()))
    pip("install", "--require-hashes", "--requirement", work)
    wanted = requirements(groups)
    work.write_text(wanted)
    pip("install", "--require-hashes", "--requirement", work)
    site = next(VENV.glob("lib/python*/site-packages"))
    remove_what_left(site, wanted)
    (site / "bomiljo.pth").write_text(f"{BACKEND}\n")


def node_is_new_enough():
    """Whether the PATH has a Node the frontend runs on; else the one from the lock is installed."""
    try:
        found = subprocess.run(["node", "--version"], capture_output=True, text=True)
    except FileNotFoundError:
        return False
    version = re.match(r"v(\d+)\.(\d+)", found.stdout)
    return bool(version) and tuple(map(int, version.groups())) >= NODE_AT_LEAST


def main(groups):
    if sys.version_info < (3, 11):
        sys.exit(f"Bomiljø needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}.")
    if "node" in groups and node_is_new_enough():
        groups.remove("node")
    stamp = VENV / ".installed"
    recipe = [sys.version, *sorted(groups), LOCK.read_text(), Path(__file__).read_text()]
    digest = hashlib.sha256("\0".join(recipe).encode()).hexdigest()
    with (BACKEND / ".venv.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not stamp.exists() or stamp.read_text() != digest:
            began = time.monotonic()
            say("Installing Python packages into backend/.venv ...")
            stamp.unlink(missing_ok=True)
            install(groups)
            stamp.write_text(digest)
            say(f"Installing Python packages took {time.monotonic() - began:.0f} s")
        os.utime(stamp)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except subprocess.CalledProcessError as failure:
        sys.exit(f"{failure.cmd[0]} failed; what it said stands above.")
