from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from bomiljo.features.residents.model import IdentifierKind, IdentifierSource, Protection
from bomiljo.kernel.inputs import Day, Input, Line, Text, Version
from bomiljo.kernel.views import View

Digits = Annotated[str, Field(pattern=r"^[0-9]{11,12}$", examples=["15859010099"])]


class IdentifierView(View):
    """A number with its last digits hidden; `until` is the first day it is no longer used."""

    id: UUID
    kind: IdentifierKind
    masked: str
    source: IdentifierSource
    from_day: date
    until: date | None
    check_overridden_because: str | None


class Identifiers(View):
    items: list[IdentifierView]


class NewIdentifier(Input):
    kind: IdentifierKind
    value: Digits
    source: IdentifierSource
    from_day: Day
    check_overridden_because: Annotated[
        Line | None,
        Field(description="Why a DUF number is right although its check digits are not"),
    ] = None


class EndIdentifier(Input):
    on_day: Day


class Purpose(StrEnum):
    """What a whole number is needed for (personopplysningsloven § 12: a factual need)."""

    LEASE_CONTRACT = "lease_contract"
    BENEFITS = "benefits"
    POPULATION_REGISTER = "population_register"
    HEALTH_SERVICES = "health_services"
    BANK = "bank"
    IDENTITY_CHECK = "identity_check"
    CORRECTION = "correction"
    OTHER = "other"


class Reveal(Input):
    purpose: Purpose
    note: Annotated[Line, Field(examples=["Kontrakten for leilighet 204 skrives i dag"])]


class Revealed(View):
    kind: IdentifierKind
    value: str


class FindByIdentifier(Reveal):
    kind: IdentifierKind
    value: Digits


class Found(View):
    resident_id: UUID
    given_name: str | None
    family_name: str


class Finds(View):
    items: list[Found]


class SetProtection(Input):
    """`guardians`: the two who shall see the record, none when protection is lifted."""

    version: Version
    grade: Protection
    guardians: Annotated[list[UUID], Field(max_length=2)]
    reason: Text


class Guardian(View):
    id: UUID
    name: str


class ProtectionDecisionView(View):
    grade: Protection
    reason: str
    decided_by: str
    at: datetime


class ProtectionView(View):
    grade: Protection
    guardians: list[Guardian]
    decisions: list[ProtectionDecisionView]
    version: int
