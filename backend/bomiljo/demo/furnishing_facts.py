from datetime import time
from typing import Literal

from bomiljo.demo.fact import Fact, Moment
from bomiljo.features.furnishing.model import Fits


class Article(Fact):
    room: str
    item: str
    quantity: int = 1
    needs_assembly: bool = False
    supplier: str | None = None
    per_person: bool = False


class Package(Fact):
    name: str
    fits: Fits
    lines: list[Article]


class Differs(Fact):
    """A unit whose list is not the package's, for a reason."""

    unit: str
    item: str
    quantity: int
    reason: str


class Relet(Fact):
    """A unit made ready again; `done`: articles checked, or all; `short`: what is missing."""

    unit: str
    opened: Moment
    by: str
    done: list[str] | Literal["all"]
    key: bool = False
    short: dict[str, str] = {}


class Delivery(Fact):
    """When a lorry comes: on the first workday from so many days ahead."""

    in_days: int
    from_time: time
    to_time: time
    note: str | None = None


class Order(Fact):
    supplier: str
    ordered: Moment
    lines: dict[str, int]
    delivery: Delivery


class Furnishing(Fact):
    packages: list[Package]
    crew: list[str]
    differs: list[Differs] = []
    relets: list[Relet] = []
    orders: list[Order] = []
