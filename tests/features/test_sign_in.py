"""Signing in and out, for people and for programs."""

import asyncio

import httpx
import pytest
from bomiljo.access import guard
from bomiljo.access.passwords import hasher
from bomiljo.access.roles import Role
from bomiljo.access.tokens import ALGORITHM, AUDIENCE
from bomiljo.main import create_api
from bomiljo.settings import Settings
from jose import jwt

from tests.factories import House

PASSWORD = "riktig-passord"
HASH = hasher(8_192).hash(PASSWORD)


@pytest.fixture
def account(house: House) -> str:
    """The user name of an env worker who has a password."""
    user = house.user("Ingrid Prøve")
    house.membership(user, Role.ENV_WORKER)
    house.insert("credentials", id=user, password_hash=HASH)
    return f"u{user.hex}"


def sign_in(client: httpx.Client, user_name: str, password: str = PASSWORD) -> httpx.Response:
    return client.post("/v1/auth/sign-in", json={"user_name": user_name, "password": password})


def tokens_of(client: httpx.Client, user_name: str) -> dict[str, str]:
    form = {"grant_type": "password", "username": user_name, "password": PASSWORD}
    pair: dict[str, str] = client.post("/v1/auth/token", data=form).raise_for_status().json()
    return pair


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_a_browser_gets_a_cookie_that_scripts_cannot_read(
    anyone: httpx.Client, account: str
) -> None:
    answer = sign_in(anyone, account)
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    session = anyone.get("/v1/session").json()
    assert (session["name"], session["role"], session["audience"]) == (
        "Ingrid Prøve",
        "env_worker",
        "district",
    )
    assert "units:read" in session["permissions"]


def test_user_names_are_read_without_regard_to_case(anyone: httpx.Client, account: str) -> None:
    assert sign_in(anyone, account.upper()).status_code == 200


def test_a_wrong_password_and_an_unknown_user_get_the_same_answer(
    anyone: httpx.Client, account: str
) -> None:
    wrong, unknown = sign_in(anyone, account, "feil"), sign_in(anyone, "finnes-ikke", "feil")
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json() == unknown.json()
    assert wrong.json()["errors"][0]["field"] == "password"


def test_guessing_locks_the_account_even_for_the_right_password(
    anyone: httpx.Client, account: str
) -> None:
    answers = [sign_in(anyone, account, "feil").status_code for _ in range(5)]
    assert answers == [401, 401, 401, 401, 429]
    locked = sign_in(anyone, account)
    assert locked.status_code == 429
    assert 0 < locked.json()["retry_after"] <= 121
    assert locked.headers["retry-after"]


def test_an_account_without_a_current_role_cannot_sign_in(
    house: House, anyone: httpx.Client
) -> None:
    user = house.user()
    house.insert("credentials", id=user, password_hash=HASH)
    assert sign_in(anyone, f"u{user.hex}").json()["type"] == "/problems/no-membership"


def test_a_write_by_cookie_needs_the_pages_own_token(
    anyone: httpx.Client, account: str, house: House
) -> None:
    unit = house.unit()
    csrf = sign_in(anyone, account).json()["csrf_token"]
    edit = {"version": 1, "capacity": 2}
    refused = anyone.patch(f"/v1/units/{unit}", json=edit)
    assert refused.json()["type"] == "/problems/csrf-token-missing"
    wrong = anyone.patch(f"/v1/units/{unit}", json=edit, headers={guard.CSRF_HEADER: "feil"})
    assert wrong.status_code == 403
    right = anyone.patch(f"/v1/units/{unit}", json=edit, headers={guard.CSRF_HEADER: csrf})
    assert right.status_code == 200


def test_signing_out_ends_the_session_at_once(anyone: httpx.Client, account: str) -> None:
    csrf = sign_in(anyone, account).json()["csrf_token"]
    cookie = anyone.cookies[guard.COOKIE]
    anyone.post("/v1/auth/sign-out", headers={guard.CSRF_HEADER: csrf}).raise_for_status()
    anyone.cookies.set(guard.COOKIE, cookie)
    assert anyone.get("/v1/session").status_code == 401


def test_signing_out_everywhere_ends_every_session(anyone: httpx.Client, account: str) -> None:
    first, second = tokens_of(anyone, account), tokens_of(anyone, account)
    everywhere = anyone.post("/v1/auth/sign-out-everywhere", headers=bearer(first["access_token"]))
    assert everywhere.status_code == 204
    for pair in (first, second):
        assert anyone.get("/v1/session", headers=bearer(pair["access_token"])).status_code == 401


def test_a_person_sees_and_ends_own_sessions_only(
    anyone: httpx.Client, account: str, house: House
) -> None:
    mine = bearer(tokens_of(anyone, account)["access_token"])
    other = house.as_(Role.ENV_WORKER)
    sessions = anyone.get("/v1/sessions", headers=mine).json()["items"]
    assert [one["current"] for one in sessions] == [True]
    assert anyone.delete(f"/v1/sessions/{other.session_id}", headers=mine).status_code == 404
    assert anyone.delete(f"/v1/sessions/{sessions[0]['id']}", headers=mine).status_code == 204
    assert anyone.get("/v1/session", headers=mine).status_code == 401


def test_a_refresh_token_is_taken_once_and_its_reuse_ends_the_session(
    anyone: httpx.Client, account: str
) -> None:
    pair = tokens_of(anyone, account)

    def refresh(token: str) -> httpx.Response:
        form = {"grant_type": "refresh_token", "refresh_token": token}
        return anyone.post("/v1/auth/token", data=form)

    fresh = refresh(pair["refresh_token"]).raise_for_status().json()
    assert anyone.get("/v1/session", headers=bearer(fresh["access_token"])).status_code == 200
    assert refresh(pair["refresh_token"]).status_code == 401
    assert anyone.get("/v1/session", headers=bearer(fresh["access_token"])).status_code == 401
    assert refresh(fresh["refresh_token"]).status_code == 401


