"""The files of the cluster: one user at a time, never half made, nothing left of a killed run."""

import fcntl
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from bomiljo.embedded.privilege import MAJOR, Identity, hand_over
from bomiljo.embedded.problems import DatabaseUnusable

SOCKET = ".s.PGSQL.5432"
SOCKET_PATH_LIMIT = 107
SECONDS_TO_STOP = 30
INITDB = ("--username=postgres", "--auth=trust", "--encoding=UTF8")
LOCALE = ("--locale-provider=builtin", "--locale=C.UTF-8")


def private_directory(path: Path) -> Path:
    """A root that works in somebody's directory leaves them the owner of what it makes there."""
    try:
        if not path.exists():
            path.mkdir(mode=0o700, parents=True)
            if os.geteuid() == 0:
                os.chown(path, path.parent.stat().st_uid, path.parent.stat().st_gid)
    except OSError as error:
        raise DatabaseUnusable(f"The data directory {path} cannot be used: {error}") from error
    return path.resolve()


@contextmanager
def locked(data: Path) -> Iterator[None]:
    """Let one process at a time use data: the kernel drops the lock when its holder dies."""
    try:
        lock = (data / "lock").open("a+")
    except OSError as error:
        raise DatabaseUnusable(f"The data directory {data} cannot be used: {error}") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise DatabaseUnusable(
                f"Bomiljø already runs on {data} (process {lock.read().strip()}). Stop it first, or"
                " choose another directory with BOMILJO_DATA_DIR."
            ) from None
        lock.truncate(0)
        lock.write(f"{os.getpid()}\n")
        lock.flush()
        yield


def command_line(pid: int) -> str:
    """What process pid runs; empty when it is gone or waits to be reaped."""
    if Path("/proc/self/cmdline").exists():
        with suppress(OSError):
            return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
        return ""
    command = ["ps", "-o", "command=", "-p", str(pid)]
    return subprocess.run(command, capture_output=True, check=False, text=True).stdout


def gone(pid: int, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while command_line(pid):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def take_over(cluster: Path) -> None:
    """Stop the server a killed run left behind, and clear what it left."""
    try:
        left = (cluster / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return
    pid = int(left[0]) if left and left[0].isdigit() else 0
    running = command_line(pid)
    if pid != os.getpid() and re.match(r"(\S*/)?postgres(:| |$)", running):
        if f"-D {cluster} " not in running:
            raise DatabaseUnusable(
                f"Process {pid} is another PostgreSQL, but {cluster}/postmaster.pid names it. If it"
                " does not use this directory, remove that file."
            )
        os.kill(pid, signal.SIGINT)
        if not gone(pid, SECONDS_TO_STOP):
            os.kill(pid, signal.SIGQUIT)
            gone(pid, SECONDS_TO_STOP)
    elif running or not pid:  # a stranger got the dead server's number, or none was written
        (cluster / "postmaster.pid").unlink(missing_ok=True)
    if len(left) > 4 and Path(left[4]).name.startswith("bomiljo-"):
        shutil.rmtree(left[4], ignore_errors=True)


def create(cluster: Path, who: Identity, log: IO[bytes], *, durable: bool) -> None:
    """Make the cluster beside its place and move it there, so a half-made one is never used."""
    if (cluster / "PG_VERSION").exists():
        found = (cluster / "PG_VERSION").read_text().strip()
        if found != MAJOR:
            raise DatabaseUnusable(
                f"{cluster} was made by PostgreSQL {found}, and this is {MAJOR}: see"
                " docs/operations.md, Upgrading PostgreSQL."
            )
        hand_over(cluster, who)
        return
    half = cluster.with_name("postgres.new")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(mode=0o700)
    hand_over(half, who)
    sync = () if durable else ("--no-sync",)
    made = subprocess.run(
        [*who.program("initdb"), "-D", half, *INITDB, *LOCALE, *sync],
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        check=False,
    )
    if made.returncode:
        raise DatabaseUnusable(f"PostgreSQL could not make its files; see {log.name}")
    half.rename(cluster)


def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**kept, "LC_ALL": "C", "TZ": "UTC"}


@contextmanager
def socket_directory(cluster: Path, who: Identity) -> Iterator[Path]:
    """cluster itself, or a short directory when its path does not fit a socket address or a URL."""
    fits = len(os.fsencode(cluster / SOCKET)) <= SOCKET_PATH_LIMIT
    if fits and re.fullmatch(r"[\w./-]+", str(cluster), re.ASCII):
        yield cluster
        return
    root = tempfile.gettempdir() if len(tempfile.gettempdir()) < 60 else "/tmp"  # noqa: S108
    short = Path(tempfile.mkdtemp(prefix="bomiljo-", dir=root))
    hand_over(short, who)
    try:
        yield short
    finally:
        shutil.rmtree(short, ignore_errors=True)
