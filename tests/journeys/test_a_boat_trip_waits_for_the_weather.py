"""A boat trip is postponed three times for weather; its twelve signed-up residents come along."""

from bomiljo.access.roles import Role

from tests.factories import House
from tests.reports import answered
from tests.weeks import act, ahead, edit, notices, page, people, plan, signed_up


def test_a_boat_trip_waits_for_the_weather(house: House) -> None:
    worker, leader = house.as_(Role.ENV_WORKER), house.as_(Role.MANAGER)

    # the worker plans it and twelve residents take all seats; a thirteenth waits
    trip = plan(worker, title="Båttur i Oslofjorden", capacity=12, weather_dependent=True)
    residents = signed_up(house, trip["id"], *(f"Beboer {n}" for n in range(12)))
    (thirteenth,) = signed_up(house, trip["id"], "Den trettende")
    key = trip["id"]

    # the wind is strong, three Thursdays on end
    for days in (14, 21, 28):
        moved = act(worker, key, "postpone", reason="weather", day=ahead(days), starts="12:00")
        key = answered(moved, 201)["id"]
    chain = page(worker, key)["chain"]
    assert [(one["day"], one["status"]) for one in chain] == [
        (ahead(7), "postponed"),
        (ahead(14), "postponed"),
        (ahead(21), "postponed"),
        (ahead(28), "planned"),
    ]

    # each resident was told each time, in the portal, where the old lines point on
    for resident in (*residents, thirteenth):
        assert [one["kind"] for one in notices(resident)] == ["activity_moved"] * 3
    week = answered(residents[0].get("/v1/portal/activities"))["items"]
    assert [(one["status"], one["mine"]) for one in week] == [
        *[("postponed", "signed_up")] * 3,
        ("planned", "signed_up"),
    ]
    assert week[2]["moved_to"]["day"] == ahead(28)

    # one cannot come after all, and the thirteenth gets the seat
    answered(residents[0].post(f"/v1/portal/activities/{key}/withdraw"))
    assert notices(thirteenth)[0]["kind"] == "activity_place"

    # at last the sun shines: confirmed, held, and the roll taken at the quay
    answered(edit(worker, key, status="confirmed"))
    assert page(leader, key)["taken"] == 12
    _the_day_comes(house, key)
    names = people(worker, key)
    assert len(names) == 12
    roll = answered(worker.get(f"/v1/activities/{key}/participants"))["items"]
    for number, one in enumerate(roll):
        address = f"/v1/activities/{key}/participants/{one['resident_id']}/attendance"
        answered(worker.put(address, json={"present": number != 0}))
    assert answered(act(worker, key, "complete"))["status"] == "done"
    done = page(leader, key)
    assert (done["taken"], done["attended"]) == (12, 11)


def _the_day_comes(house: House, key: str) -> None:
    house.db.execute(
        "UPDATE activities SET day = current_date, week = date_trunc('week', current_date)::date"
        " WHERE id = %s",
        [key],
    )
