from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from bomiljo.access.roles import Role
from bomiljo.features.residents import identifiers
from bomiljo.features.residents.identifier_schemas import NewIdentifier
from bomiljo.features.residents.problems import SyntheticNumber
from httpx import Response

from tests.factories import Caller, House

FNR, DNR = "15859010099", "55859010082"
DUF, DOUBTFUL_DUF = "209912345608", "209912345609"
EVERYTHING_KEPT = """
SELECT t::text FROM identifiers t UNION ALL SELECT t::text FROM change_log t
UNION ALL SELECT t::text FROM disclosure_log t UNION ALL SELECT t::text FROM idempotency_keys t"""
WHY = {"purpose": "lease_contract", "note": "Kontrakten skrives i dag"}


def add(caller: Caller, resident: UUID, kind: str, value: Any, **more: Any) -> Response:
    body = {"kind": kind, "value": value, "source": "imdi", "from_day": "2024-01-08"} | more
    return caller.post(f"/v1/residents/{resident}/identifiers", json=body)


def listed(caller: Caller, resident: UUID) -> list[dict[str, Any]]:
    answer = caller.get(f"/v1/residents/{resident}/identifiers").raise_for_status()
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def find(caller: Caller, kind: str, value: str) -> Response:
    return caller.post(
        "/v1/residents/find-by-identifier", json={"kind": kind, "value": value} | WHY
    )


def test_numbers_are_listed_masked(house: House) -> None:
    resident, office = house.resident(), house.as_(Role.HOUSING_OFFICE)
    made = add(office, resident, "fnr", FNR)
    assert made.status_code == 201
    assert made.json()["masked"] == "158590 *****"
    assert listed(office, resident) == [made.json()]
    assert FNR not in made.text


def test_a_person_keeps_the_history_from_duf_to_d_number_to_national_number(house: House) -> None:
    resident, office = house.resident(), house.as_(Role.HOUSING_OFFICE)
    add(office, resident, "duf", DUF, from_day="2023-06-01")
    add(office, resident, "dnr", DNR, from_day="2023-12-04")
    add(office, resident, "fnr", FNR, from_day="2024-05-02")
    assert {one["kind"]: one["until"] for one in listed(office, resident)} == {
        "duf": None,
        "dnr": "2024-05-02",
        "fnr": None,
    }


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("fnr", "15859010098"),
        ("fnr", DNR),
        ("dnr", FNR),
        ("fnr", "31739556891"),
        ("fnr", DUF),
        ("duf", FNR),
        ("dnr", "15549010099"),
    ],
)
def test_a_wrong_digit_is_told_at_the_field(house: House, kind: str, value: str) -> None:
    answer = add(house.as_(Role.HOUSING_OFFICE), house.resident(), kind, value)
    assert answer.status_code == 422
    assert answer.json()["type"] == "/problems/not-a-person-number"
    assert answer.json()["errors"][0]["field"] == "value"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "1",
        "158590 10099",
        "١٥٨٥٩٠١٠٠٩٩",
        FNR * 2,
        "15859010099\n1",
        15859010099,
        None,
        "ÆØÅ" * 4,
    ],
)
def test_only_digits_are_digits_and_what_was_typed_is_not_echoed(house: House, value: Any) -> None:
    answer = add(house.as_(Role.HOUSING_OFFICE), house.resident(), "fnr", value)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "value"
    assert not value or len(str(value)) < 2 or str(value) not in answer.text


def test_doubtful_check_digits_of_a_duf_number_need_a_reason(house: House) -> None:
    resident, office = house.resident(), house.as_(Role.HOUSING_OFFICE)
    warned = add(office, resident, "duf", DOUBTFUL_DUF)
    assert warned.status_code == 422
    assert warned.json()["type"] == "/problems/duf-check-digits-doubtful"
    taken = add(
        office, resident, "duf", DOUBTFUL_DUF, check_overridden_because="Står slik i brevet"
    )
    assert taken.status_code == 201
    assert listed(office, resident)[0]["check_overridden_because"] == "Står slik i brevet"


def test_outside_demonstrations_a_synthetic_number_is_refused() -> None:
    new = NewIdentifier.model_validate(
        {"kind": "fnr", "value": FNR, "source": "imdi", "from_day": "2024-01-08"}
    )
    identifiers.check(new, synthetic=True)
    with pytest.raises(SyntheticNumber):
        identifiers.check(new, synthetic=False)


def test_a_number_is_stored_sealed_and_in_no_log(house: House) -> None:
    resident, office = house.resident(), house.as_(Role.HOUSING_OFFICE)
    key = {"Idempotency-Key": str(uuid4())}
    made = office.post(
        f"/v1/residents/{resident}/identifiers",
        json={"kind": "fnr", "value": FNR, "source": "imdi", "from_day": "2024-01-08"},
        headers=key,
    ).json()
    path = f"/v1/residents/{resident}/identifiers/{made['id']}/reveal"
    office.post(path, json=WHY, headers={"Idempotency-Key": str(uuid4())})
    find(office, "fnr", FNR)
    stored = [row for (row,) in house.rows(EVERYTHING_KEPT)]
    assert len(stored) > 3
    assert not any(FNR in row or FNR.encode().hex() in row for row in stored)


