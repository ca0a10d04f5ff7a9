"""What runs beside the service: the outbox, the clock of the leases, what is to be forgotten."""

import asyncio
from functools import partial
from threading import Thread

from bomiljo.features.notifications.carriers import carriers
from bomiljo.features.notifications.delivery import Post
from bomiljo.features.tenancies.clockwork import LeaseClockwork
from bomiljo.kernel import idempotency
from bomiljo.kernel.database import Database
from bomiljo.kernel.rounds import hourly
from bomiljo.settings import Settings


def ways_out(settings: Settings) -> str:
    return ", ".join(sorted(carriers(settings))) or "no way, for none is set"


async def keep_working(settings: Settings) -> None:
    database = Database(settings.service_url, pool_size=2)
    post = Post(database, carriers(settings), settings.origin)
    try:
        await asyncio.gather(post.keep_delivering(), _keep_house(database))
    finally:
        await database.close()


async def keep_house(settings: Settings) -> None:
    """Without a way out for what waits in the outbox."""
    database = Database(settings.service_url, pool_size=1)
    try:
        await _keep_house(database)
    finally:
        await database.close()


async def _keep_house(database: Database) -> None:
    await asyncio.gather(
        LeaseClockwork(database).keep_sounding(),
        hourly("kept answers", partial(idempotency.forget, database)),
    )


def work_meanwhile(settings: Settings) -> None:
    """In the service's own process and ended with it; it delivers where the house has a way out."""
    working = keep_working if carriers(settings) else keep_house
    Thread(target=lambda: asyncio.run(working(settings)), daemon=True).start()
