"""Live: what changed reaches the open screens of those who may see it, and nobody else's."""

import json
import queue
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any
from uuid import uuid4

import httpx
import psycopg
import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel import live
from bomiljo.kernel.live import LISTENER, Event, Subscriber

from tests.conftest import plain
from tests.factories import Caller, House
from tests.reports import act, answered, at_home, happened, report, write

AT_ONCE = 2.0
ENDED = "ended"


class Screen:
    """Somebody's open stream, read by a thread of its own."""

    def __init__(self, who: Caller) -> None:
        self.lines: queue.Queue[str] = queue.Queue()
        self.client = httpx.Client(base_url=who.base_url, headers=who.headers, timeout=30)
        self.opened = self.client.stream("GET", "/v1/events")
        self.answer = self.opened.__enter__()
        self.thread = threading.Thread(target=self._read, daemon=True)

    def _read(self) -> None:
        with suppress(httpx.HTTPError):
            for line in self.answer.iter_lines():
                if line:
                    self.lines.put(line)
        self.lines.put(ENDED)

    def line(self, within: float = AT_ONCE) -> str:
        return self.lines.get(timeout=within)

    def told(self, within: float = AT_ONCE) -> list[dict[str, Any]]:
        """What comes until it is quiet for a while."""
        found = []
        with suppress(queue.Empty):
            while (line := self.line(within)) != ENDED:
                if line.startswith("data: "):
                    found.append(json.loads(line.removeprefix("data: ")))
                within = 0.3
        return found

    def close(self) -> None:
        line = self.answer.extensions["network_stream"].get_extra_info("socket")
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)
        self.thread.join(5)
        self.client.close()


@contextmanager
def watching(*people: Caller) -> Iterator[list[Screen]]:
    with ExitStack() as stack:
        screens = []
        for who in people:
            screen = Screen(who)
            stack.callback(screen.close)
            assert screen.answer.status_code == 200
            screen.thread.start()
            assert screen.line() == ": listening"
            screens.append(screen)
        yield screens


def test_a_report_reaches_those_who_may_see_it_within_two_seconds(
    house: House, neighbours: House
) -> None:
    worker, reporter = house.as_(Role.MANAGER), house.as_(Role.ENV_WORKER)
    may = [worker, house.as_(Role.MENTAL_HEALTH)]
    may_not = [
        house.as_(Role.OPERATIONS),
        house.as_(Role.SETTLER),
        house.as_(Role.HEALTH),
        house.as_(Role.CREW),
        house.as_(Role.DPO),
        house.another(Role.ENV_WORKER, site_ids=[uuid4()]),
        neighbours.as_(Role.ENV_WORKER),
        at_home(house),
    ]
    with watching(*may, *may_not) as screens:
        key = report(reporter, category="conflict", title="Krangel")["id"]
        for screen in screens[: len(may)]:
            assert screen.told() == [{"topic": "incidents", "id": key}]
        for screen in screens[len(may) :]:
            assert screen.told(0.2) == []


def test_a_line_reaches_its_audience_only(house: House) -> None:
    resident, worker = at_home(house), house.as_(Role.ENV_WORKER)
    new = {"category": "leak", "place": "my_unit"}
    key = answered(resident.post("/v1/portal/incidents", json=new), 201)["id"]
    staff, own = [{"topic": "incidents", "id": key}], [{"topic": "portal/incidents", "id": key}]
    with watching(worker, house.as_(Role.OPERATIONS), resident) as (mine, landlords, residents):
        for audience, to_landlord, to_resident in (
            ("internal", [], []),
            ("partners", staff, []),
            ("reporter", [], own),
        ):
            answered(write(worker, key, "Hei", audience=audience), 201)
            assert mine.told() == staff
            assert landlords.told(0.2) == to_landlord
            assert residents.told(0.2) == to_resident
        answered(act(worker, key, "status", status="in_progress"))
        assert mine.told()[:1] == landlords.told()[:1] == staff
        assert residents.told()[:1] == own


def test_what_is_no_longer_shared_is_told_once_more(house: House) -> None:
    worker = house.as_(Role.ENV_WORKER)
    key = report(worker)["id"]
    with watching(house.as_(Role.OPERATIONS)) as (landlord,):
        answered(act(worker, key, "unshare", partner="landlord"))
        assert {"topic": "incidents", "id": key} in landlord.told()
        answered(act(worker, key, "severity", severity="low"))
        assert landlord.told(0.5) == []


