"""The service in demo mode: the same house, plus the page that says who can sign in."""

from fastapi import FastAPI
from starlette.types import ASGIApp

from bomiljo.access.guard import open_router
from bomiljo.demo.accounts import ACCOUNTS, RESIDENT_CODES
from bomiljo.features.identity.schemas import DemoAccount, DemoAccounts, DemoCode
from bomiljo.kernel.security import SecurityHeaders
from bomiljo.main import create_api
from bomiljo.settings import Settings, get_settings

router = open_router("", "demo")


@router.get("/demo/accounts", summary="Who can sign in here; in demo mode only")
async def list_demo_accounts() -> DemoAccounts:
    return DemoAccounts(
        items=[DemoAccount.model_validate(account) for account in ACCOUNTS],
        resident_codes=[DemoCode.model_validate(code) for code in RESIDENT_CODES],
    )


def create_demo_api(settings: Settings) -> FastAPI:
    if settings.mode != "demo":
        msg = "demo accounts cannot exist in production mode"
        raise RuntimeError(msg)
    return create_api(settings, router)


def create_app() -> ASGIApp:
    return SecurityHeaders(create_demo_api(get_settings()))
