"""Calling meetings, one or a series of them; moving and cancelling them."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.access.roles import OrganisationKind
from bomiljo.features.meetings import invitations, recurrence, telling
from bomiljo.features.meetings.inputs import (
    Cancel,
    EditMeeting,
    EditSeries,
    Move,
    NewMeeting,
    NewSeries,
    SeriesDays,
)
from bomiljo.features.meetings.model import (
    AHEAD,
    Meeting,
    MeetingKind,
    MeetingSeries,
    MeetingStatus,
)
from bomiljo.features.meetings.problems import (
    MeetingIsOver,
    MonthlyStaysOnItsDay,
    MovedIntoPast,
    NotInSeries,
    SiteUnknown,
)
from bomiljo.features.meetings.schemas import SeriesDay, SeriesPreview
from bomiljo.features.meetings.seats import held
from bomiljo.kernel.clock import OSLO, now
from bomiljo.kernel.problems import NotFound

K = OrganisationKind
TABLES = {
    MeetingKind.NAV: {K.NAV},
    MeetingKind.INTAKE: {K.NAV},
    MeetingKind.JOB_SHADOWING: {K.NAV},
    MeetingKind.LANDLORD: {K.LANDLORD},
}


def _table(actor: Actor, new: NewMeeting | NewSeries) -> list[str]:
    """Who meets: the district, the caller's own service, and those asked or usual."""
    asked = set(new.organisations) or TABLES.get(new.kind, set())
    return sorted({K.DISTRICT, K(actor.audience), *asked})


def _at_own_site(actor: Actor, site: UUID | None) -> None:
    if site and site not in actor.sites:
        raise SiteUnknown


async def call(session: AsyncSession, actor: Actor, new: NewMeeting) -> UUID:
    _at_own_site(actor, new.site_id)
    begins_at = recurrence.instant(new.day, new.begins)
    meeting = Meeting(
        district_id=actor.district_id,
        site_id=new.site_id,
        kind=new.kind,
        title=new.title,
        organisations=_table(actor, new),
        begins_at=begins_at,
        ends_at=begins_at + timedelta(minutes=new.minutes),
        place=new.place,
    )
    session.add(meeting)
    await session.flush()
    await invitations.ask(session, [meeting], new.participants)
    await telling.called(session, actor, [meeting])
    return meeting.id


def preview(given: SeriesDays | NewSeries) -> SeriesPreview:
    items = []
    for day in recurrence.days(given.rule, given.first_day):
        begins_at = recurrence.instant(day, given.begins)
        items.append(
            SeriesDay(
                day=day,
                week=day.isocalendar().week,
                holiday=recurrence.holiday(day),
                begins_at=begins_at,
                ends_at=begins_at + timedelta(minutes=given.minutes),
            )
        )
    return SeriesPreview(items=items)


async def start_series(session: AsyncSession, actor: Actor, new: NewSeries) -> UUID:
    """The series with a meeting on each of its days, of which there are a bounded number."""
    _at_own_site(actor, new.site_id)
    days = preview(new).items
    table = {
        "district_id": actor.district_id,
        "site_id": new.site_id,
        "kind": new.kind,
        "title": new.title,
        "organisations": _table(actor, new),
        "place": new.place,
    }
    series = MeetingSeries(
        **table,
        rule=new.rule.upper(),
        first_day=new.first_day,
        begins=new.begins,
        minutes=new.minutes,
        topics=list(new.topics),
    )
    session.add(series)
    await session.flush()
    meetings = [
        Meeting(**table, series_id=series.id, begins_at=one.begins_at, ends_at=one.ends_at)
        for one in days
    ]
    session.add_all(meetings)
    await session.flush()
    await invitations.ask(session, meetings, new.participants)
    await telling.called(session, actor, meetings)
    return series.id


async def edit_series(session: AsyncSession, series_id: UUID, given: EditSeries) -> None:
    series = await _series(session, series_id)
    series.expect(given.version)
    series.title = given.title or series.title
    if given.topics is not None:
        series.topics = list(given.topics)


async def _series(session: AsyncSession, series_id: UUID) -> MeetingSeries:
    series = await session.get(MeetingSeries, series_id, with_for_update=True)
    if series is None:
        raise NotFound
    return series


async def edit(session: AsyncSession, meeting_id: UUID, given: EditMeeting) -> None:
    meeting = await held(session, meeting_id)
    meeting.expect(given.version)
    meeting.title = given.title or meeting.title
    if "place" in given.model_fields_set:
        meeting.place = given.place
    _announce(meeting)


def _announce(meeting: Meeting) -> None:
    meeting.sequence += 1
    meeting.changed_at = now()


async def move(session: AsyncSession, actor: Actor, meeting_id: UUID, to: Move) -> None:
    """It, or it and those that follow, by as many days and to the same hour."""
    meeting = await held(session, meeting_id)
    meeting.expect(to.version)
    if recurrence.instant(to.day, to.begins) <= now():
        raise MovedIntoPast
    affected = await _affected(session, meeting, following=to.following)
    by = to.day - meeting.begins_at.astimezone(OSLO).date()
    if to.following and meeting.series_id:
        _shift(await _series(session, meeting.series_id), by, to)
    for one in affected:
        _put(one, one.begins_at.astimezone(OSLO).date() + by, to)
        if one is not meeting:
            one.version += 1
    await telling.moved(session, actor, affected)


def _put(meeting: Meeting, day: date, to: Move) -> None:
    lasts = timedelta(minutes=to.minutes) if to.minutes else meeting.ends_at - meeting.begins_at
    begins_at: datetime = recurrence.instant(day, to.begins)
    if begins_at != meeting.begins_at:
        meeting.moved_from, meeting.status = meeting.begins_at, MeetingStatus.MOVED
    meeting.begins_at, meeting.ends_at = begins_at, begins_at + lasts
    meeting.place = to.place or meeting.place
    meeting.reason = to.reason
    _announce(meeting)


def _shift(series: MeetingSeries, by: timedelta, to: Move) -> None:
    rule = recurrence.shifted(series.rule, by.days)
    if rule is None:
        raise MonthlyStaysOnItsDay
    series.rule, series.begins = rule, time(to.begins.hour, to.begins.minute)
    series.minutes = to.minutes or series.minutes
    series.place = to.place or series.place
    series.version += 1


async def cancel(session: AsyncSession, actor: Actor, meeting_id: UUID, why: Cancel) -> None:
    """It, or it and those that follow."""
    meeting = await held(session, meeting_id)
    meeting.expect(why.version)
    affected = await _affected(session, meeting, following=why.following)
    for one in affected:
        one.status, one.reason = MeetingStatus.CANCELLED, why.reason
        _announce(one)
        if one is not meeting:
            one.version += 1
    await telling.cancelled(session, actor, affected)


async def _affected(
    session: AsyncSession, meeting: Meeting, *, following: bool
) -> Sequence[Meeting]:
    if meeting.status not in AHEAD:
        raise MeetingIsOver
    if not following:
        return [meeting]
    if meeting.series_id is None:
        raise NotInSeries
    found = await session.scalars(
        select(Meeting)
        .where(
            Meeting.series_id == meeting.series_id,
            Meeting.begins_at >= meeting.begins_at,
            Meeting.status.in_(AHEAD),
        )
        .order_by(Meeting.begins_at)
        .with_for_update()
    )
    return found.all()
