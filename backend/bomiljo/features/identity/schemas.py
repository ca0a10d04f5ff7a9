from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from bomiljo.access.permissions import Permission
from bomiljo.access.roles import Audience, OrganisationKind, Role
from bomiljo.features.identity.model import SessionKind
from bomiljo.kernel.inputs import Input
from bomiljo.kernel.views import View


class SignIn(Input):
    user_name: Annotated[str, Field(min_length=1, max_length=200, examples=["amina.miljo"])]
    password: Annotated[str, Field(min_length=1, max_length=200, examples=["bredtvet-2024"])]


class Activation(Input):
    code: Annotated[
        str,
        Field(
            min_length=8,
            max_length=20,
            description="Eight letters and digits; case, spaces and hyphens do not matter",
            examples=["K7PM-4QXH"],
        ),
    ]


NewPassword = Annotated[str, Field(min_length=12, max_length=200, examples=["fire ord som huskes"])]


class Welcome(Input):
    """`code` is what stands behind # in the link."""

    code: Annotated[str, Field(min_length=20, max_length=100)]
    password: NewPassword


class ChangePassword(Input):
    current: Annotated[str, Field(min_length=1, max_length=200)]
    password: NewPassword


class TokenForm(BaseModel):
    """The OAuth2 form; scope and client are accepted, for clients send them, and not used."""

    grant_type: Literal["password", "refresh_token"] = "password"
    username: Annotated[str, Field(max_length=200)] = ""
    password: Annotated[str, Field(max_length=200, json_schema_extra={"format": "password"})] = ""
    refresh_token: Annotated[str, Field(max_length=200)] = ""
    scope: Annotated[str, Field(max_length=1000)] = ""
    client_id: Annotated[str, Field(max_length=200)] = ""
    client_secret: Annotated[str, Field(max_length=200)] = ""


class ChooseMembership(Input):
    membership_id: UUID


class Named(View):
    id: UUID
    name: str


class OrganisationRef(Named):
    kind: OrganisationKind


class MembershipRef(View):
    id: UUID
    role: Role
    district_name: str
    organisation_name: str


class SessionView(View):
    """Who is signed in, as what, and what that role may do."""

    kind: Literal["staff", "resident"]
    name: str
    actor_id: UUID
    session_id: UUID
    role: Role
    audience: Audience
    district: Named
    organisation: OrganisationRef | None
    membership_id: UUID | None
    memberships: list[MembershipRef]
    permissions: list[Permission]
    sites: list[Named]
    csrf_token: str | None
    demo: bool


class OpenSession(View):
    id: UUID
    kind: SessionKind
    label: str
    created_at: datetime
    last_seen_at: datetime
    current: bool


class OpenSessions(View):
    items: list[OpenSession]


class TokenPair(View):
    access_token: str
    refresh_token: str
    token_type: Literal["bearer"] = "bearer"  # noqa: S105
    expires_in: int


class DemoAccount(View):
    user_name: str
    password: str
    name: str
    role: Role
    audience: Audience
    district: str
    organisation: str


class DemoCode(View):
    """A code that opens the portal once; every start of the demo makes it good again."""

    code: str
    name: str
    language: str


class DemoAccounts(View):
    items: list[DemoAccount]
    resident_codes: list[DemoCode]


class Colleague(View):
    """A member of staff whom something can be handed to."""

    id: UUID
    name: str
    role: Role
    audience: Audience
    organisation: OrganisationRef
    phone: str | None


class Colleagues(View):
    items: list[Colleague]


class EmergencyNumber(View):
    """A number that works without an account; `key` is the text's name in the catalogues."""

    key: str
    number: str
    label: str


class EmergencyNumbers(View):
    items: list[EmergencyNumber]


class SignedIn(View):
    """The session itself is in a cookie that scripts cannot read."""

    csrf_token: str
