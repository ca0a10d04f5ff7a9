"""Information to give: each topic with its channel, its language and its interpreter."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today
from httpx import Response

from tests.factories import Caller, House

SPOKEN: dict[str, Any] = {
    "topics": ["waste", "landlord"],
    "given_on": today().isoformat(),
    "channel": "spoken",
    "language": "uk",
    "interpreter": True,
}


def tell(caller: Caller, resident: UUID, **changes: Any) -> Response:
    return caller.post(f"/v1/residents/{resident}/information", json=SPOKEN | changes)


def told(caller: Caller, resident: UUID) -> list[dict[str, Any]]:
    answer = caller.get(f"/v1/residents/{resident}/information")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def test_what_was_told_together_stands_under_each_topic_with_how_it_was_told(house: House) -> None:
    resident, worker = house.resident(), house.as_(Role.ENV_WORKER)
    assert tell(worker, resident).status_code == 201
    items = told(house.as_(Role.HOUSING_OFFICE), resident)
    assert {one["topic"] for one in items} == {"waste", "landlord"}
    assert {(one["channel"], one["language"], one["interpreter"]) for one in items} == {
        ("spoken", "uk", True)
    }
    assert {one["given_by"] for one in items} == {worker.name}
    logged = house.rows(
        "SELECT count(*) FROM disclosure_log WHERE page = 'information.list'"
        " AND %s = ANY (subject_ids) AND actor_id = %s",
        resident,
        house.as_(Role.HOUSING_OFFICE).id,
    )
    assert logged == [(1,)]


def test_it_is_told_again_and_the_latest_stands_first(house: House) -> None:
    resident, worker = house.resident(), house.as_(Role.ENV_WORKER)
    earlier = (today() - timedelta(days=9)).isoformat()
    tell(worker, resident, topics=["waste", "waste"], given_on=earlier)
    tell(worker, resident, topics=["waste"], channel="paper", language="ar", interpreter=False)
    assert [one["channel"] for one in told(worker, resident)] == ["paper", "spoken"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"given_on": (today() + timedelta(days=1)).isoformat()}, "given_on"),
        ({"channel": "paper"}, "interpreter"),
        ({"topics": []}, "topics"),
        ({"language": "klingon"}, "language"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    house: House, changes: dict[str, Any], field: str
) -> None:
    resident, worker = house.resident(), house.as_(Role.ENV_WORKER)
    answer = tell(worker, resident, **changes)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"].startswith(field)
    assert told(worker, resident) == []


def test_a_slip_is_taken_back(house: House) -> None:
    resident, other = house.resident(), house.resident()
    worker = house.as_(Role.ENV_WORKER)
    tell(worker, resident, topics=["waste"])
    (slip,) = told(worker, resident)
    url = "/v1/residents/{}/information/{}/take-back"
    assert worker.post(url.format(other, slip["id"])).status_code == 404
    assert worker.post(url.format(resident, slip["id"])).status_code == 204
    assert told(worker, resident) == []


def test_nobody_notes_or_reads_what_was_told_to_somebody_hidden(house: House) -> None:
    resident, worker = house.resident(protection="confidential"), house.as_(Role.ENV_WORKER)
    assert tell(worker, resident).status_code == 404
    assert worker.get(f"/v1/residents/{resident}/information").status_code == 404


def test_who_has_no_part_in_the_first_steps_has_none_in_this(house: House) -> None:
    resident = house.resident()
    for role in (Role.MANAGER, Role.CULTURE, Role.PROPERTY_MANAGER, Role.CREW):
        assert tell(house.as_(role), resident).status_code == 403
    assert tell(house.as_(Role.NAV_ADVISOR), resident).status_code == 404
    house.helper(resident, house.as_(Role.NAV_ADVISOR).id, "nav_advisor")
    assert tell(house.as_(Role.NAV_ADVISOR), resident).status_code == 201
