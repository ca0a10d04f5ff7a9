"""What comes in."""

from datetime import datetime, timedelta
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, Field, model_validator
from pydantic_core import PydanticCustomError

from bomiljo.access.roles import OrganisationKind
from bomiljo.features.incidents.model import Category, EntryAudience, PartyRole, Severity, Status
from bomiljo.kernel.clock import now
from bomiljo.kernel.inputs import Day, Input, Line, Text, Version

CLOCKS_DIFFER_BY = timedelta(minutes=10)


def _has_happened(at: datetime) -> datetime:
    if not datetime(2000, 1, 1, tzinfo=at.tzinfo) <= at <= now() + CLOCKS_DIFFER_BY:
        code = "not_in_the_past"
        raise PydanticCustomError(code, "Something that has happened lies in the past")
    return at


Happened = Annotated[
    AwareDatetime, AfterValidator(_has_happened), Field(examples=["2026-11-24T21:40:00+01:00"])
]
Audience = Annotated[
    EntryAudience | None,
    Field(description="Left out: as narrow as the writer's service allows", examples=["internal"]),
]
Partner = Literal["landlord", "nav"]


class NewParty(Input):
    """A resident, or somebody else by a description."""

    resident_id: UUID | None = None
    description: Annotated[Line | None, Field(examples=["Gjest hos nabo"])] = None
    role: PartyRole = PartyRole.INVOLVED

    @model_validator(mode="after")
    def is_somebody(self) -> "NewParty":
        if self.resident_id is None and self.description is None:
            code = "nobody"
            raise PydanticCustomError(code, "Name a resident or describe somebody")
        return self


class NewIncident(Input):
    """Category and title are enough; the rest follows from the category, the clock and the site."""

    category: Annotated[Category, Field(examples=["leak"])]
    title: Annotated[Line, Field(examples=["Vann på badegulvet"])]
    severity: Annotated[Severity | None, Field(description="Left out: the category's own")] = None
    site_id: Annotated[
        UUID | None, Field(description="Needed by those who work at several sites")
    ] = None
    unit_id: UUID | None = None
    place: Annotated[Line | None, Field(examples=["Vaskerommet"])] = None
    occurred_at: Happened | None = None
    description: Annotated[Text | None, Field(examples=["Det drypper fra taket."])] = None
    parties: Annotated[tuple[NewParty, ...], Field(max_length=20)] = ()


class EditIncident(Input):
    """What is left out stays; `null` empties. What was there before stays in the timeline."""

    version: Version
    category: Category | None = None
    title: Line | None = None
    description: Text | None = None
    place: Line | None = None
    unit_id: UUID | None = None
    occurred_at: Happened | None = None
    due_on: Day | None = None
    building_note: Annotated[
        Text | None, Field(description="All that the landlord reads of it")
    ] = None


class Assign(Input):
    """To a person, whose service becomes responsible; or to a service's pool; or to nobody."""

    version: Version
    assigned_to: UUID | None = None
    responsible: OrganisationKind | None = None


class ChangeStatus(Input):
    """Opening again what was done needs a note that says why."""

    version: Version
    status: Annotated[Status, Field(examples=["in_progress"])]
    note: Annotated[Text | None, Field(examples=["Rørlegger kommer i morgen."])] = None
    audience: Audience = None


class ChangeSeverity(Input):
    version: Version
    severity: Annotated[Severity, Field(examples=["acute"])]
    note: Text | None = None
    audience: Audience = None


class Share(Input):
    """The landlord reads `building_note` and nothing else; keep people and health out of it."""

    version: Version
    partner: Annotated[Partner, Field(examples=["landlord"])]
    building_note: Annotated[Text | None, Field(examples=["Døren til boden er brutt opp."])] = None


class Unshare(Input):
    version: Version
    partner: Annotated[Partner, Field(examples=["landlord"])]


class NewEntry(Input):
    """A note; with `corrects_id` it corrects an earlier one, which stays."""

    body: Annotated[Text, Field(examples=["Har snakket med beboeren."])]
    audience: Audience = None
    corrects_id: UUID | None = None


class NewMeasure(Input):
    what: Annotated[Text, Field(examples=["Bytt pakning under vasken"])]
    audience: Annotated[
        Literal[EntryAudience.INTERNAL, EntryAudience.PARTNERS] | None,
        Field(description="Left out: as narrow as the writer's service allows"),
    ] = None
    responsible: Annotated[
        OrganisationKind | None, Field(description="Left out: the owner's or the writer's service")
    ] = None
    owner_user_id: UUID | None = None
    due_on: Day | None = None


class EditMeasure(Input):
    """What is left out stays; `null` empties."""

    version: Version
    what: Text | None = None
    responsible: OrganisationKind | None = None
    owner_user_id: UUID | None = None
    due_on: Day | None = None
    done: bool | None = None


class ShowPicture(Input):
    audience: Annotated[EntryAudience, Field(examples=["partners"])]
