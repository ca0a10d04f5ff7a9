"""What meetings tell other pages: I dag, the search, the calendar."""

import asyncio
from datetime import timedelta
from typing import Any

from bomiljo.access.actor import Actor
from bomiljo.access.guard import ENTER
from bomiljo.access.roles import Role
from bomiljo.features.meetings import calendar
from bomiljo.kernel.calendar import Happening, Span
from bomiljo.kernel.clock import today
from bomiljo.kernel.database import Database
from bomiljo.settings import get_settings

from tests.factories import Caller, House
from tests.meetings import EARLIER, INTAKE, SOON, act, call, record, write
from tests.reports import answered

WORKER = Role.ENV_WORKER


def section(who: Caller, key: str) -> list[tuple[str, str, bool]]:
    sections = answered(who.get("/v1/today"))["sections"]
    (found,) = (one for one in sections if one["key"] == key)
    return [(line["kind"], line["title"], line["overdue"]) for line in found["lines"]]


def happenings(house: House, who: Caller, *, own: bool = False) -> list[Happening]:
    async def asked() -> list[Happening]:
        database = Database(get_settings().service_url, 1)
        async with database.transaction() as session:
            row: Any = await ENTER.row(session, {"id": who.session_id, "hash": None})
            actor = Actor(
                row["actor_id"],
                row["session_id"],
                Role(row["role"]),
                row["name"],
                row["district_id"],
                row["organisation_id"],
                row["membership_id"],
                tuple(row["sites"]),
            )
            span = Span(today(), SOON + timedelta(days=7), (house.site,))
            find = calendar.own_happenings if own else calendar.happenings
            found = await find(session, actor, span)
        await database.close()
        return found

    return asyncio.run(asked())


def test_i_dag_knows_my_meetings_my_actions_and_drafts(house: House) -> None:
    worker = house.as_(WORKER)
    me = {"participants": [{"user_id": str(worker.id)}]}
    call(worker, today(), title="I dag", begins="23:00", minutes=30, **me)
    call(worker, today(), title="Andres")
    held = call(worker, EARLIER, title="Holdt", **me)["id"]
    due = {"owner_user_id": str(worker.id), "due_on": str(today() - timedelta(days=1))}
    record(worker, held, "actions", what="For sent", **due)
    later = {"owner_organisation": "district", "due_on": str(today() + timedelta(days=6))}
    record(worker, held, "actions", what="Snart", **later)
    far = {"owner_user_id": str(worker.id), "due_on": str(today() + timedelta(days=8))}
    record(worker, held, "actions", what="Langt fram", **far)
    answered(write(worker, held, "Utkast"))
    assert section(worker, "meetings") == [("meeting.today", "I dag", False)]
    assert section(worker, "actions") == [
        ("action.overdue", "For sent", True),
        ("action.due", "Snart", False),
    ]
    assert section(worker, "minutes") == [("minutes.draft", "Holdt", False)]


def test_meetings_and_decisions_are_found(house: House) -> None:
    worker = house.as_(WORKER)
    key = call(worker, EARLIER, title="Om vaskeriet")["id"]
    record(worker, key, "decisions", body="Vaskeriet er åpent til 22.")
    found = answered(worker.post("/v1/search", json={"q": "vaskeriet"}))["groups"]
    assert [group["key"] for group in found] == ["meetings", "decisions"]
    assert {hit["link"]["id"] for group in found for hit in group["hits"]} == {key}
    assert answered(house.as_(Role.OPERATIONS).post("/v1/search", json={"q": "vaskeriet"})) == {
        "groups": []
    }


def test_the_calendar_has_them_under_a_name_that_says_nothing(house: House) -> None:
    worker, resident = house.as_(WORKER), house.resident()
    call(worker, title="Hele bydelen")
    new = INTAKE | {
        "day": SOON.isoformat(),
        "title": "Samtale om noe",
        "site_id": str(house.site),
        "participants": [{"resident_id": str(resident)}],
    }
    made = answered(worker.post("/v1/meetings", json=new), 201)
    answered(act(worker, made["id"], "cancel", reason="Sykdom"))
    both = happenings(house, worker)
    assert {one.title for one in both} == {"Hele bydelen", "Samtale om noe"}
    assert {one.neutral for one in both} == {"Møte"}
    (mine,) = happenings(house, house.as_resident(resident), own=True)
    assert (mine.title, mine.certainty, mine.sequence) == ("Møte", "cancelled", 1)
    assert happenings(house, house.as_resident(house.resident()), own=True) == []
