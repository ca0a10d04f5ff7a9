from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field

from bomiljo.access.lens import Lens
from bomiljo.access.permissions import Permission
from bomiljo.access.roles import Audience
from bomiljo.features.notifications.model import Channel, MailState, NotificationKind
from bomiljo.kernel.contacts import email_address
from bomiljo.kernel.inputs import Input
from bomiljo.kernel.lines import Link
from bomiljo.kernel.listing import ListQuery, Page
from bomiljo.kernel.views import View


class NotificationView(View):
    """`about` is what this reader knows the incident as; null when they no longer see it."""

    id: UUID
    kind: NotificationKind
    created_at: datetime
    read_at: datetime | None
    number: str | None
    about: str | None
    link: Link | None


class NotificationPage(Page[NotificationView]):
    """`unread` counts up to 100."""

    unread: int


class LiveEvent(View):
    """`topic` is the address under `/v1` whose answers have changed; fetch them again."""

    topic: str
    id: UUID


def _mail(text: str | None) -> str | None:
    return email_address(text) if text else None


class MailChoice(View):
    """`email` is where my notifications also go; null when nowhere. `offered`: this house sends."""

    offered: bool
    email: str | None


class ChooseMail(Input):
    """The message says only that there is one, so any address of yours will do."""

    email: Annotated[
        str | None, Field(max_length=254, examples=["navn@example.no"]), AfterValidator(_mail)
    ]


class MailQuery(ListQuery):
    state: MailState | None = None


class MailView(View):
    """A message on its way out; to whom it goes is nobody's business but theirs."""

    id: UUID
    channel: Channel
    state: MailState
    attempts: int
    created_at: datetime
    next_try_at: datetime | None
    done_at: datetime | None
    problem: str | None


class MailPage(Page[MailView]):
    pass


about = Lens[str](
    Permission.NOTIFICATIONS_OWN,
    {Audience.DISTRICT: "title", Audience.NAV: "title", Audience.LANDLORD: "building_note"},
)
