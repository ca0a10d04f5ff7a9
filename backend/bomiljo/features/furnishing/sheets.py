"""An order as a sheet that a supplier opens in a spreadsheet."""

import csv
import io
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from bomiljo.features.furnishing.model import FurnitureOrder, FurnitureOrderLine
from bomiljo.features.sites.model import Site
from bomiljo.kernel.clock import OSLO
from bomiljo.kernel.problems import NotFound

MEDIA_TYPE = "text/csv"
ANSWER: dict[int | str, dict[str, Any]] = {
    200: {"content": {MEDIA_TYPE: {"schema": {"type": "string"}}}}
}
HEAD = ("Sted", "Leverandør", "Bestilt", "Inventar", "Antall", "Levert")
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t")


def _cell(text: object) -> str:
    """Text as text: no spreadsheet shall take it for a formula."""
    plain = str(text if text is not None else "")
    return f"'{plain}" if plain.startswith(BEGINS_A_FORMULA) else plain


async def order_sheet(session: AsyncSession, order_id: UUID) -> Response:
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
    sheet = io.StringIO()
    writer = csv.writer(sheet, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEAD)
    for line in lines:
        row = (site.name, order.supplier, day, line.item, line.quantity, line.delivered)
        writer.writerow([_cell(one) for one in row])
    # with the mark at the beginning, a spreadsheet reads æ, ø and å
    return Response(
        sheet.getvalue().encode("utf-8-sig"),
        media_type=MEDIA_TYPE,
        headers={"Content-Disposition": 'attachment; filename="bestilling.csv"'},
    )
