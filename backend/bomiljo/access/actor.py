"""Who is calling."""

from dataclasses import dataclass
from uuid import UUID

from bomiljo.access.permissions import GRANTS, Permission
from bomiljo.access.roles import AUDIENCE_OF, Audience, Role


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person in one membership; `id` is a user's or a resident's."""

    id: UUID
    session_id: UUID
    role: Role
    name: str
    district_id: UUID
    organisation_id: UUID | None
    membership_id: UUID | None
    sites: tuple[UUID, ...]

    @property
    def audience(self) -> Audience:
        return AUDIENCE_OF[self.role]

    @property
    def is_resident(self) -> bool:
        return self.audience is Audience.RESIDENT

    @property
    def only_site(self) -> UUID | None:
        """Where everything happens for somebody with one site; None for the others."""
        return self.sites[0] if len(self.sites) == 1 else None

    def may(self, permission: Permission) -> bool:
        return permission in GRANTS[self.role]
