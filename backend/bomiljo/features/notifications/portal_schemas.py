from datetime import datetime
from uuid import UUID

from bomiljo.features.notifications.model import NoticeKind
from bomiljo.kernel.lines import Link
from bomiljo.kernel.listing import Page
from bomiljo.kernel.views import View


class NoticeView(View):
    """`about` fills the sentence of `kind`: title, from, to, place; instants in UTC."""

    id: UUID
    kind: NoticeKind
    created_at: datetime
    read_at: datetime | None
    about: dict[str, str]
    link: Link | None


class NoticePage(Page[NoticeView]):
    """`unread` counts up to 100."""

    unread: int
