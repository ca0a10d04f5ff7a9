"""The calendar as other people's programs read it: icalendar, vobject and khal."""

import os
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest
import vobject  # type: ignore[import-untyped]
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import OSLO, today

from tests import meetings, weeks
from tests.calendars import SOON, at, due, entries, feed
from tests.factories import Caller, House
from tests.reports import answered

KHAL = Path(sys.executable).with_name("khal")
CONFIG = """
[calendars]
[[home]]
path = {home}/calendar
[locale]
local_timezone = {zone}
default_timezone = Europe/Oslo
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {home}/khal.db
"""


class Khal:
    """A calendar program with a calendar of its own."""

    def __init__(self, home: Path, zone: str = "Europe/Oslo") -> None:
        self.config = home / "config"
        self.config.write_text(CONFIG.format(home=home, zone=zone))
        self.environment = os.environ | {"HOME": str(home), "PYTHONWARNINGS": "ignore"}

    def _run(self, *arguments: str | Path) -> str:
        command = [KHAL, "-c", self.config, *arguments]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    def imported(self, text: str, file: Path) -> None:
        file.write_text(text)
        self._run("import", "--batch", "-a", "home", file)

    def shown(self, first: date, days: int = 1) -> list[str]:
        form = "{start-long-full} {status}{title}"
        lines = self._run("list", "--format", form, "--day-format", "", str(first), f"{days}d")
        return [line.strip() for line in lines.splitlines() if line.strip()]


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    return Khal(tmp_path)


@pytest.fixture
def worker(house: House) -> Caller:
    return house.as_(Role.ENV_WORKER)


def next_clock_change() -> date:
    """The Sunday on which Oslo's clocks are set."""
    day = today() + timedelta(days=1)
    while (
        datetime.combine(day, datetime.min.time(), OSLO).utcoffset()
        == datetime.combine(day + timedelta(days=1), datetime.min.time(), OSLO).utcoffset()
    ):
        day += timedelta(days=1)
    return day


def invited(worker: Caller, day: date, **given: object) -> dict[str, object]:
    people = [{"user_id": str(worker.id)}]
    return meetings.call(worker, day, participants=people, **given)


def test_a_series_keeps_its_hour_when_the_clocks_are_set(
    worker: Caller, anyone: httpx.Client, khal: Khal, tmp_path: Path
) -> None:
    change = next_clock_change()
    first = change - timedelta(days=13)
    meetings.start(
        worker,
        "FREQ=WEEKLY;COUNT=4",
        first,
        begins="09:00",
        participants=[{"user_id": str(worker.id)}],
    )
    path = feed(worker)
    found = entries(anyone, path)
    days = [first + timedelta(weeks=number) for number in range(4)]
    starts = [one.start.astimezone(OSLO) for one in found]
    assert [(one.date(), f"{one:%H:%M}") for one in starts] == [(day, "09:00") for day in days]
    assert len({one.utcoffset() for one in starts}) == 2
    assert [one["dtstart"].params["TZID"] for one in found] == ["Europe/Oslo"] * 4

    text = anyone.get(path).text
    read = vobject.readOne(text)
    assert {f"{one.dtstart.value:%H:%M}" for one in read.vevent_list} == {"09:00"}
    zone = read.vtimezone.tzinfo
    assert {zone.utcoffset(datetime.combine(day, datetime.min.time())) for day in days} == {
        one.utcoffset() for one in starts
    }
    khal.imported(text, tmp_path / "feed.ics")
    assert khal.shown(first, 28) == [f"{day} 09:00 CONFIRMED Møte" for day in days]


@pytest.mark.parametrize("year", [2026, 2031, 2040])
def test_oslos_time_is_told_by_a_rule_that_holds_for_years(
    house: House, worker: Caller, anyone: httpx.Client, year: int
) -> None:
    due(house, owner_user_id=worker.id)
    zone = vobject.readOne(anyone.get(feed(worker)).text).vtimezone.tzinfo
    hour = datetime(year, 1, 1, 1)  # noqa: DTZ001
    while hour.year == year:
        assert zone.utcoffset(hour) == OSLO.utcoffset(hour), hour
        hour += timedelta(hours=12)


