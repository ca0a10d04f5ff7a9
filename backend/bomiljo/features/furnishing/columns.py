"""How far a line has come, as expressions that become JSON or counts."""

from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, case, cast, func, null, or_, select

from bomiljo.features.furnishing.model import ChecklistLine, Step
from bomiljo.features.furnishing.schemas import Mark, Progress
from bomiljo.kernel.rows import as_json

L = ChecklistLine
THERE = and_(L.in_place, L.short == 0)
CHECKED = L.checked_at.is_not(None)
PLACED = or_(THERE, L.placed_at.is_not(None), CHECKED)
DELIVERED = or_(PLACED, L.delivered_at.is_not(None), L.assembled_at.is_not(None))
ORDERED = or_(DELIVERED, L.ordered_at.is_not(None))
NEEDED = L.quantity > 0
DEVIATES = L.quantity != L.package_quantity


def mark(at: Any, by: Any) -> ColumnElement[Any]:
    return case((at.is_(None), null()), else_=as_json(Mark, {"at": at, "by": by}))


def marks() -> dict[str, Any]:
    return {step.value: mark(getattr(L, f"{step}_at"), getattr(L, f"{step}_by")) for step in Step}


def _lines_that(*conditions: Any) -> ColumnElement[Any]:
    return func.count().filter(NEEDED, *conditions)


def _sum(column: Any, *conditions: Any) -> ColumnElement[Any]:
    return cast(func.coalesce(func.sum(column).filter(*(conditions or (NEEDED,))), 0), Integer)


def progress(checklist: Any) -> ColumnElement[Any]:
    counted = as_json(
        Progress,
        {
            "lines": _lines_that(),
            "pieces": _sum(L.quantity),
            "ordered": _lines_that(ORDERED),
            "delivered": _lines_that(DELIVERED),
            "placed": _lines_that(PLACED),
            "checked": _lines_that(CHECKED),
            "missing": _sum(L.to_get, NEEDED, ~DELIVERED),
            "short": _sum(L.short),
            "deviations": func.count().filter(DEVIATES),
        },
    )
    lines = select(counted).where(L.checklist_id == checklist.id)
    return lines.correlate(checklist).scalar_subquery()
