"""What the landlord and Nav get to see, and what they are told."""

from uuid import uuid4

import pytest
from bomiljo.access.roles import Role

from tests.factories import Caller, House
from tests.reports import (
    act,
    answered,
    listed,
    notified,
    page,
    refused,
    report,
)

CANARY = "kanarifugl"
LANDLORD = (Role.PROPERTY_MANAGER, Role.OPERATIONS)


def everything_told_to(who: Caller, incident: str) -> str:
    answers = [
        who.get("/v1/incidents"),
        who.get(f"/v1/incidents/{incident}"),
        who.get(f"/v1/incidents/{incident}/parties"),
        who.get(f"/v1/incidents/{incident}/on-call"),
        who.get("/v1/notifications"),
        who.get("/v1/today"),
        who.post("/v1/search", json={"q": CANARY}),
        who.get(f"/v1/changes?row={incident}"),
    ]
    return "\n".join(answer.text for answer in answers)


class TestLandlord:
    def test_a_matter_of_the_building_reaches_them_in_neutral_words(self, house: House) -> None:
        unit = house.unit("204")
        made = report(
            house.as_(Role.ENV_WORKER),
            title=f"Vann {CANARY}",
            description=CANARY,
            place=CANARY,
            unit_id=str(unit),
        )
        assert (made["responsible"], made["shared_with"]) == ("landlord", ["landlord"])
        for role in LANDLORD:
            shown = page(house.as_(role), made["id"])
            assert shown["view"] == "building"
            assert shown["building_note"] == "Vannlekkasje eller vannskade er meldt."
            assert shown["unit"]["label"] == "204"
            assert CANARY not in everything_told_to(house.as_(role), made["id"])

    def test_where_no_unit_is_named_the_note_says_common_area(self, house: House) -> None:
        key = report(house.as_(Role.ENV_WORKER), category="waste", title="Søppel")["id"]
        assert "fellesareal" in page(house.as_(Role.OPERATIONS), key)["building_note"]

    @pytest.mark.parametrize(
        "category",
        [
            "noise",
            "smoke",
            "conflict",
            "threat_violence",
            "theft",
            "health_emergency",
            "concern",
            "other",
        ],
    )
    def test_what_is_social_is_not_there_at_all(self, house: House, category: str) -> None:
        worker, landlord = house.as_(Role.ENV_WORKER), house.as_(Role.OPERATIONS)
        made = report(worker, category=category, title=CANARY)
        assert (made["responsible"], made["shared_with"]) == ("district", [])
        hidden, absent = (landlord.get(f"/v1/incidents/{key}") for key in (made["id"], uuid4()))
        assert hidden.status_code == absent.status_code == 404
        assert hidden.json() == absent.json()
        assert landlord.get("/v1/incidents/counts").json()["open"] == 0
        assert CANARY not in everything_told_to(landlord, made["id"])

    def test_what_they_report_themselves_they_read_in_their_own_words(self, house: House) -> None:
        landlord = house.as_(Role.OPERATIONS)
        made = report(landlord, category="noise", title="Bråk i gangen", description="Hver natt")
        shown = page(landlord, made["id"])
        assert shown["building_note"] == "Bråk i gangen\nHver natt"
        assert page(house.as_(Role.ENV_WORKER), made["id"])["title"] == "Bråk i gangen"
        assert house.as_(Role.SETTLER).get(f"/v1/incidents/{made['id']}").status_code == 404

    def test_they_see_who_has_it_only_when_it_is_one_of_their_own(self, house: House) -> None:
        worker, landlord = house.as_(Role.ENV_WORKER), house.as_(Role.OPERATIONS)
        key = report(worker)["id"]
        answered(act(worker, key, "assign", assigned_to=str(worker.id)))
        assert page(landlord, key)["assignee"] is None
        assert listed(landlord, assigned_to=str(worker.id)) == []
        (line,) = (one for one in page(landlord, key)["entries"] if one["kind"] == "assigned")
        assert line["person"] is None
        answered(act(worker, key, "assign", assigned_to=str(landlord.id)))
        assert page(landlord, key)["assignee"]["id"] == str(landlord.id)
        assert len(listed(landlord, assigned_to="me")) == 1

    def test_they_neither_rewrite_nor_pass_on_what_they_are_shown(self, house: House) -> None:
        landlord = house.as_(Role.OPERATIONS)
        address = f"/v1/incidents/{report(landlord)['id']}"
        assert landlord.patch(address, json={"version": 1, "title": "x"}).status_code == 403
        share = {"version": 1, "partner": "nav"}
        assert landlord.post(f"{address}/share", json=share).status_code == 403
        assert landlord.get(f"{address}/parties").status_code == 403


class TestSharing:
    def test_the_landlord_gets_a_note_and_is_told(self, house: House) -> None:
        worker, landlord = house.as_(Role.ENV_WORKER), house.as_(Role.OPERATIONS)
        key = report(worker, category="noise", title=CANARY, description=CANARY)["id"]
        bare = act(worker, key, "share", partner="landlord")
        refused(bare, 422, "building-note-missing", "building_note")
        note = "Støy fra ventilasjonen"
        shared = answered(act(worker, key, "share", partner="landlord", building_note=note))
        assert shared["shared_with"] == ["landlord"]
        assert listed(landlord) == [note]
        assert notified(landlord) == ["incident_shared"]
        assert CANARY not in everything_told_to(landlord, key)
        again = act(worker, key, "share", partner="landlord")
        refused(again, 409, "already-shared", "partner")

    def test_ended_it_is_gone_and_what_they_had_comes_back(self, house: House) -> None:
        worker, landlord = house.as_(Role.ENV_WORKER), house.as_(Role.OPERATIONS)
        key = report(worker)["id"]
        answered(act(worker, key, "assign", assigned_to=str(landlord.id)))
        ended = answered(act(worker, key, "unshare", partner="landlord"))
        assert (ended["shared_with"], ended["responsible"]) == ([], "district")
        assert ended["assignee"] is None
        assert landlord.get(f"/v1/incidents/{key}").status_code == 404
        (told,) = answered(landlord.get("/v1/notifications"))["items"]
        assert (told["about"], told["number"], told["link"]) == (None, None, None)
        again = act(worker, key, "unshare", partner="landlord")
        refused(again, 409, "not-shared", "partner")

    def test_nav_sees_what_is_shared_and_what_they_reported(self, house: House) -> None:
        worker, settler = house.as_(Role.ENV_WORKER), house.as_(Role.SETTLER)
        hidden = report(worker, category="concern", title=CANARY)["id"]
        assert settler.get(f"/v1/incidents/{hidden}").status_code == 404
        own = report(settler, category="concern", title="Sett fra Nav")
        assert own["shared_with"] == ["nav"]
        assert page(settler, own["id"])["view"] == "care"
        assert settler.get(f"/v1/incidents/{own['id']}/parties").status_code == 403
        assert house.as_(Role.OPERATIONS).get(f"/v1/incidents/{own['id']}").status_code == 404
        leak = report(settler)
        assert leak["shared_with"] == ["landlord", "nav"]
