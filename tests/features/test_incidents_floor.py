"""The floor under the service: what the database itself refuses to somebody in each audience."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import psycopg
import pytest
from bomiljo.access.roles import Role
from uuid_utils.compat import uuid7

from tests.conftest import plain
from tests.factories import Caller, House
from tests.reports import at_home, happened

Enter = Callable[[Caller], Any]
REFUSED = psycopg.errors.InsufficientPrivilege


@pytest.fixture
def entered(urls: tuple[str, str]) -> Enter:
    @contextmanager
    def enter(who: Caller) -> Iterator[psycopg.Connection]:
        with psycopg.connect(plain(urls[1])) as connection:
            connection.execute("SELECT enter(%s, NULL)", [who.session_id])
            yield connection

    return enter


def put(db: psycopg.Connection, table: str, **values: Any) -> None:
    names = ", ".join(["id", *values])
    marks = ", ".join(["%s"] * (len(values) + 1))
    with db.transaction():
        db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", [uuid7(), *values.values()])


def entry(house: House, key: UUID, who: Caller, **values: Any) -> dict[str, Any]:
    given = {"audience": "partners", "kind": "note", "body": "x", "author_user_id": who.id}
    return {"district_id": house.district, "incident_id": key} | given | values


def test_a_partner_cannot_write_below_the_districts_lid(house: House, entered: Enter) -> None:
    key = happened(house, sharing=3, building_note="x")
    for role in (Role.OPERATIONS, Role.SETTLER):
        who = house.as_(role)
        with entered(who) as db:
            put(db, "incident_entries", **entry(house, key, who))
            with pytest.raises(REFUSED):
                put(db, "incident_entries", **entry(house, key, who, audience="internal"))


def test_nobody_writes_in_somebody_elses_name(house: House, entered: Enter) -> None:
    key, other = happened(house), house.as_(Role.MANAGER)
    worker = house.as_(Role.ENV_WORKER)
    with entered(worker) as db:
        with pytest.raises(REFUSED):
            put(db, "incident_entries", **entry(house, key, other))
        with pytest.raises(REFUSED):
            put(
                db,
                "incidents",
                district_id=house.district,
                site_id=house.site,
                category="noise",
                severity="low",
                title="x",
                occurred_at="2026-01-01",
                reporter_user_id=other.id,
                responsible="district",
            )


def test_what_is_not_shared_is_neither_read_nor_changed(house: House, entered: Enter) -> None:
    key = happened(house, sharing=0)
    house.add("incident_entries", incident_id=key, audience="partners", kind="note", body="x")
    for role in (Role.OPERATIONS, Role.SETTLER, Role.HEALTH, Role.CREW, Role.DPO, Role.ADMIN):
        with entered(house.as_(role)) as db:
            for table in ("incidents", "incident_entries", "incident_parties"):
                assert db.execute(f"SELECT * FROM {table}").fetchall() == []
            assert db.execute("UPDATE incidents SET title = 'y'").rowcount == 0


def test_a_resident_reaches_own_reports_and_changes_none(house: House, entered: Enter) -> None:
    resident = at_home(house)
    mine = happened(house, reporter_resident_id=resident.id)
    happened(house)
    for audience in ("internal", "partners", "reporter"):
        house.add(
            "incident_entries", incident_id=mine, audience=audience, kind="note", body=audience
        )
    with entered(resident) as db:
        assert db.execute("SELECT id FROM incidents").fetchall() == [(mine,)]
        assert db.execute("SELECT body FROM incident_entries").fetchall() == [("reporter",)]
        assert db.execute("UPDATE incidents SET severity = 'low'").rowcount == 0
        forged = entry(house, mine, resident, author_user_id=None, author_resident_id=resident.id)
        with pytest.raises(REFUSED):
            put(db, "incident_entries", **forged)
        put(db, "incident_entries", **forged | {"audience": "reporter"})


def test_the_timeline_cannot_be_rewritten(house: House, entered: Enter) -> None:
    happened(house)
    with entered(house.as_(Role.MANAGER)) as db:
        for statement in (
            "UPDATE incident_entries SET body = 'y'",
            "DELETE FROM incident_entries",
            "DELETE FROM incidents",
            "DELETE FROM incident_pictures",
            "UPDATE incident_pictures SET storage_key = 'y'",
            "UPDATE notifications SET user_id = actor()",
        ):
            with pytest.raises(REFUSED), db.transaction():
                db.execute(statement)


def test_a_person_who_is_hidden_or_elsewhere_is_no_party(
    house: House, neighbours: House, entered: Enter
) -> None:
    key = happened(house)
    with entered(house.as_(Role.ENV_WORKER)) as db:
        for person in (house.resident(protection="confidential"), neighbours.resident()):
            with pytest.raises(REFUSED):
                put(
                    db,
                    "incident_parties",
                    district_id=house.district,
                    incident_id=key,
                    resident_id=person,
                    role="involved",
                )
