from datetime import date
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import DATERANGE, Range
from sqlalchemy.orm import Mapped, mapped_column

from bomiljo.kernel.database import Record, choice


class BreakRule(StrEnum):
    """How a school break is found in a year: a week, around Easter, or between two days."""

    ISO_WEEK = "iso_week"
    EASTER = "easter"
    BETWEEN = "between"


class DayRule(StrEnum):
    FIXED = "fixed"
    NTH_WEEKDAY = "nth_weekday"
    EASTER_WESTERN = "easter_western"
    EASTER_ORTHODOX = "easter_orthodox"
    ADVENT = "advent"
    RAMADAN = "ramadan"
    EID_AL_FITR = "eid_al_fitr"
    EID_AL_ADHA = "eid_al_adha"
    ASHURA = "ashura"


class Sensitivity(StrEnum):
    """`grief`: a day to keep quiet; `divisive`: shown only where a district wants it."""

    NEUTRAL = "neutral"
    GRIEF = "grief"
    DIVISIVE = "divisive"


class SchoolBreak(Record):
    """When a municipality's schools are closed; `approximate` where the year's plan decides."""

    __tablename__ = "school_breaks"
    __table_args__ = (Index(None, "municipality_number"),)

    municipality_number: Mapped[str]
    code: Mapped[str]
    rule: Mapped[BreakRule] = mapped_column(choice(BreakRule))
    week: Mapped[int | None]
    first_day: Mapped[str | None]
    last_day: Mapped[str | None]
    approximate: Mapped[bool] = mapped_column(server_default="false")
    period: Mapped[Range[date]] = mapped_column(DATERANGE)


class CulturalDay(Record):
    """A day that many people keep. It says something about a date, never about a person."""

    __tablename__ = "cultural_days"
    __table_args__ = (UniqueConstraint("code"),)

    code: Mapped[str]
    rule: Mapped[DayRule] = mapped_column(choice(DayRule))
    month: Mapped[int | None]
    day: Mapped[int | None]
    weekday: Mapped[int | None]
    shift: Mapped[int] = mapped_column(server_default="0")
    days: Mapped[int] = mapped_column(server_default="1")
    sensitivity: Mapped[Sensitivity] = mapped_column(choice(Sensitivity), server_default="neutral")
    default_visible: Mapped[bool]
