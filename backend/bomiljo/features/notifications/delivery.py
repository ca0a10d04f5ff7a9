"""Sending what waits in the outbox: each message once, again when it did not go, at last given up.

Nothing of it happens in anybody's request. Several workers may run; they do not meet.
"""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Text, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY, INTERVAL

from bomiljo.features.notifications.carriers import Carrier, Message, Undelivered
from bomiljo.features.notifications.model import Channel, MailState
from bomiljo.features.notifications.wording import SENTENCE, SUBJECT
from bomiljo.kernel.database import Database
from bomiljo.kernel.live import LOST

log = logging.getLogger("bomiljo")

LEASE = timedelta(minutes=5)
"""Longer than the slowest conversation: what a killed worker held is free again after it."""
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240))
"""Before the second attempt, the third …; after the sixth it is given up."""
LOOK_EVERY = 2.0


class NotMine(Exception):
    """Another worker has taken it over."""


@dataclass(frozen=True, slots=True)
class Post:
    """The outbox, the ways out and the address that every message leads to."""

    database: Database
    carriers: Mapping[Channel, Carrier]
    origin: str

    async def deliver_due(self) -> int:
        """Send what is due, one after another; how many were tried."""
        await self._ask(func.bury_mail())
        tried = 0
        while mail := await self._claim():
            await self._deliver(mail)
            tried += 1
        return tried

    async def keep_delivering(self) -> None:
        """Until it is cancelled; a database that is away is waited for."""
        while True:
            try:
                await self.deliver_due()
            except LOST as error:
                log.warning("outbox: %s", type(error).__name__)
            await asyncio.sleep(LOOK_EVERY)

    async def _claim(self) -> Any:
        carried = literal([channel.value for channel in self.carriers], ARRAY(Text()))
        claimed = func.claim_mail(carried, literal(LEASE, INTERVAL()))
        async with self.database.transaction() as session:
            found = await session.execute(
                select(
                    claimed.table_valued("id", "channel", "attempt", "address", "language", "staff")
                )
            )
            return found.one_or_none()

    async def _deliver(self, mail: Any) -> None:
        if mail.address is None:
            await self._settle(mail, MailState.DEAD, "no_address")
            return

        async def hand_over() -> None:
            if not await self._ask(func.hand_over_mail(mail.id, mail.attempt)):
                raise NotMine

        state, why = MailState.SENT, None
        try:
            await self.carriers[Channel(mail.channel)].send(self._message(mail), hand_over)
        except NotMine:
            return
        except Undelivered as failure:
            again = failure.again and mail.attempt <= len(WAITS)
            state, why = MailState.FAILED if again else MailState.DEAD, str(failure)
        await self._settle(mail, state, why)

    def _message(self, mail: Any) -> Message:
        language = mail.language if mail.language in SENTENCE else "nb"
        where = f"{self.origin}/ansatt" if mail.staff else f"{self.origin}/varsler"
        text = SENTENCE[language].format(address=where)
        return Message(mail.id, mail.address, SUBJECT[language], text)

    async def _settle(self, mail: Any, state: MailState, problem: str | None) -> None:
        wait = WAITS[min(mail.attempt, len(WAITS)) - 1]
        await self._ask(
            func.settle_mail(mail.id, mail.attempt, state.value, problem, literal(wait, INTERVAL()))
        )

    async def _ask(self, question: Any) -> Any:
        async with self.database.transaction() as session:
            return await session.scalar(select(question))
