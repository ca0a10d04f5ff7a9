"""Who must know at once."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.incidents.schemas import services_of
from bomiljo.features.notifications.model import NotificationKind
from bomiljo.features.notifications.service import notify
from bomiljo.features.sites import queries as sites
from bomiljo.features.sites.schemas import OnCallView
from bomiljo.features.sites.service import on_call_view
from bomiljo.kernel.clock import now


async def raise_alarm(
    session: AsyncSession, actor: Actor, incident_id: UUID, site_id: UUID, sharing: int
) -> None:
    """Tell the people on duty now; when nobody is, all who take turns.

    Only services that share the incident: a landlord's guard learns nothing of what is social.
    """
    services = services_of(sharing)
    turns = [
        contact
        for contact in await sites.on_call(session, site_id)
        if contact.user_id and contact.responsible in services
    ]
    on_duty = [contact for contact in turns if sites.is_on_duty(contact, now())]
    people = [contact.user_id for contact in on_duty or turns if contact.user_id]
    await notify(session, actor, NotificationKind.ACUTE_INCIDENT, incident_id, people)


async def whom_to_ring(session: AsyncSession, site_id: UUID) -> list[OnCallView]:
    """The contacts of the site, those on duty first."""
    contacts = [on_call_view(contact) for contact in await sites.on_call(session, site_id)]
    return sorted(contacts, key=lambda contact: not contact.now)
