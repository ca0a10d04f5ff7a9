from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from bomiljo.features.notifications.model import Channel, NoticeKind
from bomiljo.kernel.inputs import Input
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


class MyChannel(View):
    """A way out of the portal that can reach me; `address` is the number or address used."""

    channel: Channel
    address: str
    chosen: bool


class MyChannels(View):
    channels: list[MyChannel]


class ChooseChannels(Input):
    """All that I want; what is not named is switched off."""

    channels: Annotated[set[Channel], Field(max_length=2, examples=[[]])]
