"""What leaves the room. Nothing here tells of a resident."""

from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from bomiljo.access.roles import Role
from bomiljo.features.contacts.model import (
    AnswerRule,
    ContactOrganisation,
    DirectoryKind,
    Topic,
)
from bomiljo.features.identity.schemas import Named
from bomiljo.kernel.languages import LanguageTag
from bomiljo.kernel.listing import ListQuery, Page
from bomiljo.kernel.views import View


class HoursView(View):
    """ISO weekday, wall clock in Oslo; `to_time` 00:00 is the end of the day."""

    weekday: int
    from_time: str
    to_time: str
    note: str | None


class AskedView(View):
    """Whom to ask, as residents see them; `role` where they have an account here."""

    id: UUID
    kind: DirectoryKind
    organisation: ContactOrganisation
    organisation_name: str | None
    name: str
    role: Role | None
    title: str | None
    helps_with: str | None
    languages: list[str]
    phone: str | None
    hours: list[HoursView]
    open_now: bool


class TopicRef(View):
    """`title` is that of a district's own topic; others have theirs in the catalogues."""

    topic: Topic | None
    topic_id: UUID | None
    title: str | None


class AnswersView(TopicRef):
    """A topic that somebody answers, alone or as backup."""

    site: Named
    backup: bool


class ContactView(AskedView):
    """`active`: their period runs and, where they have an account, it still works here.

    `written_organisation_name` is what was written where it is not the organisation's own.
    """

    site: Named | None
    user_id: UUID | None
    organisation_id: UUID | None
    written_organisation_name: str | None
    email: str | None
    visible_to_residents: bool
    from_day: date
    until: date | None
    active: bool
    answers: list[AnswersView]
    version: int


class ContactPage(Page[ContactView]):
    pass


class ContactState(StrEnum):
    CURRENT = "current"
    ENDED = "ended"


class ContactSort(StrEnum):
    NAME = "name"


class ContactQuery(ListQuery):
    organisation: ContactOrganisation | None = None
    kind: DirectoryKind | None = None
    topic: Annotated[Topic | None, Field(description="Those who answer it, or stand in")] = None
    topic_id: Annotated[UUID | None, Field(description="The same, a district's own topic")] = None
    language: LanguageTag | None = None
    site_id: Annotated[
        UUID | None, Field(description="Those of the site, and of the whole district")
    ] = None
    q: Annotated[
        str | None, Field(min_length=1, max_length=100, description="In name, work or help")
    ] = None
    state: ContactState = ContactState.CURRENT
    sort: ContactSort = ContactSort.NAME


class Gap(StrEnum):
    """Why residents cannot reach anybody about a topic."""

    NOBODY = "nobody"
    GONE = "gone"
    NO_PHONE = "no_phone"
    HIDDEN = "hidden"


class NamedContact(AskedView):
    active: bool
    visible_to_residents: bool


class ResponsibilityView(View):
    id: UUID
    organisation: ContactOrganisation
    rule: AnswerRule
    say_this: str | None
    owner: NamedContact | None
    backup: NamedContact | None
    version: int


class CellView(TopicRef):
    """A row of the map; `topic_version` is that of a district's own topic."""

    topic_version: int | None
    responsibility: ResponsibilityView | None
    gap: Gap | None


class MapView(View):
    """Who answers what at a site: every topic there is, named or not."""

    site: Named
    gaps: int
    items: list[CellView]


class OwnTopicView(View):
    id: UUID
    title: str
    version: int


class OwnTopics(View):
    """The catalogue's topics in their order, and the district's own."""

    catalogue: list[Topic]
    own: list[OwnTopicView]
