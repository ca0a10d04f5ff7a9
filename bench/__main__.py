"""`make bench`: our service beside its peers on the same tables, side by side in one run.

Prints the figures and writes them to bench/README.md. BENCH_SECONDS (default 8) is how long each
measurement lasts, BENCH_ROUNDS (default 3) how many there are, the servers taking turns.
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "backend"), str(ROOT)]

from bench import data, load, pgbench, placing, report, servers, solver  # noqa: E402
from bench.cases import OURS, Case, cases_of  # noqa: E402

SECONDS = float(os.environ.get("BENCH_SECONDS", "8"))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
CONNECTIONS = 16


def measure(case: Case, url: str) -> load.Figures:
    return asyncio.run(load.run(url, case, seconds=SECONDS, connections=CONNECTIONS))


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="bench-") as directory:
        with data.filled(Path(directory)) as site:
            results: dict[tuple[str, str], list[load.Figures]] = {}
            with servers.running(site, Path(directory)) as urls:
                cases = cases_of(site)
                for round_number in range(ROUNDS):
                    for case in cases:
                        url = urls[case.server]
                        print(f"round {round_number + 1}: {case.server} {case.name}", flush=True)
                        results.setdefault((case.server, case.name), []).append(measure(case, url))
                timed = placing.measure(site, urls[OURS])
            sql = pgbench.measure(site, SECONDS, CONNECTIONS)
        report.write(
            results,
            sql,
            placing.lines(timed, solver.measure()),
            seconds=SECONDS,
            rounds=ROUNDS,
            connections=CONNECTIONS,
        )


if __name__ == "__main__":
    main()