def test_somebody_abroad_reads_the_right_hour(
    worker: Caller, anyone: httpx.Client, tmp_path: Path
) -> None:
    invited(worker, SOON, begins="09:00")
    abroad = Khal(tmp_path, "Europe/Kyiv")
    abroad.imported(anyone.get(feed(worker)).text, tmp_path / "feed.ics")
    there = at(SOON, "09:00").astimezone(ZoneInfo("Europe/Kyiv"))
    assert abroad.shown(SOON) == [f"{there:%Y-%m-%d %H:%M} CONFIRMED Møte"]


def test_a_moved_entry_replaces_the_old_one(
    worker: Caller, anyone: httpx.Client, khal: Khal, tmp_path: Path
) -> None:
    call = str(invited(worker, SOON, begins="09:00")["id"])
    path = feed(worker)
    (before,) = entries(anyone, path)
    khal.imported(anyone.get(path).text, tmp_path / "before.ics")
    moved = SOON + timedelta(days=2)
    answered(meetings.act(worker, call, "move", day=moved.isoformat(), begins="10:30"))
    (after,) = entries(anyone, path)
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    # iCalendar counts whole seconds: SEQUENCE tells two changes of one second apart.
    assert after["last-modified"].dt >= before["last-modified"].dt
    khal.imported(anyone.get(path).text, tmp_path / "after.ics")
    assert khal.shown(SOON, 7) == [f"{moved} 10:30 CONFIRMED Møte"]


def test_a_cancelled_entry_is_called_off_in_the_subscribers_calendar(
    worker: Caller, anyone: httpx.Client, khal: Khal, tmp_path: Path
) -> None:
    call = str(invited(worker, SOON, begins="09:00")["id"])
    path = feed(worker)
    (before,) = entries(anyone, path)
    khal.imported(anyone.get(path).text, tmp_path / "before.ics")
    answered(meetings.act(worker, call, "cancel", reason="Helligdag"))
    (after,) = entries(anyone, path)
    assert (after["uid"], after["status"]) == (before["uid"], "CANCELLED")
    assert after["sequence"] > before["sequence"]
    assert after["transp"] == "TRANSPARENT"
    read = vobject.readOne(anyone.get(path).text)
    assert read.vevent.status.value == "CANCELLED"
    khal.imported(anyone.get(path).text, tmp_path / "after.ics")
    assert khal.shown(SOON) == [f"{SOON} 09:00 CANCELLED Møte"]


def test_a_postponed_activity_is_called_off_on_its_old_day(
    house: House, worker: Caller, anyone: httpx.Client
) -> None:
    trip = weeks.plan(worker, day=SOON.isoformat())
    path = feed(worker, site_id=str(house.site))
    (before,) = entries(anyone, path)
    moved = (SOON + timedelta(days=2)).isoformat()
    weeks.act(worker, trip["id"], "postpone", day=moved, starts="14:00", reason="weather")
    after = {one["uid"]: one for one in entries(anyone, path)}
    assert len(after) == 2
    assert after[before["uid"]]["status"] == "CANCELLED"
    assert after[before["uid"]]["sequence"] > before["sequence"]


def test_a_day_without_an_hour_is_a_whole_day(
    house: House, worker: Caller, anyone: httpx.Client
) -> None:
    due(house, SOON, owner_user_id=worker.id)
    (found,) = entries(anyone, feed(worker))
    assert found["dtstart"].dt == SOON
    assert found["dtend"].dt == SOON + timedelta(days=1)


def test_the_same_calendar_twice_is_the_same_text(
    house: House, worker: Caller, anyone: httpx.Client
) -> None:
    due(house, SOON, owner_user_id=worker.id)
    invited(worker, SOON)
    path = feed(worker)
    assert anyone.get(path).text == anyone.get(path).text
