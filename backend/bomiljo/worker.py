"""What runs beside the service: sending what waits in the outbox."""

import asyncio
from threading import Thread

from bomiljo.features.notifications.carriers import carriers
from bomiljo.features.notifications.delivery import Post
from bomiljo.kernel.database import Database
from bomiljo.settings import Settings


def ways_out(settings: Settings) -> str:
    return ", ".join(sorted(carriers(settings))) or "no way, for none is set"


async def keep_delivering(settings: Settings) -> None:
    database = Database(settings.service_url, pool_size=2)
    try:
        await Post(database, carriers(settings), settings.origin).keep_delivering()
    finally:
        await database.close()


def deliver_meanwhile(settings: Settings) -> None:
    """Where the house has a way out, in the service's own process and ended with it."""
    if carriers(settings):
        Thread(target=lambda: asyncio.run(keep_delivering(settings)), daemon=True).start()
