"""Behind their own doors: numbers that identify a person, and address protection.

An operation whose answer must never be kept for a repeat calls its transaction `session`, not `db`.
"""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.residents import identifiers, protection
from bomiljo.features.residents.identifier_schemas import (
    EndIdentifier,
    FindByIdentifier,
    Finds,
    Identifiers,
    IdentifierView,
    NewIdentifier,
    ProtectionView,
    Reveal,
    Revealed,
    SetProtection,
)
from bomiljo.features.residents.problems import (
    DufCheckDigitsDoubtful,
    EndsBeforeItBegins,
    GuardianDoesNotFit,
    IdentifierAlreadyHere,
    IdentifierOfAnother,
    NotAPersonNumber,
    SyntheticNumber,
    TwoGuardiansNeeded,
)
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems
from bomiljo.kernel.sealing import Seal
from bomiljo.settings import Settings

router = guarded_router("/residents", "identifiers")

Reader = Annotated[Actor, requires(Permission.IDENTIFIERS_READ)]
Writer = Annotated[Actor, requires(Permission.IDENTIFIERS_WRITE)]
Protector = Annotated[Actor, requires(Permission.PROTECTION_WRITE)]


def _seal(request: Request) -> Seal:
    seal: Seal = request.app.state.seal
    return seal


def _synthetic_allowed(request: Request) -> bool:
    settings: Settings = request.app.state.settings
    return settings.mode == "demo"


Sealed = Annotated[Seal, Depends(_seal)]
Synthetic = Annotated[bool, Depends(_synthetic_allowed)]


@router.post(
    "/find-by-identifier",
    summary="Find a resident by a whole number; the search is logged with its purpose",
)
async def find_by_identifier(
    actor: Reader, session: Db, seal: Sealed, sought: FindByIdentifier
) -> Finds:
    return await identifiers.find(session, seal, sought)


@router.get(
    "/{resident_id}/identifiers",
    summary="A resident's numbers, masked, with their history",
    responses=problems(NotFound),
)
async def list_identifiers(actor: Reader, db: Db, resident_id: UUID) -> Identifiers:
    return await identifiers.of(db, resident_id)


@router.post(
    "/{resident_id}/identifiers",
    status_code=201,
    summary="Register a DUF, D-number or national identity number; it takes over from earlier ones",
    responses=problems(
        NotFound,
        NotAPersonNumber,
        SyntheticNumber,
        DufCheckDigitsDoubtful,
        IdentifierAlreadyHere,
        IdentifierOfAnother,
    ),
)
async def add_identifier(
    actor: Writer, db: Db, seal: Sealed, synthetic: Synthetic, resident_id: UUID, new: NewIdentifier
) -> IdentifierView:
    identifiers.check(new, synthetic=synthetic)
    return await identifiers.add(db, seal, resident_id, new)


@router.post(
    "/{resident_id}/identifiers/{identifier_id}/end",
    summary="Say that a number is no longer used",
    responses=problems(NotFound, EndsBeforeItBegins),
)
async def end_identifier(
    actor: Writer, db: Db, resident_id: UUID, identifier_id: UUID, given: EndIdentifier
) -> IdentifierView:
    return await identifiers.end(db, resident_id, identifier_id, given.on_day)


@router.post(
    "/{resident_id}/identifiers/{identifier_id}/reveal",
    summary="Show a whole number for a stated purpose, which the resident can read",
    responses=problems(NotFound),
)
async def reveal_identifier(
    actor: Reader, session: Db, seal: Sealed, resident_id: UUID, identifier_id: UUID, why: Reveal
) -> Revealed:
    return await identifiers.reveal(session, seal, resident_id, identifier_id, why)


@router.get(
    "/{resident_id}/protection",
    summary="Grade of address protection, guardians and decisions",
    responses=problems(NotFound),
)
async def get_protection(actor: Protector, db: Db, resident_id: UUID) -> ProtectionView:
    return await protection.show(db, resident_id)


@router.put(
    "/{resident_id}/protection",
    summary="Hide a resident from everybody but two guardians, or lift it as one of them",
    responses=problems(NotFound, ChangedMeanwhile, TwoGuardiansNeeded, GuardianDoesNotFit),
)
async def set_protection(
    actor: Protector, db: Db, resident_id: UUID, given: SetProtection
) -> ProtectionView:
    return await protection.decide(db, actor, resident_id, given)
