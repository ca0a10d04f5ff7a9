"""Reporting an incident, finding it again, and reading it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from bomiljo.access.roles import Role

from tests.factories import House

LEAK = {"category": "leak", "title": "Vann på badegulvet"}


def report(who: httpx.Client, **given: Any) -> dict[str, Any]:
    answer = who.post("/v1/incidents", json=LEAK | given)
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    return body


def test_category_and_title_are_enough(house: House) -> None:
    worker = house.as_(Role.ENV_WORKER)
    made = report(worker)
    assert made["number"].startswith("H-")
    assert (made["severity"], made["status"], made["version"]) == ("serious", "new", 1)
    assert (made["site_id"], made["unit"], made["on_call"]) == (str(house.site), None, [])
    shown = worker.get(f"/v1/incidents/{made['id']}").json()
    assert shown["title"] == LEAK["title"]
    assert shown["reporter"] == {"id": str(worker.id), "name": worker.name}
    happened = datetime.fromisoformat(shown["occurred_at"])
    assert abs(datetime.now(UTC) - happened) < timedelta(minutes=1)
    assert house.rows("SELECT actor_id, role FROM change_log WHERE row_id = %s", made["id"]) == [
        (worker.id, "env_worker")
    ]
