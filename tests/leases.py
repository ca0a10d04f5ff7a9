"""Leases as they stand some time after they were written."""

import asyncio
from datetime import date
from typing import Any
from uuid import UUID

from bomiljo.access.roles import Role
from bomiljo.features.tenancies.clockwork import LeaseClockwork
from bomiljo.kernel.database import Database
from bomiljo.settings import Settings
from dateutil.relativedelta import relativedelta
from httpx import Response
from psycopg.types.range import DateRange

from tests.factories import House

TODAY = date.today()  # noqa: DTZ011


def months(number: int, day: date = TODAY) -> date:
    return day + relativedelta(months=number)


class Lease:
    """A household in flat 101 whose fixed term ends on `ends`, and the office that follows it."""

    def __init__(self, house: House, ends: date | None, **more: Any) -> None:
        self.house, self.office = house, house.as_(Role.HOUSING_OFFICE)
        self.resident = house.resident("Leietaker", **more.pop("person", {}))
        self.household = house.household(self.resident)
        self.unit = more.pop("unit", None) or house.unit("101", capacity=2)
        given = {
            "contract_ends_on": ends,
            "kind": "fixed_term" if ends else "open_ended",
            "legal_ground": "Husleieloven § 9-3" if ends else None,
            "period": DateRange(date(2023, 12, 4), None),
        } | more
        self.id = house.tenancy(self.unit, self.household, **given)

    def post(self, verb: str, version: int = 1, **body: Any) -> Response:
        plain = {k: v.isoformat() if isinstance(v, date) else v for k, v in body.items()}
        return self.office.post(
            f"/v1/tenancies/{self.id}/{verb}", json={"version": version} | plain
        )

    def shown(self) -> dict[str, Any]:
        answer: dict[str, Any] = self.office.get(f"/v1/tenancies/{self.id}").json()
        return answer

    def course(self) -> dict[str, Any]:
        answer: dict[str, Any] = self.office.get(f"/v1/tenancies/{self.id}/course").json()
        return answer

    def happened(self) -> list[str]:
        return [event["kind"] for event in self.course()["events"]]

    def told(self, user: UUID) -> int:
        """How often this user was told of the lease."""
        rows = self.house.rows(
            "SELECT count(*) FROM notifications WHERE user_id = %s AND link_id = %s", user, self.id
        )
        return int(rows[0][0])


def sound(settings: Settings) -> int:
    """One round of the clock, as the worker makes it."""

    async def once() -> int:
        database = Database(settings.service_url, 2)
        sounded = await LeaseClockwork(database).sound_due()
        await database.close()
        return sounded

    return asyncio.run(once())
