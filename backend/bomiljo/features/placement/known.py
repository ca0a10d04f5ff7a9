"""Whether somebody on a list is known already: by the keyed hash of a number, never by a name."""

from collections.abc import Sequence

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.features.placement.checking import Person
from bomiljo.features.placement.fields import Field
from bomiljo.features.placement.model import CandidateIdentifier
from bomiljo.kernel.disclosures import disclose
from bomiljo.kernel.sealing import Seal

RESIDENTS = text("SELECT search_hash, resident_id FROM known_numbers(:hashes)")
DUF = "duf"


def mark_of(seal: Seal, one: Person) -> bytes | None:
    value = one.values.get(Field.DUF)
    return seal.hash(DUF, str(value)) if value else None


async def mark(session: AsyncSession, seal: Seal, people: Sequence[Person]) -> None:
    """Say it of those whose number a resident or another candidate has; the look is logged."""
    by_hash = {hashed: one for one in people if (hashed := mark_of(seal, one))}
    if not by_hash:
        return
    residents = (await session.execute(RESIDENTS, {"hashes": [*by_hash]})).all()
    candidates = (
        await session.execute(
            select(CandidateIdentifier.search_hash, CandidateIdentifier.candidate_id).where(
                CandidateIdentifier.search_hash.in_([*by_hash])
            )
        )
    ).all()
    for row in residents:
        by_hash[bytes(row.search_hash)].find("duf_of_resident", Field.DUF)
    for row in candidates:
        by_hash[bytes(row.search_hash)].find("duf_of_candidate", Field.DUF)
    met = [row.resident_id for row in residents] + [row.candidate_id for row in candidates]
    if met:
        await disclose(session, "placement.preview", met, met)
