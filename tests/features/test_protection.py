"""Address protection: gone for everybody but two, and nothing left to count."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from bomiljo.access.roles import Role
from httpx import Response

from tests.factories import Caller, House

READERS = (Role.ENV_WORKER, Role.HOUSING_OFFICE, Role.MANAGER)


def protect(
    caller: Caller,
    resident: UUID,
    *guardians: Caller,
    grade: str = "confidential",
    version: int = 1,
) -> Response:
    return caller.put(
        f"/v1/residents/{resident}/protection",
        json={
            "version": version,
            "grade": grade,
            "guardians": [str(one.id) for one in guardians],
            "reason": "Melding fra Folkeregisteret",
        },
    )


class Case:
    """A family in flat 204, whose mother gets protected; two guardians see them."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.mother, self.son = house.resident("Vernet"), house.resident("Sønn")
        self.neighbour = house.resident("Nabo")
        self.unit = house.unit("204", capacity=2)
        self.household = house.household(self.mother, self.son, kind="single_parent")
        self.tenancy = house.tenancy(self.unit, self.household, household_size=2)
        self.office, self.manager = house.as_(Role.HOUSING_OFFICE), house.as_(Role.MANAGER)

    def protect(self, grade: str = "confidential") -> None:
        protect(self.office, self.mother, self.office, self.manager, grade=grade).raise_for_status()


@pytest.fixture
def case(house: House) -> Case:
    return Case(house)


