from uuid import uuid4

from bomiljo.access.roles import Role

from tests.factories import House


def test_the_landlord_sees_the_technical_note_and_the_district_does_not(house: House) -> None:
    unit = house.unit(technical_note="Pumpe byttet")
    landlord = house.as_(Role.PROPERTY_MANAGER).get(f"/v1/units/{unit}").json()
    assert landlord["view"] == "technical"
    assert landlord["technical_note"] == "Pumpe byttet"
    assert "technical_note" not in house.as_(Role.ENV_WORKER).get(f"/v1/units/{unit}").json()


def test_another_district_finds_neither_the_unit_nor_a_trace_of_it(
    house: House, neighbours: House
) -> None:
    unit = house.unit()
    stranger = neighbours.as_(Role.ENV_WORKER)
    assert stranger.get("/v1/units").json()["items"] == []
    foreign, random = (stranger.get(f"/v1/units/{key}") for key in (unit, uuid4()))
    assert foreign.status_code == random.status_code == 404
    assert foreign.json() == random.json()


def test_the_list_is_paged_by_cursor_without_losing_or_repeating(house: House) -> None:
    for number in range(7):
        house.unit(f"{100 + number}")
    worker = house.as_(Role.ENV_WORKER)
    labels, cursor = [], None
    while True:
        query = {"limit": 3} | ({"cursor": cursor} if cursor else {})
        page = worker.get("/v1/units", params=query).raise_for_status().json()
        labels += [item["label"] for item in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert labels == [f"{100 + number}" for number in range(7)]


def test_units_are_filtered_by_what_they_are(house: House) -> None:
    house.unit("101", state="ready", accessibility=["step_free"])
    house.unit("102", use="office", floor=2)
    worker = house.as_(Role.ENV_WORKER)

    def found(**query: str | int) -> list[str]:
        return [one["label"] for one in worker.get("/v1/units", params=query).json()["items"]]

    assert found(state="ready") == ["101"]
    assert found(use="office") == ["102"]
    assert found(floor=2, sort="floor") == ["102"]
    assert found(accessibility="step_free") == ["101"]
    assert found(site_id=str(house.site)) == ["101", "102"]


def test_a_misspelt_filter_is_refused_instead_of_showing_everything(house: House) -> None:
    answer = house.as_(Role.ENV_WORKER).get("/v1/units?colour=red")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "colour"


def test_two_edits_of_the_same_version_cannot_both_win(house: House) -> None:
    unit = house.unit()
    worker = house.as_(Role.ENV_WORKER)
    first = worker.patch(f"/v1/units/{unit}", json={"version": 1, "capacity": 2})
    assert first.json()["version"] == 2
    second = worker.patch(f"/v1/units/{unit}", json={"version": 1, "capacity": 3})
    assert second.status_code == 409
    assert second.json()["type"] == "/problems/changed-meanwhile"
    assert second.json()["current_version"] == 2


def test_a_unit_is_blocked_for_a_reason_and_put_back(house: House) -> None:
    unit = house.unit()
    landlord = house.as_(Role.OPERATIONS)
    why = {
        "version": 1,
        "reason": "Vannskade på badet",
        "from_day": "2026-11-20",
        "until": "2026-12-01",
    }
    blocked = landlord.post(f"/v1/units/{unit}/block", json=why).json()
    assert (blocked["state"], blocked["blocked_reason"]) == ("out_of_use", "Vannskade på badet")
    back = landlord.post(f"/v1/units/{unit}/unblock", json={"version": 2}).json()
    assert (back["state"], back["blocked_reason"]) == ("vacant", None)


def test_an_office_becomes_a_flat_and_the_history_remains(house: House) -> None:
    unit = house.unit(use="office")
    change = {
        "version": 1,
        "use": "dwelling",
        "from_day": "2024-06-01",
        "reason": "Vaktrommet er ledig",
    }
    changed = house.as_(Role.HOUSING_OFFICE).post(f"/v1/units/{unit}/change-use", json=change)
    assert changed.json()["use"] == "dwelling"
    uses = house.rows(
        "SELECT use, upper(period)::text FROM unit_uses WHERE unit_id = %s ORDER BY period", unit
    )
    assert uses == [("office", "2024-06-01"), ("dwelling", None)]


def test_the_use_of_a_flat_that_is_let_cannot_be_changed(house: House) -> None:
    unit = house.unit()
    house.tenancy(unit, house.household(house.resident()))
    change = {"version": 1, "use": "office", "from_day": "2026-12-01", "reason": "Trenger kontor"}
    answer = house.as_(Role.HOUSING_OFFICE).post(f"/v1/units/{unit}/change-use", json=change)
    assert answer.status_code == 409
    assert answer.json()["errors"][0]["field"] == "use"


def test_a_use_chosen_wrongly_is_corrected_the_same_day(house: House) -> None:
    unit = house.unit(use="office")
    office = house.as_(Role.HOUSING_OFFICE)
    change = {"version": 1, "use": "storage", "from_day": "2024-06-01", "reason": "Feil"}
    assert office.post(f"/v1/units/{unit}/change-use", json=change).status_code == 200
    again = change | {"version": 2, "use": "dwelling", "reason": "Rett"}
    assert office.post(f"/v1/units/{unit}/change-use", json=again).json()["use"] == "dwelling"
    uses = house.rows(
        "SELECT use, reason, upper(period)::text FROM unit_uses WHERE unit_id = %s"
        " AND upper_inf(period)",
        unit,
    )
    assert uses == [("dwelling", "Rett", None)]


def test_a_use_cannot_begin_before_the_one_that_is_known_to_follow(house: House) -> None:
    unit = house.unit(use="office")
    office = house.as_(Role.HOUSING_OFFICE)
    change = {"version": 1, "use": "storage", "from_day": "2024-06-01", "reason": "Lager"}
    office.post(f"/v1/units/{unit}/change-use", json=change).raise_for_status()
    early = change | {"version": 2, "use": "dwelling", "from_day": "2024-05-01"}
    answer = office.post(f"/v1/units/{unit}/change-use", json=early)
    assert answer.status_code == 409
    assert answer.json()["errors"][0]["field"] == "from_day"


def test_a_repeated_send_with_the_same_key_acts_once(house: House) -> None:
    unit = house.unit()
    worker = house.as_(Role.ENV_WORKER)
    key = {"Idempotency-Key": str(uuid4())}
    why = {"version": 1, "reason": "Maling", "from_day": "2026-11-20"}
    first = worker.post(f"/v1/units/{unit}/block", json=why, headers=key)
    again = worker.post(f"/v1/units/{unit}/block", json=why, headers=key)
    assert first.status_code == again.status_code == 200
    assert first.json() == again.json()
    assert house.rows("SELECT version FROM units WHERE id = %s", unit) == [(2,)]
    other = worker.post(f"/v1/units/{unit}/block", json=why | {"reason": "Annet"}, headers=key)
    assert other.json()["type"] == "/problems/idempotency-key-reused"


def test_every_change_is_in_the_log_with_before_and_after(house: House) -> None:
    unit = house.unit()
    worker = house.as_(Role.ENV_WORKER)
    worker.patch(f"/v1/units/{unit}", json={"version": 1, "capacity": 3})
    rows = house.rows(
        "SELECT actor_id, role, before ->> 'capacity', after ->> 'capacity' FROM change_log"
        " WHERE row_id = %s AND action = 'update'",
        unit,
    )
    assert rows == [(worker.id, "env_worker", "1", "3")]
