"""A week of the crew, for its tests."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today

from tests.factories import Caller, House
from tests.furniture import opened

Week = dict[str, Any]


def week(house: House, **given: Any) -> Week:
    """A week around today: two youths, the first with an account, and a leader."""
    body = {
        "site_id": str(house.site),
        "name": "Sommerjobb",
        "first_day": (today() - timedelta(days=1)).isoformat(),
        "last_day": (today() + timedelta(days=3)).isoformat(),
        "members": [
            {
                "name": "Sofie Berg",
                "kind": "youth",
                "under_18": True,
                "account_id": str(house.as_(Role.CREW).id),
            },
            {"name": "Elias Moen", "kind": "youth"},
            {"name": "Linda Strand", "kind": "leader"},
        ],
    } | given
    answer = house.as_(Role.CREW_LEADER).post("/v1/crew/weeks", json=body)
    found: Week = answer.raise_for_status().json()
    return found


def shown(caller: Caller, of: Week) -> Week:
    found: Week = caller.get(f"/v1/crew/weeks/{of['id']}").raise_for_status().json()
    return found


def member(of: Week, name: str) -> str:
    return next(str(one["id"]) for one in of["members"] if one["name"] == name)


def listed_unit(house: House, label: str = "101") -> UUID:
    """A unit with its checklist, from the one package of the house."""
    unit = house.unit(label, position=int(label))
    known = house.rows(
        "SELECT id FROM furnishing_packages WHERE district_id = %s AND replaced_at IS NULL",
        house.district,
    )
    opened(house, unit, package_id=str(known[0][0]) if known else None)
    return unit


def planned(house: House, of: Week, unit: UUID, *names: str, **more: Any) -> dict[str, Any]:
    """Work today for those named, as the week shows it."""
    body = {
        "day": today().isoformat(),
        "unit_id": str(unit),
        "member_ids": [member(of, name) for name in names or ("Sofie Berg",)],
    } | more
    answer = house.as_(Role.CREW_LEADER).post(f"/v1/crew/weeks/{of['id']}/assignments", json=body)
    found: dict[str, Any] = answer.raise_for_status().json()["assignments"][-1]
    return found


def hours(caller: Caller, member_id: str, **given: Any) -> Any:
    body = {"day": today().isoformat(), "starts": "08:00", "ends": "15:30", "break_minutes": 30}
    return caller.put(f"/v1/crew/members/{member_id}/hours", json=body | given)
