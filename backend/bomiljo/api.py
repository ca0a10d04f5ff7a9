"""The table of contents: every room the house has, in the order people meet them."""

from fastapi import APIRouter, FastAPI

from bomiljo.features.accounts.routes import router as accounts
from bomiljo.features.activities.part_routes import router as participants
from bomiljo.features.activities.plan_routes import router as activity_plans
from bomiljo.features.activities.portal import router as own_activities
from bomiljo.features.activities.routes import router as activities
from bomiljo.features.calendar.open import router as feeds
from bomiljo.features.calendar.routes import router as calendar
from bomiljo.features.contacts.map_routes import router as who_answers
from bomiljo.features.contacts.portal import router as whom_to_ask
from bomiljo.features.contacts.routes import router as contacts
from bomiljo.features.crew.part_routes import router as crew_days
from bomiljo.features.crew.routes import router as crew
from bomiljo.features.furnishing.part_routes import router as furniture
from bomiljo.features.furnishing.routes import router as furnishing
from bomiljo.features.handover.routes import router as handover
from bomiljo.features.identity.open import router as sign_in
from bomiljo.features.identity.routes import router as identity
from bomiljo.features.incidents.part_routes import router as incident_parts
from bomiljo.features.incidents.portal import router as own_reports
from bomiljo.features.incidents.routes import router as incidents
from bomiljo.features.meetings.part_routes import router as meeting_parts
from bomiljo.features.meetings.portal import router as own_meetings
from bomiljo.features.meetings.routes import router as meetings
from bomiljo.features.milestones.health_routes import router as health_steps
from bomiljo.features.milestones.portal import router as own_path
from bomiljo.features.milestones.routes import router as milestones
from bomiljo.features.notifications.portal import router as own_notices
from bomiljo.features.notifications.routes import router as notifications
from bomiljo.features.overview.routes import router as overview
from bomiljo.features.placement.board_routes import router as mixing_table
from bomiljo.features.placement.care_routes import router as care
from bomiljo.features.placement.protected_routes import router as protected_candidates
from bomiljo.features.placement.routes import router as placement
from bomiljo.features.privacy.portal import router as own_log
from bomiljo.features.privacy.routes import router as logs
from bomiljo.features.residents.household_routes import router as households
from bomiljo.features.residents.identifier_routes import router as identifiers
from bomiljo.features.residents.portal import router as portal
from bomiljo.features.residents.routes import router as residents
from bomiljo.features.sites.routes import router as sites
from bomiljo.features.tenancies.change_routes import router as household_changes
from bomiljo.features.tenancies.portal import router as own_lease
from bomiljo.features.tenancies.routes import router as tenancies
from bomiljo.features.tenancies.term_routes import router as lease_terms

# Looked through in this order, so that what is asked most often is found first.
ROUTERS = (
    overview,
    incidents,
    notifications,
    sign_in,
    identity,
    sites,
    residents,
    households,
    identifiers,
    tenancies,
    handover,
    milestones,
    lease_terms,
    household_changes,
    incident_parts,
    activity_plans,
    activities,
    participants,
    meetings,
    meeting_parts,
    calendar,
    feeds,
    contacts,
    who_answers,
    furnishing,
    furniture,
    crew,
    crew_days,
    placement,
    mixing_table,
    protected_candidates,
    health_steps,
    care,
    logs,
    own_log,
    portal,
    own_reports,
    own_activities,
    own_meetings,
    own_path,
    own_lease,
    own_notices,
    whom_to_ask,
    accounts,
)


def mount(app: FastAPI, *more: APIRouter) -> None:
    """Put every operation flat into the application.

    Nested routers are matched one inside the other on each request, which took a third of it.
    """
    for room in (*ROUTERS, *more):
        app.router.routes.extend(room.routes)
