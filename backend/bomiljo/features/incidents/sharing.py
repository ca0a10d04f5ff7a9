"""Who besides the district sees an incident."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.access.roles import Audience, OrganisationKind
from bomiljo.access.scopes import SHARING_OF
from bomiljo.features.incidents import queries
from bomiljo.features.incidents.categories import neutral_note
from bomiljo.features.incidents.handling import held
from bomiljo.features.incidents.inputs import Share, Unshare
from bomiljo.features.incidents.model import EntryAudience, EntryKind, Incident
from bomiljo.features.incidents.problems import AlreadyShared, BuildingNoteMissing, NotShared
from bomiljo.features.incidents.schemas import FieldChange
from bomiljo.features.incidents.timeline import write
from bomiljo.features.notifications.model import NotificationKind
from bomiljo.features.notifications.service import notify


async def share(session: AsyncSession, actor: Actor, incident_id: UUID, given: Share) -> None:
    """Open it to a partner; the landlord gets a note on the building, never the report itself."""
    incident = await held(session, incident_id)
    incident.expect(given.version)
    partner = SHARING_OF[Audience(given.partner)]
    if incident.sharing & partner:
        raise AlreadyShared
    if given.building_note and given.building_note != incident.building_note:
        await _rewrite_note(session, actor, incident, given.building_note)
    incident.building_note = incident.building_note or neutral_note(
        incident.category, in_unit=incident.unit_id is not None
    )
    if given.partner == "landlord" and incident.building_note is None:
        raise BuildingNoteMissing
    incident.sharing |= partner
    changes = [FieldChange(field="shared_with", old=None, new=given.partner)]
    await write(session, actor, incident_id, EntryKind.SHARED, changes=changes)
    people = await queries.people_who_see(session, incident, Audience(given.partner))
    await notify(session, actor, NotificationKind.INCIDENT_SHARED, incident_id, people)


async def _rewrite_note(
    session: AsyncSession, actor: Actor, incident: Incident, building_note: str
) -> None:
    change = FieldChange(field="building_note", old=incident.building_note, new=building_note)
    incident.building_note = building_note
    await write(
        session,
        actor,
        incident.id,
        EntryKind.CORRECTION,
        EntryAudience.INTERNAL,
        changes=[change],
    )


async def unshare(session: AsyncSession, actor: Actor, incident_id: UUID, given: Unshare) -> None:
    """Close it to a partner again; what they had comes back to the district's pool."""
    incident = await held(session, incident_id)
    incident.expect(given.version)
    partner = SHARING_OF[Audience(given.partner)]
    if not incident.sharing & partner:
        raise NotShared
    incident.sharing &= ~partner
    changes = [FieldChange(field="shared_with", old=given.partner, new=None)]
    if incident.responsible == given.partner:
        incident.responsible, incident.assigned_to = OrganisationKind.DISTRICT, None
        changes.append(
            FieldChange(field="responsible", old=given.partner, new=OrganisationKind.DISTRICT)
        )
    await write(session, actor, incident_id, EntryKind.SHARED, changes=changes)
