"""Through the house and out of it."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from bomiljo.access.roles import Role
from httpx import Response

from tests.factories import Caller, House
from tests.features.test_tenancies import LAST_WEEK, TODAY, TOMORROW, move_in, problem, state


class Home:
    """A resident who has lived in flat 101 for a week, and the office that writes it down."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.office = house.as_(Role.HOUSING_OFFICE)
        self.resident = house.resident("Flytter", status="expected")
        self.unit, self.other = house.unit("101"), house.unit("102")
        self.tenancy = move_in(self.office, self.unit, LAST_WEEK, resident_id=self.resident).json()[
            "id"
        ]

    def post(
        self, verb: str, version: int = 1, tenancy: str | None = None, **body: Any
    ) -> Response:
        plain = {
            key: value if isinstance(value, int) else str(value) for key, value in body.items()
        }
        return self.office.post(
            f"/v1/tenancies/{tenancy or self.tenancy}/{verb}", json={"version": version} | plain
        )

    def transfer(self, day: date = TODAY, **more: Any) -> Response:
        body: dict[str, Any] = {"unit_id": self.other, "on_day": day, "kind": "open_ended"} | more
        return self.post("transfer", **body)

    def move_out(self, day: date = TODAY, version: int = 1, **more: Any) -> Response:
        body: dict[str, Any] = {
            "on_day": day,
            "reason": "private_rental",
            "destination": "Bydel Alna",
        } | more
        return self.post("move-out", version, **body)

    def period(self, tenancy: str | None = None) -> str:
        record = UUID(tenancy or self.tenancy)
        return str(
            self.house.rows("SELECT period::text FROM tenancies WHERE id = %s", record)[0][0]
        )

    def shown(self) -> dict[str, Any]:
        answer: dict[str, Any] = self.office.get(f"/v1/residents/{self.resident}").json()
        return answer


@pytest.fixture
def home(house: House) -> Home:
    return Home(house)


def test_a_transfer_ends_here_and_begins_there_the_same_day(home: Home) -> None:
    moved = home.transfer(keys_handed_over=1)
    assert moved.status_code == 201, moved.text
    assert (moved.json()["previous_id"], moved.json()["state"]) == (home.tenancy, "current")
    assert home.period() == f"[{LAST_WEEK},{TODAY})"
    assert home.period(moved.json()["id"]) == f"[{TODAY},)"
    assert (state(home.house, home.unit), state(home.house, home.other)) == ("vacant", "occupied")
    ended = home.office.get(f"/v1/tenancies/{home.tenancy}").json()
    assert (ended["state"], ended["ended_because"]) == ("ended", "internal_transfer")
    assert home.shown()["home"]["unit_label"] == "102"
    assert home.shown()["settled_on"] == LAST_WEEK.isoformat()


def test_a_transfer_ahead_is_a_plan_until_it_is_confirmed(home: Home) -> None:
    planned = home.transfer(TOMORROW).json()
    assert planned["state"] == "planned"
    assert (state(home.house, home.unit), state(home.house, home.other)) == ("occupied", "reserved")
    confirm = {"tenancy": planned["id"], "keys_handed_over": 2}
    early = home.post("confirm", on_day=TOMORROW, **confirm)
    assert problem(early) == (409, "not-yet", "on_day")
    done = home.post("confirm", on_day=TODAY, **confirm)
    assert (done.json()["state"], done.json()["from_day"]) == ("current", TODAY.isoformat())
    assert home.period() == f"[{LAST_WEEK},{TODAY})"
    assert (state(home.house, home.unit), state(home.house, home.other)) == ("vacant", "occupied")
    again = home.post("confirm", 2, on_day=TODAY, **confirm)
    assert again.json()["type"] == "/problems/already-moved-in"


def test_a_plan_that_falls_away_leaves_all_as_it_was(home: Home) -> None:
    planned = home.transfer(TOMORROW).json()
    refused = home.move_out(version=2)
    assert refused.json()["type"] == "/problems/transfer-is-planned"
    assert home.post("cancel", tenancy=planned["id"]).status_code == 204
    assert home.period() == f"[{LAST_WEEK},)"
    assert (state(home.house, home.unit), state(home.house, home.other)) == ("occupied", "vacant")
    assert home.office.get(f"/v1/tenancies/{planned['id']}").status_code == 404
    log = home.house.rows(
        "SELECT action FROM change_log WHERE row_id = %s ORDER BY id", UUID(planned["id"])
    )
    assert log[-1] == ("delete",)


