"""What a meeting could take up: what its series left open, and what has happened meanwhile."""

from collections.abc import Iterable
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.features.incidents.model import OPEN, Incident, Severity
from bomiljo.features.meetings.model import (
    ActionItem,
    ActionStatus,
    AgendaItem,
    Meeting,
    MeetingKind,
    MeetingSeries,
    OpenQuestion,
)
from bomiljo.features.meetings.schemas import Proposals, ProposalView
from bomiljo.features.milestones import queries as milestones
from bomiljo.kernel.clock import today
from bomiljo.kernel.problems import NotFound

Source = Literal["topic", "action", "question", "incident", "milestone"]
MOST = 20
LONGEST = 200
SHARED = {MeetingKind.LANDLORD: (1, 3), MeetingKind.NAV: (2, 3)}
"""In which meetings incidents are talked of: those that the partner sees."""


async def propose(session: AsyncSession, meeting_id: UUID) -> Proposals:
    meeting = await session.get(Meeting, meeting_id)
    if meeting is None:
        raise NotFound
    found = await session.scalars(select(AgendaItem).where(AgendaItem.meeting_id == meeting_id))
    taken = found.all()
    titles = {item.title for item in taken}
    there = {one for item in taken for one in (item.action_id, item.question_id, item.incident_id)}
    items = [
        *await _topics(session, meeting, titles),
        *await _actions(session, meeting),
        *await _questions(session, meeting),
        *await _incidents(session, meeting),
        *await _standing_still(session, meeting, titles),
    ]
    return Proposals(items=[*_new(items, there)])


def _new(items: Iterable[ProposalView], there: set[UUID | None]) -> Iterable[ProposalView]:
    for item in items:
        source = item.action_id or item.question_id or item.incident_id
        if source is None or source not in there:
            yield item


def _before(meeting: Meeting) -> ColumnElement[bool]:
    """Earlier meetings of its series; without a series, of its kind and at its table."""
    if meeting.series_id:
        return Meeting.series_id == meeting.series_id
    return (Meeting.kind == meeting.kind) & (Meeting.circle == meeting.circle)


async def _topics(session: AsyncSession, meeting: Meeting, titles: set[str]) -> list[ProposalView]:
    series = await session.get(MeetingSeries, meeting.series_id) if meeting.series_id else None
    return [
        _proposal("topic", one) for one in (series.topics if series else []) if one not in titles
    ]


async def _actions(session: AsyncSession, meeting: Meeting) -> list[ProposalView]:
    found = await session.scalars(
        select(ActionItem)
        .join(Meeting, Meeting.id == ActionItem.meeting_id)
        .where(
            _before(meeting),
            Meeting.id != meeting.id,
            ActionItem.status == ActionStatus.OPEN,
        )
        .order_by(ActionItem.due_on)
        .limit(MOST)
    )
    return [
        _proposal(
            "action", one.what, due_on=one.due_on, overdue=one.due_on < today(), action_id=one.id
        )
        for one in found
    ]


async def _questions(session: AsyncSession, meeting: Meeting) -> list[ProposalView]:
    found = await session.scalars(
        select(OpenQuestion)
        .join(Meeting, Meeting.id == OpenQuestion.meeting_id)
        .where(
            _before(meeting),
            Meeting.id != meeting.id,
            OpenQuestion.answered_at.is_(None),
        )
        .order_by(OpenQuestion.until)
        .limit(MOST)
    )
    return [
        _proposal(
            "question",
            one.question,
            due_on=one.until,
            overdue=one.until < today(),
            question_id=one.id,
        )
        for one in found
    ]


async def _incidents(session: AsyncSession, meeting: Meeting) -> list[ProposalView]:
    """The landlord's part for the landlord's table; what is grave for Nav's."""
    sharing = SHARED.get(meeting.kind)
    if sharing is None:
        return []
    building = meeting.kind is MeetingKind.LANDLORD
    conditions: list[ColumnElement[bool]] = [
        Incident.sharing.in_(sharing),
        Incident.status.in_(OPEN),
    ]
    if meeting.site_id:
        conditions.append(Incident.site_id == meeting.site_id)
    if not building:
        conditions.append(Incident.severity.in_((Severity.SERIOUS, Severity.ACUTE)))
    text = Incident.building_note if building else Incident.title
    found = await session.execute(
        select(Incident.id, Incident.number, text.label("text"), Incident.due_on)
        .where(Incident.district_id == meeting.district_id, *conditions)
        .order_by(Incident.gravity.desc(), Incident.created_at)
        .limit(MOST)
    )
    return [
        _proposal(
            "incident",
            f"H-{row.number} {row.text}",
            due_on=row.due_on,
            overdue=row.due_on is not None and row.due_on < today(),
            incident_id=row.id,
        )
        for row in found
    ]


async def _standing_still(
    session: AsyncSession, meeting: Meeting, titles: set[str]
) -> list[ProposalView]:
    """What many wait for, for the resource team: by step, never by person."""
    if meeting.kind is not MeetingKind.RESOURCE_TEAM:
        return []
    found = await milestones.standing_still(session, meeting.district_id, meeting.site_id)
    return [
        _proposal("milestone", f"Ventevev: {name}")
        for name, _ in found
        if f"Ventevev: {name}" not in titles
    ]


def _proposal(source: Source, text: str, **about: Any) -> ProposalView:
    """A long text becomes a title and its whole as detail."""
    line = " ".join(text.split())
    title = line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
    nothing = dict.fromkeys(("due_on", "action_id", "question_id", "incident_id"))
    return ProposalView(
        **{**nothing, "overdue": False, **about},
        source=source,
        title=title,
        detail=None if title == text else text,
    )
