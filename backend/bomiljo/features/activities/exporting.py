"""The plan as a table for other programs; its columns are those that the import reads."""

import csv
import io
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.activities import queries
from bomiljo.features.activities.model import Activity, ActivityStatus
from bomiljo.features.activities.plan_reading import NAMES, STATES
from bomiljo.features.activities.schemas import ExportQuery

BOM = "\ufeff"
"""Tells Excel that the letters are UTF-8."""

HEADING = ("Uke", "Dato", "Klokka", "Aktivitet", "Status", "Sted", "Påmeldte", "Plasser", "Møtte")
WORDS = {state: word for word, state in reversed(STATES.items())}
ACTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula."""


async def as_csv(session: AsyncSession, actor: Actor, query: ExportQuery) -> str:
    values = queries.chosen(query, actor)
    found = await session.scalars(
        select(Activity)
        .where(Activity.district_id == actor.district_id)
        .where(*(queries.FILTERS[name] for name in sorted(values)))
        .order_by(Activity.stands_at, Activity.id)
        .params(values)
    )
    out = io.StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow(HEADING)
    table.writerows([_plain(cell) for cell in _cells(one)] for one in found)
    return BOM + out.getvalue()


def _cells(one: Activity) -> tuple[Any, ...]:
    week = one.week.isocalendar().week if one.week else ""
    day = one.day and f"{NAMES[one.day.isoweekday() - 1].capitalize()} {one.day:%d.%m.%Y}"
    shown = one.status not in {ActivityStatus.IDEA, ActivityStatus.OPEN_SLOT}
    return (
        week,
        day or "",
        f"{one.starts:%H.%M}" if one.starts else "",
        one.title or "",
        WORDS[one.status].capitalize(),
        one.place or "",
        one.taken if shown else "",
        one.capacity or "",
        one.attended if one.status is ActivityStatus.DONE else "",
    )


def _plain(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(ACTS) else cell
