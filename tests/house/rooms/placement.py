from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from bomiljo.access.roles import Role

from tests.factories import YESTERDAY, House
from tests.house.rooms.room import Room, Things

AHEAD = (YESTERDAY + timedelta(days=30)).isoformat()


def _furnish(house: House, things: Things) -> Mapping[str, UUID]:
    request = house.add(
        "settlement_requests",
        reference="Anmodning",
        received_on=YESTERDAY,
        imported_by=house.as_(Role.SETTLER).id,
    )
    household = house.add(
        "candidate_households", request_id=request, ref="1", kind="single", requirements=[]
    )
    candidate = house.add(
        "candidates",
        household_id=household,
        line=2,
        family_name="Kandidatsen",
        relation="head",
        protection="none",
    )
    house.add("candidate_care", candidate_id=candidate, note="HELSEORD")
    house.add("candidate_permits", candidate_id=candidate, citizenship="Landord")
    house.add(
        "candidate_identifiers",
        candidate_id=candidate,
        ciphertext=b"x",
        search_hash=candidate.bytes,
        masked="2099 ********",
    )
    house.add("imdi_checks", checked_by=things["user_id"], found_new=False)
    alternative = house.add(
        "placement_alternatives",
        site_id=things["site_id"],
        name="Alternativ",
        made_by=house.as_(Role.SETTLER).id,
        chosen_at=YESTERDAY,
        chosen_by=house.as_(Role.SETTLER).id,
        chosen_because="Grunn",
    )
    other = house.add(
        "candidate_households", request_id=request, ref="2", kind="single", requirements=[]
    )
    house.add(
        "candidates",
        household_id=other,
        line=3,
        family_name="Kandidatsen",
        relation="head",
        protection="none",
    )
    house.add(
        "placements", alternative_id=alternative, household_id=other, unit_id=things["vacant_id"]
    )
    hidden = house.add(
        "candidate_households", request_id=request, ref="3", kind="single", is_protected=True
    )
    house.add(
        "candidates",
        household_id=hidden,
        line=4,
        family_name="Kandidatsen",
        relation="head",
        protection="confidential",
    )
    for role in (Role.HOUSING_OFFICE, Role.SETTLER):
        house.add("candidate_guardians", household_id=hidden, user_id=house.as_(role).id)
    house.membership(things["user_id"], Role.SETTLER)
    return {
        "protected_household_id": hidden,
        "alternative_id": alternative,
        "request_id": request,
        "candidate_household_id": household,
        "candidate_id": candidate,
    }


def _carried_out(things: Things, only: tuple[str, ...]) -> dict[str, Any]:
    helper = {"kind": "env_worker", "user_id": str(things["user_id"])}
    return {"from_day": AHEAD, "helpers": [helper] if only[:1] == ("helpers",) else []}


def _settled(things: Things, only: tuple[str, ...]) -> dict[str, Any]:
    flat = {} if only[:1] == ("unit_id",) else {"unit_id": str(things["vacant_id"])}
    return _carried_out(things, only) | flat


ROOM = Room(
    furnish=_furnish,
    paths=(
        *("alternative_id", "request_id", "candidate_household_id", "candidate_id"),
        "protected_household_id",
    ),
    said={
        "/{request_id}/answer": lambda *_: {"answered_on": YESTERDAY.isoformat()},
        "/commit": _carried_out,
        "/settle": _settled,
        "/protect": lambda things, _: {
            "guardians": [str(things["user_id"]), str(things["manager_id"])]
        },
        "/planned-helpers": lambda things, _: {
            "helpers": [{"kind": "env_worker", "user_id": str(things["user_id"])}]
        },
        "/needs": lambda *_: {"requirements": ["step_free"]},
    },
)
