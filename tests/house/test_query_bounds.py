"""No list asks the database once per row: entering, the page with its disclosure line, a count."""

import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today
from psycopg.types.range import DateRange

from tests.factories import House
from tests.house.operations import GUARDED, Operation

MOST = 3
LISTS = [
    operation
    for operation in GUARDED
    if operation.method == "GET"
    and any(one["name"] == "limit" for one in operation.details.get("parameters", ()))
]


def furnished(house: House) -> House:
    for number in range(101, 106):
        resident = house.resident(f"Beboer {number}")
        unit = house.unit(f"{number}")
        house.tenancy(unit, house.household(resident), period=DateRange(today(), None))
        house.helper(resident, house.as_(Role.SETTLER).id)
        house.add(
            "incidents",
            site_id=house.site,
            unit_id=unit,
            category="leak",
            severity="medium",
            title="Vann",
            occurred_at=today(),
            responsible="district",
            reporter_resident_id=house.as_(Role.RESIDENT).id,
        )
    return house


def test_there_are_lists_to_hold_to_it() -> None:
    assert len(LISTS) > 6


@pytest.mark.parametrize("operation", LISTS, ids=str)
def test_a_list_asks_no_more_for_more_rows(
    operation: Operation, house: House, statements: list[str]
) -> None:
    caller = furnished(house).as_(Role(operation.roles[0]))
    statements.clear()
    operation.call(caller).raise_for_status()
    assert len(statements) <= MOST, "\n".join(statements)