def test_a_notification_reaches_its_person_and_a_unit_those_who_see_units(house: House) -> None:
    worker, manager = house.as_(Role.ENV_WORKER), house.as_(Role.MANAGER)
    unit, key = house.unit("204"), str(happened(house))
    with watching(worker, manager, house.as_(Role.CREW)) as (own, other, crew):
        answered(act(manager, key, "assign", assigned_to=str(worker.id)))
        assert {event["topic"] for event in own.told()} == {"incidents", "notifications"}
        assert {event["topic"] for event in other.told()} == {"incidents"}
        answered(manager.get("/v1/session"))
        worker.patch(f"/v1/units/{unit}", json={"version": 1, "capacity": 2}).raise_for_status()
        assert crew.told() == own.told() == [{"topic": "units", "id": str(unit)}]


def test_a_quiet_stream_gives_a_sign_of_life(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "TICK", 0.05)
    monkeypatch.setattr(live, "HEARTBEAT", 0.1)
    with watching(house.as_(Role.ENV_WORKER)) as (screen,):
        assert screen.line() == ": still here"


def test_a_stream_ends_with_its_session(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "TICK", 0.05)
    monkeypatch.setattr(live, "RECHECK", 0.1)
    revoked, moved = house.another(Role.ENV_WORKER), house.another(Role.ENV_WORKER)
    resident, stays = at_home(house), house.another(Role.ENV_WORKER)
    with watching(revoked, moved, resident, stays) as (first, second, third, fourth):
        revoked.post("/v1/auth/sign-out").raise_for_status()
        house.db.execute(
            "UPDATE memberships SET period = '[2020-01-01,2020-02-01)' WHERE user_id = %s",
            [moved.id],
        )
        house.db.execute("UPDATE residents SET status = 'moved_out' WHERE id = %s", [resident.id])
        assert first.line() == second.line() == third.line() == ENDED
        report(house.as_(Role.MANAGER))
        assert len(fourth.told()) == 1


def test_watching_does_not_keep_a_session_awake(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "TICK", 0.05)
    monkeypatch.setattr(live, "RECHECK", 0.1)
    worker = house.another(Role.ENV_WORKER)
    with watching(worker) as (screen,):
        house.db.execute(
            "UPDATE sessions SET last_seen_at = now() - interval '3 hours' WHERE id = %s",
            [worker.session_id],
        )
        assert screen.line() == ENDED


def test_open_streams_hold_no_connection(house: House, urls: tuple[str, str]) -> None:
    people = [house.another(Role.ENV_WORKER) for _ in range(12)]
    with watching(*people), psycopg.connect(plain(urls[1]), autocommit=True) as service:
        report(people[0])
        held = service.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE usename = current_user"
            " AND starts_with(state, 'idle in transaction')"
        )
        assert held.fetchall() == [(0,)]


def test_one_person_has_so_many_and_no_more(house: House) -> None:
    worker = house.another(Role.ENV_WORKER)
    with watching(*[worker] * live.STREAMS_PER_PERSON):
        answer = worker.get("/v1/events")
        assert answer.status_code == 429
        assert answer.json()["type"] == "/problems/too-many-streams"
        assert answer.headers["retry-after"]
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        with worker.stream("GET", "/v1/events") as again:
            if again.status_code == 200:
                return
        time.sleep(0.1)
    pytest.fail("the places of streams that ended were not given free")


def test_it_is_a_stream_of_events_that_nobody_keeps(house: House, anyone: httpx.Client) -> None:
    with house.as_(Role.ENV_WORKER).stream("GET", "/v1/events") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.headers["cache-control"] == "no-store"
    assert anyone.get("/v1/events").status_code == 401


def test_a_lost_connection_ends_the_streams_and_is_made_anew(
    house: House, urls: tuple[str, str]
) -> None:
    worker = house.as_(Role.ENV_WORKER)
    with watching(worker) as (screen,), psycopg.connect(plain(urls[1])) as service:
        killed = service.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %s",
            [LISTENER],
        )
        assert killed.fetchall()
        assert screen.line() == ENDED
        between = worker.get("/v1/incidents")
        assert between.status_code == 200
    deadline = time.monotonic() + 10
    while True:
        with worker.stream("GET", "/v1/events") as answer:
            if answer.status_code == 200:
                break
            assert answer.status_code == 503
        assert time.monotonic() < deadline
        time.sleep(0.05)
    with watching(worker) as (again,):
        key = report(worker)["id"]
        assert again.told() == [{"topic": "incidents", "id": key}]


def test_whoever_does_not_keep_up_is_let_go() -> None:
    def everything(_: Event) -> str:
        return "x"

    slow = Subscriber(uuid4(), everything)
    for _ in range(live.BACKLOG + 1):
        slow.offer({})
    assert slow.ended
    assert slow.queue.get_nowait() is None
    slow.offer({})
    assert slow.queue.empty()
