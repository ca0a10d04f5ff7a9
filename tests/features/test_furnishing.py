from datetime import timedelta

from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today
from psycopg.types.range import DateRange

from tests.factories import House
from tests.furniture import LINES, key, line, opened, package, state, tick


def test_every_unit_gets_the_package_with_room_article_and_number(house: House) -> None:
    units = [house.unit("101"), house.unit("102", position=2)]
    for checklist in opened(house, *units):
        lines = [
            (one["room"], one["item"], one["quantity"], one["needs_assembly"])
            for one in checklist["lines"]
        ]
        assert lines == [
            (one["room"], one["item"], one["quantity"], one.get("needs_assembly", False))
            for one in LINES
        ]
    assert [state(house, unit) for unit in units] == ["being_furnished"] * 2


def test_a_unit_is_ready_when_each_line_is_checked_by_somebody_named(house: House) -> None:
    unit = house.unit()
    [checklist] = opened(house, unit)
    crew = house.as_(Role.CREW)
    half = tick(crew, checklist, "Stekepanne", "Laken")
    assert (half["ready_at"], state(house, unit)) == (None, "being_furnished")
    whole = tick(crew, checklist, "Seng")
    assert whole["ready_at"]
    assert state(house, unit) == "ready"
    assert {one["checked"]["by"] for one in whole["lines"]} == {str(crew.id)}
    assert whole["people"] == [{"id": str(crew.id), "name": crew.name}]


def test_the_key_is_the_last_step_and_closes_the_list(house: House) -> None:
    unit = house.unit()
    [checklist] = opened(house, unit)
    worker = house.as_(Role.ENV_WORKER)
    url = f"/v1/checklists/{checklist['id']}"
    early = worker.post(f"{url}/key", json={"version": 1})
    assert early.json()["type"] == "/problems/not-ready"
    tick(worker, checklist)
    done = key(worker, checklist)
    assert done["key"]["by"] == str(worker.id)
    undo = {"line_id": checklist["lines"][0]["id"], "step": "checked"}
    late = worker.post(f"{url}/withdraw", json=undo)
    assert late.json()["type"] == "/problems/key-lies-ready"


def test_an_occupied_or_blocked_unit_keeps_its_state(house: House) -> None:
    let, blocked = house.unit("101"), house.unit("102", state="out_of_use", position=2)
    house.tenancy(let, house.household(house.resident()))
    for checklist in opened(house, let, blocked):
        tick(house.as_(Role.ENV_WORKER), checklist)
    assert (state(house, let), state(house, blocked)) == ("occupied", "out_of_use")


def test_another_number_needs_a_reason_and_the_packages_own_needs_none(house: House) -> None:
    unit = house.unit()
    [checklist] = opened(house, unit)
    office = house.as_(Role.HOUSING_OFFICE)
    sheets = line(checklist, "Laken")
    url = f"/v1/checklists/{checklist['id']}/lines/{sheets['id']}"
    refused = office.patch(url, json={"version": 1, "quantity": 0})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == "reason"
    why = {"version": 1, "quantity": 0, "reason": "Fast dobbeltseng med eget sengetøy"}
    less = office.patch(url, json=why).raise_for_status().json()
    assert line(less, "Laken")["reason"] == why["reason"]
    back = office.patch(url, json={"version": 2, "quantity": 2}).raise_for_status().json()
    assert line(back, "Laken")["reason"] is None
    stale = office.patch(url, json=why)
    assert stale.json()["type"] == "/problems/changed-meanwhile"


def test_what_is_left_out_does_not_keep_a_unit_from_being_ready(house: House) -> None:
    unit = house.unit()
    [checklist] = opened(house, unit)
    tick(house.as_(Role.CREW), checklist, "Stekepanne", "Seng")
    url = f"/v1/checklists/{checklist['id']}/lines/{line(checklist, 'Laken')['id']}"
    why = {"version": 1, "quantity": 0, "reason": "Har egne"}
    assert house.as_(Role.ENV_WORKER).patch(url, json=why).json()["ready_at"]
    assert state(house, unit) == "ready"


def test_something_beyond_the_package_stands_once_with_its_reason(house: House) -> None:
    [checklist] = opened(house, house.unit())
    office, url = house.as_(Role.HOUSING_OFFICE), f"/v1/checklists/{checklist['id']}/lines"
    extra = {"room": "Diverse", "item": "Lampe", "quantity": 1, "reason": "Mørk gang"}
    added = office.post(url, json=extra | {"version": 1})
    assert added.status_code == 201
    assert line(added.json(), "Lampe")["package_quantity"] == 0
    twice = office.post(url, json=extra | {"version": 2})
    assert twice.json()["errors"][0] == {
        "field": "item",
        "code": "item-twice",
        "message": "The list has this article already",
        "context": {},
    }


