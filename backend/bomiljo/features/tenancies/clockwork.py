"""The clock of the fixed terms: each alarm once, whoever looks and however often."""

import asyncio
import logging
from dataclasses import dataclass

from sqlalchemy import Text, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY

from bomiljo.access.permissions import Permission, roles_with
from bomiljo.kernel.database import Database
from bomiljo.kernel.live import LOST

log = logging.getLogger("bomiljo")

LOOK_EVERY = 3600.0
LOOK_AGAIN = 30.0


@dataclass(frozen=True, slots=True)
class LeaseClockwork:
    database: Database

    async def sound_due(self) -> int:
        """Write down the alarms whose day has come and tell those who write leases; how many."""
        told = literal([*roles_with(Permission.TENANCIES_WRITE)], ARRAY(Text()))
        async with self.database.transaction() as session:
            return await session.scalar(select(func.sound_lease_alarms(told))) or 0

    async def keep_sounding(self) -> None:
        """Until it is cancelled; a database that is away is waited for."""
        while True:
            wait = LOOK_EVERY
            try:
                await self.sound_due()
            except LOST as error:
                log.warning("leases: %s", type(error).__name__)
                wait = LOOK_AGAIN
            await asyncio.sleep(wait)
