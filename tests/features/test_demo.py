"""The demo districts: the same everywhere, true to the first case, and nobody real in them."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from bomiljo.demo import seed
from bomiljo.demo.accounts import ACCOUNTS, BJERKE, MORE_MEMBERSHIPS, OTHER, RESIDENT_CODES, Account
from bomiljo.features.sites.model import OnCallContact
from bomiljo.features.sites.queries import is_on_duty
from bomiljo.kernel import sealing
from bomiljo.kernel.numbers import duf_check_fits, is_person_number, is_synthetic
from bomiljo.settings import get_settings

from tests.demo import Demo, demo_mode, running

BREDTVETVEIEN = UUID("8464c996-5b6b-58b4-a5af-eb43ca4b38f9")
LISTS = (
    *("sites", "units", "residents", "households", "tenancies", "incidents", "incidents/counts"),
    *("activities", "contacts", "topics"),
    *("today", "colleagues", "notifications", "changes", "disclosures"),
)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    with running(tmp_path_factory.mktemp("demo")) as loaded:
        yield loaded


def test_loading_again_changes_no_row(demo: Demo) -> None:
    before = demo.all_rows()
    demo.load()
    assert demo.all_rows() == before


def test_what_people_changed_or_removed_stays_so(demo: Demo) -> None:
    demo.db.execute(
        "UPDATE residents SET preferred_name = 'Halynka' WHERE family_name = 'Ostapenko'"
    )
    [(gone,)] = demo.rows("DELETE FROM contact_points WHERE value = '41201001' RETURNING id")
    demo.load()
    assert (
        demo.one("SELECT preferred_name FROM residents WHERE family_name = 'Ostapenko'")
        == "Halynka"
    )
    assert demo.rows("SELECT FROM contact_points WHERE id = %s", gone) == []


def test_ids_are_the_same_on_every_machine(demo: Demo) -> None:
    assert demo.one("SELECT id FROM sites WHERE name = 'Bredtvetveien 2'") == BREDTVETVEIEN


def test_the_demo_cannot_be_loaded_in_production_mode(
    demo: Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    with demo_mode(demo.data):
        monkeypatch.setenv("BOMILJO_MODE", "production")
        monkeypatch.delenv("BOMILJO_DATABASE_URL", raising=False)
        get_settings.cache_clear()
        with pytest.raises(RuntimeError, match="production"):
            seed.load(demo.owner_url)


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.user_name)
def test_every_account_signs_in_to_its_role_and_district(demo: Demo, account: Account) -> None:
    session = demo.as_(account).get("session").json()
    assert (session["name"], session["role"]) == (account.name, account.role)
    assert session["district"]["name"] == account.district
    assert session["organisation"]["name"] == account.organisation


@pytest.mark.parametrize(("user_name", "role", "district"), MORE_MEMBERSHIPS)
def test_some_act_in_two_memberships_and_can_switch(
    demo: Demo, user_name: str, role: str, district: str
) -> None:
    client = demo.named(user_name)
    first = client.get("session").json()
    other = next(one["id"] for one in first["memberships"] if one["id"] != first["membership_id"])
    client.put("session/membership", json={"membership_id": other}).raise_for_status()
    session = client.get("session").json()
    assert (session["role"], session["district"]["name"]) == (role, district)
    client.put("session/membership", json={"membership_id": first["membership_id"]})


def test_the_other_district_is_never_seen(demo: Demo) -> None:
    told = {OTHER: demo.told(OTHER), BJERKE: demo.told(BJERKE)}
    for account in ACCOUNTS:
        client = demo.as_(account)
        foreign = told[OTHER if account.district == BJERKE else BJERKE]
        for path in LISTS:
            answer = client.get(path)
            assert answer.status_code in {200, 403, 422}, (account, path)
            seen = [word for word in foreign["words"] if word in answer.text]
            assert seen == [], (account, path)
        for table, ids in foreign["ids"].items():
            for record in ids:
                assert client.get(f"{table}/{record}").status_code in {403, 404}, (account, table)


def test_every_number_is_synthetic_and_nobodys_twice(demo: Demo) -> None:
    seal = sealing.load(demo.data / "keys" / "identifiers.key", make=False)
    numbers = [
        (kind, seal.open(ciphertext, record))
        for record, kind, ciphertext in demo.rows("SELECT id, kind, ciphertext FROM identifiers")
    ]
    assert len(set(numbers)) == len(numbers) > 100
    for kind, number in numbers:
        if kind == "duf":
            assert number.startswith("2099")
            assert duf_check_fits(number)
        else:
            assert is_synthetic(number)
            assert is_person_number(number, kind, date(2026, 11, 24))


def test_thirty_five_singles_were_settled_in_two_months_aged_18_to_81(demo: Demo) -> None:
    settled = demo.rows(
        "SELECT extract(year FROM age(settled_on, birth_date))::int FROM residents"
        " WHERE settled_on BETWEEN '2023-12-01' AND '2024-01-31'"
    )
    ages = [age for (age,) in settled]
    assert (len(ages), min(ages), max(ages)) == (35, 18, 81)
    assert _largest_group(ages) == "under 25"
    assert demo.rows("SELECT DISTINCT kind FROM households") == [("single",)]


def test_young_people_are_still_the_largest_group_in_the_house(demo: Demo) -> None:
    living = demo.rows(
        "SELECT extract(year FROM age(date '2026-11-24', birth_date))::int FROM residents"
        " WHERE site_id = %s AND status <> 'moved_out'",
        BREDTVETVEIEN,
    )
    assert _largest_group([age for (age,) in living]) == "under 25"


def _largest_group(ages: list[int]) -> str:
    bands = {"under 25": range(25), "25-39": range(25, 40), "40-59": range(40, 60)}
    named = [next((band for band, of in bands.items() if age in of), "60+") for age in ages]
    return Counter(named).most_common(1)[0][0]


@pytest.mark.parametrize(
    ("day", "uses"),
    [
        (date(2024, 1, 31), {"dwelling": 35, "office": 2}),
        (date(2026, 1, 1), {"dwelling": 36, "office": 1}),
    ],
)
def test_the_house_had_two_offices_and_one_became_a_home(
    demo: Demo, day: date, uses: dict[str, int]
) -> None:
    found = dict(
        demo.rows(
            "SELECT use, count(*) FROM unit_uses JOIN units u ON u.id = unit_id"
            " WHERE site_id = %s AND period @> %s GROUP BY use",
            BREDTVETVEIEN,
            day,
        )
    )
    assert found.items() >= uses.items()
    assert {"conversation_room", "common_room"} <= found.keys()


def test_everybody_lives_where_the_unit_says_that_somebody_lives(demo: Demo) -> None:
    let = dict(
        demo.rows(
            "SELECT label, state FROM units u JOIN tenancies t ON t.unit_id = u.id"
            " WHERE u.site_id = %s AND t.period @> current_date",
            BREDTVETVEIEN,
        )
    )
    assert len(let) == 28
    assert set(let.values()) == {"occupied"}
    states = Counter(
        state for (state,) in demo.rows("SELECT state FROM units WHERE site_id = %s", BREDTVETVEIEN)
    )
    assert states["occupied"] - len(let) == 2
    assert states.keys() == {
        "vacant", "reserved", "being_furnished", "ready", "occupied", "out_of_use"
    }  # fmt: skip


def test_a_protected_resident_is_seen_by_her_two_guardians_alone(demo: Demo) -> None:
    [(hidden, name)] = demo.rows(
        "SELECT id, family_name FROM residents WHERE protection = 'strictly_confidential'"
    )
    for account in ACCOUNTS:
        answer = demo.as_(account).get(f"residents/{hidden}")
        guardian = account.user_name in {"hanne", "marit"}
        assert (answer.status_code == 200) == guardian, account
        assert (name in answer.text) == guardian
    assert demo.rows("SELECT FROM incident_parties WHERE resident_id = %s", hidden) == []


def test_advisers_see_their_own_cases_and_no_others(demo: Demo) -> None:
    seen = {
        user: {one["id"] for one in demo.named(user).get("residents?limit=100").json()["items"]}
        for user in ("ingrid", "kristin", "bjorn")
    }
    assert seen["kristin"]
    assert seen["bjorn"]
    assert not seen["kristin"] & seen["bjorn"]
    assert seen["kristin"] | seen["bjorn"] < seen["ingrid"]


def test_somebody_is_on_duty_at_every_hour_of_the_week(demo: Demo) -> None:
    monday = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    contacts = [
        (
            (site, responsible),
            OnCallContact(weekdays=weekdays, from_time=from_time, to_time=to_time),
        )
        for site, responsible, weekdays, from_time, to_time in demo.rows(
            "SELECT site_id, responsible, weekdays, from_time, to_time FROM on_call_contacts"
        )
    ]
    whose = {who for who, _ in contacts}
    assert len(whose) == 4
    for half_hours in range(7 * 48):
        at = monday + timedelta(minutes=30 * half_hours)
        assert {who for who, contact in contacts if is_on_duty(contact, at)} == whose, at


def test_nobody_has_been_robbed_or_hurt_and_everybody_is_heard(demo: Demo) -> None:
    kinds = {kind for (kind,) in demo.rows("SELECT DISTINCT category FROM incidents")}
    assert not kinds & {"theft", "vandalism", "threat_violence"}
    assert kinds >= {"noise", "smoke", "conflict", "leak", "heating", "laundry_common"}
    since = demo.one("SELECT count(*) FROM incidents WHERE created_at > now() - interval '61 days'")
    assert since == demo.one("SELECT count(*) FROM incidents") >= 40
    audiences = demo.rows("SELECT DISTINCT audience FROM incident_entries ORDER BY 1")
    assert audiences == [("internal",), ("partners",), ("reporter",)]
    assert demo.one("SELECT max(created_at) < now() FROM incident_entries")


def test_whoever_has_something_to_do_can_see_it(demo: Demo) -> None:
    """The service refuses what the demo must not hold either."""
    for table, owner in (("incidents", "assigned_to"), ("incident_measures", "owner_user_id")):
        for record, incident, user in demo.rows(
            f"SELECT t.id, i.id, u.user_name FROM {table} t JOIN incidents i"
            f" ON i.id = t.{'id' if table == 'incidents' else 'incident_id'}"
            f" JOIN users u ON u.id = t.{owner}"
        ):
            answer = demo.named(user).get(f"incidents/{incident}")
            assert answer.status_code == 200, (user, incident)
            assert str(record) in answer.text


def test_the_landlord_opens_pictures_of_the_building(demo: Demo) -> None:
    landlord = demo.named("ola")
    shown = [
        picture["id"]
        for one in landlord.get("incidents?limit=100").json()["items"]
        if one["picture_count"]
        for picture in landlord.get(f"incidents/{one['id']}").json()["pictures"]
    ]
    assert len(shown) >= 5
    for picture in shown:
        answer = landlord.get(f"pictures/{picture}")
        assert answer.headers["content-type"] == "image/jpeg"


def test_codes_open_the_portal_once_and_again_after_the_next_start(demo: Demo) -> None:
    listed = demo.somebody().get("demo/accounts").json()["resident_codes"]
    assert [one["code"] for one in listed] == [one.code for one in RESIDENT_CODES]
    for one in listed:
        client = demo.somebody()
        client.post("portal/activate", json={"code": one["code"]}).raise_for_status()
        session = client.get("session").json()
        assert (session["kind"], session["name"]) == ("resident", one["name"])
    used = {"code": listed[0]["code"]}
    assert demo.somebody().post("portal/activate", json=used).status_code == 401
    demo.load()
    assert demo.somebody().post("portal/activate", json=used).status_code == 200
