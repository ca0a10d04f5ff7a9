"""Each chooses for themselves whether word of a message also leaves the house."""

from collections.abc import Iterator

import httpx
import pytest
from bomiljo.access.roles import Role
from fastapi import FastAPI

from tests.factories import Caller, House
from tests.reports import answered, refused


@pytest.fixture
def offering(api: FastAPI) -> Iterator[FastAPI]:
    """A house with both ways out."""
    before = api.state.settings
    ways = {"smtp_url": "smtp://127.0.0.1:9", "sms_url": "http://127.0.0.1:9"}
    api.state.settings = before.model_copy(update=ways)
    yield api
    api.state.settings = before


def known(house: House, **addresses: str) -> Caller:
    person = house.resident()
    for kind, value in addresses.items():
        house.add("contact_points", resident_id=person, kind=kind, value=value)
    return house.as_resident(person)


def choose(who: Caller, *channels: str) -> httpx.Response:
    return who.put("/v1/portal/channels", json={"channels": channels})


@pytest.mark.usefixtures("offering")
def test_what_can_reach_a_resident_is_offered_and_nothing_is_chosen_for_them(house: House) -> None:
    resident = known(house, phone="41234567")
    assert answered(resident.get("/v1/portal/channels"))["channels"] == [
        {"channel": "sms", "address": "41234567", "chosen": False}
    ]
    (chosen,) = answered(choose(resident, "sms"))["channels"]
    assert chosen["chosen"]
    assert answered(choose(resident, "sms")) == answered(resident.get("/v1/portal/channels"))
    (unchosen,) = answered(choose(resident))["channels"]
    assert not unchosen["chosen"]


@pytest.mark.usefixtures("offering")
def test_nobody_is_sent_anything_where_we_have_no_address(house: House) -> None:
    refused(choose(known(house, phone="41234567"), "email"), 422, "address-missing", "channels")


def test_a_house_without_a_way_out_offers_none(house: House) -> None:
    resident = known(house, phone="41234567", email="a@example.no")
    assert answered(resident.get("/v1/portal/channels"))["channels"] == []
    refused(choose(resident, "sms"), 422, "channel-not-offered", "channels")
    worker = house.as_(Role.ENV_WORKER)
    assert answered(worker.get("/v1/notifications/mail")) == {"offered": False, "email": None}
    answer = worker.put("/v1/notifications/mail", json={"email": "a@example.no"})
    refused(answer, 422, "channel-not-offered", "channels")


@pytest.mark.usefixtures("offering")
def test_staff_write_their_own_address_and_take_it_away(house: House, neighbours: House) -> None:
    worker = house.as_(Role.ENV_WORKER)
    for email in ("a@example.no", "b@example.no", None):
        answer = worker.put("/v1/notifications/mail", json={"email": email})
        assert answered(answer) == {"offered": True, "email": email}
        assert answered(house.as_(Role.MANAGER).get("/v1/notifications/mail"))["email"] is None
    answer = worker.put("/v1/notifications/mail", json={"email": "a@b\r\nBcc: c@example.no"})
    assert answer.status_code == 422
