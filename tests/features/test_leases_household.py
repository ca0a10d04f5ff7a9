"""Who joins a household with a lease, who leaves, and what the landlord may see and say of it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from bomiljo.access.roles import Role
from httpx import Response

from tests.factories import Caller, House
from tests.features.test_tenancies import problem
from tests.leases import TODAY, Lease

DAY = timedelta(days=1)


class Joining:
    """A lease in a flat for two, and somebody who wants to join."""

    def __init__(self, house: House) -> None:
        self.house, self.lease = house, Lease(house, None)
        self.office = self.lease.office
        self.landlord = house.as_(Role.PROPERTY_MANAGER)
        self.person = house.resident("Ektefelle", status="expected", site_id=None)

    def ask(self, person: UUID | None = None, **more: Any) -> Response:
        body: dict[str, Any] = {
            "kind": "joins",
            "relation": "partner",
            "on_day": TODAY + DAY * 7,
            "resident_id": str(person or self.person),
        } | more
        return self.lease.post("household-changes", self.lease.shown()["version"], **body)

    def act(self, who: Caller, verb: str, change: dict[str, Any], **body: Any) -> Response:
        return who.post(
            f"/v1/household-changes/{change['id']}/{verb}",
            json={"version": change["version"]} | body,
        )

    def decide(self, change: dict[str, Any], *, approved: bool = True, **more: Any) -> Response:
        return self.act(self.landlord, "decide", change, approved=approved, **more)

    def members(self) -> list[str]:
        rows = self.house.rows(
            "SELECT r.family_name FROM household_members m JOIN residents r ON r.id = m.resident_id"
            " WHERE m.household_id = %s AND m.period @> current_date ORDER BY 1",
            self.lease.household,
        )
        return [name for (name,) in rows]


@pytest.fixture
def joining(house: House) -> Joining:
    return Joining(house)


def test_a_spouse_is_asked_for_approved_and_moves_in(joining: Joining) -> None:
    asked = joining.ask()
    assert asked.status_code == 201, asked.text
    assert (asked.json()["state"], asked.json()["resident_name"]) == (
        "waiting",
        "Prøve Ektefelle",
    )
    assert joining.lease.told(joining.landlord.id) == 1
    early = joining.act(joining.office, "confirm", asked.json(), on_day=TODAY.isoformat())
    assert early.json()["type"] == "/problems/change-not-approved"
    approved = joining.decide(asked.json())
    assert approved.json()["state"] == "approved"
    assert joining.lease.told(joining.office.id) == 1
    assert joining.members() == ["Leietaker"]
    done = joining.act(joining.office, "confirm", approved.json(), on_day=TODAY.isoformat())
    assert (done.json()["state"], done.json()["size_now"]) == ("done", 2)
    assert joining.members() == ["Ektefelle", "Leietaker"]
    shown = joining.office.get(f"/v1/residents/{joining.person}").json()
    assert (shown["status"], shown["home"]["unit_label"]) == ("settled", "101")


def test_the_landlord_sees_how_many_and_in_what_relation_but_never_who(joining: Joining) -> None:
    joining.ask()
    answer = joining.landlord.get("/v1/household-changes", params={"state": "waiting"})
    (seen,) = answer.json()["items"]
    assert (seen["view"], seen["relation"], seen["size_now"], seen["capacity"]) == (
        "lease",
        "partner",
        1,
        2,
    )
    for secret in ("Ektefelle", str(joining.person), "resident"):
        assert secret not in answer.text
    page = joining.landlord.get("/v1/notifications").text
    assert "Ektefelle" not in page


def test_a_refusal_has_its_ground_in_the_dwelling(joining: Joining) -> None:
    asked = joining.ask().json()
    bare = joining.decide(asked, approved=False)
    assert (bare.status_code, bare.json()["errors"][0]["field"]) == (422, "refused_because")
    other = joining.decide(asked, approved=False, refused_because="nationality")
    assert other.status_code == 422
    refused = joining.decide(
        asked, approved=False, refused_because="dwelling_unfit", refusal_note="Ett soverom"
    )
    assert refused.json()["state"] == "refused"
    (seen,) = joining.office.get(
        "/v1/household-changes", params={"tenancy_id": str(joining.lease.id)}
    ).json()["items"]
    assert (seen["refused_because"], seen["refusal_note"]) == ("dwelling_unfit", "Ett soverom")
    again = joining.decide(refused.json())
    assert again.json()["type"] == "/problems/change-is-decided"
    assert joining.ask().status_code == 201


def test_a_child_that_is_born_asks_nobody_even_where_it_is_crowded(house: House) -> None:
    joining = Joining(house)
    house.db.execute("UPDATE units SET capacity = 1 WHERE id = %s", [joining.lease.unit])
    born = joining.ask(kind="born", relation="child", on_day=TODAY)
    assert born.json()["state"] == "done"
    assert joining.members() == ["Ektefelle", "Leietaker"]
    assert joining.lease.shown()["household_size"] == 2
    ahead = joining.ask(house.resident(), kind="born", relation="child", on_day=TODAY + DAY)
    assert problem(ahead) == (409, "not-yet", "on_day")


def test_who_leaves_lives_here_no_longer_and_the_others_stay(joining: Joining) -> None:
    joining.ask(kind="born", relation="child", on_day=TODAY - DAY * 3)
    phone = joining.house.as_resident(joining.person)
    assert phone.get("/v1/portal/home").status_code == 200
    left = joining.ask(kind="leaves", relation=None, on_day=TODAY)
    assert left.status_code == 201, left.text
    assert joining.members() == ["Leietaker"]
    assert phone.get("/v1/portal/home").status_code == 401
    shown = joining.office.get(f"/v1/residents/{joining.person}").json()
    assert (shown["status"], shown["moved_out_on"]) == ("moved_out", TODAY.isoformat())
    last = joining.ask(joining.lease.resident, kind="leaves", relation=None, on_day=TODAY)
    assert problem(last) == (409, "last-member", "resident_id")
    stranger = joining.ask(kind="leaves", relation=None, on_day=TODAY)
    assert problem(stranger) == (409, "not-a-member", "resident_id")


def test_somebody_can_leave_and_another_join_the_same_day(joining: Joining) -> None:
    joining.ask(kind="born", relation="child", on_day=TODAY - DAY * 3)
    joining.ask(kind="leaves", relation=None, on_day=TODAY)
    other = joining.house.resident("Søster", status="expected")
    asked = joining.ask(other, relation="sibling").json()
    approved = joining.decide(asked).json()
    done = joining.act(joining.office, "confirm", approved, on_day=TODAY.isoformat())
    assert done.json()["state"] == "done"
    assert joining.members() == ["Leietaker", "Søster"]


def test_of_two_approvals_at_once_only_one_takes_the_last_place(joining: Joining) -> None:
    others = [joining.house.resident(f"Slektning {n}", status="expected") for n in range(4)]
    asked = [joining.ask(one, relation="sibling").json() for one in others]
    with ThreadPoolExecutor(4) as pool:
        answers = [*pool.map(joining.decide, asked)]
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]
    refused = next(answer for answer in answers if answer.status_code == 409)
    assert refused.json()["type"] == "/problems/no-room-for-more"


def test_who_lives_elsewhere_or_is_asked_for_already_is_refused(joining: Joining) -> None:
    elsewhere = joining.house.resident("Annensteds")
    joining.house.household(elsewhere)
    assert problem(joining.ask(elsewhere)) == (409, "already-in-household", "resident_id")
    joining.ask()
    assert problem(joining.ask()) == (409, "asked-for-already", "resident_id")


def test_a_request_is_taken_back(joining: Joining) -> None:
    asked = joining.ask().json()
    back = joining.act(joining.office, "withdraw", asked)
    assert back.json()["state"] == "withdrawn"
    again = joining.act(joining.office, "withdraw", back.json())
    assert again.json()["type"] == "/problems/change-is-over"
    assert joining.decide(back.json()).json()["type"] == "/problems/change-is-decided"
    stale = joining.decide(asked)
    assert stale.json()["type"] == "/problems/changed-meanwhile"


@pytest.mark.parametrize("role", [Role.SETTLER, Role.ENV_WORKER, Role.MANAGER, Role.OPERATIONS])
def test_only_the_landlord_or_the_housing_office_decides(house: House, role: Role) -> None:
    joining = Joining(house)
    asked = joining.ask().json()
    assert joining.act(house.as_(role), "decide", asked, approved=True).status_code == 403
    assert joining.act(joining.office, "decide", asked, approved=True).status_code == 200


def test_a_protected_person_is_seen_by_the_guardian_alone(joining: Joining) -> None:
    guardian = joining.house.another(Role.HOUSING_OFFICE)
    hidden = joining.house.resident("Skjult", status="expected", protection="confidential")
    joining.house.add("protection_guardians", resident_id=hidden, user_id=guardian.id)
    body = {
        "version": 1,
        "kind": "joins",
        "relation": "partner",
        "on_day": TODAY.isoformat(),
        "resident_id": str(hidden),
    }
    path = f"/v1/tenancies/{joining.lease.id}/household-changes"
    assert joining.office.post(path, json=body).json()["type"] == "/problems/resident-unknown"
    asked = guardian.post(path, json=body)
    assert asked.status_code == 201, asked.text
    for other in (joining.office, joining.landlord):
        assert other.get("/v1/household-changes").json()["items"] == []
        assert joining.act(other, "decide", asked.json(), approved=True).status_code == 404


def test_the_other_district_sees_no_request(house: House, neighbours: House) -> None:
    joining = Joining(house)
    asked = joining.ask().json()
    for role in (Role.HOUSING_OFFICE, Role.PROPERTY_MANAGER):
        other = neighbours.as_(role)
        assert other.get("/v1/household-changes").json()["items"] == []
        assert joining.act(other, "decide", asked, approved=True).status_code == 404


def test_a_household_with_a_lease_grows_by_asking_alone(joining: Joining) -> None:
    body = {
        "resident_id": str(joining.person),
        "relation": "partner",
        "from_day": TODAY.isoformat(),
    }
    path = f"/v1/households/{joining.lease.household}/members"
    refused = joining.office.post(path, json=body)
    assert (refused.status_code, refused.json()["type"]) == (
        409,
        "/problems/household-has-a-lease",
    )
    assert joining.members() == ["Leietaker"]
    joining.house.db.execute(
        "UPDATE tenancies SET moved_out_at = now() WHERE id = %s", [joining.lease.id]
    )
    assert joining.office.post(path, json=body).status_code == 201
