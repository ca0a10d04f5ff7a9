"""Happenings as iCalendar (RFC 5545): what leaves the house names no place, person or matter.

An entry keeps its UID for life and counts SEQUENCE up with each change, so that a program that
reads again replaces what it had, also with what was called off.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from bomiljo.kernel.calendar import Certainty, Happening
from bomiljo.kernel.clock import OSLO

READ_EVERY = timedelta(hours=1)
NO_END = timedelta(hours=1)
HOUR = timedelta(hours=1)


def _oslo_time() -> Timezone:
    """By rule, for programs that read no list of dates (RFC 5545 allows both)."""
    zone = Timezone()
    zone.add("tzid", OSLO.key)
    summer, winter = TimezoneDaylight(), TimezoneStandard()
    for part, name, month, begins, before, after in (
        (summer, "CEST", 3, datetime(1996, 3, 31, 2), HOUR, 2 * HOUR),  # noqa: DTZ001
        (winter, "CET", 10, datetime(1996, 10, 27, 3), 2 * HOUR, HOUR),  # noqa: DTZ001
    ):
        part.add("tzname", name)
        part.add("dtstart", begins)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone


OSLO_TIME = _oslo_time()


def written(happenings: Iterable[Happening], address: str) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Kalender//NO")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Kalender")
    calendar.add("x-wr-timezone", OSLO.key)
    calendar.add("refresh-interval", READ_EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", READ_EVERY)
    calendar.add_component(OSLO_TIME)
    for happening in happenings:
        calendar.add_component(_event(happening, address))
    content: bytes = calendar.to_ical()
    return content


def _event(one: Happening, address: str) -> Event:
    event = Event()
    event.add("uid", f"{one.id}@kalender")
    event.add("dtstamp", one.changed_at)
    event.add("last-modified", one.changed_at)
    event.add("sequence", one.sequence)
    begins, ends = _times(one)
    event.add("dtstart", begins)
    event.add("dtend", ends)
    event.add("summary", one.neutral)
    event.add("status", one.certainty.value.upper())
    event.add("url", address)
    if one.certainty is Certainty.CANCELLED or not isinstance(one.begins, datetime):
        event.add("transp", "TRANSPARENT")
    return event


def _times(one: Happening) -> tuple[date, date]:
    """In Oslo's own time, which the program turns into its reader's."""
    if not isinstance(one.begins, datetime):
        return one.begins, one.begins + timedelta(days=1)
    ends = one.ends or one.begins + NO_END
    return one.begins.astimezone(OSLO), ends.astimezone(OSLO)
