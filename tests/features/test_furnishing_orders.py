from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today
from openpyxl import load_workbook

from tests.factories import Caller, House
from tests.furniture import LINES, key, line, opened, package, shown, tick


def needs(caller: Caller, site: UUID) -> dict[str, tuple[int, int, int]]:
    found = caller.get("/v1/furnishing/needs", params={"site_id": str(site)}).raise_for_status()
    return {
        one["item"]: (one["needed"], one["stock"], one["to_order"]) for one in found.json()["items"]
    }


def ordered(caller: Caller, site: UUID) -> list[dict[str, Any]]:
    caller.post("/v1/furnishing/orders", json={"site_id": str(site)}).raise_for_status()
    items: list[dict[str, Any]] = caller.get("/v1/furnishing/orders").json()["items"]
    return items


def stocked(caller: Caller, site: UUID, item: str, quantity: int) -> None:
    body = {"site_id": str(site), "item": item, "quantity": quantity}
    caller.put("/v1/furnishing/stock", json=body).raise_for_status()


def arrive(caller: Caller, order: dict[str, Any], item: str, delivered: int) -> dict[str, Any]:
    [one] = [one for one in order["lines"] if one["item"] == item]
    body = {
        "version": order["version"],
        "lines": [{"order_line_id": one["id"], "delivered": delivered}],
    }
    url = f"/v1/furnishing/orders/{order['id']}/deliveries"
    found: dict[str, Any] = caller.post(url, json=body).raise_for_status().json()
    return found


def three_units(house: House) -> list[UUID]:
    return [house.unit(f"{number}", position=number) for number in (101, 102, 103)]


def test_the_joint_order_is_package_times_units_less_stock_for_each_supplier(house: House) -> None:
    opened(house, *three_units(house))
    office = house.as_(Role.HOUSING_OFFICE)
    stocked(office, house.site, "Laken", 4)
    stocked(office, house.site, "Laken", 1)
    assert needs(office, house.site) == {
        "Stekepanne": (3, 0, 3), "Laken": (6, 1, 5), "Seng": (3, 0, 3)
    }  # fmt: skip
    orders = ordered(office, house.site)
    assert {one["supplier"]: [line_["item"] for line_ in one["lines"]] for one in orders} == {
        "Kjøkken AS": ["Stekepanne"], None: ["Laken", "Seng"]
    }  # fmt: skip
    assert needs(office, house.site) == {}
    again = office.post("/v1/furnishing/orders", json={"site_id": str(house.site)})
    assert again.json()["type"] == "/problems/nothing-to-order"


def test_what_comes_in_part_reaches_the_units_as_far_as_it_goes(house: House) -> None:
    units = three_units(house)
    opened(house, *units)
    office, crew = house.as_(Role.HOUSING_OFFICE), house.as_(Role.CREW)
    stocked(office, house.site, "Laken", 1)
    order = next(one for one in ordered(office, house.site) if one["supplier"] is None)
    assert order["state"] == "ordered"

    def delivered() -> list[bool]:
        return [line(shown(crew, unit), "Laken")["delivered"] is not None for unit in units]

    assert delivered() == [False, False, False]
    part = arrive(crew, order, "Laken", 3)
    assert (part["state"], delivered()) == ("partly", [True, True, False])
    url = f"/v1/furnishing/orders/{order['id']}/deliveries"
    sheets = next(one for one in part["lines"] if one["item"] == "Laken")
    many = {
        "version": part["version"],
        "lines": [{"order_line_id": sheets["id"], "delivered": 6}],
    }
    assert crew.post(url, json=many).json()["errors"][0]["field"] == "delivered"
    whole = arrive(crew, part, "Laken", 5)
    assert delivered() == [True, True, True]
    assert arrive(crew, whole, "Seng", 3)["state"] == "delivered"
    stale = crew.post(url, json=many)
    assert stale.json()["type"] == "/problems/changed-meanwhile"


