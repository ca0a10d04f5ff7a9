from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from bomiljo.access.roles import Role
from httpx import Response
from psycopg.types.range import DateRange

from tests.factories import Caller, House

TODAY = date.today()  # noqa: DTZ011
TOMORROW = TODAY + timedelta(days=1)
LAST_WEEK = TODAY - timedelta(days=7)


def move_in(caller: Caller, unit: UUID, day: date = TODAY, **more: Any) -> Response:
    """Move in a `resident_id` or `household_id`."""
    body = {"unit_id": unit, "from_day": day, "kind": "open_ended"} | more
    written = (UUID, date)
    plain = {key: str(one) if isinstance(one, written) else one for key, one in body.items()}
    return caller.post("/v1/tenancies/move-in", json=plain)


def state(house: House, unit: UUID) -> str:
    return str(house.rows("SELECT state FROM units WHERE id = %s", unit)[0][0])


def problem(answer: Response) -> tuple[int, str, str]:
    body = answer.json()
    return answer.status_code, body["type"].removeprefix("/problems/"), body["errors"][0]["field"]


def test_a_resident_moves_in_and_everything_follows_in_one_step(house: House) -> None:
    office, settler = house.as_(Role.HOUSING_OFFICE), house.as_(Role.SETTLER)
    resident = house.resident(status="expected", site_id=None)
    unit = house.unit("204", state="ready")
    answer = move_in(
        office,
        unit,
        resident_id=resident,
        kind="fixed_term",
        legal_ground="husleieloven § 11-1",
        contract_ends_on=TODAY + timedelta(days=1095),
        keys_handed_over=2,
        helpers=[{"kind": "settler", "user_id": str(settler.id)}],
    )
    assert answer.status_code == 201, answer.text
    tenancy = answer.json()
    assert (tenancy["state"], tenancy["unit_label"], tenancy["keys_handed_over"]) == (
        "current",
        "204",
        2,
    )
    assert tenancy["members"][0]["resident_id"] == str(resident)
    assert state(house, unit) == "occupied"
    shown = settler.get(f"/v1/residents/{resident}").json()
    assert (shown["status"], shown["settled_on"]) == ("settled", TODAY.isoformat())
    assert (shown["site_id"], shown["household"]["kind"]) == (str(house.site), "single")


def test_a_household_moves_in_together(house: House) -> None:
    mother, son = house.resident(status="expected"), house.resident(status="expected")
    household = house.household(mother, son, kind="single_parent")
    unit = house.unit(capacity=2)
    tenancy = move_in(house.as_(Role.HOUSING_OFFICE), unit, household_id=household).json()
    assert tenancy["household_size"] == 2
    assert house.rows(
        "SELECT count(*) FROM residents WHERE status = 'settled' AND district_id = %s",
        house.district,
    ) == [(2,)]


def test_a_day_ahead_reserves_the_unit_and_the_resident_is_still_expected(house: House) -> None:
    resident, unit = house.resident(status="expected"), house.unit()
    office = house.as_(Role.HOUSING_OFFICE)
    planned = move_in(office, unit, TOMORROW, resident_id=resident).json()
    assert (planned["state"], planned["moved_in_at"]) == ("planned", None)
    assert state(house, unit) == "reserved"
    home = office.get(f"/v1/residents/{resident}").json()
    assert (home["status"], home["home"]["planned"]) == ("expected", True)


def test_twenty_want_the_same_flat_and_one_gets_it(house: House) -> None:
    office, unit = house.as_(Role.HOUSING_OFFICE), house.unit()
    people = [house.resident(status="expected") for _ in range(20)]
    with ThreadPoolExecutor(20) as crowd:
        answers = list(crowd.map(lambda one: move_in(office, unit, resident_id=one), people))
    assert sorted(one.status_code for one in answers) == [201] + [409] * 19
    lost = next(one for one in answers if one.status_code == 409)
    assert problem(lost) == (409, "unit-is-taken", "unit_id")
    assert house.rows("SELECT count(*) FROM tenancies WHERE unit_id = %s", unit) == [(1,)]
    assert house.rows(
        "SELECT count(*) FROM residents WHERE status = 'settled' AND district_id = %s",
        house.district,
    ) == [(1,)]


def test_a_unit_must_be_fit_to_live_in(house: House) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    household = house.household(house.resident(), house.resident(), kind="couple")
    office_room = house.unit("001", use="office", capacity=2)
    blocked = house.unit("101", capacity=2, state="out_of_use", blocked_from=LAST_WEEK)
    small = house.unit("102", capacity=1)
    soon_storage = house.unit("103", capacity=2)
    house.db.execute(
        "UPDATE unit_uses SET period = %s WHERE unit_id = %s",
        [DateRange(LAST_WEEK, TOMORROW), soon_storage],
    )
    for unit, name in (
        (office_room, "unit-is-not-a-dwelling"),
        (soon_storage, "unit-is-not-a-dwelling"),
        (blocked, "unit-is-blocked"),
        (small, "unit-is-too-small"),
        (uuid4(), "unit-unknown"),
    ):
        answer = move_in(office, unit, household_id=household)
        assert problem(answer) == (409, name, "unit_id")


def test_a_block_that_ends_before_the_day_is_no_hindrance(house: House) -> None:
    unit = house.unit(state="out_of_use", blocked_from=LAST_WEEK, blocked_until=TODAY)
    office = house.as_(Role.HOUSING_OFFICE)
    assert move_in(office, unit, resident_id=house.resident()).status_code == 409
    assert move_in(office, unit, TOMORROW, resident_id=house.resident()).status_code == 201