def test_the_form_says_which_field_is_missing(anyone: httpx.Client) -> None:
    answer = anyone.post("/v1/auth/token", data={"grant_type": "password", "username": "x"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "password"


def test_a_membership_ends_by_itself_on_its_last_day(house: House) -> None:
    worker = house.another(Role.ENV_WORKER)
    assert worker.get("/v1/units").status_code == 200
    house.db.execute(
        "UPDATE memberships SET period = daterange('2023-01-01', current_date) WHERE user_id = %s",
        [worker.id],
    )
    assert worker.get("/v1/units").status_code == 401


def test_one_acts_in_one_role_at_a_time_and_may_change_it(house: House, neighbours: House) -> None:
    worker = house.another(Role.CREW)
    other = neighbours.membership(worker.id, Role.ENV_WORKER)
    session = worker.get("/v1/session").json()
    assert session["role"] == "crew"
    assert len(session["memberships"]) == 2
    changed = worker.put("/v1/session/membership", json={"membership_id": str(other)})
    assert changed.status_code == 200
    assert worker.get("/v1/session").json()["role"] == "env_worker"
    unit = neighbours.unit()
    assert worker.get(f"/v1/units/{unit}").status_code == 200


def test_somebody_elses_membership_cannot_be_taken(house: House) -> None:
    worker, manager = house.as_(Role.CREW), house.as_(Role.MANAGER)
    theirs = manager.get("/v1/session").json()["membership_id"]
    assert worker.put("/v1/session/membership", json={"membership_id": theirs}).status_code == 404


def test_colleagues_are_those_of_the_own_district(house: House, neighbours: House) -> None:
    neighbours.as_(Role.ENV_WORKER)
    names = {house.as_(role).name for role in (Role.ENV_WORKER, Role.OPERATIONS)}
    found = house.as_(Role.ENV_WORKER).get("/v1/colleagues").json()["items"]
    assert {one["name"] for one in found} == names


class TestForgedTokens:
    """Whatever is presented: 401, never a fault, and the genuine token still works."""

    def forge(self, house: House, key: str, **changes: object) -> str:
        genuine = house.as_(Role.MANAGER)
        token = genuine.headers["authorization"].removeprefix("Bearer ")
        claims = jwt.get_unverified_claims(token) | changes
        headers = {"kid": house.tokens.key_id}
        algorithm = "HS256" if key else ALGORITHM
        return jwt.encode(
            {name: value for name, value in claims.items() if value is not None},
            key or house.tokens.private,
            algorithm,
            headers=headers,
        )

    @pytest.mark.parametrize(
        "changes",
        [
            {"iss": "http://elsewhere"},
            {"aud": "another-api"},
            {"aud": None},
            {"exp": 1},
            {"exp": None},
            {"iat": None},
            {"sub": None},
            {"sid": None},
            {"sid": "not-a-uuid"},
            {"sid": 7},
            {"sid": "00000000-0000-0000-0000-000000000000"},
            {"nbf": 4_000_000_000},
        ],
        ids=str,
    )
    def test_a_token_with_wrong_claims_is_refused(
        self, house: House, anyone: httpx.Client, changes: dict[str, object]
    ) -> None:
        token = self.forge(house, "", **changes)
        assert anyone.get("/v1/session", headers=bearer(token)).status_code == 401
        assert house.as_(Role.MANAGER).get("/v1/session").status_code == 200

    def test_a_token_signed_with_the_public_key_as_a_secret_is_refused(
        self, house: House, anyone: httpx.Client
    ) -> None:
        token = self.forge(house, "hemmelig")
        assert anyone.get("/v1/session", headers=bearer(token)).status_code == 401

    @pytest.mark.parametrize(
        "token",
        ["a", "a.b.c", "..", "é.é.é", "e30.e30.", "eyJhbGciOiJub25lIn0.e30.", "x" * 9000],
    )
    def test_what_is_no_token_at_all_is_refused(self, anyone: httpx.Client, token: str) -> None:
        header = {b"Authorization": b"Bearer " + token.encode()}
        assert anyone.get("/v1/session", headers=header).status_code == 401

    def test_a_token_of_another_key_is_refused(self, house: House, anyone: httpx.Client) -> None:
        genuine = house.as_(Role.MANAGER).headers["authorization"].removeprefix("Bearer ")
        head, body, _ = genuine.split(".")
        assert anyone.get("/v1/session", headers=bearer(f"{head}.{body}.AAAA")).status_code == 401

    def test_the_audience_is_this_api(self, house: House) -> None:
        token = house.as_(Role.MANAGER).headers["authorization"].removeprefix("Bearer ")
        assert jwt.get_unverified_claims(token)["aud"] == AUDIENCE


def test_production_refuses_a_database_that_holds_demo_accounts(
    house: House, settings: Settings
) -> None:
    user = house.user()
    house.insert("credentials", id=user, password_hash=HASH, demo=True)
    production = Settings(
        mode="production",
        database_url=settings.database_url,
        public_url="https://bomiljo.example",
        signing_key_file=settings.signing_key,
        identifier_key_file=settings.identifier_key,
    )
    app = create_api(production)

    async def start() -> None:
        async with app.router.lifespan_context(app):
            pass

    with pytest.raises(RuntimeError, match="demo accounts"):
        asyncio.run(start())
    house.db.execute("DELETE FROM credentials WHERE id = %s", [user])
