from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Text, and_, case, cast, func, literal_column, null, select
from sqlalchemy.dialects.postgresql import ARRAY, array
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlalchemy.types import Uuid

from bomiljo.access.actor import Actor
from bomiljo.features.furnishing.columns import L, mark, marks, progress
from bomiljo.features.furnishing.model import Checklist, Fits, Package, PackageLine, Step
from bomiljo.features.furnishing.schemas import (
    ChecklistLineView,
    ChecklistSummary,
    ChecklistUnit,
    ChecklistView,
    FurnishedUnit,
    FurnishingQuery,
    FurnishingSort,
    PackageLineView,
    Packages,
    PackageView,
    Stage,
)
from bomiljo.features.identity.model import User
from bomiljo.features.identity.schemas import Named
from bomiljo.features.sites.model import Site, Unit, UnitUse
from bomiljo.features.sites.queries import current_use
from bomiljo.features.tenancies.model import Tenancy
from bomiljo.kernel.listing import Listing, Order, given, listing
from bomiljo.kernel.rows import Detail, as_json, detail, one_of, own_columns, rows_as_json

CURRENT = and_(Checklist.unit_id == Unit.id, Checklist.replaced_at.is_(None))
FILTERS: dict[str, Any] = {
    "site_id": given(Unit.site_id, "site_id"),
    "use": given(UnitUse.use, "use"),
}
STAGES = {
    Stage.NONE: Checklist.id.is_(None),
    Stage.OPEN: and_(Checklist.id.is_not(None), Checklist.ready_at.is_(None)),
    Stage.READY: and_(Checklist.ready_at.is_not(None), Checklist.key_at.is_(None)),
    Stage.KEY: Checklist.key_at.is_not(None),
}


def _summary() -> Any:
    columns = own_columns(ChecklistSummary, Checklist) | {
        "package_name": Package.name,
        "edition": Package.edition,
        "progress": progress(Checklist),
    }
    return case((Checklist.id.is_(None), null()), else_=as_json(ChecklistSummary, columns))


def _rank() -> Any:
    ranks = ((STAGES[Stage.OPEN], "0"), (STAGES[Stage.READY], "1"), (STAGES[Stage.KEY], "3"))
    rank = case(
        *((stage, literal_column(f"'{one}'")) for stage, one in ranks), else_=literal_column("'2'")
    )
    return func.concat(cast(rank, Text), Unit.label, type_=Text())


ORDERS = {
    FurnishingSort.STAGE: Order(_rank()),
    FurnishingSort.LABEL: Order(Unit.label),
}


@lru_cache
def units(
    filters: frozenset[str], stage: Stage | None, sort: FurnishingSort, *, continued: bool
) -> Listing:
    statement = (
        select(Unit)
        .join(UnitUse, current_use())
        .outerjoin(Checklist, CURRENT)
        .outerjoin(Package, Package.id == Checklist.package_id)
        .where(given(Unit.district_id, "district_id"), one_of(UnitUse.use, Fits))
        .where(*(FILTERS[name] for name in sorted(filters)))
    )
    if stage:
        statement = statement.where(STAGES[stage])
    columns = own_columns(FurnishedUnit, Unit) | {"use": UnitUse.use, "checklist": _summary()}
    return listing(
        "furnishing.list",
        statement,
        item=as_json(FurnishedUnit, columns),
        record=Unit.id,
        order=ORDERS[sort],
        continued=continued,
        logged=False,
    )


def filters_of(query: FurnishingQuery) -> dict[str, Any]:
    return query.model_dump(include=set(FILTERS), exclude_none=True)


def _lines() -> Any:
    statement = select(as_json(ChecklistLineView, own_columns(ChecklistLineView, L) | marks()))
    return rows_as_json(
        statement.where(L.checklist_id == Checklist.id)
        .order_by(L.position, L.id)
        .correlate(Checklist)
    )


def _people() -> Any:
    """Each person once, however many lines they have ticked."""
    hands = array([Checklist.key_by, *(getattr(L, f"{step}_by") for step in Step)])
    who = (
        select(func.unnest(hands).label("id"))
        .where(L.checklist_id == Checklist.id)
        .distinct()
        .correlate(Checklist)
        .subquery()
    )
    named = select(as_json(Named, {"id": User.id, "name": User.name})).where(
        User.id.in_(select(who.c.id))
    )
    return rows_as_json(named.order_by(User.name))


