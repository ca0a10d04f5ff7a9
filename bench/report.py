"""The figures as people read them: medians of the rounds, and ratios within the same run."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from bench.cases import BARE, CREATE, DETAIL, LIST, NAMES, OURS, PEER, SERVERS
from bench.data import INCIDENTS
from bench.load import Figures

Results = Mapping[tuple[str, str], Sequence[Figures]]

FLOORS = {
    (PEER, LIST): 4.0,
    (PEER, DETAIL): 4.0,
    (PEER, CREATE): 2.0,
    (BARE, LIST): 0.08,
    (BARE, DETAIL): 0.10,
    (BARE, CREATE): 0.08,
}
BEGIN = "<!-- figures -->"
END = "<!-- end of figures -->"
FILE = Path(__file__).with_name("README.md")


def _memory_gib() -> int:
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return round(pages / 2**30)


def _middle(figures: Sequence[Figures], name: str) -> float:
    return median(getattr(one, name) for one in figures)


def _row(server: str, name: str, figures: Sequence[Figures]) -> str:
    p50, p95, p99 = (_middle(figures, one) for one in ("p50", "p95", "p99"))
    failed = sum(one.failed for one in figures)
    return (
        f"| {name} | {server} | {_middle(figures, 'rate'):.0f} | {p50:.1f} | {p95:.1f}"
        f" | {p99:.1f} | {failed} |"
    )


def _ratio(results: Results, peer: str, name: str) -> float:
    rate = _middle(results[OURS, name], "rate")
    return rate / _middle(results[peer, name], "rate")


def _ratios(results: Results, sql: Mapping[str, float]) -> list[str]:
    lines = ["| | of bare FastAPI (floor) | times Django REST framework (floor) | of pgbench |"]
    lines.append("|---|---|---|---|")
    for name in NAMES:
        bare, peer = (_ratio(results, one, name) for one in (BARE, PEER))
        alone = _middle(results[OURS, name], "rate") / sql[name]
        of_bare = f" ({FLOORS[BARE, name]:.0%})" if (BARE, name) in FLOORS else ""
        times = f" ({FLOORS[PEER, name]:.0f})" if (PEER, name) in FLOORS else ""
        lines.append(f"| {name} | {bare:.1%}{of_bare} | {peer:.1f}{times} | {alone:.0%} |")
    return lines


def write(
    results: Results,
    sql: Mapping[str, float],
    placing: Sequence[str],
    *,
    seconds: float,
    rounds: int,
    connections: int,
) -> None:
    """Print the tables and put them between the marks in `FILE`."""
    share = max(_middle(figures, "own_cpu") for figures in results.values())
    lines = [
        f"{os.cpu_count()} cores, {_memory_gib()} GiB, all on one machine; {INCIDENTS:,} incidents"
        f" with four entries and two pictures each, 20 000 activities, 20 000 meetings;"
        " one worker process per server;"
        f" {connections} connections; medians of {rounds} rounds of {seconds:.0f} s."
        f" The load generator took at most {share:.0%} of a core.".replace(",", " ", 1),
        "",
        *_ratios(results, sql),
        "",
        "| | server | requests/s | p50 ms | p95 ms | p99 ms | failed |",
        "|---|---|--:|--:|--:|--:|--:|",
        *(_row(one, name, results[one, name]) for name in NAMES for one in SERVERS),
        *(f"| {name} | pgbench, the same SQL | {sql[name]:.0f} | | | | |" for name in NAMES),
        "",
        *placing,
    ]
    text = "\n".join(lines)
    print(text)
    before, _, rest = FILE.read_text().partition(BEGIN)
    _, _, after = rest.partition(END)
    FILE.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}")
