"""The table of contents: every room the house has, in the order people meet them."""

from fastapi import APIRouter

from bomiljo.features.identity.open import router as sign_in
from bomiljo.features.identity.routes import router as identity
from bomiljo.features.overview.routes import router as overview
from bomiljo.features.privacy.portal import router as own_log
from bomiljo.features.privacy.routes import router as logs
from bomiljo.features.sites.routes import router as sites

ROUTERS = (sign_in, identity, sites, overview, logs, own_log)

router = APIRouter(prefix="/v1")
for room in ROUTERS:
    router.include_router(room)
