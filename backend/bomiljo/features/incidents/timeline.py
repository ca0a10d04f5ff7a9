"""The timeline: every change writes its line; nothing in it is changed or removed."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from uuid_utils.compat import uuid7

from bomiljo.access.actor import Actor
from bomiljo.access.roles import OrganisationKind
from bomiljo.access.scopes import SCOPES
from bomiljo.features.incidents.inputs import NewEntry
from bomiljo.features.incidents.model import Entry, EntryAudience, EntryKind, Incident
from bomiljo.features.incidents.problems import AudienceTooNarrow, EntryUnknown
from bomiljo.features.incidents.schemas import FieldChange
from bomiljo.features.notifications.model import NotificationKind
from bomiljo.features.notifications.service import notify
from bomiljo.kernel.problems import NotFound

EVERYBODY = EntryAudience.REPORTER
"""Of a line without words: all who see the incident see it, the reporter and the landlord too."""

READ_BY: dict[OrganisationKind, frozenset[EntryAudience]] = {
    OrganisationKind.DISTRICT: frozenset(EntryAudience),
    OrganisationKind.NAV: frozenset({EntryAudience.PARTNERS, EntryAudience.REPORTER}),
    OrganisationKind.LANDLORD: frozenset({EntryAudience.PARTNERS}),
}


async def seen(session: AsyncSession, incident_id: UUID) -> Incident:
    incident = await session.get(Incident, incident_id)
    if incident is None:
        raise NotFound
    return incident


def audience_for(actor: Actor, wanted: EntryAudience | None) -> EntryAudience:
    """What was wanted, else the narrowest that the actor's service can keep to itself."""
    own = SCOPES[actor.role].audiences
    if wanted is None:
        return EntryAudience(own[0])
    if wanted is EntryAudience.INTERNAL and wanted not in own:
        raise AudienceTooNarrow
    return wanted


async def write(  # noqa: PLR0913
    session: AsyncSession,
    actor: Actor,
    incident_id: UUID,
    kind: EntryKind,
    audience: EntryAudience = EVERYBODY,
    *,
    body: str | None = None,
    changes: Iterable[FieldChange] = (),
    corrects_id: UUID | None = None,
    about: dict[str, str | None] | None = None,
) -> None:
    """Nothing is read back: a line for others need not be visible to who writes it."""
    await session.flush()
    data = {"by": actor.audience, "changes": [one.model_dump() for one in changes], **(about or {})}
    line = {
        "id": uuid7(),
        "district_id": actor.district_id,
        "incident_id": incident_id,
        "kind": kind,
        "audience": audience,
        "body": body,
        "data": data,
        "author_user_id": None if actor.is_resident else actor.id,
        "author_resident_id": actor.id if actor.is_resident else None,
        "corrects_id": corrects_id,
    }
    await session.execute(insert(Entry).values(line))


async def note(
    session: AsyncSession,
    actor: Actor,
    incident: Incident,
    body: str | None,
    wanted: EntryAudience | None,
) -> None:
    """The words that go with a change; they have their own audience, which the change has not."""
    if body is None:
        return
    audience = audience_for(actor, wanted)
    await write(session, actor, incident.id, EntryKind.NOTE, audience, body=body)
    await _tell_assignee(session, actor, incident, audience)


async def add_note(session: AsyncSession, actor: Actor, incident_id: UUID, new: NewEntry) -> None:
    """Correcting an entry leaves it where it is; left to itself a correction reaches as far."""
    incident = await seen(session, incident_id)
    if new.corrects_id is None:
        await note(session, actor, incident, new.body, new.audience)
        return
    corrected = await session.scalar(
        select(Entry).where(Entry.id == new.corrects_id, Entry.incident_id == incident_id)
    )
    if corrected is None:
        raise EntryUnknown
    audience = audience_for(actor, new.audience or corrected.audience)
    await write(
        session,
        actor,
        incident_id,
        EntryKind.CORRECTION,
        audience,
        body=new.body,
        corrects_id=corrected.id,
    )
    await _tell_assignee(session, actor, incident, audience)


async def add_message(session: AsyncSession, actor: Actor, incident_id: UUID, body: str) -> None:
    """What the resident who reported it writes."""
    incident = await seen(session, incident_id)
    audience = EntryAudience.REPORTER
    await write(session, actor, incident_id, EntryKind.NOTE, audience, body=body)
    await _tell_assignee(session, actor, incident, audience)


async def _tell_assignee(
    session: AsyncSession, actor: Actor, incident: Incident, audience: EntryAudience
) -> None:
    person = incident.assigned_to
    if person and person != actor.id and audience in READ_BY[incident.responsible]:
        await notify(session, actor, NotificationKind.INCIDENT_REPLY, incident.id, [person])
