"""A settler reads IMDi's list, the table is mixed, one plan is chosen and carried out."""

from datetime import timedelta

from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today

from tests.factories import House
from tests.lists import as_csv, bring_in
from tests.placing import act, begun, person, table

TONGUES = ("ukrainsk", "arabisk", "tigrinja", "somali", "dari")


def test_twelve_single_people_come_from_a_file_to_planned_leases(house: House) -> None:
    settler, office = house.as_(Role.SETTLER), house.as_(Role.HOUSING_OFFICE)
    for number in range(12):
        floor, position = 1 + number // 4, 1 + number % 4
        features = ["step_free"] if floor == 1 else []
        house.unit(f"{floor}0{position}", floor=floor, position=position, accessibility=features)
    rows = [
        person(
            number,
            own_languages=TONGUES[number % 5],
            birth_date=f"03.02.{1945 + 5 * number}",
            requirements="trinnfritt" if number < 2 else "",
        )
        for number in range(12)
    ]

    # the settler reads the list and answers IMDi
    request = bring_in(settler, as_csv(rows))
    answered = {"version": 1, "answer": "yes", "answered_on": today().isoformat()}
    settler.post(f"/v1/settlement-requests/{request['id']}/answer", json=answered)

    # the housing office lets the table suggest, and nobody needs a flat that does not fit
    one = begun(office, house)
    act(office, one, "suggest").raise_for_status()
    (plan,) = table(office, house)["alternatives"]
    assert len(plan["placed"]) == 12
    codes = {warning["code"] for warning in plan["warnings"]}
    assert not codes & {"capacity", "requirement_missing", "one_language_floor"}
    act(office, one, "choose", because="Ingen etasje er lik").raise_for_status()

    # one press, and the landlord sees twelve leases, and no person
    terms = {
        "from_day": (today() + timedelta(days=14)).isoformat(),
        "contract_ends_on": (today() + timedelta(days=1109)).isoformat(),
        "legal_ground": "husleieloven § 11-1",
        "helpers": [{"kind": "settler", "user_id": str(settler.id)}],
    }
    act(office, one, "commit", **terms).raise_for_status()
    leases = house.as_(Role.PROPERTY_MANAGER).get("/v1/tenancies?state=planned")
    assert len(leases.json()["items"]) == 12
    assert "Kandidatnavn" not in leases.text
    assert len(settler.get("/v1/residents").json()["items"]) == 12
