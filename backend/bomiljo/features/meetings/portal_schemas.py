"""What a resident sees of a meeting: when, where, with whom; nothing of what is talked of."""

from datetime import datetime
from uuid import UUID

from bomiljo.features.meetings.model import MeetingKind, MeetingStatus
from bomiljo.kernel.listing import Page
from bomiljo.kernel.views import View


class Host(View):
    """Somebody the resident meets."""

    name: str
    organisation: str | None


class OwnMeeting(View):
    """`interpreter` is the language of the interpreter who comes; null when none does."""

    id: UUID
    kind: MeetingKind
    begins_at: datetime
    ends_at: datetime
    place: str | None
    status: MeetingStatus
    moved_from: datetime | None
    interpreter: str | None
    hosts: list[Host]


class OwnMeetingPage(Page[OwnMeeting]):
    pass
