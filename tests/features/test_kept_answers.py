"""What is kept for a repeated request, and for how long."""

import asyncio
from uuid import uuid4

from bomiljo.access.roles import Role
from bomiljo.kernel import idempotency
from bomiljo.kernel.database import Database
from bomiljo.settings import Settings

from tests.factories import House


def forget(settings: Settings) -> None:
    """One round, as the worker makes it."""

    async def once() -> None:
        database = Database(settings.service_url, 1)
        await idempotency.forget(database)
        await database.close()

    asyncio.run(once())


def test_an_answer_is_given_again_for_a_week_and_then_forgotten(
    house: House, settings: Settings
) -> None:
    office = house.as_(Role.HOUSING_OFFICE)
    fresh, old = (str(uuid4()) for _ in range(2))
    body = {"family_name": "Prøvesen", "portal_language": "nb", "site_id": str(house.site)}
    made = [
        office.post("/v1/residents", json=body, headers={"Idempotency-Key": key})
        .raise_for_status()
        .json()["id"]
        for key in (fresh, old)
    ]
    house.db.execute(
        "UPDATE idempotency_keys SET created_at = now() - interval '8 days' WHERE key = %s", [old]
    )
    forget(settings)
    kept = house.rows("SELECT key::text FROM idempotency_keys WHERE actor_id = %s", office.id)
    assert kept == [(fresh,)]
    again = office.post("/v1/residents", json=body, headers={"Idempotency-Key": fresh})
    assert (again.json()["id"], again.headers["Idempotent-Replayed"]) == (made[0], "true")
