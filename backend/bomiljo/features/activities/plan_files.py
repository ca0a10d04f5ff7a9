"""A plan as people have it, pasted or in a file, as lines of cells; nothing is understood yet."""

import csv
import io
import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from bomiljo.features.activities.problems import (
    PlanEmpty,
    PlanNotWhatItsNameSays,
    PlanTooLarge,
    PlanUnreadable,
)

LARGEST = 2 * 1024 * 1024
LARGEST_UNPACKED = 30 * 1024 * 1024
MOST_LINES = 300
MOST_COLUMNS = 30
ZIP, OLD_EXCEL, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
BROKEN = (
    zipfile.BadZipFile,
    InvalidFileException,
    KeyError,
    ValueError,
    TypeError,
    OSError,
    SyntaxError,
)
"""What a spreadsheet that is none makes its reader raise."""


@dataclass(slots=True)
class Cells:
    """One line with its number in the source; `marks` tell what was odd about its cells."""

    number: int
    values: list[str]
    marks: set[str] = field(default_factory=set)


def of_text(text: str) -> list[Cells]:
    """Cells are parted by tabs, semicolons or commas, whichever the first lines use most."""
    beginning = text[:2000]
    parting = max("\t;,", key=beginning.count)
    if beginning.count(parting) == 0:
        parting = "\t"
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=parting)
    try:
        return _kept(
            Cells(number, [clean(value) for value in values[:MOST_COLUMNS]])
            for number, values in enumerate(lines, 1)
        )
    except csv.Error:
        raise PlanUnreadable from None


def of_file(name: str, data: bytes) -> list[Cells]:
    """Content decides; a name that says something else is a file mixed up with another."""
    if len(data) > LARGEST:
        raise PlanTooLarge
    ending = name.rpartition(".")[2].lower()
    is_sheet = data.startswith(ZIP)
    if data.startswith((OLD_EXCEL, PDF)):
        raise PlanUnreadable
    if (ending == "xlsx") is not is_sheet and ending in {"xlsx", "csv", "txt", "tsv"}:
        raise PlanNotWhatItsNameSays
    return _of_sheet(data) if is_sheet else of_text(decoded(data))


def decoded(data: bytes) -> str:
    """As UTF-8, else as Excel on a Norwegian computer saves it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\x00" in data:
        raise PlanUnreadable
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def clean(value: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())


def _kept(lines: Any) -> list[Cells]:
    """Lines that say something, as many as a plan has."""
    kept: list[Cells] = []
    for line in lines:
        if any(line.values):
            kept.append(line)
        if len(kept) > MOST_LINES:
            raise PlanTooLarge
    if not kept:
        raise PlanEmpty
    return kept


def _of_sheet(data: bytes) -> list[Cells]:
    """The first sheet. Merged cells give their value to each line that they cover."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST_UNPACKED:
                raise PlanTooLarge
        book = load_workbook(io.BytesIO(data), keep_links=False)
        sheet = book.worksheets[0]
    except (*BROKEN, IndexError):
        raise PlanUnreadable from None
    if sheet.max_row > MOST_LINES * 4:
        raise PlanTooLarge
    covering = {
        (row, column): merged
        for merged in sheet.merged_cells.ranges
        for row in range(merged.min_row, min(merged.max_row, MOST_LINES * 4) + 1)
        for column in range(merged.min_col, min(merged.max_col, MOST_COLUMNS) + 1)
    }
    return _kept(_line(sheet, covering, row) for row in range(1, sheet.max_row + 1))


def _line(sheet: Any, covering: dict[tuple[int, int], Any], row: int) -> Cells:
    line = Cells(row, [])
    for column in range(1, min(sheet.max_column, MOST_COLUMNS) + 1):
        merged = covering.get((row, column))
        if merged is not None:
            line.marks.add("merged")
        spread = merged is not None and column != merged.min_col
        cell = sheet.cell(merged.min_row if merged else row, merged.min_col if merged else column)
        if cell.data_type == "f":
            line.marks.add("formula")
        empty = spread or cell.data_type == "f" or cell.value is None
        line.values.append("" if empty else _said(cell.value))
    return line


def _said(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H.%M")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean(str(value))
