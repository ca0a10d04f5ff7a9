"""Notice by tenant and landlord: the day is counted, shown, and settled when it comes."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from bomiljo.access.roles import Role
from dateutil.relativedelta import relativedelta

from tests.factories import House
from tests.features.test_tenancies import problem
from tests.leases import TODAY, Lease, months

DAY = timedelta(days=1)
LAWFUL = months(3) + relativedelta(day=31)


@pytest.fixture
def lease(house: House) -> Lease:
    return Lease(house, None)


def terms(lease: Lease, on_day: str) -> dict[str, Any]:
    answer = lease.office.get(f"/v1/tenancies/{lease.id}/notice-terms", params={"on_day": on_day})
    found: dict[str, Any] = answer.json()
    return found


@pytest.mark.parametrize(
    ("given", "last_day"),
    [
        ("2026-03-10", "2026-06-30"),
        ("2026-03-31", "2026-06-30"),
        ("2026-11-30", "2027-02-28"),
        ("2027-11-30", "2028-02-29"),
        ("2026-10-01", "2027-01-31"),
        ("2026-12-31", "2027-03-31"),
    ],
)
def test_three_months_run_to_the_end_of_a_calendar_month(
    lease: Lease, given: str, last_day: str
) -> None:
    found = terms(lease, given)
    assert (found["last_day"], found["source"]) == (last_day, "Husleieloven § 9-6")


def test_the_right_to_protest_lasts_a_month(lease: Lease) -> None:
    found = terms(lease, "2027-01-31")
    assert (found["protest_by"], found["protest_source"]) == ("2027-02-28", "Husleieloven § 9-7")


def test_a_tenants_notice_sets_the_counted_day(lease: Lease) -> None:
    noted = lease.post("notice", party="tenant", on_day=TODAY)
    assert noted.status_code == 200, noted.text
    assert noted.json()["until"] == (LAWFUL + DAY).isoformat()
    (event,) = lease.course()["events"]
    assert (event["kind"], event["last_day"], event["by_name"]) == (
        "notice_by_tenant",
        LAWFUL.isoformat(),
        lease.office.name,
    )
    again = lease.post("notice", 2, party="tenant", on_day=TODAY)
    assert again.json()["type"] == "/problems/notice-stands"


def test_an_earlier_day_needs_an_agreement_and_a_later_one_does_not(lease: Lease) -> None:
    early: dict[str, Any] = {"party": "tenant", "on_day": TODAY, "last_day": TODAY + DAY * 30}
    assert problem(lease.post("notice", **early)) == (409, "notice-too-short", "last_day")
    assert lease.shown()["until"] is None
    assert lease.post("notice", agreed=True, **early).status_code == 200
    assert lease.shown()["until"] == (TODAY + DAY * 31).isoformat()
    assert lease.course()["events"][0]["agreed"]
    assert lease.post("notice/withdraw", 2).json()["until"] is None
    later = lease.post("notice", 3, party="tenant", on_day=TODAY, last_day=LAWFUL + DAY * 40)
    assert later.status_code == 200


def test_the_landlords_notice_says_what_is_missing_at_each_field(lease: Lease) -> None:
    bare = lease.post("notice", party="landlord", on_day=TODAY)
    assert bare.status_code == 422
    fields = [error["field"] for error in bare.json()["errors"]]
    assert fields == ["grounds", "in_writing", "told_of_protest"]
    whole: dict[str, Any] = {
        "grounds": "Bygget skal rives",
        "in_writing": True,
        "told_of_protest": True,
    }
    noted = lease.post("notice", party="landlord", on_day=TODAY, **whole)
    assert noted.status_code == 200
    assert lease.course()["events"][0]["grounds"] == "Bygget skal rives"
    seen = lease.house.as_(Role.PROPERTY_MANAGER).get(f"/v1/tenancies/{lease.id}/course").json()
    assert seen["events"][0]["grounds"] is None


def test_a_fixed_term_holds_unless_it_is_agreed(house: House) -> None:
    lease = Lease(house, months(12))
    assert terms(lease, TODAY.isoformat())["term_until"] == months(12).isoformat()
    refused = lease.post("notice", party="tenant", on_day=TODAY)
    assert problem(refused) == (409, "fixed-term-holds", "agreed")
    assert lease.post("notice", party="tenant", on_day=TODAY, agreed=True).status_code == 200


def test_a_day_that_cannot_be_is_refused_at_its_field(lease: Lease) -> None:
    ahead = lease.post("notice", party="tenant", on_day=TODAY + DAY)
    assert problem(ahead) == (409, "not-yet", "on_day")
    backwards = lease.post(
        "notice", party="tenant", on_day=TODAY, last_day=date(2023, 1, 1), agreed=True
    )
    assert problem(backwards) == (409, "ends-before-move-in", "on_day")
    assert lease.post("notice", party="tenant", on_day="snart").status_code == 422


def test_a_notice_taken_back_leaves_them_where_they_live(lease: Lease) -> None:
    assert lease.post("notice/withdraw").json()["type"] == "/problems/no-notice"
    lease.post("notice", party="tenant", on_day=TODAY)
    assert lease.post("notice/withdraw", 2).status_code == 200
    assert lease.happened()[:2] == ["notice_withdrawn", "notice_by_tenant"]
    assert lease.shown()["until"] is None


def test_a_planned_transfer_is_cancelled_not_withdrawn(lease: Lease) -> None:
    other = lease.house.unit("102", capacity=2)
    lease.post("transfer", unit_id=str(other), on_day=TODAY + DAY, kind="open_ended")
    refused = lease.post("notice/withdraw", 2)
    assert refused.json()["type"] == "/problems/transfer-is-planned"


def test_a_notice_is_settled_by_the_move_out(lease: Lease) -> None:
    early: dict[str, Any] = {"on_day": TODAY - DAY * 5, "last_day": TODAY - DAY, "agreed": True}
    lease.post("notice", party="tenant", **early)
    assert lease.shown()["moved_out_at"] is None
    settled = lease.post("move-out", 2, on_day=TODAY, reason="private_rental")
    assert settled.json()["state"] == "ended"
    after = lease.post("notice", 3, party="tenant", on_day=TODAY)
    assert after.json()["type"] == "/problems/has-moved-out"


@pytest.mark.parametrize("role", [Role.PROPERTY_MANAGER, Role.ENV_WORKER, Role.MANAGER])
def test_only_those_who_write_leases_write_notices(house: House, role: Role) -> None:
    lease = Lease(house, None)
    body = {"version": 1, "party": "tenant", "on_day": TODAY.isoformat()}
    answer = house.as_(role).post(f"/v1/tenancies/{lease.id}/notice", json=body)
    assert answer.status_code == 403
    assert lease.shown()["until"] is None


def test_the_other_district_and_nobodys_lease(house: House, neighbours: House) -> None:
    lease, other = Lease(house, None), neighbours.as_(Role.HOUSING_OFFICE)
    for record in (lease.id, uuid4()):
        asked = other.get(
            f"/v1/tenancies/{record}/notice-terms", params={"on_day": TODAY.isoformat()}
        )
        assert asked.status_code == 404
        body = {"version": 1, "party": "tenant", "on_day": TODAY.isoformat()}
        assert other.post(f"/v1/tenancies/{record}/notice", json=body).status_code == 404