def test_what_is_missing_goes_through_the_lane_anew_until_somebody_checks_it(house: House) -> None:
    unit = house.unit()
    [checklist] = opened(house, unit)
    crew, url = house.as_(Role.CREW), f"/v1/checklists/{checklist['id']}/shortage"
    tick(crew, checklist)
    lost = {"line_id": line(checklist, "Laken")["id"], "pieces": 1, "note": "Ett hadde hull"}
    short = line(crew.post(url, json=lost).raise_for_status().json(), "Laken")
    assert (short["short"], short["short_note"], short["checked"]) == (1, "Ett hadde hull", None)
    assert state(house, unit) == "being_furnished"
    more = crew.post(url, json=lost | {"pieces": 3})
    assert more.json()["errors"][0]["field"] == "pieces"
    found = line(tick(crew, checklist, "Laken"), "Laken")
    assert (found["short"], found["short_note"]) == (0, None)
    assert state(house, unit) == "ready"


def test_a_unit_let_again_needs_only_what_is_missing_and_a_check_of_the_rest(house: House) -> None:
    unit = house.unit()
    first = package(house)
    [checklist] = opened(house, unit, package_id=first["id"])
    office = house.as_(Role.HOUSING_OFFICE)
    again = {"package_id": first["id"], "unit_ids": [str(unit)]}
    early = office.post("/v1/checklists", json=again)
    assert early.json()["type"] == "/problems/checklist-open"
    tick(office, checklist)
    key(office, checklist)
    lamp = {"room": "Diverse", "item": "Lampe", "quantity": 1}
    next_ = package(house, edition=1, lines=[*LINES, lamp])
    [relet] = opened(house, unit, package_id=next_["id"])
    assert relet["kind"] == "relet"
    assert {one["item"]: one["in_place"] for one in relet["lines"]} == {
        "Stekepanne": True, "Laken": True, "Seng": True, "Lampe": False
    }  # fmt: skip
    [row] = office.get("/v1/furnishing/units").json()["items"]
    assert row["checklist"]["progress"]["missing"] == 1
    tick(office, relet)
    assert state(house, unit) == "ready"


def test_an_edition_replaces_the_one_that_its_writer_saw(house: House) -> None:
    first = package(house)
    body = {"fits": "dwelling", "edition": 0, "name": "Grunnpakke", "lines": LINES}
    office = house.as_(Role.HOUSING_OFFICE)
    stale = office.post("/v1/furnishing/packages", json=body)
    assert (stale.status_code, stale.json()["type"]) == (409, "/problems/edition-replaced")
    family = package(house, household_size=4, name="Familiepakke")
    package(house, edition=1)
    listed = office.get("/v1/furnishing/packages").json()["items"]
    assert [(one["name"], one["edition"], one["pieces"]) for one in listed] == [
        ("Grunnpakke", 2, 4), ("Familiepakke", 1, 4)
    ]  # fmt: skip
    assert family["household_size"] == 4
    old = {"package_id": first["id"], "unit_ids": [str(house.unit())]}
    gone = office.post("/v1/checklists", json=old)
    assert gone.json()["errors"][0]["field"] == "package_id"
    twice = office.post("/v1/furnishing/packages", json=body | {"lines": [LINES[0], LINES[0]]})
    assert twice.json()["errors"][0]["field"] == "lines"
    assert twice.json()["errors"][0]["code"] == "item_twice"


def test_offices_are_not_furnished_as_homes(house: House) -> None:
    kind, office = package(house)["id"], house.as_(Role.HOUSING_OFFICE)
    for number, (use, problem) in enumerate(
        [("office", "package-for-other-rooms"), ("storage", "unit-not-furnished")]
    ):
        body = {"package_id": kind, "unit_ids": [str(house.unit(f"{number}", use=use))]}
        answer = office.post("/v1/checklists", json=body)
        assert answer.json()["type"] == f"/problems/{problem}"


