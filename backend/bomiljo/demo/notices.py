"""What residents were told of the living week plan: put off, called off."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from psycopg.types.json import Jsonb

from bomiljo.demo.activities import Line
from bomiljo.demo.book import Book, Row, id_of, on
from bomiljo.demo.facts import District
from bomiljo.demo.residents import resident_id
from bomiljo.features.activities.model import ActivityStatus
from bomiljo.features.notifications.model import NoticeKind
from bomiljo.kernel.lines import Place

DAY = timedelta(days=1)
SEEN = timedelta(hours=3)
NEW = timedelta(days=12)
"""What was told since then is not read yet."""


def tell(book: Book, there: Row, district: District) -> None:
    living = [one for one in district.activities if one.weekday is not None]
    lines = {one.key: Line(book, there, one, number) for number, one in enumerate(living)}
    moved_to = {one.postponed_from: lines[one.key] for one in living if one.postponed_from}
    rows = [
        row
        for line in lines.values()
        if line.told.status in {ActivityStatus.POSTPONED, ActivityStatus.CANCELLED}
        for row in _rows(book, there, line, moved_to.get(line.told.key))
    ]
    book.put("notices", rows)


def _rows(book: Book, there: Row, line: Line, now_on: Line | None) -> Iterable[Row]:
    home: UUID = there["district_id"]
    kind = NoticeKind.ACTIVITY_MOVED if now_on else NoticeKind.ACTIVITY_CANCELLED
    leads_to = now_on or line
    told = on((line.day or book.today) - DAY, "14:00")
    about = {"title": line.told.title, "from": now_on and _when(line), "place": leads_to.told.place}
    about["to"] = _when(leads_to)
    for resident in line.told.signed_up:
        yield {
            "id": id_of(line.id, "notice", resident),
            **there,
            "created_at": told,
            "resident_id": resident_id(home, resident),
            "kind": kind.value,
            "link_to": Place.ACTIVITY.value,
            "link_id": leads_to.id,
            "about": Jsonb({name: value for name, value in about.items() if value}),
            "read_at": told + SEEN if told < book.now - NEW else None,
        }


def _when(line: Line) -> str | None:
    if line.day is None:
        return None
    starts = line.told.starts
    at: datetime | None = on(line.day, starts.isoformat()) if starts else None
    return (at or line.day).isoformat()
