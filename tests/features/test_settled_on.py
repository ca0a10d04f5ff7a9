"""The settlement date of each family member: registered one by one, never before it was agreed."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today
from httpx import Response

from tests.factories import Caller, House

AGREED, GRANTED = today() - timedelta(days=40), today() - timedelta(days=60)


def came_by(house: House, *, answer: str | None = "yes", granted: date | None = GRANTED) -> UUID:
    """A resident who came with a list from IMDi."""
    resident = house.resident(settled_on=today() - timedelta(days=10))
    request = house.add(
        "settlement_requests",
        reference="Anmodning",
        received_on=AGREED - timedelta(days=5),
        imported_by=house.as_(Role.SETTLER).id,
        answer=answer,
        answered_on=AGREED if answer else None,
    )
    household = house.add("candidate_households", request_id=request, ref="1", kind="single")
    candidate = house.add(
        "candidates",
        household_id=household,
        line=2,
        family_name="Kandidatsen",
        relation="head",
        protection="none",
        resident_id=resident,
    )
    if granted:
        house.add("candidate_permits", candidate_id=candidate, granted_on=granted)
    return resident


def correct(caller: Caller, resident: UUID, day: date) -> Response:
    given = {"version": 1, "settled_on": day.isoformat()}
    return caller.patch(f"/v1/residents/{resident}", json=given)


@pytest.mark.parametrize(
    ("facts", "first"),
    [
        ({}, AGREED),
        ({"answer": None}, GRANTED),
        ({"answer": "no"}, GRANTED),
        ({"granted": None}, AGREED),
        ({"granted": today() - timedelta(days=20)}, today() - timedelta(days=20)),
    ],
)
def test_it_lies_on_or_after_the_permit_and_the_agreement(
    house: House, facts: dict[str, Any], first: date
) -> None:
    office, resident = house.as_(Role.HOUSING_OFFICE), came_by(house, **facts)
    refused = correct(office, resident, first - timedelta(days=1))
    assert refused.json()["type"] == "/problems/settled-before-agreed"
    assert refused.json()["errors"][0]["field"] == "settled_on"
    assert correct(office, resident, first).status_code == 200


def test_registering_the_step_keeps_to_the_same_rule_and_sets_one_persons_date_alone(
    house: House,
) -> None:
    office, resident, other = house.as_(Role.ENV_WORKER), came_by(house), came_by(house)
    url = f"/v1/residents/{resident}/milestones"
    begun = office.post(url, json={"from_day": AGREED.isoformat()}).raise_for_status().json()
    (step,) = [one for one in begun["items"] if one["code"] == "SETTLED_REGISTERED"]
    done = {"version": step["version"], "status": "done"}
    early = {"done_on": (AGREED - timedelta(days=1)).isoformat()}
    refused = office.patch(f"{url}/{step['id']}", json=done | early)
    assert refused.json()["type"] == "/problems/settled-before-agreed"
    office.patch(
        f"{url}/{step['id']}", json=done | {"done_on": AGREED.isoformat()}
    ).raise_for_status()
    days = [
        office.get(f"/v1/residents/{one}/milestones").json()["settled_on"]
        for one in (resident, other)
    ]
    assert days == [AGREED.isoformat(), (today() - timedelta(days=10)).isoformat()]


def test_who_came_otherwise_has_no_such_bound(house: House) -> None:
    resident = house.resident()
    assert correct(house.as_(Role.HOUSING_OFFICE), resident, date(2019, 1, 1)).status_code == 200
