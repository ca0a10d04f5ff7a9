"""Tables that people bring as CSV or XLSX: read once in memory, told by content, kept nowhere.

A cell becomes text: dates as `2026-02-13`, whole numbers without a point. What a formula would
show is not known to us, so the cell is named instead of guessed.
"""

import csv
import io
import os
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, BinaryIO, ClassVar
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from bomiljo.kernel.problems import Problem
from bomiljo.kernel.unpacking import checked_parts, merged_from

LARGEST_FILE = 5 * 1024 * 1024
MOST_ROWS = 2_000
MOST_COLUMNS = 60
LONGEST_CELL = 4_000
LOOKED_AT = 20_000
HEADINGS_WITHIN = 20
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
ZIP = b"PK\x03\x04"
NO_TABLE = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"<!DO", b"<htm", b"<?xm")
DELIMITERS = (";", "\t", ",", "|")


class SheetProblem(Problem):
    status: ClassVar[int] = 422
    field = "file"


class FileEmpty(SheetProblem):
    title = "The file is empty"


class FileTooLarge(SheetProblem):
    status = 413
    title = "The file is larger than 5 MB"


class FileUnknownKind(SheetProblem):
    title = "Not a table that can be read: CSV, or an Excel workbook saved as XLSX"


class FileIsOldExcel(SheetProblem):
    title = "An old or password-protected Excel file; save it as XLSX without a password"


class FileNotWhatItsNameSays(SheetProblem):
    title = "The file's content is of another kind than its name says"


class FileUnreadable(SheetProblem):
    title = "The file is damaged, or written in a way that cannot be read"


class FileUnpacksTooLarge(SheetProblem):
    title = "The file unpacks to far more than a list of persons needs"


class TooManyRows(SheetProblem):
    title = "The file has more than 2 000 rows"


class TooManyColumns(SheetProblem):
    title = "The file has more than 60 columns"


class HeadingsMissing(SheetProblem):
    title = "No row of headings was found"


class DuplicateHeadings(SheetProblem):
    title = "Two columns have the same heading"


class MergedCells(SheetProblem):
    title = "Cells are merged; split them before the file is read"


SHEET_PROBLEMS = (
    FileEmpty,
    FileTooLarge,
    FileUnknownKind,
    FileIsOldExcel,
    FileNotWhatItsNameSays,
    FileUnreadable,
    FileUnpacksTooLarge,
    TooManyRows,
    TooManyColumns,
    HeadingsMissing,
    DuplicateHeadings,
    MergedCells,
)


@dataclass(frozen=True, slots=True)
class Row:
    """`line` is the row's number in the file; `formulas` are the columns that hold one."""

    line: int
    cells: tuple[str, ...]
    formulas: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Sheet:
    """`encoding` of a CSV file, `name` of a workbook's sheet."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str | None = None
    name: str | None = None


def normal(heading: str) -> str:
    """Headings are the same when they read the same."""
    return " ".join(heading.replace("_", " ").split()).strip(" *:").casefold()


def read(file: BinaryIO, name: str) -> Sheet:
    length = file.seek(0, os.SEEK_END)
    file.seek(0)
    if length == 0:
        raise FileEmpty
    if length > LARGEST_FILE:
        raise FileTooLarge
    data = file.read()
    if data.startswith(OLD_EXCEL):
        raise FileIsOldExcel
    if data.lstrip()[:8].lower().startswith(tuple(one.lower() for one in NO_TABLE)):
        raise FileUnknownKind
    packed = data.startswith(ZIP)
    if packed != name.lower().endswith((".xlsx", ".xlsm")):
        raise FileNotWhatItsNameSays
    return _workbook(data) if packed else _text(data)


def _workbook(data: bytes) -> Sheet:
    """The first visible sheet; unpacked only after its size was seen."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            checked_parts(data, FileUnknownKind, FileUnpacksTooLarge)
            book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            sheet: Any = next(one for one in book.worksheets if one.sheet_state == "visible")
            sheet.reset_dimensions()
            lines = (
                (line, [_told(cell) for cell in cells])
                for line, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1), 1)
            )
            found = _table(lines)
            book.close()
            merged = merged_from(data, sheet.title, found[0])
    except (
        *(InvalidFileException, ParseError, zipfile.BadZipFile, zipfile.LargeZipFile),
        *(KeyError, ValueError, TypeError, IndexError, AttributeError, StopIteration, OSError),
        *(EOFError, NotImplementedError, RecursionError, MemoryError, AssertionError),
    ):
        raise FileUnreadable from None
    if merged:
        raise MergedCells(cells=", ".join(merged))
    return Sheet(found[1], found[2], name=sheet.title)


