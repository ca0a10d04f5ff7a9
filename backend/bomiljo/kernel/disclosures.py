"""Who was shown whose data: one line for each page that was read without `rows` or `listing`."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

LINE = text("""
INSERT INTO disclosure_log
    (district_id, actor_id, role, organisation_id, page, purpose, record_ids, subject_ids)
VALUES ((allowed('home'))[1], actor(), current_setting('app.role'),
        nullif(current_setting('app.organisation_id', true), '')::uuid,
        :page, :purpose, :records, :subjects)
""")


async def disclose(
    session: AsyncSession,
    page: str,
    records: Iterable[UUID],
    subjects: Iterable[UUID],
    purpose: str | None = None,
) -> None:
    """Log that `page` showed `records`, which tell of the residents `subjects`."""
    await session.execute(
        LINE,
        {
            "page": page,
            "purpose": purpose,
            "records": sorted(set(records)),
            "subjects": sorted(set(subjects)),
        },
    )
