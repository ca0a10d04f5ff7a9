"""A workbook is an archive: what it unpacks to is looked at before anything of it is unpacked."""

import io
import re
import zipfile
from xml.etree.ElementTree import fromstring

from bomiljo.kernel.problems import Problem

MOST_UNPACKED = 40 * 1024 * 1024
MOST_PARTS = 500
SHOWN = 5
_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]{1,3}(\d{1,7})(?::[A-Z]{1,3}(\d{1,7}))?)"'
)
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def checked_parts(data: bytes, unknown: type[Problem], too_large: type[Problem]) -> None:
    """No more than a list needs, and no document type: it could name entities without end."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        entries = parts.infolist()
        if "xl/workbook.xml" not in parts.namelist():
            raise unknown
        if len(entries) > MOST_PARTS or sum(one.file_size for one in entries) > MOST_UNPACKED:
            raise too_large
        for one in entries:
            with parts.open(one) as part:
                if one.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in part.read(2048):
                    raise unknown


def merged_from(data: bytes, title: str, line: int) -> list[str]:
    """The first merged cells of a sheet that reach `line` or below it."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        found = _MERGED.findall(parts.read(_part_of(parts, title)))
    reaching = (
        ref.decode() for ref, first, last in found if max(int(first), int(last or first)) >= line
    )
    return [*reaching][:SHOWN]


def _part_of(parts: zipfile.ZipFile, title: str) -> str:
    book = fromstring(parts.read("xl/workbook.xml"))  # noqa: S314 - no document type: see above
    links = fromstring(parts.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    wanted = next(one.get(_LINK) for one in book.iter(f"{_MAIN}sheet") if one.get("name") == title)
    target = next(one.get("Target", "") for one in links if one.get("Id") == wanted)
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
