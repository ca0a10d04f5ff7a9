"""What leaves the house: one neutral sentence, once, to the way out that somebody chose."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from bomiljo.access.roles import Role
from bomiljo.features.notifications.delivery import WAITS
from bomiljo.features.notifications.model import NotificationKind
from bomiljo.settings import Settings

from tests.conftest import plain
from tests.factories import House
from tests.notices import notify, tell
from tests.post import ORIGIN, Gateways, Sink, deliver, listening, until, worker
from tests.reports import answered

WORDS = {
    "nb": "beskjed",
    "en": "message",
    "uk": "повідомлення",
    "ar": "رسالة",
    "so": "beskjed",
}


@pytest.fixture
def sink() -> Iterator[Sink]:
    with listening() as running:
        yield running


def reachable(house: House, kind: str = "email", language: str = "nb") -> tuple[UUID, str]:
    """A resident who chose to be told, and where."""
    person = house.resident(portal_language=language)
    address = f"{person.hex}@example.no" if kind == "email" else f"4{person.int % 10**7:07}"
    house.add("contact_points", resident_id=person, kind=kind, value=address)
    channel = {"email": "email", "phone": "sms"}[kind]
    house.add("outer_channels", resident_id=person, channel=channel)
    return person, address


def waiting(house: House) -> list[tuple[Any, ...]]:
    return house.rows(
        "SELECT state, attempts, problem FROM outbox WHERE district_id = %s ORDER BY id",
        house.district,
    )


def let_time_pass(house: House) -> None:
    house.db.execute(
        "UPDATE outbox SET next_try_at = now() WHERE district_id = %s", [house.district]
    )


@pytest.mark.parametrize("language", WORDS)
def test_a_letter_says_that_there_is_a_message_and_nothing_else(
    house: House, settings: Settings, sink: Sink, language: str
) -> None:
    person, address = reachable(house, language=language)
    where = "Leilighet 204, Prøveveien 2"
    tell(house, house.as_(Role.ENV_WORKER), [person], title="Tur til sykehuset", place=where)
    deliver(settings, smtp_url=sink.url)
    text = sink.text(address)
    assert WORDS[language] in text
    assert f"{ORIGIN}/varsler" in text
    whole = sink.to(address)[0].as_string() + text
    for telling in ("204", "Prøve", "Tur", "syke", "activity", str(house.site), str(person)):
        assert telling not in whole.replace(person.hex, "")
    assert waiting(house) == [("sent", 1, None)]


def test_it_is_sent_once_however_often_the_worker_looks(
    house: House, settings: Settings, sink: Sink
) -> None:
    person, address = reachable(house)
    tell(house, house.as_(Role.ENV_WORKER), [person], title="Tur")
    for _ in range(3):
        deliver(settings, smtp_url=sink.url)
        let_time_pass(house)
    assert len(sink.to(address)) == 1


def test_who_chose_nothing_or_moved_out_since_gets_no_letter(
    house: House, settings: Settings, sink: Sink
) -> None:
    silent = house.resident()
    house.add("contact_points", resident_id=silent, kind="email", value="stille@example.no")
    gone, address = reachable(house)
    tell(house, house.as_(Role.ENV_WORKER), [silent, gone], title="Tur")
    house.db.execute("UPDATE residents SET status = 'moved_out' WHERE id = %s", [gone])
    deliver(settings, smtp_url=sink.url)
    assert sink.to("stille@example.no") == sink.to(address) == []
    assert waiting(house) == [("dead", 1, "no_address")]


def test_a_server_that_is_down_is_tried_again_later_and_given_up_at_last(
    house: House, settings: Settings, sink: Sink
) -> None:
    person, address = reachable(house)
    tell(house, house.as_(Role.ENV_WORKER), [person], title="Tur")
    for attempt in range(1, len(WAITS) + 1):
        assert deliver(settings, smtp_url="smtp://127.0.0.1:9") == 1
        assert waiting(house) == [("failed", attempt, "ConnectionRefusedError")]
        assert deliver(settings, smtp_url="smtp://127.0.0.1:9") == 0, "it waits first"
        let_time_pass(house)
    deliver(settings, smtp_url="smtp://127.0.0.1:9")
    assert waiting(house) == [("dead", len(WAITS) + 1, "ConnectionRefusedError")]
    let_time_pass(house)
    deliver(settings, smtp_url=sink.url)
    assert sink.to(address) == []


def test_it_goes_as_soon_as_the_server_is_back(
    house: House, settings: Settings, sink: Sink
) -> None:
    person, address = reachable(house)
    tell(house, house.as_(Role.ENV_WORKER), [person], title="Tur")
    for stage, refusal in (("RCPT", "450 later"), ("DATA", "451 later")):
        sink.refuses = {stage: refusal}
        deliver(settings, smtp_url=sink.url)
        assert waiting(house)[0][0] == "failed"
        let_time_pass(house)
    sink.refuses = {}
    deliver(settings, smtp_url=sink.url)
    assert len(sink.to(address)) == 1
    assert waiting(house) == [("sent", 3, None)]


@pytest.mark.parametrize("stage", ["RCPT", "DATA"])
def test_what_is_refused_for_good_is_given_up_at_once(
    house: House, settings: Settings, sink: Sink, stage: str
) -> None:
    person, _ = reachable(house)
    tell(house, house.as_(Role.ENV_WORKER), [person], title="Tur")
    sink.refuses = {stage: "550 no such person"}
    deliver(settings, smtp_url=sink.url)
    assert waiting(house) == [("dead", 1, "smtp_550")]


@pytest.mark.parametrize(("stage", "end"), [("RCPT", "sent"), ("DATA", "dead")])
def test_a_worker_that_is_killed_in_the_middle_sends_no_letter_twice(
    house: House, sink: Sink, stage: str, end: str
) -> None:
    person, address = reachable(house)
    tell(house, house.as_(Role.ENV_WORKER), [person], title="Tur")
    sink.hangs = stage
    with worker(sink.url):
        assert sink.reached.wait(15)
    sink.hangs = ""
    let_time_pass(house)
    with worker(sink.url):
        until(lambda: waiting(house)[0][0] == end)
    assert len(sink.to(address)) == 1


def test_what_is_two_days_old_is_not_worth_a_letter(
    house: House, settings: Settings, sink: Sink
) -> None:
    person, address = reachable(house)
    tell(house, house.as_(Role.ENV_WORKER), [person], title="Tur")
    house.db.execute(
        "UPDATE outbox SET created_at = now() - interval '3 days' WHERE district_id = %s",
        [house.district],
    )
    deliver(settings, smtp_url=sink.url)
    assert sink.to(address) == []
    assert waiting(house) == [("dead", 0, "too_old")]


def test_what_has_no_way_out_waits(house: House, settings: Settings, sink: Sink) -> None:
    person, _ = reachable(house, kind="phone")
    tell(house, house.as_(Role.ENV_WORKER), [person], title="Tur")
    deliver(settings, smtp_url=sink.url)
    assert waiting(house) == [("queued", 0, None)]


@pytest.mark.parametrize(
    ("status", "end"),
    [
        (200, ("sent", 1, None)),
        (503, ("failed", 1, "http_503")),
        (400, ("dead", 1, "http_400")),
        (0, ("dead", 1, "in_doubt")),
    ],
)
def test_an_sms_goes_through_the_gateway_that_is_set(
    house: House, settings: Settings, tmp_path: Path, status: int, end: tuple[str, int, str | None]
) -> None:
    person, address = reachable(house, kind="phone", language="uk")
    tell(house, house.as_(Role.ENV_WORKER), [person], title="Tur")
    token = tmp_path / "token"
    token.write_text("hemmelig\n")
    with Gateways().running() as gateway:
        gateway.status = status
        deliver(settings, sms_url=gateway.url, sms_token_file=token)
    mine = [(bearer, said["text"]) for bearer, said in gateway.taken if said["to"] == address]
    assert len(mine) == (status > 0)
    for bearer, text in mine:
        assert bearer == "Bearer hemmelig"
        assert WORDS["uk"] in text
    assert waiting(house) == [end]


def test_staff_who_want_it_are_told_by_mail_until_they_leave(
    house: House, settings: Settings, sink: Sink
) -> None:
    worker_ = house.another(Role.ENV_WORKER)
    address = f"{worker_.id.hex}@example.no"
    house.add("outer_channels", user_id=worker_.id, channel="email", address=address)
    kind = NotificationKind.MEETING_MOVED
    notify(house, house.as_(Role.MANAGER), kind, uuid4(), worker_.id)
    deliver(settings, smtp_url=sink.url)
    assert f"{ORIGIN}/ansatt" in sink.text(address)
    notify(house, house.as_(Role.MANAGER), kind, uuid4(), worker_.id)
    house.db.execute(
        "UPDATE memberships SET period = '[2020-01-01,2020-02-01)' WHERE user_id = %s",
        [worker_.id],
    )
    deliver(settings, smtp_url=sink.url)
    assert len(sink.to(address)) == 1


def test_the_service_itself_reads_neither_letters_nor_addresses(
    house: House, urls: tuple[str, str]
) -> None:
    person, _ = reachable(house)
    tell(house, house.as_(Role.ENV_WORKER), [person], title="Tur")
    with psycopg.connect(plain(urls[1])) as service:
        for table in ("outbox", "outer_channels", "notices", "contact_points"):
            assert service.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table


def test_leaders_see_what_was_given_up_and_not_to_whom(
    house: House, neighbours: House, settings: Settings, sink: Sink
) -> None:
    for one in (house, neighbours):
        person, _ = reachable(one)
        tell(one, one.as_(Role.ENV_WORKER), [person], title="Tur")
    sink.refuses = {"RCPT": "550 no such person"}
    deliver(settings, smtp_url=sink.url)
    for role in (Role.MANAGER, Role.ADMIN):
        answer = house.as_(role).get("/v1/outbox?state=dead")
        (item,) = answered(answer)["items"]
        assert (item["channel"], item["problem"]) == ("email", "smtp_550")
        assert item.keys().isdisjoint({"address", "resident_id", "notice_id"})
        assert answered(house.as_(role).get("/v1/outbox?state=queued"))["items"] == []
