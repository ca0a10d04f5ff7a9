"""A chosen plan carried out in one transaction: it makes everything, or nothing at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.furnishing import service as furnishing
from bomiljo.features.placement import board_queries, dealing, planning
from bomiljo.features.placement.board_schemas import AlternativeRef, CommitPlan, LeaseTerms
from bomiljo.features.placement.model import (
    Alternative,
    Candidate,
    CandidateHousehold,
    CandidateIdentifier,
    Placement,
)
from bomiljo.features.placement.problems import AlternativeNotChosen, DayNotAhead, PlanIsCommitted
from bomiljo.features.residents import helpers, households, identifiers, service
from bomiljo.features.residents.household_schemas import NewHousehold, NewMember
from bomiljo.features.residents.identifier_schemas import NewIdentifier
from bomiljo.features.residents.model import (
    BirthDateSource,
    IdentifierKind,
    IdentifierSource,
    Resident,
)
from bomiljo.features.residents.schemas import LanguageInput, NewResident
from bomiljo.features.sites.model import Unit
from bomiljo.features.tenancies import service as tenancies
from bomiljo.features.tenancies.model import Tenancy, TenancyKind
from bomiljo.features.tenancies.schemas import MoveIn
from bomiljo.kernel.clock import now, today
from bomiljo.kernel.languages import LANGUAGES
from bomiljo.kernel.numbers import duf_check_fits
from bomiljo.kernel.sealing import Seal

AS_LISTED = "Som på lista fra IMDi"
FALLBACK = "nb"


@dataclass(frozen=True, slots=True)
class Settling:
    """What is the same for all households of one plan."""

    session: AsyncSession
    actor: Actor
    seal: Seal
    given: LeaseTerms
    helpers: Mapping[UUID, Sequence[dealing.Who]] = field(default_factory=dict)


async def carry_out(
    session: AsyncSession, actor: Actor, seal: Seal, alternative_id: UUID, given: CommitPlan
) -> AlternativeRef:
    one = await planning.held(session, alternative_id, given.version)
    if one.chosen_at is None:
        raise AlternativeNotChosen
    if one.committed_at:
        raise PlanIsCommitted
    if given.from_day <= today():
        raise DayNotAhead
    placements = await planning.placements_of(session, one.id)
    settling = Settling(session, actor, seal, given, await _helpers(session, one, placements))
    if given.package_id:
        coming = await _coming(session, placements)
        await furnishing.open_missing(session, actor, given.package_id, [*coming], coming)
    for placement in sorted(placements, key=lambda p: p.unit_id):
        await _settle(settling, placement)
    one.committed_at, one.committed_by = now(), actor.id
    await session.flush()
    return planning.ref(one)


async def _coming(session: AsyncSession, placements: Sequence[Placement]) -> Mapping[UUID, int]:
    """How many move into each unit of the plan."""
    units = {placement.household_id: placement.unit_id for placement in placements}
    found = await session.execute(
        select(Candidate.household_id, func.count())
        .where(Candidate.household_id.in_(units))
        .group_by(Candidate.household_id)
    )
    return {units[row[0]]: row[1] for row in found}


async def _helpers(
    session: AsyncSession, one: Alternative, placements: Sequence[Placement]
) -> Mapping[UUID, Sequence[dealing.Who]]:
    """As the table has shown it: in the order in which the households come."""
    chosen = (await dealing.chosen(session, [one.id])).get(one.id)
    if not chosen:
        return {}
    households = await board_queries.coming(session, one.district_id)
    here = {placement.household_id for placement in placements}
    supports = {who: c.comer.facts.support for who, c in households.items() if who in here}
    return dealing.shared(supports, chosen, await dealing.loads(session, one.site_id)).of


async def _settle(settling: Settling, placement: Placement) -> None:
    household = await settling.session.get_one(CandidateHousehold, placement.household_id)
    tenancy = await make_home(settling, household, placement.unit_id)
    placement.tenancy_id = tenancy.id


async def people_of(session: AsyncSession, household_id: UUID) -> Sequence[Candidate]:
    found = await session.scalars(
        select(Candidate)
        .where(Candidate.household_id == household_id)
        .order_by(Candidate.line, Candidate.id)
    )
    return found.all()


async def make_home(settling: Settling, household: CandidateHousehold, unit_id: UUID) -> Tenancy:
    """Residents, their household and its lease, from a household on a list."""
    session, given = settling.session, settling.given
    people = await people_of(session, household.id)
    unit = await session.get_one(Unit, unit_id)
    members = []
    for candidate in people:
        resident = await _register(settling, candidate, unit.site_id)
        for kind, user_id in settling.helpers.get(household.id, ()):
            await helpers.name(session, resident, kind, user_id, today())
        for helper in given.helpers:
            await helpers.name(session, resident, helper.kind, helper.user_id, today())
        members.append(NewMember(resident_id=resident.id, relation=candidate.relation))
    home = await households.found(
        session,
        settling.actor,
        NewHousehold(kind=household.kind, members=members, from_day=today()),
    )
    household.home_id = home.id
    return await tenancies.move_in(
        session,
        settling.actor,
        MoveIn(
            kind=TenancyKind.FIXED_TERM,
            legal_ground=given.legal_ground,
            contract_ends_on=given.contract_ends_on,
            household_id=home.id,
            unit_id=unit_id,
            from_day=_first_day(people, given.from_day),
            helpers=[],
        ),
    )


def _first_day(people: Sequence[Candidate], otherwise: date) -> date:
    ahead = [one.planned_on for one in people if one.planned_on and one.planned_on > today()]
    return min(ahead, default=otherwise)


async def _register(settling: Settling, candidate: Candidate, site_id: UUID) -> Resident:
    session = settling.session
    own = candidate.own_languages
    resident = await service.register(
        session,
        settling.actor,
        NewResident(
            given_name=candidate.given_name,
            family_name=candidate.family_name,
            birth_date=candidate.birth_date,
            birth_date_source=(
                BirthDateSource.IMDI if candidate.birth_date else BirthDateSource.UNKNOWN
            ),
            site_id=site_id,
            portal_language=next((one for one in own if LANGUAGES[one].portal), FALLBACK),
            languages=_languages(candidate),
        ),
    )
    candidate.resident_id = resident.id
    await _number(settling, candidate, resident)
    return resident


def _languages(candidate: Candidate) -> list[LanguageInput]:
    own, written, interpreter = (
        candidate.own_languages,
        candidate.written_languages,
        candidate.interpreter_languages,
    )
    return [
        LanguageInput(
            language=one,
            own=one in own,
            written=one in written,
            interpreter=one in interpreter,
        )
        for one in dict.fromkeys([*own, *written, *interpreter])
    ]


async def _number(settling: Settling, candidate: Candidate, resident: Resident) -> None:
    """The number leaves its seal only to be sealed again for the resident's row."""
    sealed = await settling.session.scalar(
        select(CandidateIdentifier).where(CandidateIdentifier.candidate_id == candidate.id)
    )
    if sealed is None:
        return
    value = settling.seal.open(sealed.ciphertext, sealed.id)
    number = NewIdentifier(
        kind=IdentifierKind.DUF,
        value=value,
        source=IdentifierSource.IMDI,
        from_day=today(),
        check_overridden_because=None if duf_check_fits(value) else AS_LISTED,
    )
    await identifiers.add(settling.session, settling.seal, resident.id, number)
