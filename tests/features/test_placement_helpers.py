"""How many each helper has today and after a plan, and who helps whom when it is carried out."""

from typing import Any

import httpx
import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today
from dateutil.relativedelta import relativedelta

from tests.factories import Caller, House
from tests.lists import as_csv, bring_in
from tests.placing import act, begun, person, put, table

TOMORROW = today() + relativedelta(days=1)
TERMS: dict[str, Any] = {
    "from_day": TOMORROW.isoformat(),
    "contract_ends_on": (TOMORROW + relativedelta(years=3)).isoformat(),
    "legal_ground": "husleieloven § 11-1",
    "helpers": [],
}
Loads = dict[str, tuple[int, int]]


class Case:
    """Three households in a plan, of whom the last needs much; two who could help them."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.settler = house.as_(Role.SETTLER)
        self.first, self.second = house.another(Role.ENV_WORKER), house.another(Role.ENV_WORKER)
        bring_in(self.settler, as_csv([person(1), person(2), person(3)]))
        house.db.execute(
            "UPDATE candidate_households SET support = 'high' WHERE ref = '3' AND district_id = %s",
            [house.district],
        )
        flats = [str(house.unit(str(n), position=n)) for n in (101, 103, 105)]
        self.plan = begun(self.settler, house)
        for card, flat in zip(self.board()["households"], flats, strict=True):
            put(self.settler, self.plan, card["id"], flat).raise_for_status()

    def board(self) -> dict[str, Any]:
        return table(self.settler, self.house)

    def helped(self, helper: Caller, *, protection: str = "none") -> None:
        resident = self.house.resident(protection=protection)
        self.house.household(resident)
        self.house.helper(resident, helper.id, "env_worker")

    def choose(self, *helpers: Caller, kind: str = "env_worker") -> httpx.Response:
        named = [{"kind": kind, "user_id": str(one.id)} for one in helpers]
        return act_put(self.settler, self.plan, named)

    def loads(self, where: dict[str, Any]) -> Loads:
        return {
            one["user_id"]: (one["households"], one["high"])
            for one in where["helpers"]
            if one["kind"] == "env_worker"
        }


def act_put(
    caller: httpx.Client, plan: dict[str, Any], helpers: list[dict[str, str]]
) -> httpx.Response:
    url = f"/v1/placement-alternatives/{plan['id']}/planned-helpers"
    answer = caller.put(url, json={"version": plan["version"], "helpers": helpers})
    if answer.status_code == 200:
        plan["version"] = answer.json()["version"]
    return answer


@pytest.fixture
def case(house: House) -> Case:
    return Case(house)


def test_todays_load_counts_households_and_none_that_is_protected(case: Case) -> None:
    case.helped(case.first)
    case.helped(case.first)
    case.helped(case.second, protection="confidential")
    loads = case.loads(case.board())
    assert (loads[str(case.first.id)], loads[str(case.second.id)]) == ((2, 0), (0, 0))


def test_a_plan_is_shared_out_to_whoever_has_least_and_much_follow_up_apart(case: Case) -> None:
    case.helped(case.first)
    case.choose(case.first, case.second).raise_for_status()
    (plan,) = case.board()["alternatives"]
    after = case.loads(plan)
    assert after == {str(case.first.id): (2, 0), str(case.second.id): (2, 1)}
    assert case.loads(case.board())[str(case.first.id)] == (1, 0)


def test_carried_out_each_household_gets_the_helper_that_the_table_has_shown(case: Case) -> None:
    case.helped(case.first)
    case.choose(case.first, case.second).raise_for_status()
    (plan,) = case.board()["alternatives"]
    promised = case.loads(plan)
    act(case.settler, case.plan, "choose", because="Jevnt delt").raise_for_status()
    act(case.settler, case.plan, "commit", **TERMS).raise_for_status()
    loads = case.loads(case.board())
    assert {who: loads[who] for who in promised} == promised


def test_whom_the_one_who_carries_it_out_names_goes_before_the_plan(case: Case) -> None:
    case.choose(case.first).raise_for_status()
    act(case.settler, case.plan, "choose", because="Passer").raise_for_status()
    named = [{"kind": "env_worker", "user_id": str(case.second.id)}]
    act(case.settler, case.plan, "commit", **TERMS | {"helpers": named}).raise_for_status()
    loads = case.loads(case.board())
    assert (loads[str(case.first.id)], loads[str(case.second.id)]) == ((0, 0), (3, 1))


def test_more_than_the_district_has_set_is_said_with_the_name(case: Case) -> None:
    bands = [{"measure": "cases", "key": "env_worker", "most": 2}]
    url = "/v1/placement-bands"
    case.settler.put(url, json={"version": 1, "bands": bands}).raise_for_status()
    case.choose(case.first).raise_for_status()
    (plan,) = case.board()["alternatives"]
    (said,) = [one for one in plan["warnings"] if one["code"] == "load_over"]
    about = {"name": case.first.name, "households": "3", "most": "2"}
    assert (said["about"], said["blocks"]) == (about, False)


def test_a_copy_has_the_helpers_too_and_a_chosen_plan_keeps_its_own(case: Case) -> None:
    case.choose(case.first).raise_for_status()
    begun(case.settler, case.house, name="Kopi", alternative_id=case.plan["id"])
    assert [*case.loads(case.board()["alternatives"][1])] == [str(case.first.id)]
    act(case.settler, case.plan, "choose", because="Passer").raise_for_status()
    refused = case.choose(case.second)
    assert refused.json()["type"] == "/problems/alternative-is-chosen"


def test_only_who_works_as_that_here_can_be_named(case: Case) -> None:
    elsewhere = case.house.another(Role.ENV_WORKER, site_ids=[case.house.another_site()])
    for answer in (
        case.choose(elsewhere),
        case.choose(case.first, kind="settler"),
        case.choose(case.house.as_(Role.CULTURE)),
    ):
        assert answer.json()["type"] == "/problems/helper-not-here", answer.text
        assert answer.json()["errors"][0]["field"] == "helpers"
    stale = {"id": case.plan["id"], "version": 1}
    named = [{"kind": "env_worker", "user_id": str(case.first.id)}]
    assert act_put(case.settler, stale, named).json()["type"] == "/problems/changed-meanwhile"
    manager = case.house.as_(Role.MANAGER)
    assert act_put(manager, case.plan, named).status_code == 403
