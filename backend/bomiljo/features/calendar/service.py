"""The calendar: what the rooms put into it, and what is said about its days."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from bomiljo.access.actor import Actor
from bomiljo.access.permissions import Permission
from bomiljo.features.activities import calendar as activities
from bomiljo.features.calendar.model import CulturalDayChoice
from bomiljo.features.calendar.problems import DayUnknown, SpanTooLong
from bomiljo.features.calendar.schemas import (
    CalendarQuery,
    CalendarView,
    CulturalDays,
    CulturalDayView,
    HappeningView,
    MarkView,
)
from bomiljo.features.days import dates
from bomiljo.features.days.dates import OF_THE_MOON, Mark
from bomiljo.features.days.model import CulturalDay, SchoolBreak
from bomiljo.features.furnishing import calendar as furnishing
from bomiljo.features.incidents import calendar as incidents
from bomiljo.features.meetings import calendar as meetings
from bomiljo.features.tenancies import calendar as tenancies
from bomiljo.kernel.calendar import Happening, Happenings, Span
from bomiljo.kernel.clock import OSLO, today
from bomiljo.kernel.disclosures import disclose
from bomiljo.kernel.lines import Source
from bomiljo.kernel.problems import NotFound

P = Permission
LONGEST = timedelta(days=62)
YEAR = timedelta(days=400)

SOURCES: tuple[Source[Permission, Happenings], ...] = (
    Source("activities", P.ACTIVITIES_READ, activities.happenings),
    Source("meetings", P.MEETINGS_READ, meetings.happenings),
    Source("incidents", P.INCIDENTS_READ, incidents.happenings),
    Source("tenancies", P.TENANCIES_READ, tenancies.happenings),
    Source("furnishing", P.FURNISHING_READ, furnishing.happenings),
)
OWN_SOURCES: tuple[Source[Permission, Happenings], ...] = (
    Source("activities", P.PORTAL_USE, activities.own_happenings),
    Source("meetings", P.PORTAL_USE, meetings.own_happenings),
)


async def gather(
    session: AsyncSession, actor: Actor, span: Span, room: str | None = None
) -> list[Happening]:
    sources = OWN_SOURCES if actor.is_resident else SOURCES
    found = [
        happening
        for source in sources
        if actor.may(source.permission) and room in {None, source.key}
        for happening in await source.find(session, actor, span)
    ]
    return sorted(found, key=_order)


def _order(one: Happening) -> tuple[date, bool, bool, str]:
    """Day by day: who moves, then by the hour, and what is due at the end."""
    timed = isinstance(one.begins, datetime)
    return day_of(one), one.room == "incidents", timed, str(one.begins)


def day_of(happening: Happening) -> date:
    begins = happening.begins
    return begins.astimezone(OSLO).date() if isinstance(begins, datetime) else begins


async def show(session: AsyncSession, actor: Actor, query: CalendarQuery) -> CalendarView:
    if not timedelta() <= query.last - query.first < LONGEST:
        raise SpanTooLong
    if query.site_id and query.site_id not in actor.sites:
        raise NotFound
    sites = (query.site_id,) if query.site_id else actor.sites
    found = await gather(session, actor, Span(query.first, query.last, sites), query.room)
    shown = [one for one in found if one.mine or not query.mine]
    if shown:
        people = [person for one in shown for person in one.subjects]
        await disclose(session, "calendar", [one.id for one in shown], people)
    return CalendarView(
        first=query.first,
        last=query.last,
        happenings=[_view(one) for one in shown],
        marks=[MarkView.model_validate(one) for one in await _marks(session, query)],
    )


def _view(one: Happening) -> HappeningView:
    return HappeningView(
        room=one.room,
        id=one.id,
        site_id=one.site_id,
        title=one.title,
        day=day_of(one),
        begins=one.begins if isinstance(one.begins, datetime) else None,
        ends=one.ends,
        place=one.place,
        certainty=one.certainty,
        state=one.state,
        mine=one.mine,
        link=one.link,
    )


async def _marks(session: AsyncSession, query: CalendarQuery) -> list[Mark]:
    first, last = query.first, query.last
    known = await session.scalars(select(SchoolBreak))
    kept = [day for day, visible in await _cultural_days(session) if visible]
    found: Iterable[Mark] = (
        *dates.official(first, last),
        *dates.breaks(known, first, last),
        *dates.cultural(kept, first, last),
    )
    return sorted(found, key=lambda mark: (mark.first, list(dates.MarkKind).index(mark.kind)))


async def _cultural_days(session: AsyncSession) -> list[tuple[CulturalDay, bool]]:
    chosen = func.coalesce(CulturalDayChoice.visible, CulturalDay.default_visible)
    found = await session.execute(
        select(CulturalDay, chosen)
        .outerjoin(CulturalDayChoice, CulturalDayChoice.cultural_day_id == CulturalDay.id)
        .order_by(CulturalDay.code)
    )
    return [(row[0], row[1]) for row in found]


async def cultural_days(session: AsyncSession) -> CulturalDays:
    """Every day that could be shown, by when it comes next."""
    items = [
        CulturalDayView(
            code=day.code,
            sensitivity=day.sensitivity,
            visible=visible,
            next=min(
                max(mark.first, today()) for mark in dates.cultural([day], today(), today() + YEAR)
            ),
            approximate=day.rule in OF_THE_MOON,
        )
        for day, visible in await _cultural_days(session)
    ]
    return CulturalDays(items=sorted(items, key=lambda one: one.next))


async def show_day(session: AsyncSession, actor: Actor, code: str, *, visible: bool) -> None:
    """For the whole district, until somebody decides otherwise."""
    day = await session.scalar(select(CulturalDay).where(CulturalDay.code == code))
    if day is None:
        raise DayUnknown
    given = {
        "id": uuid7(),
        "district_id": actor.district_id,
        "cultural_day_id": day.id,
        "visible": visible,
    }
    keep = insert(CulturalDayChoice).values(given)
    await session.execute(
        keep.on_conflict_do_update(
            index_elements=["district_id", "cultural_day_id"], set_={"visible": visible}
        )
    )
