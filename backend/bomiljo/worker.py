"""What runs beside the service: sending what waits in the outbox, and the clock of the leases."""

import asyncio
from threading import Thread

from bomiljo.features.notifications.carriers import carriers
from bomiljo.features.notifications.delivery import Post
from bomiljo.features.tenancies.clockwork import LeaseClockwork
from bomiljo.kernel.database import Database
from bomiljo.settings import Settings


def ways_out(settings: Settings) -> str:
    return ", ".join(sorted(carriers(settings))) or "no way, for none is set"


async def keep_working(settings: Settings) -> None:
    database = Database(settings.service_url, pool_size=2)
    post = Post(database, carriers(settings), settings.origin)
    try:
        await asyncio.gather(post.keep_delivering(), LeaseClockwork(database).keep_sounding())
    finally:
        await database.close()


async def keep_sounding(settings: Settings) -> None:
    database = Database(settings.service_url, pool_size=1)
    try:
        await LeaseClockwork(database).keep_sounding()
    finally:
        await database.close()


def work_meanwhile(settings: Settings) -> None:
    """In the service's own process and ended with it; it delivers where the house has a way out."""
    working = keep_working if carriers(settings) else keep_sounding
    Thread(target=lambda: asyncio.run(working(settings)), daemon=True).start()
