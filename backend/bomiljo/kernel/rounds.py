"""What is done again and again beside the service, by a database that may be away."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bomiljo.kernel.live import LOST

log = logging.getLogger("bomiljo")

EVERY = 3600.0
AGAIN = 30.0


async def hourly(what: str, act: Callable[[], Awaitable[object]]) -> None:
    """Until it is cancelled; a database that is away is waited for."""
    while True:
        wait = EVERY
        try:
            await act()
        except LOST as error:
            log.warning("%s: %s", what, type(error).__name__)
            wait = AGAIN
        await asyncio.sleep(wait)
