"""Nobody learns of what lies outside their area, by any operation, and nobody changes it.

Generated from the contract: a new operation is in these tests when it is in the contract.
"""

import logging
import re
from uuid import UUID

import psycopg
import pytest
from bomiljo.access.roles import Role
from httpx import Response

from tests.factories import Caller, House
from tests.house.furnished import (
    BODY_NAMES,
    PATH_NAMES,
    SECRETS,
    everything,
    random,
    references,
    schema_of,
    send,
)
from tests.house.operations import GUARDED, Operation
from tests.house.rooms.room import Things

ABOUT = [one for one in GUARDED if "{" in one.path]
REFERRING = [(one, path) for one in GUARDED for path in references(schema_of(one)[1])]
PERSONAL = {"resident_id", "household_id", "member_id", "helper_id", "identifier_id", "tenancy_id"}
STAFF = [role for role in Role if role not in {Role.RESIDENT, Role.INTEGRATION}]
STRANGERS = [*STAFF, Role.RESIDENT, Role.INTEGRATION]


def told(answer: Response) -> tuple[int, str]:
    return answer.status_code, answer.text


def names_in(path: str) -> list[str]:
    return re.findall(r"\{(\w+)\}", path)


def protected(house: House) -> Things:
    """Everything about a resident whom only two others see."""
    things = everything(house, "Vernetsen", "404")
    house.db.execute(
        "UPDATE residents SET protection = 'strictly_confidential' WHERE id = %s",
        [things["resident_id"]],
    )
    for role in (Role.HOUSING_OFFICE, Role.MANAGER):
        guardian = house.another(role).id
        house.add("protection_guardians", resident_id=things["resident_id"], user_id=guardian)
    return things


def changes(house: House) -> int:
    found: int = house.rows(
        "SELECT count(*) FROM change_log WHERE district_id = %s AND table_name <> 'sessions'",
        house.district,
    )[0][0]
    return found


def test_there_is_one_of_everything_that_an_address_can_name() -> None:
    assert {name for one in ABOUT for name in names_in(one.path)} == {*PATH_NAMES}


@pytest.mark.parametrize("role", STRANGERS)
def test_another_districts_record_answers_like_none_at_all(
    house: House, neighbours: House, role: Role
) -> None:
    foreign, caller = everything(neighbours), house.as_(role)
    own, before = everything(house), changes(neighbours)
    for operation in ABOUT:
        if role not in operation.roles:
            continue
        names = names_in(operation.path)
        # from the last id on: a foreign part of an own whole, then a foreign whole
        for first in range(len(names)):
            mixed = dict(own.ids)
            nobodys = dict(own.ids)
            for name in names[first:]:
                mixed[name], nobodys[name] = foreign[name], random()[name]
            answer = told(send(caller, operation, mixed, own))
            assert answer == told(send(caller, operation, nobodys, own)), operation
            assert answer[0] == 404, (operation, answer)
    assert changes(neighbours) == before


@pytest.mark.parametrize("role", STAFF)
def test_a_protected_persons_record_answers_like_none_at_all(house: House, role: Role) -> None:
    hidden, caller = protected(house), house.as_(role)
    own, before = everything(house), changes(house)
    for operation in ABOUT:
        names = names_in(operation.path)
        if role not in operation.roles or not PERSONAL & {*names}:
            continue
        answer = told(send(caller, operation, hidden.ids, own))
        assert answer == told(send(caller, operation, random().ids, own)), operation
        assert answer[0] == 404, (operation, answer)
    assert changes(house) == before


@pytest.mark.parametrize(("operation", "path"), REFERRING, ids=str)
def test_a_reference_to_what_one_cannot_see_is_refused_like_one_to_nothing(
    house: House, neighbours: House, operation: Operation, path: tuple[str, ...]
) -> None:
    foreign, hidden, own = everything(neighbours), protected(house), everything(house)
    fitting = (Role.ENV_WORKER, Role.HOUSING_OFFICE, *operation.roles)
    caller = house.as_(Role(next(role for role in fitting if role in operation.roles)))

    def about(things: Things) -> tuple[int, str]:
        changed = {name: things[name] for name in (*BODY_NAMES, path[-1]) if name in things.ids}
        only = own.ids | changed
        return told(send(caller, operation, own.ids, Things(only), path))

    nobodys = about(random())
    assert 400 <= nobodys[0] < 500
    assert about(foreign) == nobodys
    if path[-1] in PERSONAL:
        assert about(hidden) == nobodys
    assert about(own) != nobodys, nobodys


def _pages(caller: Caller, role: Role, ids: dict[str, UUID]) -> str:
    shown = [
        caller.get(one.path.format(**ids)).text
        for one in GUARDED
        if role in one.roles and one.method == "GET" and one.path != "/v1/events"
    ]
    if role in STAFF:
        for word in (*SECRETS, "Navnesen", "Vernetsen"):
            answer = caller.post("/v1/search", json={"q": word})
            shown.append(answer.text.replace(word, "") if answer.is_error else answer.text)
    return "\n".join(shown)


@pytest.mark.parametrize("role", STRANGERS)
def test_no_secret_word_reaches_a_role_that_it_is_not_for(
    house: House, role: Role, caplog: pytest.LogCaptureFixture
) -> None:
    caller = house.as_(role)
    own = everything(house)
    protected(house)
    worked = {Role.ENV_WORKER, Role.HOUSING_OFFICE, Role.MANAGER}
    readers = {*worked, Role.MENTAL_HEALTH}
    with caplog.at_level(logging.DEBUG):
        shown = _pages(caller, role, own.ids)
    for word in (*SECRETS, "Navnesen", "Vernetsen"):
        of_the_service = [one.getMessage() for one in caplog.records if "httpx" not in one.name]
        assert word not in "".join(of_the_service)
        # who arranges activities knows by name who takes part in them
        known = {*readers, Role.CULTURE} if word == "Navnesen" else readers
        if word == "Vernetsen" or role not in known:
            assert word not in shown, word
    if role in worked:
        assert "Navnesen" in shown
        assert "INTERNORD" in shown


def _inside(service: psycopg.Connection, caller: Caller) -> None:
    service.execute("SELECT enter(%s, NULL)", [caller.session_id])


@pytest.mark.parametrize("role", STRANGERS)
def test_the_database_itself_keeps_the_districts_apart(
    house: House, neighbours: House, urls: tuple[str, str], role: Role
) -> None:
    everything(house)
    everything(neighbours)
    caller = house.as_(role)
    tables = house.rows(
        "SELECT table_name FROM information_schema.columns WHERE column_name = 'district_id'"
        " AND table_schema = 'public' AND table_name !~ '_log_'"
    )
    verbs = ("UPDATE {} SET district_id = district_id WHERE district_id = %s",)
    steal = "UPDATE {} SET district_id = %s"
    with psycopg.connect(urls[1].replace("+asyncpg", "")) as service:
        for (table,) in tables:
            for statement in (*verbs, "DELETE FROM {} WHERE district_id = %s", steal):
                with service.transaction(force_rollback=True):
                    _inside(service, caller)
                    seen = service.execute(
                        f"SELECT count(*) FROM {table} WHERE district_id <> %s", [house.district]
                    ).fetchone()
                    assert seen == (0,), table
                    try:
                        done = service.execute(statement.format(table), [neighbours.district])
                    except psycopg.errors.InsufficientPrivilege:
                        continue
                    assert done.rowcount == 0, (table, statement)
