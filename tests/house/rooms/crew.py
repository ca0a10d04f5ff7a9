"""A week of the crew: a youth with an account, work that is done, and hours."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today

from tests.factories import House
from tests.house.rooms.room import Room, Things


def furnish(house: House, things: Things) -> Mapping[str, UUID]:
    day, worker = today(), house.as_(Role.CREW).id
    week = house.add(
        "crew_weeks", site_id=things["site_id"], name="Uke", first_day=day, last_day=day
    )
    member = house.add(
        "crew_members", week_id=week, name="Ung", kind="youth", under_18=True, account_id=worker
    )
    assignment = house.add(
        "crew_assignments",
        week_id=week,
        day=day,
        checklist_id=things["checklist_id"],
        done_at=day,
        done_by=worker,
    )
    house.add("crew_hands", assignment_id=assignment, member_id=member)
    house.add(
        "crew_hours", member_id=member, day=day, starts="08:00", ends="15:30", break_minutes=30
    )
    return {
        "week_id": week,
        "crew_member_id": member,
        "member_ids": member,
        "assignment_id": assignment,
        "account_id": worker,
    }


def _worked(*_: Any) -> dict[str, Any]:
    day = today().isoformat()
    return {"day": day, "starts": "08:00", "ends": "15:30", "break_minutes": 30}


def _planned(things: Things, only: tuple[str, ...]) -> dict[str, Any]:
    hands = {} if only[:1] == ("member_ids",) else {"member_ids": [str(things["crew_member_id"])]}
    unit = {} if only[:1] == ("unit_id",) else {"unit_id": str(things["unit_id"])}
    return {"day": today().isoformat(), "room": "Diverse", **hands, **unit}


def _replanned(things: Things, only: tuple[str, ...]) -> dict[str, Any]:
    return {
        name: said for name, said in _planned(things, only).items() if name in {"day", "member_ids"}
    }


def _without_account(_: Things, only: tuple[str, ...]) -> dict[str, Any]:
    return {} if only else {"account_id": None}


ROOM = Room(
    furnish,
    paths=("week_id", "crew_member_id", "assignment_id"),
    bodies=("member_ids", "account_id"),
    said={
        "/hours": _worked,
        "/assignments": _planned,
        "/{assignment_id}": _replanned,
        "/{crew_member_id}": _without_account,
    },
)
