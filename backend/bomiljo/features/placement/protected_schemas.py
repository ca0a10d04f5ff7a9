"""The few who come under address protection, for the two who see them."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field as Rule

from bomiljo.features.placement.board_schemas import LeaseTerms
from bomiljo.features.residents.model import Protection
from bomiljo.kernel.inputs import Input, Text, Version
from bomiljo.kernel.views import View


class ProtectCandidate(Input):
    """`version`: the household's. `guardians`: the two who shall see it from now on."""

    version: Version
    grade: Literal[Protection.CONFIDENTIAL, Protection.STRICTLY_CONFIDENTIAL, Protection.UNKNOWN]
    reason: Annotated[Text, Rule(examples=["Melding fra Folkeregisteret"])]
    guardians: Annotated[list[UUID], Rule(max_length=2)]


class LiftCandidate(Input):
    version: Version
    reason: Annotated[Text, Rule(examples=["Graderingen er opphevet"])]


class SettleProtected(LeaseTerms):
    version: Version
    unit_id: UUID


class SettledLease(View):
    tenancy_id: UUID
