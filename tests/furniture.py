"""A package, and units furnished from it, for the tests of furnishing."""

from typing import Any
from uuid import UUID

from bomiljo.access.roles import Role

from tests.factories import Caller, House

LINES: list[dict[str, Any]] = [
    {"room": "Kjøkkenutstyr", "item": "Stekepanne", "quantity": 1, "supplier": "Kjøkken AS"},
    {"room": "Sove-artikler", "item": "Laken", "quantity": 2},
    {"room": "Møbler", "item": "Seng", "quantity": 1, "needs_assembly": True},
]
PIECES = 4


def package(house: House, **given: Any) -> dict[str, Any]:
    body = {"fits": "dwelling", "edition": 0, "name": "Grunnpakke", "lines": LINES} | given
    answer = house.as_(Role.HOUSING_OFFICE).post("/v1/furnishing/packages", json=body)
    found: dict[str, Any] = answer.raise_for_status().json()
    return found


def opened(house: House, *units: UUID, package_id: str | None = None) -> list[dict[str, Any]]:
    """The checklists of `units`, just made."""
    office = house.as_(Role.HOUSING_OFFICE)
    body = {
        "package_id": package_id or package(house)["id"],
        "unit_ids": [str(unit) for unit in units],
    }
    office.post("/v1/checklists", json=body).raise_for_status()
    return [shown(office, unit) for unit in units]


def shown(caller: Caller, unit: UUID) -> dict[str, Any]:
    found: dict[str, Any] = caller.get(f"/v1/units/{unit}/checklist").raise_for_status().json()
    return found


def line(checklist: dict[str, Any], item: str) -> dict[str, Any]:
    return next(one for one in checklist["lines"] if one["item"] == item)


def tick(
    caller: Caller, checklist: dict[str, Any], *items: str, step: str = "checked", **more: Any
) -> dict[str, Any]:
    """`items` reach `step`; all of them where none is named."""
    lines = [one for one in checklist["lines"] if not items or one["item"] in items]
    ticks = [{"line_id": one["id"], "step": step} | more for one in lines]
    answer = caller.post(f"/v1/checklists/{checklist['id']}/ticks", json={"ticks": ticks})
    found: dict[str, Any] = answer.raise_for_status().json()
    return found


def key(caller: Caller, checklist: dict[str, Any]) -> dict[str, Any]:
    url = f"/v1/checklists/{checklist['id']}/key"
    answer = caller.post(url, json={"version": checklist["version"]})
    found: dict[str, Any] = answer.raise_for_status().json()
    return found


def state(house: House, unit: UUID) -> str:
    found: str = house.rows("SELECT state FROM units WHERE id = %s", unit)[0][0]
    return found
