"""An administrator opens an account; its owner alone chooses the password."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import psycopg
import pytest
from bomiljo.access.roles import Role

from tests.factories import House
from tests.reports import answered, refused

TODAY = date.today()  # noqa: DTZ011
PASSWORD = "fire ord som huskes"


def account(house: House, kind: str = "district", **changes: Any) -> dict[str, Any]:
    given = {
        "user_name": f"ny.{uuid4().hex[:10]}",
        "name": "Ny Medarbeider",
        "organisation_id": str(house.organisations[kind]),
        "role": "env_worker",
    }
    return given | changes


def opened(house: House, kind: str = "district", **changes: Any) -> dict[str, Any]:
    admin = house.as_(Role.ADMIN)
    answer = admin.post("/v1/accounts", json=account(house, kind, **changes))
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def shown(house: House, account_id: str) -> dict[str, Any]:
    return answered(house.as_(Role.ADMIN).get(f"/v1/accounts/{account_id}"))


def welcome(anyone: httpx.Client, code: str, password: str = PASSWORD) -> httpx.Response:
    return anyone.post("/v1/auth/welcome", json={"code": code, "password": password})


def sign_in(anyone: httpx.Client, user_name: str, password: str = PASSWORD) -> httpx.Response:
    given = {"user_name": user_name, "password": password}
    return anyone.post("/v1/auth/sign-in", json=given)


class TestOpening:
    def test_the_owner_chooses_a_password_by_the_link_and_is_signed_in(
        self, house: House, anyone: httpx.Client
    ) -> None:
        new = opened(house, name="Kari Ny")
        assert shown(house, new["account_id"])["state"] == "invited"
        assert sign_in(anyone, new["user_name"]).status_code == 401
        assert welcome(anyone, new["code"]).status_code == 200
        session = answered(anyone.get("/v1/session"))
        assert (session["name"], session["role"]) == ("Kari Ny", "env_worker")
        seen = shown(house, new["account_id"])
        assert (seen["state"], seen["invited_until"]) == ("active", None)
        assert seen["last_seen_at"] is not None
        assert sign_in(anyone, new["user_name"].upper()).status_code == 200

    def test_a_link_works_once(self, house: House, anyone: httpx.Client) -> None:
        new = opened(house)
        assert welcome(anyone, new["code"]).status_code == 200
        refused(welcome(anyone, new["code"], "en annen setning"), 401, "invitation-refused", "code")
        assert sign_in(anyone, new["user_name"], "en annen setning").status_code == 401

    def test_a_link_that_has_run_out_is_refused_and_shown_as_stale(
        self, house: House, anyone: httpx.Client
    ) -> None:
        new = opened(house)
        house.db.execute(
            "UPDATE account_invitations SET expires_at = now() WHERE user_id = %s",
            [new["account_id"]],
        )
        refused(welcome(anyone, new["code"]), 401, "invitation-refused", "code")
        assert shown(house, new["account_id"])["state"] == "stale"

    def test_a_short_password_is_refused_at_its_field_and_the_link_stays_good(
        self, house: House, anyone: httpx.Client
    ) -> None:
        new = opened(house)
        refused(welcome(anyone, new["code"], "kort"), 422, "invalid-request", "password")
        assert welcome(anyone, new["code"]).status_code == 200

    @pytest.mark.parametrize(
        ("changes", "status", "code", "field"),
        [
            ({"role": "resident"}, 422, "role-not-of-organisation", "role"),
            ({"role": "settler"}, 422, "role-not-of-organisation", "role"),
            ({"organisation_id": str(uuid4())}, 409, "employer-unknown", "organisation_id"),
            ({"site_ids": [str(uuid4())]}, 409, "site-elsewhere", "site_ids"),
            ({"last_day": "2026-01-01"}, 422, "role-ends-too-early", "last_day"),
            ({"user_name": "Kari Nordmann"}, 422, "invalid-request", "user_name"),
            ({"name": ""}, 422, "invalid-request", "name"),
            ({"phone": "ring meg"}, 422, "invalid-request", "phone"),
        ],
    )
    def test_what_does_not_fit_is_told_at_its_field(
        self, house: House, changes: dict[str, Any], status: int, code: str, field: str
    ) -> None:
        answer = house.as_(Role.ADMIN).post("/v1/accounts", json=account(house, **changes))
        refused(answer, status, code, field)

    def test_a_user_name_is_taken_once_also_by_another_district(
        self, house: House, neighbours: House
    ) -> None:
        new = opened(house)
        again = account(neighbours, user_name=new["user_name"].upper())
        answer = neighbours.as_(Role.ADMIN).post("/v1/accounts", json=again)
        refused(answer, 409, "user-name-taken", "user_name")

    def test_a_link_is_not_kept_for_a_repeat(self, house: House) -> None:
        admin = house.as_(Role.ADMIN)
        headers = {"Idempotency-Key": str(uuid4())}
        assert admin.post("/v1/accounts", json=account(house), headers=headers).status_code == 201
        kept = house.rows("SELECT count(*) FROM idempotency_keys WHERE actor_id = %s", admin.id)
        assert kept == [(0,)]

    def test_who_chooses_a_password_before_the_first_day_signs_in_from_then_on(
        self, house: House, anyone: httpx.Client
    ) -> None:
        new = opened(house, from_day=str(TODAY + timedelta(days=3)))
        refused(welcome(anyone, new["code"]), 403, "no-membership")
        assert anyone.get("/v1/session").status_code == 401
        house.db.execute(
            "UPDATE memberships SET period = daterange(current_date, NULL) WHERE user_id = %s",
            [new["account_id"]],
        )
        assert sign_in(anyone, new["user_name"]).status_code == 200


class TestInvitingAnew:
    def test_the_former_link_is_void_and_the_new_one_ends_what_was_signed_in(
        self, house: House, anyone: httpx.Client
    ) -> None:
        new = opened(house)
        path = f"/v1/accounts/{new['account_id']}/invitation"
        second = answered(house.as_(Role.ADMIN).post(path), 201)
        assert welcome(anyone, new["code"]).status_code == 401
        assert welcome(anyone, second["code"]).status_code == 200
        third = answered(house.as_(Role.ADMIN).post(path), 201)
        assert anyone.get("/v1/session").status_code == 200
        ended = dict(anyone.cookies)
        assert welcome(anyone, third["code"], "enda en lang setning").status_code == 200
        anyone.cookies = httpx.Cookies(ended)
        assert anyone.get("/v1/session").status_code == 401
        assert sign_in(anyone, new["user_name"]).status_code == 401

    def test_who_works_in_two_districts_is_invited_by_neither_administrator_of_one(
        self, house: House, neighbours: House
    ) -> None:
        new = opened(house)
        neighbours.membership(UUID(new["account_id"]), Role.ENV_WORKER)
        path = f"/v1/accounts/{new['account_id']}/invitation"
        refused(house.as_(Role.ADMIN).post(path), 409, "account-elsewhere-too")

    def test_nobody_invites_or_promotes_themselves(self, house: House) -> None:
        admin = house.as_(Role.ADMIN)
        refused(admin.post(f"/v1/accounts/{admin.id}/invitation"), 409, "own-account")
        role = {"organisation_id": str(house.organisations["district"]), "role": "manager"}
        refused(admin.post(f"/v1/accounts/{admin.id}/roles", json=role), 409, "own-account")


class TestOwnPassword:
    def test_it_is_changed_by_who_knows_it_and_ends_the_other_sessions(
        self, house: House, anyone: httpx.Client
    ) -> None:
        new = opened(house)
        welcome(anyone, new["code"])
        elsewhere = dict(anyone.cookies)
        token = answered(sign_in(anyone, new["user_name"]))["csrf_token"]
        anyone.headers["X-CSRF-Token"] = token
        wrong = {"current": "ikke denne", "password": "en ny lang setning"}
        refused(anyone.put("/v1/session/password", json=wrong), 403, "password-refused", "current")
        right = wrong | {"current": PASSWORD}
        assert anyone.put("/v1/session/password", json=right).status_code == 204
        assert anyone.get("/v1/session").status_code == 200
        assert sign_in(anyone, new["user_name"]).status_code == 401
        assert sign_in(anyone, new["user_name"], "en ny lang setning").status_code == 200
        anyone.cookies = httpx.Cookies(elsewhere)
        assert anyone.get("/v1/session").status_code == 401

    def test_guessing_it_from_an_open_session_locks_it(
        self, house: House, anyone: httpx.Client
    ) -> None:
        new = opened(house)
        anyone.headers["X-CSRF-Token"] = answered(welcome(anyone, new["code"]))["csrf_token"]
        wrong = {"current": "ikke denne", "password": "en ny lang setning"}
        for _ in range(5):
            assert anyone.put("/v1/session/password", json=wrong).status_code == 403
        right = wrong | {"current": PASSWORD}
        refused(anyone.put("/v1/session/password", json=right), 403, "password-refused", "current")
        assert sign_in(anyone, new["user_name"]).status_code == 429

    def test_residents_have_none_to_change(self, house: House) -> None:
        given = {"current": "noe", "password": "en ny lang setning"}
        answer = house.as_(Role.RESIDENT).put("/v1/session/password", json=given)
        refused(answer, 403, "password-refused", "current")


class TestRoles:
    def test_another_role_is_chosen_by_its_holder(self, house: House, anyone: httpx.Client) -> None:
        new = opened(house)
        role = {"organisation_id": str(house.organisations["nav"]), "role": "settler"}
        path = f"/v1/accounts/{new['account_id']}/roles"
        assert house.as_(Role.ADMIN).post(path, json=role).status_code == 204
        welcome(anyone, new["code"])
        roles = {one["role"] for one in answered(anyone.get("/v1/session"))["memberships"]}
        assert roles == {"env_worker", "settler"}

    def test_a_role_that_ends_at_once_is_out_of_every_session(
        self, house: House, anyone: httpx.Client
    ) -> None:
        new = opened(house)
        welcome(anyone, new["code"])
        held = shown(house, new["account_id"])["roles"][0]
        path = f"/v1/accounts/roles/{held['id']}/end"
        assert house.as_(Role.ADMIN).post(path, json={}).status_code == 204
        assert anyone.get("/v1/session").status_code == 401
        assert sign_in(anyone, new["user_name"]).status_code == 403
        assert shown(house, new["account_id"])["state"] == "ended"
        refused(house.as_(Role.ADMIN).post(path, json={}), 409, "role-has-ended", "last_day")

    def test_a_role_that_ends_on_a_day_works_until_then(
        self, house: House, anyone: httpx.Client
    ) -> None:
        new = opened(house)
        welcome(anyone, new["code"])
        held = shown(house, new["account_id"])["roles"][0]
        path = f"/v1/accounts/roles/{held['id']}/end"
        admin = house.as_(Role.ADMIN)
        past = {"last_day": str(TODAY - timedelta(days=9))}
        refused(admin.post(path, json=past), 422, "role-ends-too-early", "last_day")
        coming = str(TODAY + timedelta(days=9))
        assert admin.post(path, json={"last_day": coming}).status_code == 204
        seen = shown(house, new["account_id"])
        assert (seen["state"], seen["roles"][0]["last_day"]) == ("active", coming)
        assert anyone.get("/v1/session").status_code == 200

    def test_the_own_role_is_ended_by_another_administrator(self, house: House) -> None:
        admin = house.as_(Role.ADMIN)
        held = shown(house, str(admin.id))["roles"][0]
        path = f"/v1/accounts/roles/{held['id']}/end"
        refused(admin.post(path, json={}), 409, "own-account")
        assert house.another(Role.ADMIN).post(path, json={}).status_code == 204
        assert admin.get("/v1/session").status_code == 401


class TestReach:
    def test_each_district_sees_its_own_accounts_and_states_alone(
        self, house: House, neighbours: House
    ) -> None:
        new = opened(house)
        other = neighbours.as_(Role.ADMIN)
        seen = answered(other.get("/v1/accounts", params={"limit": 100}))["items"]
        assert new["account_id"] not in {one["id"] for one in seen}
        assert other.post(f"/v1/accounts/{new['account_id']}/invitation").status_code == 404
        held = shown(house, new["account_id"])["roles"][0]
        path = f"/v1/accounts/roles/{held['id']}/end"
        assert other.post(path, json={}).status_code == 404

    @pytest.mark.parametrize("role", [Role.MANAGER, Role.DPO, Role.ENV_WORKER, Role.SETTLER])
    def test_nobody_else_opens_one_not_even_past_the_service(
        self, house: House, role: Role, urls: tuple[str, str]
    ) -> None:
        caller = house.as_(role)
        assert caller.post("/v1/accounts", json=account(house)).status_code == 403
        with psycopg.connect(urls[1].replace("+asyncpg", "")) as service:
            service.execute("SELECT enter(%s, NULL)", [caller.session_id])
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                service.execute(
                    "INSERT INTO users (id, user_name, name, district_ids)"
                    " VALUES (gen_random_uuid(), 'smug', 'Smug', ARRAY[%s::uuid])",
                    [house.district],
                )

    def test_accounts_are_found_by_name_and_state(self, house: House) -> None:
        opened(house, name="Zzyvette 100%_Særnavn")
        admin = house.as_(Role.ADMIN)

        def names(**params: str) -> list[str]:
            found = answered(admin.get("/v1/accounts", params=params))["items"]
            return [one["name"] for one in found]

        assert names(q="zzyv") == ["Zzyvette 100%_Særnavn"]
        assert names(q="100%_") == ["Zzyvette 100%_Særnavn"]
        assert names(q="zzyv", state="active") == []
        assert names(q="zzyv", state="invited") == ["Zzyvette 100%_Særnavn"]

    def test_the_choices_pair_each_organisation_with_its_roles(self, house: House) -> None:
        found = answered(house.as_(Role.ADMIN).get("/v1/accounts/choices"))["organisations"]
        roles = {one["kind"]: set(one["roles"]) for one in found}
        assert roles["landlord"] == {"property_manager", "operations"}
        assert {"crew", "dpo", "admin", "env_worker"} <= roles["district"]
        assert "resident" not in set().union(*roles.values())
