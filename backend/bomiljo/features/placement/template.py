"""The list as we would like to have it, with two invented persons to show how it is meant."""

import csv
import io

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from bomiljo.features.placement.fields import EXAMPLES, HEADINGS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
NAMES = [names[0] for names in HEADINGS.values()]
ROWS = [[one.get(field, "") for field in HEADINGS] for one in EXAMPLES]


def as_csv() -> bytes:
    """With a byte order mark and semicolons, as Excel in Norwegian expects it."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows([NAMES, *ROWS])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx() -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Kandidater"
    for values in (NAMES, *ROWS):
        sheet.append(values)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, name in enumerate(NAMES, 1):
        sheet.column_dimensions[get_column_letter(number)].width = max(14, len(name) + 4)
    for row in sheet.iter_rows():
        for cell in row:
            cell.number_format = "@"
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
