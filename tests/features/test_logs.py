"""Two logs: what changed, and who was shown whose data."""

import psycopg
import pytest
from bomiljo.access.roles import Role

from tests.factories import House


def test_the_data_protection_officer_sees_who_changed_what_but_no_content(house: House) -> None:
    unit = house.unit()
    worker = house.as_(Role.ENV_WORKER)
    worker.patch(f"/v1/units/{unit}", json={"version": 1, "capacity": 4})
    log = house.as_(Role.DPO).get("/v1/changes", params={"row_id": str(unit)}).json()["items"]
    latest = log[0]
    assert (latest["actor"], latest["action"], latest["table_name"]) == (
        worker.name,
        "update",
        "units",
    )
    assert latest["fields"] == ["capacity", "version"]
    assert "4" not in str(latest["fields"])


def test_the_log_is_paged_without_losing_a_line(house: House) -> None:
    for number in range(5):
        house.unit(f"{number}")
    officer = house.as_(Role.DPO)
    seen, cursor = [], None
    while True:
        query: dict[str, str | int] = {"table_name": "units", "limit": 2}
        if cursor:
            query["cursor"] = cursor
        page = officer.get("/v1/changes", params=query).raise_for_status().json()
        seen += [line["id"] for line in page["items"]]
        if (cursor := page["next"]) is None:
            break
    assert len(seen) == len(set(seen)) == 5


def test_looks_at_persons_are_listed_for_the_officer(house: House) -> None:
    house.resident("Sett")
    worker = house.as_(Role.ENV_WORKER)
    worker.post("/v1/search", json={"q": "sett"})
    (line,) = house.as_(Role.DPO).get("/v1/disclosures?page=search").json()["items"]
    assert (line["actor"], line["persons"]) == (worker.name, 1)


def test_residents_see_who_looked_by_role_and_service_not_by_name(house: House) -> None:
    resident, other = house.resident("Innsyn"), house.resident("Annen")
    worker = house.as_(Role.ENV_WORKER)
    worker.post("/v1/search", json={"q": "innsyn"})
    worker.post("/v1/search", json={"q": "annen"})
    (look,) = house.as_resident(resident).get("/v1/portal/disclosures").json()["items"]
    assert (look["role"], look["audience"], look["organisation"], look["page"]) == (
        "env_worker",
        "district",
        "district prøve",
        "search",
    )
    assert worker.name not in str(look)
    assert len(house.as_resident(other).get("/v1/portal/disclosures").json()["items"]) == 1


def test_a_protected_person_is_not_in_the_logs_that_others_read(house: House) -> None:
    resident = house.resident("Skjult", protection="strictly_confidential")
    guardian = house.as_(Role.MANAGER)
    house.add("protection_guardians", resident_id=resident, user_id=guardian.id)
    guardian.post("/v1/search", json={"q": "skjult"})
    assert house.rows("SELECT count(*) FROM disclosure_log WHERE %s = ANY (subject_ids)", resident)
    assert house.as_(Role.DPO).get("/v1/disclosures").json()["items"] == []
    changes = house.as_(Role.DPO).get("/v1/changes", params={"row_id": str(resident)})
    assert changes.json()["items"] == []


@pytest.mark.parametrize("log", ["change_log", "disclosure_log"])
@pytest.mark.parametrize("verb", ["UPDATE {} SET role = 'x'", "DELETE FROM {}", "TRUNCATE {}"])
def test_the_service_can_neither_change_nor_delete_a_log(
    urls: tuple[str, str], log: str, verb: str
) -> None:
    service = urls[1].replace("+asyncpg", "")
    with (
        psycopg.connect(service) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(verb.format(log))
