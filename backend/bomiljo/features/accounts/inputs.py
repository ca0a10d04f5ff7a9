"""What comes in."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints

from bomiljo.access.roles import Role
from bomiljo.features.accounts.fields import AccountState
from bomiljo.kernel.contacts import phone_number
from bomiljo.kernel.inputs import Day, Input, Line
from bomiljo.kernel.listing import ListQuery

UserName = Annotated[
    str,
    StringConstraints(
        to_lower=True, min_length=3, max_length=100, pattern=r"^[A-Za-z0-9][A-Za-z0-9._@+-]+$"
    ),
    Field(
        description="Letters a to z in either case, digits and . _ @ + -",
        examples=["kari.nordmann"],
    ),
]


class NewRole(Input):
    """`site_ids` left out or null: every site of the district. `from_day` left out: from today."""

    organisation_id: UUID
    role: Role
    from_day: Day | None = None
    last_day: Day | None = None
    site_ids: Annotated[list[UUID] | None, Field(min_length=1, max_length=100)] = None


class NewAccount(NewRole):
    user_name: UserName
    name: Annotated[Line, Field(examples=["Kari Nordmann"])]
    phone: Annotated[
        Line | None, AfterValidator(lambda given: phone_number(given) if given else None)
    ] = None


class EndRole(Input):
    """The role works to the end of `last_day`; null ends it, and what is signed in, at once."""

    last_day: Day | None = None


class AccountQuery(ListQuery):
    q: Annotated[str | None, Field(min_length=1, max_length=100)] = None
    state: AccountState | None = None
