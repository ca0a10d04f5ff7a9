"""What a resident reports and sees: their own reports in plain words, and nothing else."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from bomiljo.access.roles import OrganisationKind, Role
from bomiljo.features.incidents.model import Category, Status
from bomiljo.features.incidents.schemas import By
from bomiljo.kernel.inputs import Input, Line, Text
from bomiljo.kernel.listing import Page
from bomiljo.kernel.views import View


class ReportKind(StrEnum):
    """The short list that a resident chooses from; the values are categories."""

    LEAK = "leak"
    HEATING = "heating"
    ELECTRICITY = "electricity"
    LOCK_ACCESS = "lock_access"
    FIRE_SAFETY = "fire_safety"
    LAUNDRY_COMMON = "laundry_common"
    WASTE = "waste"
    PESTS = "pests"
    NOISE = "noise"
    SMOKE = "smoke"
    THREAT_VIOLENCE = "threat_violence"
    OTHER = "other"


class PlainStatus(StrEnum):
    RECEIVED = "received"
    IN_WORK = "in_work"
    WAITING = "waiting"
    DONE = "done"


PLAIN = {
    Status.NEW: PlainStatus.RECEIVED,
    Status.IN_PROGRESS: PlainStatus.IN_WORK,
    Status.WAITING: PlainStatus.WAITING,
    Status.RESOLVED: PlainStatus.DONE,
    Status.CLOSED: PlainStatus.DONE,
}


class NewReport(Input):
    """`danger`: somebody is in danger now, so the people on duty are told at once."""

    category: Annotated[ReportKind, Field(examples=["leak"])]
    title: Annotated[Line | None, Field(examples=["Water from the ceiling"])] = None
    description: Annotated[Text | None, Field(examples=["It began this morning."])] = None
    place: Annotated[Literal["my_unit", "common_area"], Field(examples=["my_unit"])]
    danger: bool = False


class NewMessage(Input):
    body: Annotated[Text, Field(examples=["It is dry now. Thank you!"])]


class OwnReport(View):
    id: UUID
    number: str
    category: Category
    title: str
    status: PlainStatus
    unit_label: str | None
    created_at: datetime
    picture_count: int


class OwnReportPage(Page[OwnReport]):
    pass


class RingNow(View):
    """Somebody to ring; `now` tells whether it is their turn at this moment."""

    responsible: OrganisationKind
    name: str
    phone: str
    now: bool


class OwnReported(View):
    """What was just reported; when somebody is in danger also whom to ring."""

    id: UUID
    number: str
    category: Category
    title: str
    status: PlainStatus
    created_at: datetime
    on_call: list[RingNow]


class Handler(View):
    """Who has it: a service, and the role of the person there."""

    responsible: OrganisationKind
    organisation: str | None
    role: Role | None


class MessageView(View):
    """A line of the conversation; one about a new status carries no text."""

    id: UUID
    created_at: datetime
    by: By
    mine: bool
    body: str | None
    status: PlainStatus | None
    corrects_id: UUID | None


class OwnPicture(View):
    """Shown at `/v1/portal/pictures/{id}`, small at `/v1/portal/pictures/{id}/thumbnail`."""

    id: UUID
    created_at: datetime
    width: int
    height: int
    mine: bool


class OwnReportWhole(OwnReport):
    description: str | None
    danger: bool
    handler: Handler
    messages: list[MessageView]
    pictures: list[OwnPicture]
