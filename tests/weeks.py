"""What the tests about activities begin with."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import httpx
from bomiljo.kernel.clock import today

from tests.factories import Caller, House
from tests.reports import answered


def ahead(days: int) -> str:
    return (today() + timedelta(days=days)).isoformat()


def week_of(day: date) -> str:
    return (day - timedelta(days=day.weekday())).isoformat()


def plan(who: httpx.Client, **given: Any) -> dict[str, Any]:
    trip = {"title": "Båttur", "status": "confirmed", "day": ahead(7), "starts": "12:00"}
    return answered(who.post("/v1/activities", json=trip | given), 201)


def page(who: httpx.Client, activity: str) -> dict[str, Any]:
    return answered(who.get(f"/v1/activities/{activity}"))


def act(who: httpx.Client, activity: str, verb: str, **given: Any) -> httpx.Response:
    """Do `verb` to the version that stands now."""
    version = page(who, activity)["version"]
    return who.post(f"/v1/activities/{activity}/{verb}", json={"version": version, **given})


def edit(who: httpx.Client, activity: str, **given: Any) -> httpx.Response:
    version = page(who, activity)["version"]
    return who.patch(f"/v1/activities/{activity}", json={"version": version, **given})


def listed(who: httpx.Client, **query: Any) -> list[str | None]:
    found = answered(who.get("/v1/activities", params=query))["items"]
    return [item["title"] for item in found]


def people(who: httpx.Client, activity: str) -> dict[str, tuple[str | None, str | None]]:
    """Name → state and attendance."""
    found = answered(who.get(f"/v1/activities/{activity}/participants"))["items"]
    return {one["name"]: (one["state"], one["attendance"]) for one in found}


def took_place(house: House, **values: Any) -> UUID:
    """A row put there directly, for what cannot be planned: the past."""
    day = values.pop("day", today())
    given = {
        "site_id": house.site,
        "title": "Tur",
        "status": "confirmed",
        "day": day,
        "week": week_of(day),
    }
    return house.add("activities", **given | values)


def signed_up(house: House, activity: str, *names: str) -> list[Caller]:
    """Residents who have signed up, in that order."""
    callers = [house.as_resident(house.resident(name)) for name in names]
    for caller in callers:
        answered(caller.post(f"/v1/portal/activities/{activity}/sign-up"))
    return callers


def notices(who: httpx.Client) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = answered(who.get("/v1/portal/notices"))["items"]
    return items
