"""Numbers that identify a person: each showing, search and reveal leaves its own line."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from bomiljo.features.residents.identifier_schemas import (
    FindByIdentifier,
    Finds,
    Found,
    Identifiers,
    IdentifierView,
    NewIdentifier,
    Reveal,
    Revealed,
)
from bomiljo.features.residents.model import Identifier, IdentifierKind, Resident
from bomiljo.features.residents.problems import (
    DufCheckDigitsDoubtful,
    EndsBeforeItBegins,
    IdentifierAlreadyHere,
    IdentifierOfAnother,
    NotAPersonNumber,
    SyntheticNumber,
)
from bomiljo.features.residents.service import held
from bomiljo.kernel import numbers
from bomiljo.kernel.clock import today
from bomiljo.kernel.disclosures import disclose
from bomiljo.kernel.problems import NotFound
from bomiljo.kernel.sealing import Seal

SUCCEEDS = {
    IdentifierKind.DUF: (IdentifierKind.DUF,),
    IdentifierKind.DNR: (IdentifierKind.DNR,),
    IdentifierKind.FNR: (IdentifierKind.FNR, IdentifierKind.DNR),
}
"""Which open numbers stop when one of the kind begins: a D-number ceases with the real number."""


def check(new: NewIdentifier, *, synthetic: bool) -> None:
    if new.kind is IdentifierKind.DUF:
        if not numbers.is_duf(new.value):
            raise NotAPersonNumber
        if not numbers.duf_check_fits(new.value) and not new.check_overridden_because:
            raise DufCheckDigitsDoubtful
        return
    if not numbers.is_person_number(new.value, new.kind.value, today()):
        raise NotAPersonNumber
    if numbers.is_synthetic(new.value) and not synthetic:
        raise SyntheticNumber


def _view(one: Identifier) -> IdentifierView:
    return IdentifierView(
        id=one.id,
        kind=one.kind,
        masked=one.masked,
        source=one.source,
        from_day=one.period.lower or date.min,
        until=one.period.upper,
        check_overridden_because=one.check_overridden_because,
    )


async def history(session: AsyncSession, resident_id: UUID) -> Sequence[Identifier]:
    found = await session.scalars(
        select(Identifier)
        .where(Identifier.resident_id == resident_id)
        .order_by(Identifier.period.desc(), Identifier.id)
    )
    return found.all()


async def own(session: AsyncSession, resident_id: UUID) -> list[IdentifierView]:
    """A resident's own numbers, masked; reading of oneself is no disclosure."""
    return [_view(one) for one in await history(session, resident_id)]


async def of(session: AsyncSession, resident_id: UUID) -> Identifiers:
    if await session.get(Resident, resident_id) is None:
        raise NotFound
    found = await history(session, resident_id)
    await disclose(session, "identifiers.list", [one.id for one in found], [resident_id])
    return Identifiers(items=[_view(one) for one in found])


async def add(
    session: AsyncSession, seal: Seal, resident_id: UUID, new: NewIdentifier
) -> IdentifierView:
    resident = await held(session, resident_id)
    mark = seal.hash(new.kind.value, new.value)
    await _alone_with(session, mark)
    if owners := {one.resident_id for one in await _with(session, mark)}:
        raise IdentifierAlreadyHere if resident_id in owners else IdentifierOfAnother
    await _succeed(session, resident_id, new)
    identifier_id = uuid7()
    identifier = Identifier(
        id=identifier_id,
        district_id=resident.district_id,
        resident_id=resident_id,
        kind=new.kind,
        ciphertext=seal.close(new.value, identifier_id),
        search_hash=mark,
        masked=numbers.masked(new.value),
        period=Range(new.from_day, None),
        source=new.source,
        check_overridden_because=new.check_overridden_because,
    )
    session.add(identifier)
    await session.flush()
    return _view(identifier)


async def _alone_with(session: AsyncSession, mark: bytes) -> None:
    """Let those who register one number take turns; a unique index would betray the protected."""
    turn = int.from_bytes(mark[:8], signed=True)
    await session.execute(func.pg_advisory_xact_lock(turn).select())


async def _with(session: AsyncSession, mark: bytes) -> Sequence[Identifier]:
    """Who has this number, among those that the actor may know of."""
    found = await session.scalars(select(Identifier).where(Identifier.search_hash == mark))
    return found.all()


async def _succeed(session: AsyncSession, resident_id: UUID, new: NewIdentifier) -> None:
    for earlier in await history(session, resident_id):
        begun = earlier.period.lower
        replaced = earlier.kind in SUCCEEDS[new.kind] and earlier.period.upper is None
        if replaced and begun and begun < new.from_day:
            earlier.period = Range(begun, new.from_day)


async def _one(session: AsyncSession, resident_id: UUID, identifier_id: UUID) -> Identifier:
    identifier = await session.get(Identifier, identifier_id)
    if identifier is None or identifier.resident_id != resident_id:
        raise NotFound
    return identifier


async def end(
    session: AsyncSession, resident_id: UUID, identifier_id: UUID, day: date
) -> IdentifierView:
    identifier = await _one(session, resident_id, identifier_id)
    if not identifier.period.lower or day <= identifier.period.lower:
        raise EndsBeforeItBegins
    identifier.period = Range(identifier.period.lower, day)
    await session.flush()
    return _view(identifier)


def _purpose(why: Reveal) -> str:
    return f"{why.purpose.value}: {why.note}"


async def reveal(
    session: AsyncSession, seal: Seal, resident_id: UUID, identifier_id: UUID, why: Reveal
) -> Revealed:
    identifier = await _one(session, resident_id, identifier_id)
    await disclose(
        session, "identifiers.reveal", [identifier.id], [resident_id], purpose=_purpose(why)
    )
    value = seal.open(identifier.ciphertext, identifier.id)
    return Revealed(kind=identifier.kind, value=value)


async def find(session: AsyncSession, seal: Seal, sought: FindByIdentifier) -> Finds:
    """The search is logged whether it finds anybody or not, never with the number."""
    found = await _with(session, seal.hash(sought.kind.value, sought.value))
    people = [await session.get_one(Resident, one.resident_id) for one in found]
    await disclose(
        session,
        "identifiers.find",
        [one.id for one in found],
        [one.id for one in people],
        purpose=_purpose(sought),
    )
    return Finds(
        items=[
            Found(resident_id=one.id, given_name=one.given_name, family_name=one.family_name)
            for one in people
        ]
    )
