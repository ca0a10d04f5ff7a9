"""An intake meeting with the resident of everything, with one of all that a meeting holds."""

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from bomiljo.access.roles import Role

from tests.factories import House
from tests.house.rooms.room import Room, Things

TOMORROW = datetime.now(UTC) + timedelta(days=1)
BOTH = ["district", "nav"]


def furnish(house: House, things: Things) -> Mapping[str, UUID]:
    worker, advisor = house.as_(Role.ENV_WORKER), things["user_id"]
    table = {"site_id": house.site, "kind": "intake", "organisations": BOTH}
    series = house.add(
        "meeting_series",
        **table,
        title="Innkomstmøter",
        rule="FREQ=WEEKLY;COUNT=2",
        first_day=TOMORROW.date(),
        begins=time(10),
        minutes=60,
    )
    meeting = house.add(
        "meetings",
        **table,
        series_id=series,
        title="HELSEORD",
        begins_at=TOMORROW,
        ends_at=TOMORROW + timedelta(hours=1),
    )
    part = {"meeting_id": meeting}
    house.add("meeting_participants", user_id=worker.id, **part)
    participant = house.add(
        "meeting_participants", resident_id=things["resident_id"], interpreter="uk", **part
    )
    action = house.add(
        "meeting_actions",
        what="INTERNORD",
        owner_user_id=advisor,
        owner_organisation="district",
        due_on=TOMORROW.date(),
        **part,
    )
    question = house.add(
        "open_questions",
        question="INTERNORD",
        finder_organisation="nav",
        until=TOMORROW.date(),
        **part,
    )
    house.add("meeting_decisions", body="INTERNORD", **part)
    house.add("meeting_minutes", body="HELSEORD", number=1, written_by=worker.id, **part)
    return {
        "series_id": series,
        "meeting_id": meeting,
        "participant_id": participant,
        "agenda_item_id": house.add("agenda_items", position=1, title="NOTATORD", **part),
        "action_id": action,
        "question_id": question,
    }


def _somebody(_: Things, only: tuple[str, ...]) -> dict[str, str]:
    return {} if only else {"name": "Rektor"}


def _at_a_site(things: Things, only: tuple[str, ...]) -> dict[str, str]:
    return {} if only[:1] == ("site_id",) else {"site_id": str(things["site_id"])}


ROOM = Room(
    furnish,
    paths=(
        *("series_id", "meeting_id", "participant_id", "agenda_item_id"),
        *("action_id", "question_id"),
    ),
    said={
        "/meetings": _at_a_site,
        "/meetings/{meeting_id}/participants": _somebody,
        "/actions": lambda *_: {"owner_organisation": "district"},
        "/questions": lambda *_: {"finder_organisation": "district"},
    },
)
