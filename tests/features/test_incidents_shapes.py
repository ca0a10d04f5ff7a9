"""What PostgreSQL hands back as JSON for incidents is what the published views say."""

from typing import Any

import httpx
import pytest
from bomiljo.access.roles import Role
from bomiljo.features.incidents.portal_schemas import OwnReportPage, OwnReportWhole
from bomiljo.features.incidents.schemas import IncidentPage, IncidentView, PartiesView
from bomiljo.features.notifications.schemas import NotificationPage
from pydantic import TypeAdapter

from tests.factories import House
from tests.reports import act, answered, at_home, jpeg, notified, upload, write


def shape(value: Any) -> Any:
    """The fields, without what they hold."""
    if isinstance(value, dict):
        return {name: shape(one) for name, one in value.items()}
    return [shape(one) for one in value] if isinstance(value, list) else None


def matches(kind: Any, answer: httpx.Response) -> None:
    adapter = TypeAdapter(kind)
    view = adapter.validate_json(answer.raise_for_status().content, strict=True)
    again = adapter.dump_python(view, mode="json")
    assert shape(again) == shape(answer.json())
    assert adapter.validate_python(again) == view


@pytest.fixture
def lived(house: House) -> str:
    """An incident to which everything has happened."""
    resident, worker = at_home(house), house.as_(Role.ENV_WORKER)
    new = {"category": "leak", "place": "my_unit", "description": 'Ø «x» \\ " \n 💧'}
    key: str = answered(resident.post("/v1/portal/incidents", json=new), 201)["id"]
    answered(act(worker, key, "share", partner="nav"))
    answered(act(worker, key, "assign", assigned_to=str(house.as_(Role.OPERATIONS).id)))
    answered(act(worker, key, "status", status="waiting", note="«Ø»", audience="partners"))
    answered(act(worker, key, "status", status="closed"))
    answered(write(worker, key, "Notat\nover to linjer", audience="reporter"), 201)
    answered(upload(worker, key, jpeg(), caption="Tak", audience="partners"), 201)
    measure = {"what": "Bytt", "audience": "partners", "due_on": "2026-12-01"}
    answered(worker.post(f"/v1/incidents/{key}/measures", json=measure), 201)
    party = {"resident_id": str(house.resident()), "description": "Så det"}
    answered(worker.post(f"/v1/incidents/{key}/parties", json=party), 201)
    return key


@pytest.mark.parametrize("role", [Role.ENV_WORKER, Role.SETTLER, Role.OPERATIONS])
def test_the_list_and_the_page_of_one(house: House, lived: str, role: Role) -> None:
    matches(IncidentPage, house.as_(role).get("/v1/incidents"))
    matches(IncidentView, house.as_(role).get(f"/v1/incidents/{lived}"))


def test_those_who_are_part_of_it(house: House, lived: str) -> None:
    matches(PartiesView, house.as_(Role.MANAGER).get(f"/v1/incidents/{lived}/parties"))


def test_what_residents_see(house: House, lived: str) -> None:
    ((person,),) = house.rows("SELECT reporter_resident_id FROM incidents WHERE id = %s", lived)
    resident = house.as_resident(person)
    matches(OwnReportPage, resident.get("/v1/portal/incidents"))
    matches(OwnReportWhole, resident.get(f"/v1/portal/incidents/{lived}"))


def test_notifications(house: House, lived: str) -> None:
    assert lived
    assert notified(house.as_(Role.OPERATIONS))
    matches(NotificationPage, house.as_(Role.OPERATIONS).get("/v1/notifications"))