@lru_cache
def checklist(by: str) -> Detail:
    """`by`: «unit_id», the present list of a unit; «checklist_id», the list itself."""
    wanted = {
        "unit_id": and_(given(Checklist.unit_id, "unit_id"), Checklist.replaced_at.is_(None)),
        "checklist_id": given(Checklist.id, "checklist_id"),
    }
    columns = own_columns(ChecklistView, Checklist) | {
        "site": as_json(Named, {"id": Site.id, "name": Site.name}),
        "unit": as_json(ChecklistUnit, own_columns(ChecklistUnit, Unit)),
        "package_name": Package.name,
        "edition": Package.edition,
        "key": mark(Checklist.key_at, Checklist.key_by),
        "lines": _lines(),
        "people": _people(),
    }
    return detail(
        "furnishing.detail",
        select(Checklist)
        .join(Unit, Unit.id == Checklist.unit_id)
        .join(Site, Site.id == Checklist.site_id)
        .join(Package, Package.id == Checklist.package_id)
        .where(wanted[by]),
        item=as_json(ChecklistView, columns),
        record=Checklist.id,
    )


async def packages(session: AsyncSession, actor: Actor) -> Packages:
    """Those in use, the one for every size first."""
    found = await session.scalars(
        select(Package)
        .where(Package.district_id == actor.district_id, Package.replaced_at.is_(None))
        .order_by(
            Package.fits != Fits.DWELLING,
            Package.fits,
            Package.household_size.nulls_first(),
            Package.name,
        )
    )
    return Packages(items=[await package_view(session, one) for one in found.all()])


async def package_view(session: AsyncSession, package: Package) -> PackageView:
    lines = await package_lines(session, package.id)
    return PackageView(
        id=package.id,
        fits=package.fits,
        household_size=package.household_size,
        edition=package.edition,
        name=package.name,
        created_at=package.created_at,
        pieces=sum(line.quantity for line in lines),
        lines=[PackageLineView.model_validate(line) for line in lines],
    )


async def package_lines(session: AsyncSession, package_id: UUID) -> list[PackageLine]:
    found = await session.scalars(
        select(PackageLine)
        .where(PackageLine.package_id == package_id)
        .order_by(PackageLine.position, PackageLine.id)
    )
    return list(found)


async def persons_in(session: AsyncSession, unit_ids: Iterable[UUID]) -> dict[UUID, int]:
    """How many live in each unit, or are about to; else how many there is room for."""
    ends = func.upper(Tenancy.period)
    lease = (
        select(Tenancy.household_size)
        .where(
            Tenancy.unit_id == Unit.id,
            func.coalesce(ends > func.current_date(), True),
        )
        .order_by(func.lower(Tenancy.period).desc())
        .limit(1)
        .scalar_subquery()
    )
    found = await session.execute(
        select(Unit.id, func.coalesce(lease, Unit.capacity).label("persons")).where(
            Unit.id.in_([*unit_ids])
        )
    )
    return {row.id: max(1, row.persons) for row in found}


async def dwelling_package_again(session: AsyncSession, unit_id: UUID) -> UUID | None:
    """The edition in use of the package that a home was furnished by; None if it was by none."""
    earlier, present = aliased(Package), aliased(Package)
    same = and_(present.district_id == earlier.district_id, present.name == earlier.name)
    package_id: UUID | None = await session.scalar(
        select(present.id)
        .join(earlier, same)
        .join(Checklist, Checklist.package_id == earlier.id)
        .where(
            Checklist.unit_id == unit_id,
            Checklist.replaced_at.is_(None),
            present.replaced_at.is_(None),
            present.fits == Fits.DWELLING,
        )
    )
    return package_id


async def fitting_units(session: AsyncSession, unit_ids: tuple[UUID, ...]) -> dict[UUID, str]:
    """What the units are used as today, locked in one order; those unseen are left out."""
    found = await session.execute(
        select(Unit.id, UnitUse.use)
        .outerjoin(UnitUse, current_use())
        .where(Unit.id == func.any(cast(list(unit_ids), ARRAY(Uuid()))))
        .order_by(Unit.id)
        .with_for_update(of=Unit)
    )
    return {row.id: row.use for row in found}
