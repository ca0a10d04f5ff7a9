from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from bomiljo.access.roles import Audience
from bomiljo.kernel.inputs import Day
from bomiljo.kernel.listing import ListQuery, Page
from bomiljo.kernel.views import View


class ChangeView(View):
    """That something was changed, by whom and which fields; never what stood in them."""

    id: str
    at: datetime
    actor: str | None
    role: str
    action: str
    table_name: str
    row_id: UUID
    fields: list[str]


class ChangePage(Page[ChangeView]):
    pass


class ChangeQuery(ListQuery):
    table_name: Annotated[str | None, Field(max_length=60, pattern="^[a-z_]+$")] = None
    row_id: UUID | None = None
    actor_id: UUID | None = None
    from_day: Day | None = None


class DisclosureView(View):
    """That a page showed data about persons; `persons` is how many."""

    id: str
    at: datetime
    actor: str | None
    role: str
    organisation: str | None
    page: str
    purpose: str | None
    persons: int


class DisclosurePage(Page[DisclosureView]):
    pass


class DisclosureQuery(ListQuery):
    page: Annotated[str | None, Field(max_length=60, pattern="^[a-z_.]+$")] = None
    actor_id: UUID | None = None
    from_day: Day | None = None


class LookView(View):
    """A look at me: which service and role, when, on which page and why. Not who."""

    at: datetime
    role: str
    audience: Audience
    organisation: str | None
    page: str
    purpose: str | None


class LookPage(Page[LookView]):
    pass
