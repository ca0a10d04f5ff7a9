"""Checklists as they hung on the door: columns and head as the house has always had them."""

from asyncio import to_thread
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from bomiljo.access.actor import Actor
from bomiljo.features.furnishing.model import Checklist, ChecklistLine
from bomiljo.features.furnishing.schemas import PaperQuery
from bomiljo.features.sites.model import Site, Unit
from bomiljo.kernel.papers import Paper, printed_today
from bomiljo.kernel.problems import NotFound

HEAD = ("Inventar", "Antall", "Sjekk", "Plassert ut / Montert", "Merknad")
WIDTHS = (38, 12, 12, 20, 18)
TICKED = "X"
MOST = 200


async def checklists(session: AsyncSession, actor: Actor, query: PaperQuery) -> Response:
    """A page for each unit that has a list, in the order of the doors."""
    found = await session.execute(
        select(Checklist, Unit.label, Site.name)
        .join(Unit, Unit.id == Checklist.unit_id)
        .join(Site, Site.id == Checklist.site_id)
        .where(
            Checklist.district_id == actor.district_id,
            Checklist.replaced_at.is_(None),
            Checklist.site_id == query.site_id,
            *([Checklist.unit_id == query.unit_id] if query.unit_id else []),
        )
        .order_by(Unit.position, Unit.id)
        .limit(MOST)
    )
    lists = found.all()
    if not lists:
        raise NotFound
    lines = await _lines(session, [row.Checklist.id for row in lists])
    pages = [(row.label, lines[row.Checklist.id]) for row in lists]
    return await to_thread(_printed, lists[0].name, pages)


def _printed(site: str, pages: list[tuple[str, list[ChecklistLine]]]) -> Response:
    paper = Paper("Sjekklister", f"{site} · {printed_today()}")
    for label, lines in pages:
        _page(paper, label, lines)
    return paper.answer("sjekklister")


async def _lines(session: AsyncSession, lists: Sequence[UUID]) -> dict[UUID, list[ChecklistLine]]:
    found = await session.scalars(
        select(ChecklistLine)
        .where(ChecklistLine.checklist_id.in_(lists))
        .order_by(ChecklistLine.position, ChecklistLine.id)
    )
    kept: dict[UUID, list[ChecklistLine]] = {one: [] for one in lists}
    for line in found:
        kept[line.checklist_id].append(line)
    return kept


def _page(paper: Paper, label: str, lines: list[ChecklistLine]) -> None:
    paper.add_page()
    paper.heading("Sjekkliste")
    paper.facts((("Leilighetsnummer", label), ("Utført av", "")))
    rows: list[tuple[str, ...] | str] = []
    for room in dict.fromkeys(line.room for line in lines):
        rows += [room, *(_row(line) for line in lines if line.room == room)]
    paper.rows(HEAD, rows, WIDTHS)


def _row(line: ChecklistLine) -> tuple[str, ...]:
    there = line.in_place and not line.short
    placed = there or line.placed_at or line.checked_at
    note = f"{line.short} mangler" if line.short else line.reason or ""
    return (
        line.item,
        str(line.quantity),
        TICKED if line.checked_at else "",
        TICKED if placed else "",
        note,
    )
