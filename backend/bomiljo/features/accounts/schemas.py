from datetime import date, datetime
from uuid import UUID

from bomiljo.access.roles import Role
from bomiljo.features.accounts.fields import AccountState
from bomiljo.features.identity.schemas import OrganisationRef
from bomiljo.kernel.listing import Page
from bomiljo.kernel.views import View


class HeldRole(View):
    """`site_ids` null: every site of the district."""

    id: UUID
    role: Role
    organisation: OrganisationRef
    from_day: date
    last_day: date | None
    site_ids: list[UUID] | None


class AccountView(View):
    """`own`: the reader's. `last_seen_at`: when it was last used in this district."""

    id: UUID
    user_name: str
    name: str
    phone: str | None
    state: AccountState
    own: bool
    invited_until: datetime | None
    last_seen_at: datetime | None
    roles: list[HeldRole]


class AccountPage(Page[AccountView]):
    pass


class InvitationView(View):
    """Shown once. The link is `/ansatt/velkommen#` and the code, so that no log ever holds it."""

    account_id: UUID
    user_name: str
    code: str
    expires_at: datetime


class OrganisationChoice(OrganisationRef):
    roles: list[Role]


class AccountChoices(View):
    organisations: list[OrganisationChoice]