def test_a_planned_move_in_is_confirmed_on_the_day_it_really_was(house: House) -> None:
    office, unit, resident = house.as_(Role.HOUSING_OFFICE), house.unit(), house.resident()
    planned = move_in(office, unit, TOMORROW, resident_id=resident).json()
    body = {"version": 1, "on_day": LAST_WEEK.isoformat(), "keys_handed_over": 2}
    done = office.post(f"/v1/tenancies/{planned['id']}/confirm", json=body)
    assert done.status_code == 200, done.text
    assert (done.json()["from_day"], done.json()["keys_handed_over"]) == (LAST_WEEK.isoformat(), 2)
    assert state(house, unit) == "occupied"


def test_who_lives_there_cannot_be_cancelled(home: Home) -> None:
    assert home.post("cancel").json()["type"] == "/problems/already-moved-in"


def test_a_transfer_needs_another_free_and_fitting_flat(home: Home) -> None:
    house = home.house
    taken = house.unit("103")
    house.tenancy(taken, house.household(house.resident()))
    for unit, name in (
        (home.unit, "same-unit"),
        (taken, "unit-is-taken"),
        (house.unit("001", use="office"), "unit-is-not-a-dwelling"),
        (uuid4(), "unit-unknown"),
    ):
        assert problem(home.transfer(unit_id=unit)) == (409, name, "unit_id")
    assert problem(home.transfer(LAST_WEEK)) == (409, "ends-before-move-in", "on_day")
    assert home.period() == f"[{LAST_WEEK},)"


def test_moving_out_frees_the_flat_and_closes_what_the_person_had(home: Home) -> None:
    settler = home.house.as_(Role.SETTLER)
    home.house.helper(home.resident, settler.id)
    me = home.house.as_resident(home.resident)
    home.office.post(f"/v1/residents/{home.resident}/activation-code").raise_for_status()
    assert me.get("/v1/portal/home").status_code == 200
    ended = home.move_out()
    assert ended.status_code == 200, ended.text
    assert (ended.json()["state"], ended.json()["destination"]) == ("ended", "Bydel Alna")
    assert state(home.house, home.unit) == "vacant"
    shown = home.shown()
    assert (shown["status"], shown["moved_out_on"]) == ("moved_out", TODAY.isoformat())
    assert shown["home"] is None
    assert shown["open_devices"] == 0
    assert not any(one["active"] for one in shown["helpers"])
    assert me.get("/v1/portal/home").status_code == 401
    assert settler.get(f"/v1/residents/{home.resident}").status_code == 404
    assert home.house.rows(
        "SELECT count(*) FROM activation_codes WHERE resident_id = %s AND expires_at > now()",
        home.resident,
    ) == [(0,)]
    code = home.office.post(f"/v1/residents/{home.resident}/activation-code")
    assert code.json()["type"] == "/problems/resident-has-moved-out"


def test_notice_of_a_day_ahead_keeps_everything_until_it_is_settled(home: Home) -> None:
    notice = home.move_out(TOMORROW).json()
    assert (notice["state"], notice["until"]) == ("current", TOMORROW.isoformat())
    assert state(home.house, home.unit) == "occupied"
    assert home.shown()["status"] == "settled"
    settled = home.move_out(TODAY, version=notice["version"]).json()
    assert (settled["state"], state(home.house, home.unit)) == ("ended", "vacant")
    twice = home.move_out(TODAY, version=settled["version"])
    assert twice.json()["type"] == "/problems/has-moved-out"


def test_a_flat_that_the_next_has_booked_is_reserved_when_it_is_left(home: Home) -> None:
    home.move_out(TOMORROW)
    following = move_in(home.office, home.unit, TOMORROW, resident_id=home.house.resident())
    assert following.status_code == 201
    assert state(home.house, home.unit) == "occupied"
    home.move_out(TODAY, version=2)
    assert state(home.house, home.unit) == "reserved"


