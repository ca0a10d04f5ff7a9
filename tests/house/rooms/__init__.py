"""The rooms beyond the first four, each with one of everything it holds."""

from tests.house.rooms import (
    accounts,
    activities,
    calendar,
    crew,
    furnishing,
    handover,
    leases,
    meetings,
    milestones,
    notices,
    placement,
)
from tests.house.rooms.contacts import contacts
from tests.house.rooms.room import Room

ROOMS: tuple[Room, ...] = (
    contacts,
    accounts.ROOM,
    activities.ROOM,
    calendar.ROOM,
    furnishing.ROOM,
    crew.ROOM,
    handover.ROOM,
    leases.ROOM,
    meetings.ROOM,
    milestones.ROOM,
    notices.ROOM,
    placement.ROOM,
)
