"""What the tenancy law counts in months; the rules stand in the database, each from its day on."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from dateutil.relativedelta import relativedelta
from sqlalchemy import Date, Integer, Text, column, func, select
from sqlalchemy.ext.asyncio import AsyncSession

REPORT_MOVE_WITHIN = timedelta(days=8)
"""To the population register (folkeregisterloven § 6-1)."""


class RuleCode(StrEnum):
    NOTICE = "notice"
    PROTEST = "protest"
    SHORTEST = "shortest"


@dataclass(frozen=True, slots=True)
class Rule:
    months: int
    source: str

    def after(self, day: date) -> date:
        """The same day of the month, or the month's last where there is none."""
        return day + relativedelta(months=self.months)

    def end_of_month_after(self, day: date) -> date:
        return self.after(day) + relativedelta(day=31)


async def rule(session: AsyncSession, code: RuleCode, day: date) -> Rule:
    found: Any = func.lease_rule(code.value, day).table_valued(
        column("months", Integer()), column("source", Text())
    )
    row = (await session.execute(select(found.c.months, found.c.source))).one()
    return Rule(row.months, row.source)


async def open_ended_from(session: AsyncSession, ends: date) -> date:
    """The first day on which a term that ended counts as open-ended."""
    day: date = await session.scalar(select(func.open_ended_from(ends, type_=Date())))  # type: ignore[assignment]
    return day
