from enum import StrEnum


class AccountState(StrEnum):
    """`stale`: invited, and the link has run out unused. `ended`: no role now or later."""

    ACTIVE = "active"
    INVITED = "invited"
    STALE = "stale"
    LOCKED = "locked"
    ENDED = "ended"
