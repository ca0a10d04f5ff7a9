"""Role-scoped views: which view of a resource a role sees is one table per resource."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from bomiljo.access.actor import Actor
from bomiljo.access.permissions import Permission, roles_with
from bomiljo.access.roles import AUDIENCES, Audience, Role

T = TypeVar("T")


class Lens(Generic[T]):
    """Gives every role that holds `permission` its choice; checked when imported.

    `choices` names audiences, `exceptions` single roles. TypeError when a role that holds the
    permission has no choice, or one has a choice for nothing.
    """

    def __init__(
        self,
        permission: Permission,
        choices: Mapping[Audience, T],
        exceptions: Mapping[Role, T] | None = None,
    ) -> None:
        table = {role: choice for one, choice in choices.items() for role in AUDIENCES[one]}
        table |= exceptions or {}
        holders = set(roles_with(permission))
        if missing := holders - table.keys():
            raise TypeError(f"{permission} is granted to {sorted(missing)}, who have no view")
        if idle := [one for one in choices if not holders & set(AUDIENCES[one])]:
            raise TypeError(f"{permission} is not granted to {idle}")
        self._table = {role: table[role] for role in holders}

    def __call__(self, actor: Actor) -> T:
        return self._table[actor.role]

    def every(self) -> set[T]:
        return set(self._table.values())
