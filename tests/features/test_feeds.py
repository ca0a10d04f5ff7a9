"""Calendar programs read by a secret address: no more than its owner, nothing that gives away."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import psycopg
import pytest
from bomiljo.access.roles import Role
from bomiljo.features.calendar.feeds import READS_AN_HOUR

from tests import meetings, weeks
from tests.calendars import SOON, due, entries, feed
from tests.conftest import plain
from tests.factories import House
from tests.reports import answered
from tests.weeks import signed_up

SETTINGS = (
    *("actor_id", "role", "organisation_id", "home", "districts", "sites", "self", "cases"),
    *("guarded", "resident_districts", "lease_districts", "sharing", "audiences", "categories"),
    "logs",
)
TELLING = ("204", "Prøve", "Båttur", "Nav", "Skifte", "Testesen", "flyktning", "modul", "bomilj")


def test_an_address_is_shown_once_and_closed_for_good(house: House, anyone: httpx.Client) -> None:
    worker = house.as_(Role.ENV_WORKER)
    path = feed(worker)
    (kept,) = answered(worker.get("/v1/feeds"))["items"]
    assert kept["label"] == "Telefonen min"
    assert "address" not in kept
    answer = anyone.get(path)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert answered(worker.get("/v1/feeds"))["items"][0]["last_read_at"]
    for _ in range(2):
        assert worker.post(f"/v1/feeds/{kept['id']}/revoke").status_code == 204
    assert anyone.get(path).status_code == 404
    assert answered(worker.get("/v1/feeds"))["items"] == []


def test_the_secret_is_kept_nowhere(house: House) -> None:
    secret = feed(house.as_(Role.ENV_WORKER)).rpartition("/")[2].removesuffix(".ics")
    assert len(secret) > 40
    kept = house.rows(
        "SELECT f::text FROM calendar_feeds f WHERE district_id = %s UNION ALL"
        " SELECT after::text FROM change_log WHERE table_name = 'calendar_feeds'"
        " AND district_id = %s",
        house.district,
        house.district,
    )
    assert len(kept) == 2
    assert secret not in str(kept)


def test_an_address_that_is_wrong_closed_or_whose_owner_left_answers_like_no_other(
    house: House, anyone: httpx.Client
) -> None:
    closed, left, gone = (
        house.another(Role.ENV_WORKER),
        house.another(Role.ENV_WORKER),
        house.as_resident(house.resident()),
    )
    paths = [feed(one) for one in (closed, left, gone)]
    assert {anyone.get(path).status_code for path in paths} == {200}
    closed.post(f"/v1/feeds/{answered(closed.get('/v1/feeds'))['items'][0]['id']}/revoke")
    house.db.execute(
        "UPDATE memberships SET period = '[2020-01-01,2020-02-01)' WHERE user_id = %s", [left.id]
    )
    house.db.execute("UPDATE residents SET status = 'moved_out' WHERE id = %s", [gone.id])
    answers = [anyone.get(path) for path in (*paths, "/v1/feeds/ukjent.ics")]
    assert {(one.status_code, one.text) for one in answers} == {(404, answers[0].text)}


def test_nobody_sees_or_closes_anothers(house: House, anyone: httpx.Client) -> None:
    worker, other = house.as_(Role.ENV_WORKER), house.as_(Role.MANAGER)
    path = feed(worker)
    (kept,) = answered(worker.get("/v1/feeds"))["items"]
    assert answered(other.get("/v1/feeds"))["items"] == []
    foreign, absent = (other.post(f"/v1/feeds/{one}/revoke") for one in (kept["id"], uuid4()))
    assert foreign.status_code == absent.status_code == 404
    assert anyone.get(path).status_code == 200


def test_no_word_in_it_tells_what_where_or_who(house: House, anyone: httpx.Client) -> None:
    worker = house.as_(Role.ENV_WORKER)
    weeks.plan(worker, day=SOON.isoformat(), place="Prøveveien 2")
    meetings.call(worker, SOON, place="Leilighet 204", participants=[{"user_id": str(worker.id)}])
    due(house, owner_user_id=worker.id)
    path = feed(worker, site_id=str(house.site))
    found = entries(anyone, path)
    assert sorted(str(one["summary"]) for one in found) == ["Aktivitet", "Frist", "Møte"]
    text = re.sub(r"^URL:.*$", "", anyone.get(path).text, flags=re.MULTILINE)
    for word in TELLING:
        assert word.lower() not in text.lower(), word


def test_mine_holds_what_i_take_part_in_and_a_site_everything_there(
    house: House, anyone: httpx.Client
) -> None:
    worker, manager = house.as_(Role.ENV_WORKER), house.as_(Role.MANAGER)
    due(house, owner_user_id=worker.id)
    due(house, what="En annens", owner_user_id=manager.id)
    assert len(entries(anyone, feed(worker))) == 1
    assert len(entries(anyone, feed(worker, site_id=str(house.site)))) == 2
    elsewhere = str(house.another_site())
    assert entries(anyone, feed(worker, site_id=elsewhere)) == []
    foreign = {"label": "x", "site_id": str(uuid4())}
    assert worker.post("/v1/feeds", json=foreign).status_code == 404


def test_a_residents_own_holds_what_they_signed_up_for(house: House, anyone: httpx.Client) -> None:
    worker = house.as_(Role.ENV_WORKER)
    trip = weeks.plan(worker, day=SOON.isoformat(), capacity=10)
    (resident,) = signed_up(house, trip["id"], "Deltaker")
    other = house.as_resident(house.resident("Annen"))
    assert len(entries(anyone, feed(resident))) == 1
    assert entries(anyone, feed(other)) == []
    assert len(entries(anyone, feed(other, site_id=str(house.site)))) == 1


def test_reading_all_the_time_is_stopped_for_a_while(house: House, anyone: httpx.Client) -> None:
    worker = house.as_(Role.ENV_WORKER)
    path = feed(worker)
    house.db.execute(
        "UPDATE calendar_feeds SET reads = %s WHERE user_id = %s", [READS_AN_HOUR, worker.id]
    )
    answer = anyone.get(path)
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "3600"
    house.db.execute(
        "UPDATE calendar_feeds SET counted_from = now() - interval '2 hours' WHERE user_id = %s",
        [worker.id],
    )
    assert anyone.get(path).status_code == 200


def _put(service: psycopg.Connection, sql: str, *values: Any) -> dict[str, str]:
    with service.transaction(force_rollback=True):
        service.execute(sql, values)
        chosen = ", ".join(f"current_setting('app.{name}', true)" for name in SETTINGS)
        row = service.execute(f"SELECT {chosen}").fetchone()
    return dict(zip(SETTINGS, row or (), strict=True))


@pytest.mark.parametrize("role", [one for one in Role if one is not Role.INTEGRATION])
def test_an_address_reaches_exactly_the_rows_that_its_owners_session_reaches(
    house: House, urls: tuple[str, str], role: Role
) -> None:
    caller, case = house.as_(role), house.resident()
    owner: dict[str, UUID] = {"resident_id": caller.id}
    if role is not Role.RESIDENT:
        house.helper(case, caller.id)
        house.add("protection_guardians", resident_id=case, user_id=caller.id)
        member = house.rows("SELECT id FROM memberships WHERE user_id = %s", caller.id)[0][0]
        owner = {"user_id": caller.id, "membership_id": member}
    else:
        house.tenancy(house.unit("204"), house.household(caller.id))
    house.add("calendar_feeds", **owner, label="x", scope="mine", secret_hash=caller.id.bytes)
    with psycopg.connect(plain(urls[1])) as service:
        session = _put(service, "SELECT enter(%s, NULL)", caller.session_id)
        fed = _put(service, "SELECT enter_feed(%s, 60)", caller.id.bytes)
    assert fed == session
    assert session["role"] == role


def test_a_day_ahead_of_a_year_is_there_and_one_long_past_is_not(
    house: House, anyone: httpx.Client
) -> None:
    worker = house.as_(Role.ENV_WORKER)
    for days in (-100, -10, 300):
        due(house, SOON + timedelta(days=days), owner_user_id=worker.id)
    assert len(entries(anyone, feed(worker))) == 2
