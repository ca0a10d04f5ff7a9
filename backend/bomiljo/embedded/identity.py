"""Who PostgreSQL runs as: it refuses to be root."""

import os
import pwd
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bomiljo.embedded.problems import DatabaseUnusable


class Identity(NamedTuple):
    """How to stop being root, and who then owns the files."""

    prefix: tuple[str, ...]
    uid: int
    gid: int


def works(*command: str) -> bool:
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0


@cache
def identity() -> Identity:
    """Ourselves; for root a user namespace, else another user who keeps root's right to enter
    closed directories."""
    if os.geteuid() != 0:
        return Identity((), os.geteuid(), os.getegid())
    nobody = pwd.getpwnam("nobody")
    uid, gid = nobody.pw_uid, nobody.pw_gid
    namespace = ("unshare", "--user", f"--map-user={uid}", f"--map-group={gid}")
    if works(*namespace):
        return Identity(namespace, 0, 0)
    for right in ("dac_read_search", "dac_override"):
        rights = (f"--inh-caps=+{right}", f"--ambient-caps=+{right}")
        down = ("setpriv", f"--reuid={uid}", f"--regid={gid}", "--clear-groups", *rights)
        if works(*down):
            return Identity(down, uid, gid)
    raise DatabaseUnusable(
        "PostgreSQL refuses to run as root, and this machine offers no way down from it (unshare or"
        " setpriv). Start as an ordinary user, or set BOMILJO_DATABASE_URL."
    )


def hand_over(path: Path) -> None:
    """Make PostgreSQL's identity the owner of path; a start elsewhere may have used another."""
    who = identity()
    if os.geteuid() != 0 or path.stat().st_uid == who.uid:
        return
    for directory, _, files in os.walk(path):
        for entry in (directory, *(f"{directory}/{name}" for name in files)):
            os.chown(entry, who.uid, who.gid, follow_symlinks=False)
