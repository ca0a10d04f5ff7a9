"""What residents are told: each their own, whoever tells it, and nobody else reads it."""

from typing import Any
from uuid import uuid4

import psycopg
import pytest
from bomiljo.access.roles import Role
from bomiljo.features.notifications.model import NoticeKind
from bomiljo.kernel.lines import Link, Place

from tests.conftest import plain
from tests.factories import Caller, House
from tests.features.test_live import watching
from tests.notices import tell
from tests.reports import answered


def told(who: Caller) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = answered(who.get("/v1/portal/notices"))["items"]
    return items


def test_each_is_told_once_with_what_the_sentence_needs_and_where_it_leads(house: House) -> None:
    first, second = (house.as_resident(house.resident()) for _ in range(2))
    link = Link(to=Place.ACTIVITY, id=uuid4())
    worker = house.as_(Role.ENV_WORKER)
    tell(house, worker, [first.id, first.id, second.id], link=link, title="Tur", place="Tunet")
    for who in (first, second):
        (item,) = told(who)
        assert item["kind"] == "activity_moved"
        assert item["about"] == {"title": "Tur", "place": "Tunet"}
        assert item["link"] == {"to": "activity", "id": str(link.id)}
        assert item["read_at"] is None


def test_a_protected_resident_is_told_by_somebody_who_may_not_see_them(house: House) -> None:
    hidden = house.resident(protection="strictly_confidential")
    worker = house.as_(Role.ENV_WORKER)
    assert worker.get(f"/v1/residents/{hidden}").status_code == 404
    tell(house, worker, [hidden], title="Tur")
    assert len(told(house.as_resident(hidden))) == 1


def test_nobody_outside_the_district_or_moved_out_is_told(house: House, neighbours: House) -> None:
    foreign, gone = neighbours.as_(Role.RESIDENT), house.resident(status="moved_out")
    tell(house, house.as_(Role.ENV_WORKER), [foreign.id, gone], title="Tur")
    assert told(foreign) == []
    assert house.rows("SELECT id FROM notices WHERE resident_id = %s", gone) == []


def test_one_resident_may_set_off_what_another_is_told(house: House) -> None:
    leaving, waiting = (house.as_resident(house.resident()) for _ in range(2))
    tell(house, leaving, [waiting.id], kind=NoticeKind.ACTIVITY_PLACE, title="Tur")
    assert [item["kind"] for item in told(waiting)] == ["activity_place"]
    assert told(leaving) == []


def test_they_come_newest_first_in_pages_and_are_marked_read_for_good(house: House) -> None:
    resident = house.as_(Role.RESIDENT)
    for number in range(3):
        tell(house, house.as_(Role.ENV_WORKER), [resident.id], title=f"{number}")
    first = answered(resident.get("/v1/portal/notices?limit=2"))
    rest = answered(
        resident.get("/v1/portal/notices", params={"limit": 2, "cursor": first["next"]})
    )
    assert [one["about"]["title"] for one in first["items"] + rest["items"]] == ["2", "1", "0"]
    assert first["unread"] == rest["unread"] == 3
    address = f"/v1/portal/notices/{first['items'][0]['id']}/read"
    assert resident.post(address).status_code == resident.post(address).status_code == 204
    assert answered(resident.get("/v1/portal/notices"))["unread"] == 2
    assert resident.post("/v1/portal/notices/read-all").status_code == 204
    assert answered(resident.get("/v1/portal/notices"))["unread"] == 0


def test_another_residents_notice_is_like_none_at_all(house: House) -> None:
    mine, other = (house.as_resident(house.resident()) for _ in range(2))
    tell(house, house.as_(Role.ENV_WORKER), [other.id], title="Kanari")
    key = told(other)[0]["id"]
    foreign, absent = (mine.post(f"/v1/portal/notices/{one}/read") for one in (key, uuid4()))
    assert foreign.status_code == absent.status_code == 404
    mine.post("/v1/portal/notices/read-all")
    assert answered(other.get("/v1/portal/notices"))["unread"] == 1


@pytest.mark.parametrize("role", [one for one in Role if one is not Role.RESIDENT])
def test_no_member_of_staff_reads_what_a_resident_was_told(
    house: House, urls: tuple[str, str], role: Role
) -> None:
    tell(house, house.as_(Role.ENV_WORKER), [house.as_(Role.RESIDENT).id], title="Kanari")
    caller = house.as_(role)
    assert caller.get("/v1/portal/notices").status_code == 403
    with psycopg.connect(plain(urls[1])) as service:
        service.execute("SELECT enter(%s, NULL)", [caller.session_id])
        assert service.execute("SELECT count(*) FROM notices").fetchone() == (0,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            service.execute("INSERT INTO notices DEFAULT VALUES")


def test_it_reaches_the_open_portal_of_its_own_resident_only(house: House) -> None:
    mine, other = (house.as_resident(house.resident()) for _ in range(2))
    worker = house.as_(Role.ENV_WORKER)
    with watching(mine, other, worker) as (own, another, staff):
        tell(house, worker, [mine.id], title="Tur")
        assert [event["topic"] for event in own.told()] == ["portal/notices"]
        assert another.told(0.3) == staff.told(0.3) == []
