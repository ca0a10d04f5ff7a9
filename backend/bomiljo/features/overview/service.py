"""I dag, the search and the drawing of the house: what the rooms tell, put side by side.

A room joins a page by one `Source` in the tuples below; what it tells is written in its own
`today` or `search` module.
"""

from collections import Counter
from itertools import groupby
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.access.permissions import Permission
from bomiljo.features.activities import search as activity_search
from bomiljo.features.activities import today as activities
from bomiljo.features.contacts import search as contact_search
from bomiljo.features.contacts import today as contacts
from bomiljo.features.crew import today as crew
from bomiljo.features.furnishing import today as furnishing
from bomiljo.features.handover import today as handover
from bomiljo.features.incidents import search as incident_search
from bomiljo.features.incidents import today as incidents
from bomiljo.features.incidents.model import Severity
from bomiljo.features.meetings import search as meeting_search
from bomiljo.features.meetings import today as meetings
from bomiljo.features.milestones import today as milestones
from bomiljo.features.overview import queries
from bomiljo.features.overview.schemas import (
    Cell,
    Floor,
    Found,
    Group,
    HouseView,
    Section,
    TodayView,
)
from bomiljo.features.placement import today as placement
from bomiljo.features.residents import search as resident_search
from bomiljo.features.sites import search as unit_search
from bomiljo.features.sites.model import Use
from bomiljo.features.sites.schemas import UnitPlain, unit_view
from bomiljo.features.tenancies import today as tenancies
from bomiljo.kernel.clock import now, today
from bomiljo.kernel.lines import Hits, Lines, Source
from bomiljo.kernel.problems import NotFound

P = Permission

TODAY: tuple[Source[Permission, Lines], ...] = (
    Source("acute", P.INCIDENTS_READ, incidents.acute),
    Source("mine", P.INCIDENTS_READ, incidents.mine),
    Source("activities", P.ACTIVITIES_READ, activities.today_here),
    Source("meetings", P.MEETINGS_READ, meetings.meetings),
    Source("actions", P.MEETINGS_READ, meetings.actions),
    Source("minutes", P.MEETINGS_READ, meetings.minutes),
    Source("requests", P.PLACEMENT_WRITE, placement.waiting),
    Source("arriving", P.TENANCIES_READ, tenancies.arriving),
    Source("first_days", P.HANDOVER_READ, handover.first_days),
    Source("milestones", P.MILESTONES_READ, milestones.standing_still),
    Source("furnishing", P.FURNISHING_READ, furnishing.not_ready),
    Source("deliveries", P.FURNISHING_TICK, furnishing.deliveries),
    Source("leaving", P.TENANCIES_READ, tenancies.leaving),
    Source("week", P.INCIDENTS_READ, incidents.measures),
    Source("contracts", P.TENANCIES_READ, tenancies.contracts),
    Source("joining", P.HOUSEHOLDS_DECIDE, tenancies.joining),
    Source("moves", P.TENANCIES_WRITE, tenancies.moves_to_report),
    Source("crew_weeks", P.CREW_PLAN, crew.to_erase),
    Source("gaps", P.RESPONSIBILITIES_WRITE, contacts.gaps),
)
SEARCH: tuple[Source[Permission, Hits], ...] = (
    Source("residents", P.RESIDENTS_READ, resident_search.residents),
    Source("units", P.UNITS_READ, unit_search.units),
    Source("incidents", P.INCIDENTS_READ, incident_search.incidents),
    Source("activities", P.ACTIVITIES_READ, activity_search.activities),
    Source("meetings", P.MEETINGS_READ, meeting_search.meetings),
    Source("decisions", P.MEETINGS_READ, meeting_search.decisions),
    Source("contacts", P.CONTACTS_READ, contact_search.contacts),
)


async def show_today(session: AsyncSession, actor: Actor) -> TodayView:
    sections = [
        Section(key=source.key, lines=await source.find(session, actor))
        for source in TODAY
        if actor.may(source.permission)
    ]
    return TodayView(day=today(), at=now(), sections=sections)


async def search(session: AsyncSession, actor: Actor, text: str) -> Found:
    words = text.lower().split()[:6]
    groups = [
        Group(key=source.key, hits=await source.find(session, actor, words))
        for source in SEARCH
        if actor.may(source.permission)
    ]
    return Found(groups=[group for group in groups if group.hits])


async def show_house(session: AsyncSession, actor: Actor, site_id: UUID) -> HouseView:
    if site_id not in actor.sites:
        raise NotFound
    rows = await queries.cells(session, actor, site_id)
    severities = tuple(Severity)
    # why a unit is blocked is no part of the plain view of it
    withheld = dict.fromkeys(
        ("blocked_reason", "blocked_until") if unit_view(actor) is UnitPlain else ()
    )
    floors = []
    for (part, floor), units in groupby(rows, key=lambda row: (row.part, row.floor)):
        cells = [
            Cell(
                **{name: getattr(row, name) for name in Cell.model_fields if hasattr(row, name)}
                | withheld,
                worst_severity=None if row.worst is None else severities[row.worst].value,
            )
            for row in units
        ]
        floors.append(Floor(part=part, floor=floor, cells=cells))
    dwellings = [row for row in rows if row.use is Use.DWELLING]
    return HouseView(
        site_id=site_id,
        floors=floors,
        dwellings=len(dwellings),
        states=Counter(row.state for row in dwellings),
    )
