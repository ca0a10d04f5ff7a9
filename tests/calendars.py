"""What the tests about the calendar begin with."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import httpx
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import OSLO, today
from icalendar import Calendar

from tests.factories import Caller, House
from tests.reports import answered, happened

SOON = today() + timedelta(days=7)


def calendar(
    who: httpx.Client, first: str | date = SOON, last: str | date | None = None, **query: Any
) -> dict[str, Any]:
    given = {"first": str(first), "last": str(last or first), **query}
    return answered(who.get("/v1/calendar", params=given))


def happenings(who: httpx.Client, first: date = SOON, **query: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = calendar(who, first, **query)["happenings"]
    return found


def marks(house: House, first: str, last: str, kind: str | None = None) -> list[dict[str, Any]]:
    found = calendar(house.as_(Role.ENV_WORKER), first, last)["marks"]
    return [one for one in found if kind in {None, one["kind"]}]


def at(day: date, clock: str) -> datetime:
    return datetime.combine(day, datetime.strptime(clock, "%H:%M").time(), OSLO)  # noqa: DTZ007


def due(house: House, day: date = SOON, what: str = "Skifte lås", **values: Any) -> UUID:
    """A measure of an incident that is to be done by that day."""
    incident = happened(house, **values.pop("incident", {}))
    given = {"audience": "internal", "responsible": "district", **values}
    return house.add("incident_measures", incident_id=incident, what=what, due_on=day, **given)


def titles(found: list[Mapping[str, Any]] | list[dict[str, Any]]) -> list[str]:
    return [one["title"] for one in found]


def feed(who: Caller, **given: Any) -> str:
    """The path of a new address for a calendar program."""
    made = answered(who.post("/v1/feeds", json={"label": "Telefonen min", **given}), 201)
    return str(urlsplit(made["address"]).path)


def entries(anyone: httpx.Client, path: str) -> list[Any]:
    """What a calendar program finds there."""
    answer = anyone.get(path).raise_for_status()
    found: list[Any] = Calendar.from_ical(answer.content).events
    return found
