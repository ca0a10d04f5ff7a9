import gc
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from fastapi import APIRouter, FastAPI
from starlette.types import ASGIApp

from bomiljo import api, website
from bomiljo.access import guard, tokens
from bomiljo.features.identity.service import refuse_demo_accounts
from bomiljo.kernel import handlers, openapi, sealing
from bomiljo.kernel.database import Database
from bomiljo.kernel.limits import BodyLimit
from bomiljo.kernel.live import Hub
from bomiljo.kernel.security import SecurityHeaders
from bomiljo.settings import Settings, get_settings

DESCRIPTION = """
Settling refugees well in municipal modular housing, and keeping a good living environment there.

Sign in with **Authorize** (user name and password); in demo mode the accounts are listed at
`GET /v1/demo/accounts`. Every operation names the permission it needs and the roles that hold it.
Errors are problem details (RFC 9457); lists are paged by `cursor`.
"""


def create_api(settings: Settings, *more: APIRouter) -> FastAPI:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as open_things:
            app.state.database = Database(settings.service_url, settings.pool_size)
            open_things.push_async_callback(app.state.database.close)
            if settings.mode == "production":
                await refuse_demo_accounts(app.state.database)
            app.state.tokens = tokens.load(settings.signing_key, settings.origin)
            app.state.seal = sealing.load(settings.identifier_key, make=settings.mode == "demo")
            app.state.hub = Hub(settings.service_url)
            await app.state.hub.start()
            open_things.push_async_callback(app.state.hub.stop)
            # what start-up made stays for good, and a request's own things go without the collector
            gc.freeze()
            gc.set_threshold(20_000, 20, 20)
            yield

    app = FastAPI(
        title="Bomiljø",
        version="0.1.0",
        description=DESCRIPTION,
        generate_unique_id_function=openapi.operation_id,
        lifespan=lifespan,
        redoc_url=None,
        docs_url=None,
    )
    app.state.settings = settings
    app.add_middleware(BodyLimit)
    handlers.install(app)
    openapi.install(app, guard.SCHEMES)
    api.mount(app, *more)
    website.install(app, settings)
    return app


def create_app() -> ASGIApp:
    return SecurityHeaders(create_api(get_settings()))
