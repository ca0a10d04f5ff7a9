from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from bomiljo.access.lens import Lens
from bomiljo.access.permissions import Permission
from bomiljo.access.roles import Audience
from bomiljo.features.tenancies.model import ClockStep, LeaseEventKind
from bomiljo.features.tenancies.schemas import ContractInput
from bomiljo.kernel.inputs import Day, Input, Line, Version
from bomiljo.kernel.views import View


class LeaseAlarm(View):
    """A day on which the clock of a fixed term speaks."""

    step: ClockStep
    day: date


class LeaseClock(View):
    """`open_ended_from`: unless somebody asks them in writing to move before."""

    step: ClockStep
    ends_on: date
    alarms: list[LeaseAlarm]
    open_ended_from: date
    source: str


class LeaseEventView(View):
    """`by_name` is empty for what the clock wrote; the landlord reads no grounds."""

    id: UUID
    kind: LeaseEventKind
    on_day: date
    term_ends_on: date | None
    last_day: date | None
    grounds: str | None
    agreed: bool
    by_name: str | None
    created_at: datetime


class TurnedTerm(View):
    """A term that became open-ended by itself; a request sent before that day gives it back."""

    ends_on: date
    open_ended_from: date


class LeaseCourse(View):
    """`report_move_by`: the last day to tell the population register."""

    clock: LeaseClock | None
    turned: TurnedTerm | None
    events: list[LeaseEventView]
    report_move_by: date


shows_grounds = Lens[bool](
    Permission.TENANCIES_READ,
    {Audience.DISTRICT: True, Audience.NAV: True, Audience.LANDLORD: False},
)


class AskToMove(Input):
    """The written request of a term that has ended (husleieloven § 9-2)."""

    version: Version
    on_day: Annotated[Day, Field(description="When it was sent")]
    note: Annotated[Line | None, Field(examples=["Brev levert i postkassen"])] = None


class Renew(ContractInput):
    """A new term, or an open-ended lease, from the day after the one that ends."""

    version: Version
    weighty_grounds: Annotated[
        Line | None, Field(description="Of a second short term for the same dwelling and parties")
    ] = None


class ReportMove(Input):
    version: Version
    on_day: Day


class NoticeParty(StrEnum):
    TENANT = "tenant"
    LANDLORD = "landlord"


class NoticeTerms(View):
    """What a notice given on that day leads to. `term_until`: the fixed term it would break."""

    last_day: date
    months: int
    source: str
    protest_by: date
    protest_source: str
    term_until: date | None


class GiveNotice(Input):
    """`last_day` of the lease; left out, it is what the law counts. Earlier needs an agreement.

    The landlord's is written, has its grounds and tells of the right to protest within a month.
    """

    version: Version
    party: NoticeParty
    on_day: Annotated[Day, Field(description="When it was received")]
    last_day: Day | None = None
    agreed: Annotated[
        bool, Field(description="The parties agree on the day, or that a fixed term may end early")
    ] = False
    grounds: Annotated[Line | None, Field(examples=["Bygget skal rives"])] = None
    in_writing: bool = False
    told_of_protest: bool = False


class WithdrawNotice(Input):
    version: Version