def test_stock_that_covers_everything_makes_no_order(house: House) -> None:
    unit = house.unit()
    opened(house, unit)
    office = house.as_(Role.HOUSING_OFFICE)
    for item in ("Laken", "Seng", "Stekepanne"):
        stocked(office, house.site, item, 10)
    assert ordered(office, house.site) == []
    lines = shown(office, unit)["lines"]
    assert all(one["ordered"] and one["delivered"] for one in lines)
    left = house.rows(
        "SELECT quantity FROM furnishing_stock WHERE item = 'Laken' AND district_id = %s",
        house.district,
    )
    assert left == [(8,)]


def test_what_is_missing_stands_across_the_units_and_in_the_next_order(house: House) -> None:
    units = three_units(house)
    crew = house.as_(Role.CREW)
    for checklist in opened(house, *units)[:2]:
        tick(crew, checklist)
        lost = {"line_id": line(checklist, "Laken")["id"], "pieces": 1, "note": "Hull"}
        url = f"/v1/checklists/{checklist['id']}/shortage"
        crew.post(url, json=lost).raise_for_status()
    found = crew.get("/v1/furnishing/shortages", params={"site_id": str(house.site)}).json()
    assert [(one["unit"]["name"], one["item"], one["short"]) for one in found["items"]] == [
        ("101", "Laken", 1), ("102", "Laken", 1)
    ]  # fmt: skip
    assert found["items"][0]["reported_by"]["id"] == str(crew.id)
    assert needs(crew, house.site)["Laken"] == (4, 0, 4)


def test_an_order_is_a_sheet_that_no_spreadsheet_takes_for_formulas(house: House) -> None:
    lines = [{"room": "Bad", "item": "=1+1", "quantity": 2, "supplier": "Blåbær; og sønn"}]
    made = package(house, lines=lines)
    opened(house, house.unit(), package_id=made["id"])
    office = house.as_(Role.HOUSING_OFFICE)
    [order] = ordered(office, house.site)
    answer = office.get(f"/v1/furnishing/orders/{order['id']}/sheet").raise_for_status()
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    head, row, end = answer.content.decode("utf-8-sig").split("\r\n")
    assert head == "Sted;Leverandør;Bestilt;Leveres;Inventar;Antall;Levert"
    assert row.startswith('Prøveveien 2;"Blåbær; og sønn";')
    assert row.endswith(";;'=1+1;2;0")
    assert end == ""


def test_an_order_is_a_workbook_and_a_paper_too(house: House) -> None:
    lines = [{"room": "Bad", "item": "=1+1", "quantity": 2, "supplier": "Łukasz Møbler"}]
    made = package(house, lines=lines)
    opened(house, house.unit(), package_id=made["id"])
    office = house.as_(Role.HOUSING_OFFICE)
    [order] = ordered(office, house.site)
    day = date.fromisocalendar(today().year + 1, 37, 2)
    window = {"day": day.isoformat(), "from_time": "10:00", "to_time": "12:00", "version": 1}
    when = f"/v1/furnishing/orders/{order['id']}/delivery-window"
    office.post(when, json=window).raise_for_status()
    url = f"/v1/furnishing/orders/{order['id']}/sheet"
    book = load_workbook(BytesIO(office.get(url, params={"form": "xlsx"}).content))
    head, row = book.worksheets[0].iter_rows()
    assert [cell.value for cell in head][3:] == ["Leveres", "Inventar", "Antall", "Levert"]
    assert [(cell.value, cell.data_type) for cell in row][3:] == [
        (f"{day:%d.%m.%Y} 10.00-12.00", "s"), ("=1+1", "s"), (2, "n"), (0, "n")
    ]  # fmt: skip
    paper = office.get(url, params={"form": "pdf"})
    assert paper.headers["content-type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF-")
    refused = office.get(url, params={"form": "docx"})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == "form"


def test_the_lists_of_a_house_are_one_paper_with_a_page_for_each_door(house: House) -> None:
    units = three_units(house)
    opened(house, *units)
    crew = house.as_(Role.CREW)
    site = {"site_id": str(house.site)}
    whole = crew.get("/v1/furnishing/papers", params=site).raise_for_status()
    assert whole.headers["content-type"] == "application/pdf"
    assert whole.content.count(b"/Type /Page\n") == 3
    one = crew.get("/v1/furnishing/papers", params=site | {"unit_id": str(units[0])})
    assert one.content.count(b"/Type /Page\n") == 1
    none = house.unit("109", position=9)
    assert (
        crew.get("/v1/furnishing/papers", params=site | {"unit_id": str(none)}).status_code == 404
    )