def test_a_blocked_flat_goes_out_of_use_when_it_is_left(home: Home) -> None:
    why = {"version": 1, "reason": "Vannskade", "from_day": TODAY.isoformat()}
    home.office.post(f"/v1/units/{home.unit}/block", json=why).raise_for_status()
    home.move_out()
    assert state(home.house, home.unit) == "out_of_use"


def test_a_whole_household_leaves_together(house: House) -> None:
    people = [house.resident(), house.resident()]
    household = house.household(*people, kind="couple")
    office, unit = house.as_(Role.HOUSING_OFFICE), house.unit(capacity=2)
    tenancy = move_in(office, unit, LAST_WEEK, household_id=household).json()
    body = {"version": 1, "on_day": TODAY.isoformat(), "reason": "own_choice"}
    office.post(f"/v1/tenancies/{tenancy['id']}/move-out", json=body).raise_for_status()
    assert house.rows("SELECT DISTINCT status FROM residents WHERE id = ANY (%s)", people) == [
        ("moved_out",)
    ]


def test_somebody_who_left_can_come_back(home: Home) -> None:
    home.move_out()
    back = move_in(home.office, home.other, resident_id=home.resident)
    assert back.status_code == 201
    shown = home.shown()
    assert (shown["status"], shown["moved_out_on"]) == ("settled", None)
    assert shown["settled_on"] == LAST_WEEK.isoformat()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"reason": "internal_transfer"}, "reason"),
        ({"reason": "bored"}, "reason"),
        ({"destination": "x" * 201}, "destination"),
        ({"on_day": "i morgen"}, "on_day"),
    ],
)
def test_a_move_out_needs_a_reason_that_is_known(
    home: Home, change: dict[str, Any], field: str
) -> None:
    answer = home.move_out(**change)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == field


def test_stale_versions_conflict_in_every_step(home: Home) -> None:
    home.office.patch(
        f"/v1/tenancies/{home.tenancy}", json={"version": 1, "keys_handed_over": 3}
    ).raise_for_status()
    for answer in (
        home.transfer(),
        home.move_out(),
        home.post("cancel"),
        home.post("confirm", on_day=TODAY, keys_handed_over=1),
    ):
        assert answer.json()["type"] == "/problems/changed-meanwhile"
        assert answer.json()["current_version"] == 2


def test_a_contract_is_corrected_and_stays_whole(home: Home) -> None:
    path = f"/v1/tenancies/{home.tenancy}"
    ends = (TODAY + timedelta(days=900)).isoformat()
    half = home.office.patch(path, json={"version": 1, "kind": "fixed_term"})
    assert problem(half) == (409, "fixed-term-incomplete", "contract_ends_on")
    whole = {
        "version": 1,
        "kind": "fixed_term",
        "legal_ground": "husleieloven § 9-3",
        "contract_ends_on": ends,
    }
    assert home.office.patch(path, json=whole).json()["contract_ends_on"] == ends
    early = home.office.patch(path, json={"version": 2, "contract_ends_on": "2001-01-01"})
    assert problem(early) == (409, "contract-ends-too-early", "contract_ends_on")


def test_a_settler_cannot_move_out_somebody_elses_case(home: Home) -> None:
    settler = home.house.as_(Role.SETTLER)
    body = {"version": 1, "on_day": TODAY.isoformat(), "reason": "own_choice"}
    path = f"/v1/tenancies/{home.tenancy}"
    assert settler.post(f"{path}/move-out", json=body).status_code == 404
    assert settler.patch(path, json={"version": 1, "keys_handed_over": 1}).status_code == 404
    assert state(home.house, home.unit) == "occupied"


def test_another_district_finds_no_tenancy(home: Home, neighbours: House) -> None:
    stranger: Caller = neighbours.as_(Role.HOUSING_OFFICE)
    real, random = (stranger.get(f"/v1/tenancies/{one}") for one in (home.tenancy, str(uuid4())))
    assert real.status_code == random.status_code == 404
    assert real.json() == random.json()
    assert stranger.get("/v1/tenancies").json()["items"] == []
