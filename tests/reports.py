"""What the tests about incidents begin with."""

from datetime import time
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import httpx
from PIL import Image

from tests.factories import Caller, House

Change = tuple[str, str | None, str | None]
LEAK = {"category": "leak", "title": "Vann på badegulvet"}
ALWAYS = (time(0, 0), time(23, 59, 59, 999999))


def answered(answer: httpx.Response, status: int = 200) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    body: dict[str, Any] = answer.json()
    return body


def refused(answer: httpx.Response, status: int, kind: str, field: str | None = None) -> None:
    """The problem is the named one, at the named field."""
    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{kind}"), answer.text
    if field:
        fields = {error["field"] for error in answer.json()["errors"]}
        assert any(one == field or one.startswith(f"{field}.") for one in fields), fields


def report(who: httpx.Client, **given: Any) -> dict[str, Any]:
    return answered(who.post("/v1/incidents", json=LEAK | given), 201)


def page(who: httpx.Client, incident: str) -> dict[str, Any]:
    return answered(who.get(f"/v1/incidents/{incident}"))


def act(who: httpx.Client, incident: str, verb: str, **given: Any) -> httpx.Response:
    """Do `verb` to the version that stands now."""
    version = page(who, incident)["version"]
    return who.post(f"/v1/incidents/{incident}/{verb}", json={"version": version, **given})


def write(who: httpx.Client, incident: str, body: str, **given: Any) -> httpx.Response:
    return who.post(f"/v1/incidents/{incident}/entries", json={"body": body, **given})


def bodies(who: httpx.Client, incident: str) -> list[str]:
    return [entry["body"] for entry in page(who, incident)["entries"] if entry["body"]]


def changes(who: httpx.Client, incident: str, kind: str) -> list[Change]:
    return [
        (change["field"], change["old"], change["new"])
        for entry in page(who, incident)["entries"]
        if entry["kind"] == kind
        for change in entry["changes"]
    ]


def listed(who: httpx.Client, **query: Any) -> list[str]:
    found = answered(who.get("/v1/incidents", params=query))["items"]
    return [item.get("title", item.get("building_note")) for item in found]


def happened(house: House, **values: Any) -> UUID:
    """A row put there directly, for what cannot be reported: the past."""
    given = {
        "site_id": house.site,
        "category": "noise",
        "severity": "medium",
        "title": "Støy",
        "occurred_at": "2026-01-05T20:00:00Z",
        "responsible": "district",
    }
    return house.add("incidents", **given | values)


def on_call(house: House, name: str, **values: Any) -> None:
    given = {
        "site_id": house.site,
        "responsible": "district",
        "name": name,
        "phone": "41200001",
        "weekdays": [1, 2, 3, 4, 5, 6, 7],
        "from_time": ALWAYS[0],
        "to_time": ALWAYS[1],
        "position": 1,
    }
    house.add("on_call_contacts", **given | values)


def notified(who: httpx.Client) -> list[str]:
    return [item["kind"] for item in answered(who.get("/v1/notifications"))["items"]]


def jpeg(width: int = 640, height: int = 480, **options: Any) -> bytes:
    content = BytesIO()
    Image.new("RGB", (width, height), "steelblue").save(content, "JPEG", **options)
    return content.getvalue()


def upload(
    who: httpx.Client, incident: str, content: bytes, name: str = "bilde.jpg", **form: str
) -> httpx.Response:
    return who.post(
        f"/v1/incidents/{incident}/pictures",
        files={"picture": (name, content, "image/jpeg")},
        data=form,
        headers={"Idempotency-Key": str(uuid4())},
    )


def at_home(house: House, label: str = "204") -> Caller:
    """A resident who lives in the unit `label`."""
    person = house.resident()
    house.tenancy(house.unit(label), house.household(person))
    return house.as_resident(person)
