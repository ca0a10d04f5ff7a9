"""The attest: what a youth can show the next employer. It is handed over on paper, not kept."""

from asyncio import to_thread
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from bomiljo.access.actor import Actor
from bomiljo.features.crew import queries, service
from bomiljo.features.crew.columns import counted
from bomiljo.features.crew.model import CrewAssignment, CrewHand, CrewMember, CrewWeek, MemberKind
from bomiljo.features.crew.problems import AttestHoursMissing, AttestNotForLeaders, AttestTooEarly
from bomiljo.features.identity.model import District
from bomiljo.features.sites.model import Site
from bomiljo.kernel.clock import today
from bomiljo.kernel.papers import Paper, printed_today

LINE = "_" * 44


@dataclass(frozen=True, slots=True)
class Attest:
    name: str
    employer: str
    municipality: str
    site: str
    week: CrewWeek
    days: int
    minutes: int
    units: int
    pieces: int
    rooms: tuple[str, ...]
    leaders: tuple[str, ...]

    @property
    def hours(self) -> str:
        whole, rest = divmod(self.minutes, 60)
        return f"{whole} timer" + (f" og {rest} minutter" if rest else "")

    @property
    def period(self) -> str:
        return f"{self.week.first_day:%d.%m.%Y} til {self.week.last_day:%d.%m.%Y}"

    @property
    def tasks(self) -> str:
        """In whole sentences; what was not counted is not said."""
        told = [f"{self.name} har vært del av et arbeidslag som gjør boliger klare til innflytting"]
        if self.units:
            homes = "én enhet" if self.units == 1 else f"{self.units} enheter"
            told.append(f" og har vært med på å montere møbler og sette inn utstyr i {homes}")
        if self.pieces:
            things = "én gjenstand" if self.pieces == 1 else f"{self.pieces} gjenstander"
            told.append(f", til sammen {things} etter sjekkliste")
        return "".join([*told, "."])


async def attest(session: AsyncSession, actor: Actor, member_id: UUID) -> Response:
    """From the week's last day on, once every working day is accounted for."""
    member = await service.member(session, member_id)
    week = await session.get_one(CrewWeek, member.week_id)
    if member.kind is not MemberKind.YOUTH:
        raise AttestNotForLeaders
    if today() < week.last_day:
        raise AttestTooEarly
    hours = await queries.hours_of(session, [member])
    if missing := queries.missing_days(week, hours):
        raise AttestHoursMissing(days=[str(one) for one in missing])
    district = await session.get_one(District, actor.district_id)
    site = await session.get_one(Site, week.site_id)
    work = await _done(session, member)
    pieces = await counted(session, {one.checklist_id for one in work})
    people = await queries.members(session, week.id)
    return await to_thread(
        _printed,
        Attest(
            name=member.name,
            employer=f"{district.name}, {district.municipality} kommune",
            municipality=district.municipality,
            site=site.name,
            week=week,
            days=sum(1 for one in hours if one.minutes),
            minutes=sum(one.minutes for one in hours),
            units=len({one.checklist_id for one in work}),
            pieces=pieces.of_all([(one.checklist_id, one.room) for one in work]).set_up,
            rooms=tuple(
                dict.fromkeys(
                    room
                    for one in work
                    for room in ([one.room] if one.room else pieces.rooms.get(one.checklist_id, {}))
                )
            ),
            leaders=tuple(one.name for one in people if one.kind is MemberKind.LEADER),
        ),
    )


async def _done(session: AsyncSession, member: CrewMember) -> list[CrewAssignment]:
    found = await session.scalars(
        select(CrewAssignment)
        .join(CrewHand, CrewHand.assignment_id == CrewAssignment.id)
        .where(CrewHand.member_id == member.id, CrewAssignment.done_at.is_not(None))
        .order_by(CrewAssignment.day, CrewAssignment.id)
    )
    return list(found)


def _printed(told: Attest) -> Response:
    paper = Paper(f"Attest: {told.name}", f"{told.employer} · {printed_today()}")
    paper.add_page()
    paper.heading("Attest")
    paper.facts(
        (
            ("Navn", told.name),
            ("Arbeidsgiver", told.employer),
            ("Arbeidssted", told.site),
            ("Periode", told.period),
            ("Arbeidsdager", str(told.days)),
            ("Arbeidstid", told.hours),
        )
    )
    paper.heading("Arbeidet", 13)
    paper.words(told.tasks)
    if told.rooms:
        paper.words(f"Oppgavene gjaldt: {', '.join(told.rooms)}.")
    paper.ln(10)
    paper.words(f"{told.municipality}, {today():%d.%m.%Y}")
    for leader in told.leaders or ("",):
        paper.ln(12)
        paper.words(f"{LINE}\n{leader or 'Navn'}, arbeidsleder")
    return paper.answer("attest")
