"""People for a list, and the steps on the mixing table."""

from typing import Any

import httpx

from tests.factories import House
from tests.lists import HEADINGS


def person(number: int, **changes: str) -> list[str]:
    names = (
        *("household", "relation", "given_name", "family_name", "birth_date", "own_languages"),
        *("interpreter_languages", "duf", "care_note", "citizenship", "requirements", "protection"),
    )
    whole = dict.fromkeys(names, "") | {
        "household": str(number),
        "relation": "hovedperson",
        "family_name": f"Kandidatnavn {number}",
        "birth_date": "03.02.1990",
        "own_languages": "ukrainsk",
        "citizenship": "LANDORD",
        "care_note": "HELSEORD",
        "protection": "ingen",
    }
    assert len(names) == len(HEADINGS)
    return [(whole | changes)[name] for name in names]


def table(caller: httpx.Client, house: House) -> dict[str, Any]:
    answer = caller.get(f"/v1/sites/{house.site}/placement-board")
    assert answer.status_code == 200, answer.text
    shown: dict[str, Any] = answer.json()
    return shown


def begun(caller: httpx.Client, house: House, **more: Any) -> dict[str, Any]:
    body = {"site_id": str(house.site), "name": "Alternativ A", **more}
    answer = caller.post("/v1/placement-alternatives", json=body)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def act(caller: httpx.Client, one: dict[str, Any], what: str, **body: Any) -> httpx.Response:
    method = "PUT" if what == "placements" else "POST"
    url = f"/v1/placement-alternatives/{one['id']}/{what}"
    answer = caller.request(method, url, json={"version": one["version"], **body})
    if answer.status_code == 200:
        one["version"] = answer.json()["version"]
    return answer


def put(caller: httpx.Client, one: dict[str, Any], who: str, where: str | None) -> httpx.Response:
    return act(caller, one, "placements", candidate_household_id=who, unit_id=where)
