"""The table of contents: every room the house has, in the order people meet them."""

from fastapi import APIRouter, FastAPI

from bomiljo.features.identity.open import router as sign_in
from bomiljo.features.identity.routes import router as identity
from bomiljo.features.incidents.part_routes import router as incident_parts
from bomiljo.features.incidents.portal import router as own_reports
from bomiljo.features.incidents.routes import router as incidents
from bomiljo.features.notifications.routes import router as notifications
from bomiljo.features.overview.routes import router as overview
from bomiljo.features.placement.board_routes import router as mixing_table
from bomiljo.features.placement.care_routes import router as care
from bomiljo.features.placement.routes import router as placement
from bomiljo.features.privacy.portal import router as own_log
from bomiljo.features.privacy.routes import router as logs
from bomiljo.features.residents.household_routes import router as households
from bomiljo.features.residents.identifier_routes import router as identifiers
from bomiljo.features.residents.portal import router as portal
from bomiljo.features.residents.routes import router as residents
from bomiljo.features.sites.routes import router as sites
from bomiljo.features.tenancies.routes import router as tenancies

ROUTERS = (
    sign_in,
    identity,
    sites,
    residents,
    households,
    identifiers,
    tenancies,
    incidents,
    incident_parts,
    placement,
    mixing_table,
    care,
    notifications,
    overview,
    logs,
    own_log,
    portal,
    own_reports,
)


def mount(app: FastAPI, *more: APIRouter) -> None:
    """Put every operation flat into the application.

    Nested routers are matched one inside the other on each request, which took a third of it.
    """
    for room in (*ROUTERS, *more):
        app.router.routes.extend(room.routes)
