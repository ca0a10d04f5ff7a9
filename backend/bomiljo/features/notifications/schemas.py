from datetime import datetime
from uuid import UUID

from bomiljo.access.lens import Lens
from bomiljo.access.permissions import Permission
from bomiljo.access.roles import Audience
from bomiljo.features.notifications.model import NotificationKind
from bomiljo.kernel.lines import Link
from bomiljo.kernel.listing import Page
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


about = Lens[str](
    Permission.NOTIFICATIONS_OWN,
    {Audience.DISTRICT: "title", Audience.NAV: "title", Audience.LANDLORD: "building_note"},
)
