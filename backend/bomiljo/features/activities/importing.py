"""A plan comes in: read, looked through line by line, then all that was chosen or nothing."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from holidays import country_holidays
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.activities.inputs import monday
from bomiljo.features.activities.model import COMING, Activity, ActivityStatus
from bomiljo.features.activities.plan_reading import NAMES, WEEKDAYS, Read
from bomiljo.features.activities.plan_schemas import (
    Finding,
    FindingCode,
    KeptLine,
    PlanKept,
    PlanLine,
    PlanPreview,
    PlanToKeep,
)
from bomiljo.features.activities.problems import SiteMissing
from bomiljo.kernel.clock import today
from bomiljo.kernel.problems import FieldError, Invalid

F = FindingCode
S = ActivityStatus
DATED = frozenset({S.BOOKED, S.CONFIRMED, S.DONE})
STOPS = frozenset({F.DAY_UNREADABLE, F.DAY_MISSING})
LEFT_OUT = frozenset({F.PAST, F.DUPLICATE, F.TWICE, *STOPS})
"""Nobody is likely to want these in."""

Known = set[tuple[date | None, str]]


async def look_through(
    session: AsyncSession, actor: Actor, site_id: UUID, lines: Sequence[Read]
) -> PlanPreview:
    year = next((one.day.year for one in lines if one.day), today().year)
    kept = [
        KeptLine(
            line=one.line,
            raw=one.raw,
            week=_week(one.week_number, year) if one.day is None else None,
            week_number=one.week_number,
            day=one.day,
            weekday=one.weekday,
            title=one.title,
            description=one.description,
            starts=one.starts if one.day else None,
            status=one.status,
            reason=one.reason,
            weather_dependent=one.weather_dependent,
            place=one.place,
        )
        for one in lines
    ]
    marks = {one.line: one.marks for one in lines}
    return await look_again(session, actor, site_id, kept, marks)


def _week(number: int | None, year: int) -> date | None:
    try:
        return date.fromisocalendar(year, number, 1) if number else None
    except ValueError:
        return None


async def look_again(
    session: AsyncSession,
    actor: Actor,
    site_id: UUID,
    lines: Sequence[KeptLine],
    marks: dict[int, dict[str, dict[str, str]]] | None = None,
) -> PlanPreview:
    """The same lines after somebody has corrected some of them."""
    if site_id not in actor.sites:
        raise SiteMissing
    known = await _known(session, site_id, lines)
    seen: Known = set()
    items = []
    for one in lines:
        found = [
            *(
                _finding(F(code), **about)
                for code, about in (marks or {}).get(one.line, {}).items()
            ),
            *_findings(one, known, seen),
        ]
        if one.title:
            seen.add(_name(one.day or one.week, one.title))
        chosen = not LEFT_OUT.intersection(finding.code for finding in found)
        week = monday(one.day) if one.day else one.week
        items.append(
            PlanLine(**one.model_dump(exclude={"week"}), week=week, chosen=chosen, findings=found)
        )
    return PlanPreview(items=items)


def _name(day: date | None, title: str) -> tuple[date | None, str]:
    return day, title.casefold()


async def _known(session: AsyncSession, site_id: UUID, lines: Iterable[KeptLine]) -> Known:
    """What the plan holds already in the days that these lines are about."""
    days = [day for one in lines if (day := one.day or one.week)]
    if not days:
        return set()
    found = await session.execute(
        select(func.coalesce(Activity.day, Activity.week), Activity.title).where(
            Activity.site_id == site_id,
            Activity.title.is_not(None),
            Activity.week.between(min(days) - timedelta(days=6), max(days)),
        )
    )
    return {_name(day, title) for day, title in found if title}


def _finding(code: FindingCode, **about: str) -> Finding:
    return Finding(code=code, stops=code in STOPS, context=about)


def _findings(one: KeptLine, known: Known, seen: Known) -> Iterable[Finding]:
    if one.day:
        yield from _about_day(one, one.day)
    elif one.status in DATED:
        yield _finding(F.DAY_MISSING)
    elif one.status is not S.OPEN_SLOT:
        yield _finding(F.NO_DAY)
    if one.title is None:
        yield _finding(F.OPEN_SLOT)
        return
    name = _name(one.day or one.week, one.title)
    if name in known:
        yield _finding(F.DUPLICATE)
    elif name in seen:
        yield _finding(F.TWICE)


def _about_day(one: KeptLine, day: date) -> Iterable[Finding]:
    number = WEEKDAYS.get((one.weekday or "").lower())
    if number and number != day.isoweekday():
        yield _finding(
            F.WRONG_WEEKDAY,
            printed=one.weekday or "",
            real=NAMES[day.isoweekday() - 1],
            other_day=(monday(day) + timedelta(days=number - 1)).isoformat(),
        )
    week = day.isocalendar().week
    if one.week_number and one.week_number != week:
        yield _finding(F.WRONG_WEEK, printed=str(one.week_number), real=str(week))
    if day < today():
        yield _finding(F.PAST)
    if name := country_holidays("NO", years=day.year, language="no").get(day):
        yield _finding(F.HOLIDAY, name=name)


async def keep(session: AsyncSession, actor: Actor, given: PlanToKeep) -> PlanKept:
    """Every line, or none: a line that cannot stand is said at its place."""
    if given.site_id not in actor.sites:
        raise SiteMissing
    if wrong := [error for n, one in enumerate(given.rows) for error in _wrong(n, one)]:
        raise Invalid(*wrong)
    session.add_all(_activity(actor, given.site_id, one) for one in given.rows)
    await session.flush()
    days = [one.day for one in given.rows if one.day]
    return PlanKept(count=len(given.rows), first_day=min(days, default=None))


def _wrong(number: int, one: KeptLine) -> Iterable[FieldError]:
    if one.day is None and one.status in DATED:
        yield FieldError(field=f"rows.{number}.day", code="day-missing", message="It has no day")
    if one.title is None and one.status is not S.OPEN_SLOT:
        yield FieldError(
            field=f"rows.{number}.title", code="title-missing", message="It has no title"
        )


def _activity(actor: Actor, site_id: UUID, one: KeptLine) -> Activity:
    """The weekday of the paper is remembered where it contradicts the date."""
    values: dict[str, Any] = one.model_dump(
        include={"title", "description", "status", "weather_dependent", "place", "day"}
    )
    number = WEEKDAYS.get((one.weekday or "").lower())
    slip = one.day is not None and number is not None and number != one.day.isoweekday()
    put_off = one.status not in {*COMING, S.IDEA, S.OPEN_SLOT, S.DONE}
    return Activity(
        district_id=actor.district_id,
        site_id=site_id,
        week=monday(one.day) if one.day else one.week,
        starts=one.starts if one.day else None,
        reason=one.reason if put_off else None,
        weekday_text=one.weekday if slip else None,
        **values,
    )
