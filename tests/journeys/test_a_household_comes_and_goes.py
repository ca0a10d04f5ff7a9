"""Step 4 of the main job and what follows: a newcomer moves in, to another flat, and out."""

from datetime import date, timedelta

import httpx
from bomiljo.access.roles import Role

from tests.factories import House

TODAY = date.today()  # noqa: DTZ011
LAST_WEEK = TODAY - timedelta(days=7)


def test_a_newcomer_moves_in_moves_on_and_out(house: House, anyone: httpx.Client) -> None:
    settler, office = house.as_(Role.SETTLER), house.as_(Role.HOUSING_OFFICE)
    worker, landlord = house.as_(Role.ENV_WORKER), house.as_(Role.PROPERTY_MANAGER)
    narrow, wide = house.unit("101", state="ready"), house.unit("204", state="ready")

    newcomer = settler.post(
        "/v1/residents",
        json={
            "family_name": "Prøvenko",
            "given_name": "Olha",
            "site_id": str(house.site),
            "portal_language": "uk",
            "languages": [{"language": "uk", "own": True, "written": True, "interpreter": True}],
        },
    ).json()
    path = f"/v1/residents/{newcomer['id']}"
    duf = {"kind": "duf", "value": "209912345608", "source": "imdi", "from_day": "2023-11-01"}
    assert settler.post(f"{path}/identifiers", json=duf).status_code == 201
    assert office.get("/v1/residents?status=expected&unassigned=env_worker").json()["items"]

    tenancy = settler.post(
        "/v1/tenancies/move-in",
        json={
            "resident_id": newcomer["id"],
            "unit_id": str(narrow),
            "from_day": LAST_WEEK.isoformat(),
            "kind": "fixed_term",
            "legal_ground": "husleieloven § 11-1",
            "contract_ends_on": (TODAY + timedelta(days=1000)).isoformat(),
            "keys_handed_over": 2,
            "helpers": [{"kind": "env_worker", "user_id": str(worker.id)}],
        },
    ).json()
    code = worker.post(f"{path}/activation-code").json()["code"]
    opened = anyone.post("/v1/portal/activate", json={"code": code})
    assert opened.status_code == 200
    assert anyone.get("/v1/portal/home").json()["unit_label"] == "101"
    people = anyone.get("/v1/portal/people").json()["helpers"]
    assert {one["name"] for one in people} == {settler.name, worker.name}
    lease = landlord.get("/v1/tenancies?state=current").json()["items"][0]
    assert (lease["unit_label"], lease["view"]) == ("101", "lease")
    assert "Olha" not in str(lease)

    moved = office.post(
        f"/v1/tenancies/{tenancy['id']}/transfer",
        json={
            "version": tenancy["version"],
            "unit_id": str(wide),
            "on_day": (TODAY - timedelta(days=1)).isoformat(),
            "kind": "open_ended",
            "keys_handed_over": 2,
        },
    ).json()
    assert anyone.get("/v1/portal/home").json()["unit_label"] == "204"
    history = anyone.get("/v1/portal/my-data").json()["tenancies"]
    assert [one["unit_label"] for one in history] == ["101", "204"]

    left = office.post(
        f"/v1/tenancies/{moved['id']}/move-out",
        json={
            "version": moved["version"],
            "on_day": TODAY.isoformat(),
            "reason": "private_rental",
            "destination": "Leilighet på Økern",
        },
    )
    assert left.status_code == 200
    assert anyone.get("/v1/portal/home").status_code == 401
    assert settler.get(path).status_code == 404
    assert office.get(path).json()["status"] == "moved_out"
    states = {one["label"]: one["state"] for one in landlord.get("/v1/units").json()["items"]}
    assert states == {"101": "vacant", "204": "vacant"}
