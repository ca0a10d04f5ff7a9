"""The clock of the fixed terms: each alarm once, whoever looks and however often."""

from dataclasses import dataclass

from sqlalchemy import Text, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY

from bomiljo.access.permissions import Permission, roles_with
from bomiljo.kernel.database import Database
from bomiljo.kernel.rounds import hourly


@dataclass(frozen=True, slots=True)
class LeaseClockwork:
    database: Database

    async def sound_due(self) -> int:
        """Write down the alarms whose day has come and tell those who write leases; how many."""
        told = literal([*roles_with(Permission.TENANCIES_WRITE)], ARRAY(Text()))
        async with self.database.transaction() as session:
            return await session.scalar(select(func.sound_lease_alarms(told))) or 0

    async def keep_sounding(self) -> None:
        await hourly("leases", self.sound_due)
