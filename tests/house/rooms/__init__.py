"""The rooms beyond the first four, each with one of everything it holds."""

from tests.house.rooms import activities, calendar, furnishing, leases, meetings, notices, placement
from tests.house.rooms.contacts import contacts
from tests.house.rooms.room import Room

ROOMS: tuple[Room, ...] = (
    contacts,
    activities.ROOM,
    calendar.ROOM,
    furnishing.ROOM,
    leases.ROOM,
    meetings.ROOM,
    notices.ROOM,
    placement.ROOM,
)
