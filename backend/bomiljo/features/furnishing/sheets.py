"""An order as a supplier opens it: a workbook, a sheet of plain text, or a paper."""

import csv
import io
from asyncio import to_thread
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from openpyxl import Workbook
from openpyxl.styles import Font
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from bomiljo.features.furnishing.model import DeliveryWindow, FurnitureOrder, FurnitureOrderLine
from bomiljo.features.furnishing.schemas import SheetForm
from bomiljo.features.sites.model import Site
from bomiljo.kernel.clock import OSLO
from bomiljo.kernel.papers import PDF, Paper, printed_today
from bomiljo.kernel.problems import NotFound

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ANSWER: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            CSV: {"schema": {"type": "string"}},
            XLSX: {"schema": {"type": "string", "format": "binary"}},
            PDF: {"schema": {"type": "string", "format": "binary"}},
        }
    }
}
HEAD = ("Sted", "Leverandør", "Bestilt", "Leveres", "Inventar", "Antall", "Levert")
WIDTHS = (24, 24, 12, 26, 32, 10, 10)
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t")
UNDECIDED = "Ikke bestemt"


@dataclass(frozen=True, slots=True)
class Sheet:
    site: str
    supplier: str | None
    day: str
    comes: str
    note: str
    lines: tuple[FurnitureOrderLine, ...]

    @property
    def rows(self) -> list[tuple[str | int, ...]]:
        return [
            (
                self.site,
                self.supplier or "",
                self.day,
                self.comes,
                line.item,
                line.quantity,
                line.delivered,
            )
            for line in self.lines
        ]


async def order_sheet(session: AsyncSession, order_id: UUID, form: SheetForm) -> Response:
    order = await session.get(FurnitureOrder, order_id)
    if order is None:
        raise NotFound
    site = await session.get_one(Site, order.site_id)
    lines = await session.scalars(
        select(FurnitureOrderLine)
        .where(FurnitureOrderLine.order_id == order_id)
        .order_by(FurnitureOrderLine.id)
    )
    day = order.created_at.astimezone(OSLO).strftime("%d.%m.%Y")
    window = await session.scalar(select(DeliveryWindow).where(DeliveryWindow.order_id == order_id))
    sheet = Sheet(
        site=site.name,
        supplier=order.supplier,
        day=day,
        comes=_comes(window) if window else "",
        note=(window and window.supplier_note) or "",
        lines=tuple(lines),
    )
    return await to_thread(FORMS[form], sheet)


def _comes(window: DeliveryWindow) -> str:
    return f"{window.day:%d.%m.%Y} {window.from_time:%H.%M}-{window.to_time:%H.%M}"


def _cell(text: object) -> str:
    """Text as text: no spreadsheet shall take it for a formula."""
    plain = str(text)
    return f"'{plain}" if plain.startswith(BEGINS_A_FORMULA) else plain


def _as_text(sheet: Sheet) -> Response:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEAD)
    writer.writerows([_cell(one) for one in row] for row in sheet.rows)
    # with the mark at the beginning, a spreadsheet reads æ, ø and å
    return _file(file.getvalue().encode("utf-8-sig"), CSV, "csv")


def _as_workbook(sheet: Sheet) -> Response:
    book = Workbook()
    page: Any = book.active
    page.title = "Bestilling"
    page.append(HEAD)
    for row in sheet.rows:
        page.append(row)
    for cells in page.iter_rows(min_row=2):
        for cell in cells:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    for column, width in zip("ABCDEFG", WIDTHS, strict=True):
        page.column_dimensions[column].width = width
        page[f"{column}1"].font = Font(bold=True)
    page.freeze_panes = "A2"
    file = io.BytesIO()
    book.save(file)
    return _file(file.getvalue(), XLSX, "xlsx")


def _as_paper(sheet: Sheet) -> Response:
    paper = Paper("Bestilling", f"{sheet.site} · {printed_today()}")
    paper.add_page()
    paper.heading("Samlet bestilling")
    paper.facts(
        (
            ("Leveres til", sheet.site),
            ("Leverandør", sheet.supplier or UNDECIDED),
            ("Bestilt", sheet.day),
            ("Leveres", " · ".join(filter(None, (sheet.comes, sheet.note))) or UNDECIDED),
        )
    )
    paper.rows(
        ("Inventar", "Antall", "Levert", "Sjekk"),
        [(line.item, str(line.quantity), str(line.delivered), "") for line in sheet.lines],
        (52, 16, 16, 16),
    )
    return paper.answer("bestilling")


FORMS: dict[SheetForm, Callable[[Sheet], Response]] = {
    SheetForm.CSV: _as_text,
    SheetForm.XLSX: _as_workbook,
    SheetForm.PDF: _as_paper,
}


def _file(content: bytes, kind: str, ending: str) -> Response:
    disposition = f'attachment; filename="bestilling.{ending}"'
    return Response(content, media_type=kind, headers={"Content-Disposition": disposition})
