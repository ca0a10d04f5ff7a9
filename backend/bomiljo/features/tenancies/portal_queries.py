from sqlalchemy import Date, Text, column, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.features.tenancies.portal_schemas import OwnLease

OWN_LEASE = func.own_lease().table_valued(
    column("kind", Text()),
    column("from_day", Date()),
    column("contract_ends_on", Date()),
    column("unit_label", Text()),
)


async def own_lease(session: AsyncSession) -> OwnLease:
    found = (await session.execute(select(OWN_LEASE))).mappings().one_or_none()
    return OwnLease(**(found or dict.fromkeys(OwnLease.model_fields)))
