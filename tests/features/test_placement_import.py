"""From a list to candidates: what is doubtful is said, and it goes in whole or not at all."""

from typing import Any

import httpx
import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today

from tests.factories import House
from tests.lists import FAMILY, IMPORT, PREVIEW, as_csv, bring_in, households, send

ALONE = ("", "", "Olena", "Prøvenko", "03.02.1990", "ukrainsk", "", "209900000103")
NEW: dict[str, Any] = {
    "reference": "Anmodning 1",
    "received_on": "2026-01-05",
    "grades_checked": True,
}


def row(**changes: str) -> list[str]:
    names = (
        *("household", "relation", "given_name", "family_name", "birth_date", "own_languages"),
        *("interpreter_languages", "duf", "care_note", "citizenship", "requirements", "protection"),
    )
    whole = dict(zip(names, (*ALONE, "", "", "", ""), strict=True)) | changes
    return [whole[name] for name in names]


def found(caller: httpx.Client, *rows: list[str]) -> list[tuple[int, str, str]]:
    shown = send(caller, PREVIEW, as_csv(rows), grades_checked=True).json()
    return [
        (one["line"], finding["field"], finding["code"])
        for one in shown["rows"]
        for finding in one["findings"]
    ]


DOUBTS = {
    "no name": ({"given_name": "", "family_name": ""}, "family_name", "name_missing"),
    "no birth date": ({"birth_date": ""}, "birth_date", "missing"),
    "no such day": ({"birth_date": "30.02.1990"}, "birth_date", "day_unreadable"),
    "a month too many": ({"birth_date": "02/13/1990"}, "birth_date", "day_unreadable"),
    "two digits": ({"birth_date": "03.02.90"}, "birth_date", "day_unreadable"),
    "a number": ({"birth_date": "32905"}, "birth_date", "day_unreadable"),
    "long ago": ({"birth_date": "03.02.1190"}, "birth_date", "day_impossible"),
    "not born yet": ({"birth_date": "03.02.2090"}, "birth_date", "day_in_future"),
    "a word": ({"relation": "nabo"}, "relation", "word_unknown"),
    "a language": ({"own_languages": "klingonsk"}, "own_languages", "language_unknown"),
    "a requirement": ({"requirements": "badebasseng"}, "requirements", "word_unknown"),
    "a short DUF": ({"duf": "20990000010"}, "duf", "duf_not_twelve"),
    "Arabic digits": ({"duf": "٢٠٩٩٠٠٠٠٠١٠٣"}, "duf", "duf_not_twelve"),
    "check digits": ({"duf": "209900000104"}, "duf", "duf_check"),
    "no DUF": ({"duf": ""}, "duf", "missing"),
    "a long name": ({"family_name": "n" * 201}, "family_name", "too_long"),
    "control characters": ({"family_name": "a\x07b"}, "family_name", "control_characters"),
    "a grade nobody knows": ({"protection": "kanskje"}, "protection", "protection_unknown"),
    "a number in a note": ({"care_note": "fnr 15859010099"}, "care_note", "number_in_text"),
    "a child alone": ({"relation": "barn"}, "relation", "household_no_head"),
}


@pytest.mark.parametrize(("changes", "field", "code"), DOUBTS.values(), ids=DOUBTS.keys())
def test_each_doubt_is_said_at_its_field(
    house: House, changes: dict[str, str], field: str, code: str
) -> None:
    assert (2, field, code) in found(house.as_(Role.SETTLER), row(**changes))


def test_a_row_without_faults_has_nothing_said_of_it(house: House) -> None:
    assert found(house.as_(Role.SETTLER), row(protection="ingen")) == []


def test_a_name_of_200_characters_in_any_script_is_nobodys_fault(house: House) -> None:
    for name in ("ن" * 200, "<b>O'Brien</b> 🙂", "\u202bאב\u202c", "-"):
        assert found(house.as_(Role.SETTLER), row(family_name=name, protection="ingen")) == []


def test_one_number_on_two_rows_is_an_error_on_both(house: House) -> None:
    said = found(house.as_(Role.SETTLER), row(), row(given_name="En annen"))
    assert [one for one in said if one[2] == "duf_twice"] == [
        (2, "duf", "duf_twice"),
        (3, "duf", "duf_twice"),
    ]


