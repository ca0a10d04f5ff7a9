"""A list's rows go in many at once; what hides behind doors into tables of its own."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from bomiljo.access.actor import Actor
from bomiljo.access.permissions import Permission, roles_with
from bomiljo.features.identity.model import Membership
from bomiljo.features.placement.adding_up import Together, grade_of, relation_of
from bomiljo.features.placement.checking import Person
from bomiljo.features.placement.fields import Field
from bomiljo.features.placement.inputs import ImportList
from bomiljo.features.placement.known import mark_of
from bomiljo.features.placement.model import (
    Candidate,
    CandidateCare,
    CandidateGuardian,
    CandidateHousehold,
    CandidateIdentifier,
    CandidatePermit,
    SettlementRequest,
    Sex,
)
from bomiljo.features.placement.problems import GuardiansDoNotFit, GuardiansForTheProtected
from bomiljo.kernel import numbers
from bomiljo.kernel.sealing import Seal

F = Field
PLAIN = (F.GIVEN_NAME, F.FAMILY_NAME, F.BIRTH_DATE, F.EDUCATION, F.WORK, F.CURRENT_PLACE)
LISTS = (F.OWN_LANGUAGES, F.WRITTEN_LANGUAGES, F.INTERPRETER_LANGUAGES)
Rows = list[dict[str, Any]]


async def appoint(
    session: AsyncSession, actor: Actor, guardians: Sequence[UUID], *, needed: bool
) -> None:
    """Two who work with placement here, of whom one can lift a protection again."""
    if not needed:
        return
    if len(guardians) != 2 or len({*guardians}) != 2:
        raise GuardiansForTheProtected
    current = select(Membership.user_id, Membership.role).where(
        Membership.user_id.in_(guardians),
        Membership.district_id == actor.district_id,
        Membership.period.contains(func.current_date()),
    )
    roles = (await session.execute(current)).all()
    readers, lifters = (
        {row.user_id for row in roles if row.role in roles_with(permission)}
        for permission in (Permission.PLACEMENT_READ, Permission.PROTECTION_WRITE)
    )
    if readers != {*guardians} or not lifters:
        raise GuardiansDoNotFit


async def store(
    session: AsyncSession,
    seal: Seal,
    request: SettlementRequest,
    households: Sequence[Together],
    new: ImportList,
) -> None:
    """Without reading back: whoever imports a protected person need not be one who sees them."""
    tables: dict[Any, Rows] = {
        kind: []
        for kind in (
            *(CandidateHousehold, CandidateGuardian, Candidate),
            *(CandidateIdentifier, CandidatePermit, CandidateCare),
        )
    }
    home = {"district_id": request.district_id}
    for together in households:
        household = _household(together, request, new)
        tables[CandidateHousehold].append(household)
        if household["is_protected"]:
            tables[CandidateGuardian] += [
                {"id": uuid7(), **home, "household_id": household["id"], "user_id": one}
                for one in new.guardians
            ]
        for one in together.people:
            candidate = _candidate(one, together, household, new)
            tables[Candidate].append(candidate)
            _behind_doors(tables, seal, one, home | {"candidate_id": candidate["id"]})
    for kind, rows in tables.items():
        if rows:
            await session.execute(insert(kind.__table__), rows)


def _household(together: Together, request: SettlementRequest, new: ImportList) -> dict[str, Any]:
    return {
        "id": uuid7(),
        "district_id": request.district_id,
        "request_id": request.id,
        "ref": together.ref,
        "kind": together.kind,
        "requirements": together.requirements,
        "support": together.support,
        "is_protected": together.is_protected(grades_checked=new.grades_checked),
    }


def _candidate(
    one: Person, together: Together, household: dict[str, Any], new: ImportList
) -> dict[str, Any]:
    return {
        "id": uuid7(),
        "district_id": household["district_id"],
        "household_id": household["id"],
        "line": one.line,
        "case_ref": one.values.get(F.CASE_REF),
        "sex": one.values.get(F.SEX, Sex.UNKNOWN),
        "relation": relation_of(one, together.people),
        "planned_on": one.day(F.PLANNED_ON),
        "protection": grade_of(one, grades_checked=new.grades_checked),
        **{about.value: one.values.get(about) for about in PLAIN},
        **{about.value: one.values.get(about, []) for about in LISTS},
    }


def _behind_doors(tables: dict[Any, Rows], seal: Seal, one: Person, of: dict[str, Any]) -> None:
    """Each candidate has a care row, so that an assessment has a place to stand."""
    number, record = one.values.get(F.DUF), uuid7()
    if number:
        tables[CandidateIdentifier].append(
            {
                "id": record,
                **of,
                "ciphertext": seal.close(str(number), record),
                "search_hash": mark_of(seal, one),
                "masked": numbers.masked(str(number)),
            }
        )
    tables[CandidateCare].append({"id": uuid7(), **of, "note": one.values.get(F.CARE_NOTE)})
    permit = {
        "citizenship": one.values.get(F.CITIZENSHIP),
        "granted_on": one.day(F.GRANTED_ON),
    }
    if any(permit.values()):
        tables[CandidatePermit].append({"id": uuid7(), **of, **permit})
