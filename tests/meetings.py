"""What the tests about meetings begin with."""

from datetime import date, timedelta
from typing import Any

import httpx
from bomiljo.kernel.clock import today

from tests.reports import answered

SOON = today() + timedelta(days=7)
EARLIER = today() - timedelta(days=3)
INTAKE = {"kind": "intake", "title": "Innkomstmøte", "begins": "10:00"}
NAV = {"kind": "nav", "title": "Nav og miljøarbeiderne", "begins": "09:00", "minutes": 45}


def call(who: httpx.Client, day: date = SOON, **given: Any) -> dict[str, Any]:
    new = NAV | {"day": day.isoformat()} | given
    return answered(who.post("/v1/meetings", json=new), 201)


def page(who: httpx.Client, meeting: str) -> dict[str, Any]:
    return answered(who.get(f"/v1/meetings/{meeting}"))


def start(who: httpx.Client, rule: str, first: date, **given: Any) -> dict[str, Any]:
    new = NAV | {"rule": rule, "first_day": first.isoformat()} | given
    return answered(who.post("/v1/meeting-series", json=new), 201)


def listed(who: httpx.Client, **query: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = answered(who.get("/v1/meetings", params=query))["items"]
    return found


def act(who: httpx.Client, meeting: str, verb: str, **given: Any) -> httpx.Response:
    """Do `verb` to the version that stands now."""
    version = page(who, meeting)["version"]
    return who.post(f"/v1/meetings/{meeting}/{verb}", json={"version": version, **given})


def put_on_agenda(who: httpx.Client, meeting: str, *titles: str) -> list[dict[str, Any]]:
    items = {"items": [{"title": title} for title in titles]}
    made = answered(who.post(f"/v1/meetings/{meeting}/agenda", json=items), 201)
    found: list[dict[str, Any]] = made["agenda"]
    return found


def record(who: httpx.Client, meeting: str, ending: str, /, **given: Any) -> dict[str, Any]:
    """A decision, an action or a question, by the end of its address."""
    return answered(who.post(f"/v1/meetings/{meeting}/{ending}", json=given), 201)


def write(who: httpx.Client, meeting: str, body: str, version: int | None = None) -> httpx.Response:
    return who.put(f"/v1/meetings/{meeting}/minutes", json={"body": body, "version": version})
