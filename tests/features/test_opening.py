"""A district takes the house into use without anybody writing SQL."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import psycopg
import pytest
from bomiljo import runner
from bomiljo.settings import get_settings

from tests.features.test_accounts import PASSWORD, sign_in, welcome
from tests.reports import answered

FILE = """
name = "{name}"
municipality = "Lillevik"
municipality_number = "3999"

[organisations]
district = "{name}"
nav = "Nav Lillevik"
landlord = "Lillevik bolig"

[administrator]
name = "Ada Først"
user_name = "{user}"

[[sites]]
name = "Strandveien 1"
street_address = "Strandveien 1"
postal_code = "3999"
postal_place = "Lillevik"
opened = 2026-10-01
units = [
  {{ label = "101", floor = 1, places = 2, accessibility = ["step_free"] }},
  {{ label = "102", floor = 1, use = "office" }},
  {more}
]
"""


@pytest.fixture
def owners_url(urls: tuple[str, str], settings: object) -> Iterator[None]:
    assert settings
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("BOMILJO_MIGRATION_URL", urls[0])
        get_settings.cache_clear()
        yield
    get_settings.cache_clear()


def open_it(path: Path, **given: str) -> None:
    path.write_text(FILE.format(**{"more": ""} | given))
    runner.open_district(path)


def test_from_a_file_to_the_first_colleagues_who_see_the_house(
    owners_url: None,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    anyone: httpx.Client,
    owner: psycopg.Connection,
) -> None:
    path, user, name = tmp_path / "lillevik.toml", f"ada.{uuid4().hex[:8]}", f"Lillevik {uuid4()}"
    open_it(path, name=name, user=user)
    code = capsys.readouterr().out.partition("/ansatt/velkommen#")[2].strip()
    anyone.headers["X-CSRF-Token"] = answered(welcome(anyone, code))["csrf_token"]
    session = answered(anyone.get("/v1/session"))
    assert (session["role"], session["district"]["name"]) == ("admin", name)
    choices = answered(anyone.get("/v1/accounts/choices"))["organisations"]
    assert {one["name"] for one in choices} == {name, "Nav Lillevik", "Lillevik bolig"}
    worker = {
        "user_name": f"bo.{uuid4().hex[:8]}",
        "name": "Bo Miljø",
        "organisation_id": next(one["id"] for one in choices if one["kind"] == "district"),
        "role": "env_worker",
    }
    invited = answered(anyone.post("/v1/accounts", json=worker), 201)
    answered(welcome(anyone, invited["code"]))
    units = answered(anyone.get("/v1/units"))["items"]
    assert [(one["label"], one["use"]) for one in units] == [("101", "dwelling"), ("102", "office")]

    more = '{ label = "201", floor = 2 },'
    open_it(path, name=name, user=user, more=more)
    assert "up to date" in capsys.readouterr().out
    assert len(answered(anyone.get("/v1/units"))["items"]) == 3
    assert sign_in(anyone, worker["user_name"], PASSWORD).status_code == 200
    districts = owner.execute("SELECT count(*) FROM districts WHERE name = %s", [name]).fetchone()
    assert districts == (1,)


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("name = ", "cannot be read"),
        ('name = "Lillevik"', "municipality Field required"),
        ('organisations = { district = "Lillevik" }', "at least 3 items"),
    ],
)
def test_a_file_that_will_not_do_says_why(
    owners_url: None, tmp_path: Path, broken: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "broken.toml"
    path.write_text(broken)
    with pytest.raises(SystemExit, match=told):
        runner.open_district(path)
    assert capsys.readouterr().out == ""


def test_a_file_that_is_not_there_says_so(owners_url: None, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="cannot be read"):
        runner.open_district(tmp_path / "none.toml")