def test_the_house_shows_how_far_each_unit_is(house: House) -> None:
    units = [house.unit(f"{number}", position=number) for number in (101, 102, 103)]
    house.unit("104", use="storage", position=4)
    house.unit("Stue", use="common_room", part="common_house")
    begun, ready = opened(house, *units[:2])
    crew = house.as_(Role.CREW)
    tick(crew, begun, "Seng", step="placed")
    tick(crew, ready)

    def labels(**query: str) -> list[str]:
        found = crew.get("/v1/furnishing/units", params=query).raise_for_status()
        return [one["label"] for one in found.json()["items"]]

    assert labels(sort="label") == ["101", "102", "103", "Stue"]
    assert labels() == ["101", "102", "103", "Stue"]
    assert labels(use="dwelling", stage="none") == ["103"]
    assert labels(stage="open") == ["101"]
    assert labels(stage="ready", site_id=str(house.site)) == ["102"]
    assert labels(stage="key") == []
    progress = crew.get("/v1/furnishing/units").json()["items"][0]["checklist"]["progress"]
    assert progress == {
        "lines": 3, "pieces": 4, "ordered": 1, "delivered": 1, "placed": 1, "checked": 0,
        "missing": 3, "short": 0, "deviations": 0,
    }  # fmt: skip
    tick(crew, begun)
    key(crew, begun)
    assert labels() == ["102", "103", "Stue", "101"]
    assert labels(stage="key") == ["101"]


def test_the_crew_reaches_units_and_things_and_no_person(house: House) -> None:
    unit = house.unit()
    resident = house.resident("Hemmeligsen")
    house.tenancy(unit, house.household(resident))
    [checklist] = opened(house, unit)
    for role in (Role.CREW, Role.CREW_LEADER):
        caller = house.as_(role)
        pages = [caller.get(path) for path in ("/v1/furnishing/units", f"/v1/units/{unit}")]
        pages.append(caller.get(f"/v1/units/{unit}/checklist"))
        assert [page.status_code for page in pages] == [200] * 3
        assert "Hemmeligsen" not in "".join(page.text for page in pages)
        life = caller.get(f"/v1/units/{unit}/life").json()["items"]
        assert {one["kind"] for one in life} == {"use"}
        for path in ("residents", "tenancies", "incidents", "today", "colleagues"):
            assert caller.get(f"/v1/{path}").status_code == 403, path
        edit = {"version": 1, "quantity": 0, "reason": "Nei"}
        url = f"/v1/checklists/{checklist['id']}/lines/{checklist['lines'][0]['id']}"
        assert caller.patch(url, json=edit).status_code == 403


def test_a_flat_that_somebody_moves_into_soon_and_is_not_ready_stands_in_i_dag(
    house: House,
) -> None:
    flat, hidden = house.unit("101"), house.unit("102", position=2)
    soon = DateRange(today() + timedelta(days=5), None)
    house.tenancy(flat, house.household(house.resident(status="expected")), period=soon)
    secret = house.resident("Vernetsen", status="expected", protection="confidential")
    house.tenancy(hidden, house.household(secret), period=soon)
    worker = house.as_(Role.ENV_WORKER)

    def waiting() -> list[tuple[str, str]]:
        sections = worker.get("/v1/today").json()["sections"]
        [lines] = [one["lines"] for one in sections if one["key"] == "furnishing"]
        return [(one["kind"], one["about"]["unit"]) for one in lines]

    assert waiting() == [("furnishing.not_ready", "101")]
    [checklist] = opened(house, flat)
    tick(house.as_(Role.CREW), checklist)
    assert waiting() == []


def test_offices_and_rooms_for_talks_have_packages_of_their_own(house: House) -> None:
    office_room = house.unit("Kontor", use="office", part="common_house")
    talks = house.unit("Samtalerom", use="conversation_room", part="common_house", position=2)
    desk = [{"room": "Kontor", "item": "Kontorpult", "quantity": 1}]
    kind = package(house, name="Felleshus: kontor", fits="office", lines=desk)
    [made] = opened(house, office_room, package_id=kind["id"])
    assert [one["item"] for one in made["lines"]] == ["Kontorpult"]
    office = house.as_(Role.HOUSING_OFFICE)
    body = {"package_id": kind["id"], "unit_ids": [str(talks)]}
    wrong = office.post("/v1/checklists", json=body)
    assert wrong.json()["type"] == "/problems/package-for-other-rooms"
    assert wrong.json()["errors"][0]["field"] == "package_id"
    shown_ = office.get("/v1/furnishing/units", params={"use": "conversation_room"}).json()["items"]
    assert [one["id"] for one in shown_] == [str(talks)]
