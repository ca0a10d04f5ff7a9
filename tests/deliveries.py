"""Orders on their way, and neighbours who want no lorry just then."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today

from tests.factories import House

WEEKDAYS = [1, 2, 3, 4, 5]
TUESDAY, WEDNESDAY = 2, 3


def a_day(weekday: int, weeks: range, *, year: int | None = None) -> date:
    """The first day to come that stands in one of the ISO weeks."""
    first = today().year if year is None else year
    days = (date.fromisocalendar(y, week, weekday) for y in (first, first + 1) for week in weeks)
    return next(day for day in days if day > today() + timedelta(days=2))


SCHOOL_DAY = a_day(TUESDAY, range(36, 38))
IN_AUTUMN_BREAK = a_day(TUESDAY, range(40, 41))


def add_order(house: House, supplier: str, site: UUID | None = None) -> UUID:
    order = house.add(
        "furniture_orders",
        site_id=site or house.site,
        supplier=supplier,
        ordered_by=house.as_(Role.HOUSING_OFFICE).id,
    )
    house.add(
        "furniture_order_lines",
        site_id=site or house.site,
        order_id=order,
        item="Seng",
        quantity=3,
        from_stock=0,
    )
    return order


def school(house: House, **given: Any) -> str:
    """A school with its hours, written by those who keep the building."""
    neighbour = house.add("site_neighbours", site_id=house.site, kind="school", name="Barneskolen")
    body = {
        "label": "Skolestart",
        "weekdays": WEEKDAYS,
        "from_time": "08:00",
        "to_time": "08:45",
        "only_school_days": True,
    } | given
    url = f"/v1/neighbours/{neighbour}/busy-hours"
    answer = house.as_(Role.PROPERTY_MANAGER).post(url, json=body).raise_for_status()
    found: str = answer.json()["id"]
    return found


def url_of(order: UUID) -> str:
    return f"/v1/furnishing/orders/{order}/delivery-window"


def a_time(day: date, from_time: str, to_time: str) -> dict[str, str]:
    return {"day": day.isoformat(), "from_time": from_time, "to_time": to_time}


def refused(answer: Any) -> dict[str, Any]:
    assert answer.status_code in {409, 422}, answer.text
    problem: dict[str, Any] = answer.json()
    return problem
