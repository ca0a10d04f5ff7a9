"""A list of two of whom one comes under protection, and what the rooms of settling tell of it."""

from typing import Any

import httpx
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today
from dateutil.relativedelta import relativedelta

from tests.factories import Caller, House
from tests.lists import as_csv, bring_in, households
from tests.placing import person

OWN = "/v1/protected-candidates"
GRADES = ("confidential", "strictly_confidential", "unknown")
TOMORROW = today() + relativedelta(days=1)
TERMS = {
    "from_day": TOMORROW.isoformat(),
    "contract_ends_on": (TOMORROW + relativedelta(years=3)).isoformat(),
    "legal_ground": "husleieloven § 11-1",
    "helpers": [],
}


class Case:
    """A list of two; the second comes under protection, with a settler and a manager to see it."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.settler, self.manager = house.as_(Role.SETTLER), house.as_(Role.MANAGER)
        self.office = house.as_(Role.HOUSING_OFFICE)
        self.flats = [str(house.unit(str(n), position=n)) for n in (101, 103)]
        rows = as_csv([person(1), person(2, own_languages="somali", requirements="trinnfritt")])
        self.request = bring_in(self.settler, rows)
        self.hidden = households(self.settler, self.request)[1]
        self.who = self.hidden["members"][0]["id"]

    def protect(self, caller: Caller | None = None, **more: Any) -> httpx.Response:
        body = {
            "version": 1,
            "grade": "confidential",
            "reason": "Melding fra Folkeregisteret",
            "guardians": [str(self.settler.id), str(self.manager.id)],
        }
        return (caller or self.office).post(f"/v1/candidates/{self.who}/protect", json=body | more)

    def own(self, caller: Caller) -> list[dict[str, Any]]:
        answer = caller.get(OWN)
        assert answer.status_code == 200, answer.text
        found: list[dict[str, Any]] = answer.json()["items"]
        return found

    def settle(self, caller: Caller, unit: str, **more: Any) -> httpx.Response:
        body = {"version": 2, "unit_id": unit, **TERMS} | more
        return caller.post(f"{OWN}/{self.hidden['id']}/settle", json=body)


def texts(caller: httpx.Client, house: House, request: dict[str, Any]) -> str:
    """Whatever the rooms of settling tell this caller."""
    found = caller.post("/v1/search", json={"q": "Kandidatnavn"})
    return found.text + "\n".join(
        caller.get(path).text
        for path in (
            "/v1/settlement-requests",
            f"/v1/settlement-requests/{request['id']}",
            "/v1/candidate-households?limit=100",
            f"/v1/candidate-households?request_id={request['id']}",
            f"/v1/sites/{house.site}/placement-board",
            f"/v1/sites/{house.site}/composition",
            "/v1/care",
            "/v1/today",
            "/v1/changes?limit=100",
        )
    )


def traces(case: Case) -> tuple[str, ...]:
    return ("Kandidatnavn 2", str(case.hidden["id"]), str(case.who), '"so"', '"step_free"')