def test_a_household_that_does_not_add_up_is_said(house: House) -> None:
    head = row(household="7", relation="hovedperson")
    other = row(household="7", relation="hovedperson", duf="")
    child = row(household="7", relation="barn", birth_date="03.02.1970", duf="")
    codes = {one[2] for one in found(house.as_(Role.SETTLER), head, other, child)}
    assert {"household_two_heads", "household_child_older"} <= codes


def test_a_number_that_a_resident_or_candidate_has_is_known_again(house: House) -> None:
    settler, office = house.as_(Role.SETTLER), house.as_(Role.HOUSING_OFFICE)
    resident = house.resident()
    numbered = {"kind": "duf", "value": "209900000103", "source": "imdi", "from_day": "2026-01-01"}
    office.post(f"/v1/residents/{resident}/identifiers", json=numbered).raise_for_status()
    assert (2, "duf", "duf_of_resident") in found(settler, row())
    assert [one["id"] for one in settler.get("/v1/residents").json()["items"]] == []
    bring_in(settler, as_csv([row(duf="209912345608", protection="ingen")]))
    assert (2, "duf", "duf_of_candidate") in found(settler, row(duf="209912345608"))


def test_a_protected_residents_number_is_not_betrayed(house: House) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    resident = house.resident()
    numbered = {"kind": "duf", "value": "209900000103", "source": "imdi", "from_day": "2026-01-01"}
    office.post(f"/v1/residents/{resident}/identifiers", json=numbered).raise_for_status()
    house.db.execute("UPDATE residents SET protection = 'confidential' WHERE id = %s", [resident])
    assert found(house.as_(Role.SETTLER), row(protection="ingen")) == []


def test_one_wrong_row_keeps_the_whole_list_out_until_it_is_fixed_or_left_out(
    house: House,
) -> None:
    settler = house.as_(Role.SETTLER)
    data = as_csv([row(protection="ingen"), row(family_name="", given_name="", duf="")])
    refused = send(settler, IMPORT, data, **NEW)
    assert (refused.status_code, refused.json()["type"]) == (422, "/problems/list-has-errors")
    assert house.rows("SELECT 1 FROM candidates WHERE district_id = %s", house.district) == []
    assert bring_in(settler, data, left_out=[3])["people"] == 1
    fixed = [
        {"line": 3, "field": "family_name", "value": "Rettet"},
        {"line": 2, "field": "duf", "value": "209900000910"},
    ]
    assert bring_in(settler, data, fixes=fixed)["people"] == 2


def test_nobody_is_no_list(house: House) -> None:
    answer = send(house.as_(Role.SETTLER), IMPORT, as_csv([row()]), **NEW, left_out=[2])
    assert answer.json()["type"] == "/problems/nobody-on-the-list"


def test_a_household_comes_in_as_the_list_tells_it(house: House) -> None:
    settler = house.as_(Role.SETTLER)
    request = bring_in(settler, as_csv(FAMILY))
    assert (request["households"], request["people"], request["imported_by"]) == (
        1,
        2,
        settler.name,
    )
    (family,) = households(settler, request)
    assert (family["kind"], family["status"], family["support"]) == (
        "single_parent",
        "requested",
        "unknown",
    )
    assert family["requirements"] == ["step_free"]
    mother, child = family["members"]
    assert (mother["birth_date"], mother["own_languages"]) == ("1990-02-03", ["uk"])
    assert (child["relation"], child["line"]) == ("child", 3)


def test_function_health_and_citizenship_stand_in_no_list(house: House) -> None:
    settler = house.as_(Role.SETTLER)
    request = bring_in(settler, as_csv(FAMILY))
    (family,) = households(settler, request)
    assert "HELSEORD" not in str(family)
    assert "Ukraina" not in str(family)
    assert "209900000103" not in str(family)
    stored = house.rows("SELECT masked, ciphertext FROM candidate_identifiers ORDER BY id")
    assert ("2099 ********",) in [one[:1] for one in stored]
    assert all(b"209900000103" not in bytes(one[1]) for one in stored)


