"""The hours of a week as payroll opens them."""

import io
from asyncio import to_thread
from collections.abc import Sequence
from datetime import date, time
from typing import Any
from uuid import UUID

from openpyxl import Workbook
from openpyxl.styles import Font
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from bomiljo.features.crew import queries
from bomiljo.features.crew.model import CrewWeek
from bomiljo.kernel.problems import NotFound

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ANSWER: dict[int | str, dict[str, Any]] = {
    200: {"content": {XLSX: {"schema": {"type": "string", "format": "binary"}}}}
}
HEAD = ("Navn", "Dato", "Fra", "Til", "Pause (min)", "Timer", "Merknad")
WIDTHS = (28, 12, 8, 8, 12, 8, 14)
Row = tuple[str, date, time | None, time | None, int, float, str]


async def hours_sheet(session: AsyncSession, week_id: UUID) -> Response:
    if await session.get(CrewWeek, week_id) is None:
        raise NotFound
    people = await queries.members(session, week_id)
    hours = await queries.hours_of(session, people)
    rows: list[Row] = [
        (
            member.name,
            one.day,
            one.starts,
            one.ends,
            one.break_minutes,
            round(one.minutes / 60, 2),
            "" if one.starts else "Borte",
        )
        for member in people
        for one in hours
        if one.member_id == member.id
    ]
    return await to_thread(_workbook, rows)


def _workbook(rows: Sequence[Row]) -> Response:
    book = Workbook()
    page: Any = book.active
    page.title = "Timer"
    page.append(HEAD)
    for row in rows:
        page.append(row)
        # text as text: no spreadsheet shall take a name for a formula
        page.cell(page.max_row, 1).data_type = "s"
    for column, width in zip("ABCDEFG", WIDTHS, strict=True):
        page.column_dimensions[column].width = width
        page[f"{column}1"].font = Font(bold=True)
    page.freeze_panes = "A2"
    file = io.BytesIO()
    book.save(file)
    disposition = 'attachment; filename="timer.xlsx"'
    return Response(file.getvalue(), media_type=XLSX, headers={"Content-Disposition": disposition})
