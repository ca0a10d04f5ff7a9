"""The long steps of settling: a list shown and stored, a plan carried out."""

import io
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Any

import httpx
from bomiljo.kernel.numbers import duf_check_fits
from openpyxl import load_workbook

from bench.data import Filled
from bench.solver import HOMES, HOUSEHOLDS, Solved
from tests.lists import IMPORT, PREVIEW, as_csv, as_xlsx, bring_in, send

PEOPLE, SETTLED, ROUNDS = 1000, 35, 3
GIVEN = {"reference": "Stor", "received_on": "2026-01-05", "grades_checked": True}


@dataclass(frozen=True)
class Timed:
    read: float
    shown: float
    stored: float
    committed: float


def measure(site: Filled, url: str) -> Timed:
    print("settling: a list of 1 000 and a plan of 35", flush=True)
    book = as_xlsx(_person(number, PEOPLE // 2) for number in range(PEOPLE))
    signed_in = {"Authorization": f"Bearer {site.settler_token}"}
    with httpx.Client(base_url=url, headers=signed_in, timeout=120) as settler:
        return Timed(
            read=_middle(lambda: _read(book)),
            shown=_middle(lambda: send(settler, PREVIEW, book, "a.xlsx").raise_for_status()),
            stored=median(_stored(settler, book) for _ in range(ROUNDS)),
            committed=_committed(settler, site),
        )


def lines(timed: Timed, solved: Sequence[Solved]) -> list[str]:
    shown, stored = timed.shown / timed.read, timed.stored / timed.read
    each = f"{1000 * timed.committed / SETTLED:.0f} ms each"
    return [
        "| settling | s | |",
        "|---|--:|---|",
        f"| list of 1 000 persons read by openpyxl alone | {timed.read:.2f} | |",
        f"| list of 1 000 persons shown with findings | {timed.shown:.2f} | {shown:.1f} of alone |",
        f"| list of 1 000 persons stored | {timed.stored:.2f} | {stored:.1f} of alone |",
        f"| plan of {SETTLED} households carried out | {timed.committed:.2f} | {each} |",
        "",
        f"| {HOUSEHOLDS} households, {HOMES} flats | placed | imbalance | ms |",
        "|---|--:|--:|--:|",
        *(f"| {one.name} | {one.placed} | {one.balance:.0f} | {one.ms:.0f} |" for one in solved),
    ]


def _middle(step: Callable[[], object]) -> float:
    return median(_seconds(step) for _ in range(ROUNDS))


def _seconds(step: Callable[[], object]) -> float:
    began = time.perf_counter()
    step()
    return time.perf_counter() - began


def _read(book: bytes) -> list[tuple[Any, ...]]:
    sheet = load_workbook(io.BytesIO(book), read_only=True).worksheets[0]
    return list(sheet.iter_rows(values_only=True))


def _stored(settler: httpx.Client, book: bytes) -> float:
    began = time.perf_counter()
    request = send(settler, IMPORT, book, "a.xlsx", **GIVEN).raise_for_status().json()
    spent = time.perf_counter() - began
    undone = {"version": request["version"]}
    settler.post(f"{IMPORT}/{request['id']}/undo", json=undone).raise_for_status()
    return spent


def _committed(settler: httpx.Client, site: Filled) -> float:
    bring_in(settler, as_csv([_person(number, SETTLED) for number in range(SETTLED)]))
    begun = {"site_id": str(site.site_id), "name": "Plan"}
    plan = settler.post("/v1/placement-alternatives", json=begun).raise_for_status().json()
    plan = _step(settler, plan, "suggest")
    plan = _step(settler, plan, "choose", because="Jevnest i etasjene")
    ahead = date.today() + timedelta(days=30)  # noqa: DTZ011
    given = {
        "from_day": ahead.isoformat(),
        "contract_ends_on": ahead.replace(year=ahead.year + 3, day=1).isoformat(),
        "legal_ground": "husleieloven § 11-1",
    }
    return _seconds(lambda: _step(settler, plan, "commit", **given))


def _step(settler: httpx.Client, plan: dict[str, Any], what: str, **more: Any) -> dict[str, Any]:
    body = {"version": plan["version"], **more}
    answer = settler.post(f"/v1/placement-alternatives/{plan['id']}/{what}", json=body)
    done: dict[str, Any] = answer.raise_for_status().json()
    return done


def _person(number: int, households: int) -> Sequence[str]:
    duf = next(one for n in range(100) if duf_check_fits(one := f"2099{number:06}{n:02}"))
    return (
        *(str(number % households), "barn" if number >= households else "hovedperson"),
        *(f"F{number}", f"E{number}", "03.02.1990", "arabisk", "arabisk", duf),
        *("Note", "", "", "ingen"),
    )
