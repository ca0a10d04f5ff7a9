"""The rooms beyond the first four, each with one of everything it holds."""

from tests.house.rooms import placement
from tests.house.rooms.room import Room

ROOMS: tuple[Room, ...] = (placement.ROOM,)
