"""What one room adds to the district that holds one of everything."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tests.factories import House


@dataclass
class Things:
    """Ids by the name that paths and bodies give them."""

    ids: dict[str, UUID] = field(default_factory=dict)

    def __getitem__(self, name: str) -> UUID:
        return self.ids[name]


Said = Callable[[Things, tuple[str, ...]], dict[str, Any]]


@dataclass(frozen=True)
class Room:
    """`paths`, `bodies`: the ids it adds, by where they stand; `said`: by the end of an address,
    what the contract's examples do not say by themselves."""

    furnish: Callable[[House, Things], Mapping[str, UUID]]
    paths: tuple[str, ...]
    bodies: tuple[str, ...] = ()
    said: Mapping[str, Said] = field(default_factory=dict)