def test_the_housing_office_neither_reads_nor_stores_what_is_behind_doors(house: House) -> None:
    office, settler = house.as_(Role.HOUSING_OFFICE), house.as_(Role.SETTLER)
    shown = send(office, PREVIEW, as_csv(FAMILY), grades_checked=True).json()
    assert shown["withheld"] == ["care_note", "citizenship", "granted_on"]
    assert "HELSEORD" not in str(shown)
    bring_in(office, as_csv(FAMILY))
    assert (
        house.rows(
            "SELECT 1 FROM candidate_care WHERE district_id = %s AND note IS NOT NULL",
            house.district,
        )
        == []
    )
    assert settler.get("/v1/care").json()["items"] == []


def test_a_manager_sees_how_old_somebody_is_but_not_when_they_were_born(house: House) -> None:
    request = bring_in(house.as_(Role.SETTLER), as_csv(FAMILY))
    (family,) = households(house.as_(Role.MANAGER), request)
    assert [one["age_band"] for one in family["members"]][1] == "under_18"
    assert "birth_date" not in family["members"][0]


def test_an_import_is_undone_whole_and_that_it_was_remains(house: House) -> None:
    settler = house.as_(Role.SETTLER)
    request = bring_in(settler, as_csv(FAMILY))
    url = f"/v1/settlement-requests/{request['id']}"
    undone = settler.post(f"{url}/undo", json={"version": request["version"]}).json()
    assert undone["people"] == 0
    assert undone["undone_at"]
    assert house.rows("SELECT 1 FROM candidates WHERE district_id = %s", house.district) == []
    assert settler.get("/v1/settlement-requests").json()["items"] == []
    assert len(settler.get("/v1/settlement-requests?undone=true").json()["items"]) == 1
    again = settler.post(f"{url}/undo", json={"version": undone["version"]})
    assert again.json()["type"] == "/problems/import-is-undone"


def test_an_import_is_not_undone_once_somebody_is_placed(house: House) -> None:
    settler = house.as_(Role.SETTLER)
    request = bring_in(settler, as_csv(FAMILY))
    house.db.execute(
        "UPDATE candidate_households SET state = 'placed' WHERE request_id = %s", [request["id"]]
    )
    url = f"/v1/settlement-requests/{request['id']}/undo"
    refused = settler.post(url, json={"version": request["version"]})
    assert refused.json()["type"] == "/problems/somebody-is-placed"
    assert len(households(settler, request)) == 1


def test_the_answer_to_imdi_is_kept_and_makes_the_households_agreed(house: House) -> None:
    settler = house.as_(Role.SETTLER)
    request = bring_in(settler, as_csv(FAMILY), answer_due="2026-02-01")
    url = f"/v1/settlement-requests/{request['id']}/answer"
    given: dict[str, Any] = {"version": 1, "answer": "yes", "answered_on": "2026-01-04"}
    assert settler.post(url, json=given).json()["errors"][0]["field"] == "answered_on"
    given["answered_on"] = "2026-01-06"
    assert settler.post(url, json=given).json()["answer"] == "yes"
    assert settler.post(url, json=given).status_code == 409
    assert households(settler, request)[0]["status"] == "agreed"


def test_i_dag_reminds_of_imdinett_and_of_answers(house: House) -> None:
    settler = house.as_(Role.SETTLER)

    def lines() -> list[str]:
        sections = settler.get("/v1/today").json()["sections"]
        return [
            line["kind"] for one in sections if one["key"] == "requests" for line in one["lines"]
        ]

    assert lines() == ["placement.imdi_never"]
    checked = settler.post("/v1/imdi-checks", json={"found_new": False}).json()
    assert (checked["days_since"], checked["items"][0]["checked_by"]) == (0, settler.name)
    assert lines() == []
    house.db.execute(
        "UPDATE imdi_checks SET created_at = now() - interval '4 days' WHERE district_id = %s",
        [house.district],
    )
    bring_in(settler, as_csv(FAMILY), answer_due=today().isoformat())
    assert lines() == ["placement.imdi_unchecked", "placement.answer_due"]