def items(caller: Caller, path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = caller.get(path).raise_for_status().json()["items"]
    return found


def same_as_random(caller: Caller, path: str, record: UUID) -> bool:
    real, random = (caller.get(path.format(key)) for key in (record, uuid4()))
    return real.status_code == random.status_code == 404 and real.json() == random.json()


@pytest.mark.parametrize("grade", ["confidential", "strictly_confidential", "unknown"])
@pytest.mark.parametrize("role", READERS)
def test_the_person_is_gone_for_everybody_else_at_once(case: Case, grade: str, role: Role) -> None:
    other = case.house.another(role)
    assert len(items(other, "/v1/residents")) == 3
    case.protect(grade)
    assert [one["family_name"] for one in items(other, "/v1/residents")] == ["Nabo"]
    assert same_as_random(other, "/v1/residents/{}", case.mother)


def test_those_who_live_with_them_are_gone_too(case: Case) -> None:
    case.protect()
    worker = case.house.as_(Role.ENV_WORKER)
    assert same_as_random(worker, "/v1/residents/{}", case.son)
    assert same_as_random(worker, "/v1/households/{}", case.household)
    assert same_as_random(worker, "/v1/tenancies/{}", case.tenancy)
    assert items(worker, "/v1/households") == items(worker, "/v1/tenancies") == []


def test_the_landlord_loses_the_lease_and_the_unit_reads_occupied_like_any_other(
    case: Case,
) -> None:
    landlord = case.house.as_(Role.PROPERTY_MANAGER)
    before = landlord.get(f"/v1/units/{case.unit}").json()
    assert len(items(landlord, "/v1/tenancies")) == 1
    case.protect()
    assert items(landlord, "/v1/tenancies") == []
    assert landlord.get(f"/v1/units/{case.unit}").json() == before
    assert before["state"] == "occupied"


def test_a_helper_who_is_no_guardian_loses_the_case(case: Case) -> None:
    advisor = case.house.as_(Role.NAV_ADVISOR)
    case.house.helper(case.mother, advisor.id, "nav_advisor")
    assert len(items(advisor, "/v1/residents")) == 2
    case.protect()
    assert items(advisor, "/v1/residents") == []
    assert same_as_random(advisor, "/v1/residents/{}/identifiers", case.mother)


def test_both_guardians_still_see_the_family_and_know_why(case: Case) -> None:
    case.protect()
    for guardian in (case.office, case.manager):
        assert len(items(guardian, "/v1/residents")) == 3
        shown = guardian.get(f"/v1/residents/{case.mother}").json()
        assert shown["protected"] is True
        assert len(shown["household"]["members"]) == 2
        assert shown["home"]["unit_label"] == "204"
        assert len(items(guardian, "/v1/tenancies")) == 1
        record = guardian.get(f"/v1/residents/{case.mother}/protection").json()
        assert record["grade"] == "confidential"
        assert {one["id"] for one in record["guardians"]} == {
            str(case.office.id),
            str(case.manager.id),
        }
        assert record["decisions"][0]["reason"] == "Melding fra Folkeregisteret"


def test_a_guardian_from_nav_sees_the_family_without_being_their_helper(case: Case) -> None:
    advisor = case.house.as_(Role.NAV_ADVISOR)
    protect(case.office, case.mother, case.office, advisor).raise_for_status()
    assert {one["family_name"] for one in items(advisor, "/v1/residents")} == {"Vernet", "Sønn"}
    assert items(case.manager, "/v1/tenancies") == []


def test_who_sets_it_for_others_is_blind_from_the_next_moment(case: Case) -> None:
    another = case.house.another(Role.HOUSING_OFFICE)
    answer = protect(another, case.mother, case.office, case.manager)
    assert answer.status_code == 200
    assert same_as_random(another, "/v1/residents/{}", case.mother)
    assert same_as_random(another, "/v1/residents/{}/protection", case.mother)


def test_only_a_guardian_lifts_it_and_then_all_see_the_family_again(case: Case) -> None:
    case.protect()
    another = case.house.another(Role.HOUSING_OFFICE)
    assert protect(another, case.mother, grade="none", version=2).status_code == 404
    lifted = protect(case.manager, case.mother, grade="none", version=2)
    assert lifted.status_code == 200
    assert lifted.json()["guardians"] == []
    assert [one["grade"] for one in lifted.json()["decisions"]] == ["none", "confidential"]
    assert len(items(another, "/v1/residents")) == 3
    assert len(items(another, "/v1/tenancies")) == 1
    assert items(another, "/v1/households")[0]["id"] == str(case.household)


def test_guardians_are_exchanged_by_one_of_them(case: Case) -> None:
    case.protect()
    heir = case.house.another(Role.MANAGER)
    protect(case.office, case.mother, case.office, heir, version=2).raise_for_status()
    assert same_as_random(case.manager, "/v1/residents/{}", case.mother)
    assert heir.get(f"/v1/residents/{case.mother}").status_code == 200


def test_two_different_guardians_are_named_for_a_grade_and_none_for_no_grade(case: Case) -> None:
    office, manager = case.office, case.manager
    for answer in (
        protect(office, case.mother, office),
        protect(office, case.mother, office, office),
        protect(office, case.mother),
        protect(office, case.mother, office, manager, grade="none"),
    ):
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["field"] == "guardians"
    third = case.house.another(Role.MANAGER)
    assert protect(office, case.mother, office, manager, third).status_code == 422


def test_a_guardian_works_with_residents_here_and_one_of_them_can_lift(
    case: Case, neighbours: House
) -> None:
    landlord, settler = case.house.as_(Role.PROPERTY_MANAGER), case.house.as_(Role.SETTLER)
    stranger = neighbours.as_(Role.MANAGER)
    for unfit in (landlord, stranger):
        answer = protect(case.office, case.mother, case.office, unfit)
        assert answer.json()["type"] == "/problems/guardian-does-not-fit"
    nobody_lifts = protect(case.office, case.mother, settler, case.house.another(Role.SETTLER))
    assert nobody_lifts.status_code == 409


def test_a_stale_decision_is_refused(case: Case) -> None:
    assert (
        protect(case.office, case.mother, case.office, case.manager, version=7).status_code == 409
    )


@pytest.mark.parametrize("role", [Role.ENV_WORKER, Role.SETTLER, Role.PROPERTY_MANAGER, Role.ADMIN])
def test_who_may_not_decide_is_refused(case: Case, role: Role) -> None:
    caller = case.house.as_(role)
    assert protect(caller, case.mother, caller, case.manager).status_code == 403
    assert caller.get(f"/v1/residents/{case.mother}/protection").status_code == 403


def test_who_moves_in_with_a_protected_person_is_hidden_with_them(case: Case) -> None:
    # with a lease, somebody who joins is asked for there
    case.house.db.execute("UPDATE tenancies SET moved_in_at = NULL WHERE id = %s", [case.tenancy])
    case.protect()
    worker = case.house.as_(Role.ENV_WORKER)
    added = case.office.post(
        f"/v1/households/{case.household}/members",
        json={"resident_id": str(case.neighbour), "relation": "partner", "from_day": "2024-01-08"},
    )
    assert added.status_code == 201
    assert len(added.json()["members"]) == 3
    assert items(worker, "/v1/residents") == []
    member = added.json()["members"][-1]["id"]
    case.office.post(
        f"/v1/households/{case.household}/members/{member}/end", json={"on_day": "2024-06-01"}
    ).raise_for_status()
    assert [one["family_name"] for one in items(worker, "/v1/residents")] == ["Nabo"]


def test_a_protected_flat_is_taken_like_any_other(case: Case) -> None:
    case.protect()
    another = case.house.another(Role.HOUSING_OFFICE)
    body = {
        "resident_id": str(case.neighbour),
        "unit_id": str(case.unit),
        "from_day": "2024-01-08",
        "kind": "open_ended",
    }
    refused = another.post("/v1/tenancies/move-in", json=body)
    taken = case.house.unit("205")
    case.house.tenancy(taken, case.house.household(case.house.resident()))
    ordinary = another.post("/v1/tenancies/move-in", json=body | {"unit_id": str(taken)})
    assert refused.status_code == ordinary.status_code == 409
    assert refused.json() == ordinary.json()


def test_the_protected_still_reach_their_own_portal(case: Case) -> None:
    case.protect()
    me = case.house.as_resident(case.mother)
    assert me.get("/v1/portal/home").json()["unit_label"] == "204"
    assert me.get("/v1/portal/my-data").json()["family_name"] == "Vernet"


def test_logs_tell_others_nothing_about_the_protected(case: Case) -> None:
    case.office.get(f"/v1/residents/{case.mother}")
    dpo, leader = case.house.as_(Role.DPO), case.house.another(Role.MANAGER)
    hidden = (case.mother, case.son, case.household, case.tenancy)

    def logged(caller: Caller) -> set[str]:
        changed = (items(caller, f"/v1/changes?row_id={one}") for one in hidden)
        return {line["row_id"] for lines in changed for line in lines}

    assert logged(dpo) == logged(leader) == {str(one) for one in hidden}
    looks = len(items(dpo, "/v1/disclosures"))
    case.protect()
    assert logged(dpo) == logged(leader) == set()
    assert logged(case.manager) == {str(one) for one in hidden}
    assert len(items(dpo, "/v1/disclosures")) < looks
