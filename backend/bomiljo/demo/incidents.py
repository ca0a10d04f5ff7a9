"""What has happened at a demo site, in the order in which it was reported."""

from pathlib import Path

import anyio

from bomiljo.demo import pictures
from bomiljo.demo.book import Book, Row
from bomiljo.demo.facts import District
from bomiljo.demo.story import Story
from bomiljo.kernel.files import CONTENT_TYPE, keep_picture


def happen(book: Book, there: Row, district: District, files: Path) -> None:
    stories = sorted(
        (Story(book, there, district, told) for told in district.incidents),
        key=lambda story: story.reported,
    )
    book.put("incidents", (story.incident() for story in stories))
    book.put("incident_entries", (line for story in stories for line in story.lines))
    book.put("incident_measures", (one for story in stories for one in story.measures))
    book.put("incident_parties", (one for story in stories for one in story.parties()))
    drawn = {row["id"]: (row, drawing) for story in stories for row, drawing in story.pictures}
    new = book.new("incident_pictures", drawn)
    book.put("incident_pictures", (_kept(files, *drawn[record]) for record in new))
    book.put("notifications", (one for story in stories for one in story.notices))


def _kept(files: Path, row: Row, drawing: str) -> Row:
    kept = anyio.run(keep_picture, files, pictures.taken(drawing))
    return row | {
        "storage_key": kept.key,
        "content_type": CONTENT_TYPE,
        "width": kept.width,
        "height": kept.height,
        "bytes": kept.bytes,
    }