def test_a_whole_number_is_shown_for_a_purpose_that_the_log_keeps(house: House) -> None:
    resident, office = house.resident(), house.as_(Role.HOUSING_OFFICE)
    made = add(office, resident, "dnr", DNR).json()
    path = f"/v1/residents/{resident}/identifiers/{made['id']}/reveal"
    assert office.post(path, json=WHY).json() == {"kind": "dnr", "value": DNR}
    assert house.rows(
        "SELECT page, purpose, subject_ids FROM disclosure_log WHERE actor_id = %s", office.id
    ) == [("identifiers.reveal", "lease_contract: Kontrakten skrives i dag", [resident])]
    assert office.post(path, json={"purpose": "lease_contract"}).status_code == 422
    assert office.post(path, json=WHY | {"purpose": "curiosity"}).status_code == 422


def test_somebody_is_found_by_the_exact_number_and_the_search_is_logged(house: House) -> None:
    resident, office = house.resident("Funnet"), house.as_(Role.HOUSING_OFFICE)
    add(office, resident, "fnr", FNR)
    assert [one["family_name"] for one in find(office, "fnr", FNR).json()["items"]] == ["Funnet"]
    assert find(office, "fnr", "28894698995").json()["items"] == []
    assert find(office, "dnr", FNR).json()["items"] == []
    lines = house.rows(
        "SELECT subject_ids FROM disclosure_log WHERE actor_id = %s AND page = 'identifiers.find'"
        " ORDER BY at",
        office.id,
    )
    assert lines == [([resident],), ([],), ([],)]


def test_a_number_that_stands_on_somebody_already_is_told_at_the_field(house: House) -> None:
    first, second = house.resident(), house.resident()
    office = house.as_(Role.HOUSING_OFFICE)
    add(office, first, "fnr", FNR)
    same, other = add(office, first, "fnr", FNR), add(office, second, "fnr", FNR)
    assert same.json()["type"] == "/problems/identifier-already-here"
    assert other.json()["type"] == "/problems/identifier-of-another"
    assert same.status_code == other.status_code == 409
    assert other.json()["errors"][0]["field"] == "value"
    assert str(first) not in other.text


def test_of_eight_who_register_the_same_number_at_once_one_succeeds(house: House) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    people = [house.resident() for _ in range(8)]
    with ThreadPoolExecutor(8) as crowd:
        answers = list(crowd.map(lambda one: add(office, one, "fnr", FNR).status_code, people))
    assert sorted(answers) == [201] + [409] * 7


def test_the_double_of_a_protected_number_is_taken_without_a_word(house: House) -> None:
    hidden = house.resident()
    office, manager = house.as_(Role.HOUSING_OFFICE), house.as_(Role.MANAGER)
    other_office = house.another(Role.HOUSING_OFFICE)
    add(office, hidden, "fnr", FNR)
    office.put(
        f"/v1/residents/{hidden}/protection",
        json={
            "version": 1,
            "grade": "confidential",
            "guardians": [str(office.id), str(manager.id)],
            "reason": "Melding fra Folkeregisteret",
        },
    ).raise_for_status()
    assert find(other_office, "fnr", FNR).json()["items"] == []
    assert add(other_office, house.resident(), "fnr", FNR).status_code == 201


def test_a_number_ends_and_stays_in_the_history(house: House) -> None:
    resident, office = house.resident(), house.as_(Role.HOUSING_OFFICE)
    made = add(office, resident, "dnr", DNR).json()
    path = f"/v1/residents/{resident}/identifiers/{made['id']}/end"
    early = office.post(path, json={"on_day": "2024-01-08"})
    assert early.json()["errors"][0]["field"] == "on_day"
    assert office.post(path, json={"on_day": "2024-05-02"}).json()["until"] == "2024-05-02"
    assert listed(office, resident)[0]["until"] == "2024-05-02"


@pytest.mark.parametrize("role", [Role.ENV_WORKER, Role.MANAGER, Role.PROPERTY_MANAGER, Role.DPO])
def test_the_door_stays_shut_for_who_has_no_need(house: House, role: Role) -> None:
    resident, caller = house.resident(), house.as_(role)
    assert caller.get(f"/v1/residents/{resident}/identifiers").status_code == 403
    assert add(caller, resident, "fnr", FNR).status_code == 403
    assert find(caller, "fnr", FNR).status_code == 403


def test_an_advisor_reads_numbers_of_own_cases_and_writes_none(house: House) -> None:
    mine, other = house.resident(), house.resident()
    advisor = house.as_(Role.NAV_ADVISOR)
    house.helper(mine, advisor.id, "nav_advisor")
    assert listed(advisor, mine) == []
    assert advisor.get(f"/v1/residents/{other}/identifiers").status_code == 404
    assert add(advisor, mine, "fnr", FNR).status_code == 403


def test_another_district_and_another_persons_path_find_nothing(
    house: House, neighbours: House
) -> None:
    resident, office = house.resident(), house.as_(Role.HOUSING_OFFICE)
    made = add(office, resident, "fnr", FNR).json()
    stranger = neighbours.as_(Role.HOUSING_OFFICE)
    assert stranger.get(f"/v1/residents/{resident}/identifiers").status_code == 404
    assert find(stranger, "fnr", FNR).json()["items"] == []
    path = f"identifiers/{made['id']}/reveal"
    assert stranger.post(f"/v1/residents/{resident}/{path}", json=WHY).status_code == 404
    assert office.post(f"/v1/residents/{house.resident()}/{path}", json=WHY).status_code == 404
    assert add(stranger, neighbours.resident(), "fnr", FNR).status_code == 201


def test_the_key_lies_where_the_settings_say(settings: Any) -> None:
    assert len(Path(settings.identifier_key).read_bytes()) == 32
