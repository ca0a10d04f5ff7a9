"""The same SQL with nothing around it, from PostgreSQL's own pgbench."""

import asyncio
import re
import subprocess
import tempfile
from collections.abc import Sequence
from urllib.parse import parse_qs, urlsplit

from bomiljo.embedded.privilege import installed

from bench import statements
from bench.cases import ours
from bench.data import Filled

RATE = re.compile(r"tps = ([0-9.]+) \(without")
ID = re.compile(r"'[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}'::uuid")


def _script(sent: Sequence[str]) -> str:
    return "\n".join(("BEGIN;", *sent, "COMMIT;")) + "\n"


def _run(host: str, script: str, seconds: float, connections: int) -> float:
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as file:
        file.write(script)
        file.flush()
        done = subprocess.run(  # noqa: S603
            [
                installed() / "bin" / "pgbench",
                *("-h", host, "-U", "bomiljo_app", "-n", "-f", file.name),
                *("-c", str(connections), "-T", str(round(seconds)), "-M", "prepared", "bomiljo"),
            ],
            env={"PGOPTIONS": "-c plan_cache_mode=force_generic_plan -c jit=off"},
            capture_output=True,
            text=True,
            check=False,
        )
    found = RATE.search(done.stdout)
    if found is None:
        raise RuntimeError(done.stdout + done.stderr)
    return float(found[1])


def measure(site: Filled, seconds: float, connections: int) -> dict[str, float]:
    """Transactions per second of each case's statements."""
    host = parse_qs(urlsplit(site.service_url).query)["host"][0]
    rates = {}
    for case in ours(site):
        script = _script(asyncio.run(statements.of(site, case)))
        if case.method == "POST":
            script = _with_new_ids(script)
        rates[case.name] = _run(host, script, seconds, connections)
    return rates


def _with_new_ids(script: str) -> str:
    """A row that is added must get a fresh id each time."""
    head, insert, rest = script.partition("INSERT INTO incidents")
    return head + insert + ID.sub("gen_random_uuid()", rest, count=1)
