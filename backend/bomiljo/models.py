"""Every table of the house, so that Alembic and relationships can see them all."""

from bomiljo.features.accounts import model as accounts
from bomiljo.features.activities import model as activities
from bomiljo.features.calendar import model as calendar
from bomiljo.features.contacts import model as contacts
from bomiljo.features.crew import model as crew
from bomiljo.features.days import model as days
from bomiljo.features.furnishing import model as furnishing
from bomiljo.features.handover import model as handover
from bomiljo.features.identity import model as identity
from bomiljo.features.incidents import model as incidents
from bomiljo.features.meetings import model as meetings
from bomiljo.features.milestones import model as milestones
from bomiljo.features.notifications import model as notifications
from bomiljo.features.placement import model as placement
from bomiljo.features.residents import model as residents
from bomiljo.features.sites import model as sites
from bomiljo.features.tenancies import model as tenancies
from bomiljo.kernel.database import Base

__all__ = [
    "accounts",
    "activities",
    "calendar",
    "contacts",
    "crew",
    "days",
    "furnishing",
    "handover",
    "identity",
    "incidents",
    "meetings",
    "metadata",
    "milestones",
    "notifications",
    "placement",
    "residents",
    "sites",
    "tenancies",
]

metadata = Base.metadata
