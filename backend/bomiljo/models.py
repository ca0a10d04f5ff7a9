"""Every table of the house, so that Alembic and relationships can see them all."""

from bomiljo.features.identity import model as identity
from bomiljo.features.incidents import model as incidents
from bomiljo.features.notifications import model as notifications
from bomiljo.features.placement import model as placement
from bomiljo.features.residents import model as residents
from bomiljo.features.sites import model as sites
from bomiljo.features.tenancies import model as tenancies
from bomiljo.kernel.database import Base

__all__ = [
    "identity",
    "incidents",
    "metadata",
    "notifications",
    "placement",
    "residents",
    "sites",
    "tenancies",
]

metadata = Base.metadata