def test_all_flats_have_the_same_or_say_why(house: House) -> None:
    units = three_units(house)
    house.unit("104", position=4)
    house.unit("Stue", use="common_room", part="common_house")
    first, *_ = opened(house, *units)
    office = house.as_(Role.HOUSING_OFFICE)
    tick(office, first)
    key(office, first)
    landlord = house.as_(Role.PROPERTY_MANAGER)
    whole = landlord.get("/v1/furnishing/equal-treatment").json()
    [proof] = whole["groups"]
    assert (proof["persons"], whole["without_list"]) == (1, 1)
    assert (proof["same"], proof["flats"], proof["pieces"]) == (3, 3, 4)
    assert (proof["checked"], proof["differing"]) == (1, [])
    less = shown(office, units[2])
    url = f"/v1/checklists/{less['id']}/lines/{line(less, 'Laken')['id']}"
    office.patch(url, json={"version": 1, "quantity": 1, "reason": "Smal seng"}).raise_for_status()
    query = {"site_id": str(house.site)}
    [proof] = landlord.get("/v1/furnishing/equal-treatment", params=query).json()["groups"]
    assert (proof["same"], proof["flats"]) == (2, 3)
    assert proof["differing"] == [
        {
            "unit_id": str(units[2]),
            "label": "103",
            "pieces": 3,
            "differences": [{"item": "Laken", "quantity": 1, "usual": 2, "reason": "Smal seng"}],
        }
    ]


def test_the_landlord_reads_and_changes_nothing(house: House) -> None:
    landlord = house.as_(Role.OPERATIONS)
    body = {"site_id": str(house.site), "item": "Laken", "quantity": 1}
    assert landlord.put("/v1/furnishing/stock", json=body).status_code == 403
    order = {"site_id": str(house.site)}
    assert landlord.post("/v1/furnishing/orders", json=order).status_code == 403
    assert landlord.get("/v1/furnishing/orders").status_code == 200


def test_each_who_lives_there_gets_a_bed_and_like_is_held_against_like(house: House) -> None:
    single, couple, roomy = (
        house.unit("101"),
        house.unit("102", position=2),
        house.unit("103", position=3, capacity=3),
    )
    house.tenancy(couple, house.household(house.resident(), house.resident()), household_size=2)
    for_each = [one | {"per_person": one["item"] != "Stekepanne"} for one in LINES]
    lists = opened(house, single, couple, roomy, package_id=package(house, lines=for_each)["id"])
    assert [one["persons"] for one in lists] == [1, 2, 3]
    assert [
        [(one["quantity"], one["package_quantity"], one["reason"]) for one in made["lines"]]
        for made in lists
    ] == [
        [(1, 1, None), (2, 2, None), (1, 1, None)],
        [(1, 1, None), (4, 4, None), (2, 2, None)],
        [(1, 1, None), (6, 6, None), (3, 3, None)],
    ]
    office = house.as_(Role.HOUSING_OFFICE)
    assert needs(office, house.site)["Seng"] == (6, 0, 6)
    proof = office.get("/v1/furnishing/equal-treatment").json()
    assert [
        (one["persons"], one["flats"], one["same"], one["pieces"]) for one in proof["groups"]
    ] == [(1, 1, 1, 4), (2, 1, 1, 7), (3, 1, 1, 10)]


def test_a_flat_let_to_more_people_than_before_lacks_only_their_share(house: House) -> None:
    unit = house.unit()
    for_each = [one | {"per_person": one["item"] == "Seng"} for one in LINES]
    kind = package(house, lines=for_each)["id"]
    [first] = opened(house, unit, package_id=kind)
    office = house.as_(Role.HOUSING_OFFICE)
    tick(office, first)
    key(office, shown(office, unit))
    house.tenancy(unit, house.household(house.resident()), household_size=2)
    [again] = opened(house, unit, package_id=kind)
    assert again["persons"] == 2
    assert {one["item"]: (one["quantity"], one["short"]) for one in again["lines"]} == {
        "Stekepanne": (1, 0), "Laken": (2, 0), "Seng": (2, 1)
    }  # fmt: skip