def test_nobody_has_two_flats_at_a_time(house: House) -> None:
    office, resident = house.as_(Role.HOUSING_OFFICE), house.resident()
    move_in(office, house.unit("101"), resident_id=resident).raise_for_status()
    another = house.unit("102")
    answer = move_in(office, another, resident_id=resident)
    assert problem(answer) == (409, "household-has-a-home", "household_id")
    assert state(house, another) == "vacant"


def test_who_lives_with_others_moves_as_that_household(house: House) -> None:
    resident = house.resident()
    house.household(resident, house.resident(), kind="couple")
    answer = move_in(house.as_(Role.HOUSING_OFFICE), house.unit(), resident_id=resident)
    assert problem(answer) == (409, "resident-has-household", "resident_id")


def test_who_is_not_here_cannot_move_in(house: House, neighbours: House) -> None:
    office, unit = house.as_(Role.HOUSING_OFFICE), house.unit()
    for key in ("resident_id", "household_id"):
        foreign = neighbours.resident()
        record = foreign if key == "resident_id" else neighbours.household(foreign)
        who: list[dict[str, Any]] = [{key: record}, {key: uuid4()}]
        real, random = (move_in(office, unit, **one) for one in who)
        assert real.status_code == 409
        assert real.json()["errors"][0]["field"] == key
        assert real.json() == random.json()
    assert move_in(office, neighbours.unit(), resident_id=house.resident()).status_code == 409


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"kind": "fixed_term"}, "body"),
        ({"kind": "fixed_term", "legal_ground": "§ 9-3"}, "body"),
        ({"contract_ends_on": "2030-01-01"}, "body"),
        ({"kind": "squat"}, "kind"),
        ({"from_day": "1999-12-31"}, "from_day"),
        ({"from_day": "NaN"}, "from_day"),
        ({"keys_handed_over": -1}, "keys_handed_over"),
        ({"keys_handed_over": 99999999999999999999}, "keys_handed_over"),
        ({"household_id": str(uuid4())}, "body"),
        ({"resident_id": None}, "body"),
        ({"legal_ground": "x" * 201}, "legal_ground"),
        ({"legal_ground": "a\x00b"}, "legal_ground"),
        ({"helpers": [{"kind": "settler", "user_id": str(uuid4())}] * 5}, "helpers"),
    ],
)
def test_what_makes_no_sense_is_told_at_its_field(
    house: House, change: dict[str, Any], field: str
) -> None:
    body = {
        "resident_id": str(house.resident()),
        "unit_id": str(house.unit()),
        "from_day": TODAY.isoformat(),
        "kind": "open_ended",
    }
    answer = house.as_(Role.HOUSING_OFFICE).post("/v1/tenancies/move-in", json=body | change)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == field


def test_a_contract_cannot_end_before_it_begins(house: House) -> None:
    answer = move_in(
        house.as_(Role.HOUSING_OFFICE),
        house.unit(),
        resident_id=house.resident(),
        kind="fixed_term",
        legal_ground="husleieloven § 9-3",
        contract_ends_on=LAST_WEEK,
    )
    assert problem(answer) == (409, "contract-ends-too-early", "contract_ends_on")


def test_an_unfit_helper_lets_nobody_move_in(house: House) -> None:
    unit, resident = house.unit(), house.resident(status="expected")
    landlord = house.as_(Role.PROPERTY_MANAGER)
    answer = move_in(
        house.as_(Role.HOUSING_OFFICE),
        unit,
        resident_id=resident,
        helpers=[{"kind": "settler", "user_id": str(landlord.id)}],
    )
    assert problem(answer) == (409, "helper-does-not-fit", "user_id")
    assert state(house, unit) == "vacant"
    assert house.rows("SELECT count(*) FROM tenancies WHERE unit_id = %s", unit) == [(0,)]


def test_a_settler_moves_in_own_cases_only(house: House) -> None:
    settler, mine, other = house.as_(Role.SETTLER), house.resident(), house.resident()
    house.helper(mine, settler.id)
    foreign = move_in(settler, house.unit("101"), resident_id=other)
    assert problem(foreign) == (409, "resident-unknown", "resident_id")
    assert move_in(settler, house.unit("102"), resident_id=mine).status_code == 201


def test_a_repeated_move_in_with_the_same_key_acts_once(house: House) -> None:
    office, unit = house.as_(Role.HOUSING_OFFICE), house.unit()
    body = {
        "resident_id": str(house.resident()),
        "unit_id": str(unit),
        "from_day": TODAY.isoformat(),
        "kind": "open_ended",
    }
    key = {"Idempotency-Key": str(uuid4())}
    first, again = (office.post("/v1/tenancies/move-in", json=body, headers=key) for _ in range(2))
    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()


@pytest.mark.parametrize("role", [Role.ENV_WORKER, Role.MANAGER, Role.NAV_ADVISOR, Role.OPERATIONS])
def test_who_reads_leases_does_not_write_them(house: House, role: Role) -> None:
    assert move_in(house.as_(role), house.unit(), resident_id=house.resident()).status_code == 403
    assert house.as_(role).get("/v1/tenancies").status_code == 200


@pytest.mark.parametrize("role", [Role.HEALTH, Role.CULTURE, Role.CREW_LEADER, Role.RESIDENT])
def test_who_has_no_duty_with_leases_is_refused(house: House, role: Role) -> None:
    assert house.as_(role).get("/v1/tenancies").status_code == 403