def _told(cell: Any) -> str | None:
    """What the cell says; None for a formula."""
    value = cell.value
    if cell.data_type == "f":
        return None
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()[:LONGEST_CELL]


def _text(data: bytes) -> Sheet:
    text, encoding = _decoded(data)
    if "\0" in text:
        raise FileUnreadable
    head = text[:10_000].splitlines()[:HEADINGS_WITHIN]
    delimiter = max(DELIMITERS, key=lambda one: max((line.count(one) for line in head), default=0))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        lines = (
            (line, [cell.strip()[:LONGEST_CELL] for cell in cells])
            for line, cells in enumerate(reader, 1)
        )
        _, headings, rows = _table(lines)
    except csv.Error:
        raise FileUnreadable from None
    return Sheet(headings, rows, encoding=encoding)


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return _as(data, encoding)
    head = data[:400]
    if head[1::2].count(0) > len(head) // 4:
        return _as(data, "utf-16-le")
    if head[::2].count(0) > len(head) // 4:
        return _as(data, "utf-16-be")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _as(data, "cp1252")


def _as(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding.removesuffix("-sig")
    except UnicodeDecodeError:
        raise FileUnreadable from None


def _table(
    lines: Iterable[tuple[int, list[str | None]]] | Iterable[tuple[int, list[str]]],
) -> tuple[int, tuple[str, ...], tuple[Row, ...]]:
    """The line of the headings, the headings, the rows that say anything."""
    counted: Iterator[tuple[int, list[str | None]]] = iter(lines)  # type: ignore[arg-type]
    top, headings = _headings(counted)
    rows: list[Row] = []
    for line, cells in counted:
        if line > LOOKED_AT or len(rows) > MOST_ROWS:
            raise TooManyRows(most=MOST_ROWS)
        wide = (cells + [""] * len(headings))[: len(headings)]
        if any(cell != "" for cell in wide):
            formulas = frozenset(n for n, cell in enumerate(wide) if cell is None)
            rows.append(Row(line, tuple(cell or "" for cell in wide), formulas))
    if len(rows) > MOST_ROWS:
        raise TooManyRows(most=MOST_ROWS)
    if not rows:
        raise FileEmpty
    return top, headings, tuple(rows)


def _headings(lines: Iterator[tuple[int, list[str | None]]]) -> tuple[int, tuple[str, ...]]:
    """The first line with more than one word in it; titles above a table stand alone."""
    for line, cells in lines:
        named = [cell or "" for cell in cells]
        if sum(1 for cell in named if cell) > 1:
            while not named[-1]:
                named.pop()
            if len(named) > MOST_COLUMNS:
                raise TooManyColumns(most=MOST_COLUMNS)
            _once_each(named)
            return line, tuple(" ".join(cell.split())[:100] for cell in named)
        if line >= HEADINGS_WITHIN:
            break
    raise HeadingsMissing


def _once_each(headings: list[str]) -> None:
    known = [normal(one) for one in headings if one]
    if twice := sorted({one for one in known if known.count(one) > 1}):
        raise DuplicateHeadings(headings=", ".join(twice)[:300])
