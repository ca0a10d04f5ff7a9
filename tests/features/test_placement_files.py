"""Files as they come: read whatever can be read, say plainly what cannot, keep nothing of it."""

import io
import time
import zipfile
from datetime import date

import pytest
from bomiljo.access.roles import Role
from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.factories import House
from tests.lists import FAMILY, HEADINGS, IMPORT, PREVIEW, as_csv, as_xlsx, bring_in, saved, send

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def bomb() -> bytes:
    """A workbook whose one sheet unpacks to sixty megabytes."""
    whole = as_xlsx(FAMILY)
    with zipfile.ZipFile(io.BytesIO(whole)) as parts:
        inside = {one: parts.read(one) for one in parts.namelist()}
    inside["xl/worksheets/sheet1.xml"] += b" " * (60 * 1024 * 1024)
    return zipped(inside)


def entities() -> bytes:
    whole = as_xlsx(FAMILY)
    with zipfile.ZipFile(io.BytesIO(whole)) as parts:
        inside = {one: parts.read(one) for one in parts.namelist()}
    inside["xl/sharedStrings.xml"] = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    return zipped(inside)


def merged() -> bytes:
    book = load_workbook(io.BytesIO(as_xlsx(FAMILY)))
    book.worksheets[0].merge_cells("A2:A3")
    return saved(book)


BAD = {
    "nothing": (b"", "liste.csv", "file-empty"),
    "headings alone": (as_csv([]), "liste.csv", "file-empty"),
    "a picture": (PNG, "liste.csv", "file-unknown-kind"),
    "a picture called xlsx": (PNG, "liste.xlsx", "file-unknown-kind"),
    "a web page": (b"<html><table>", "liste.csv", "file-unknown-kind"),
    "text called xlsx": (as_csv(FAMILY), "liste.xlsx", "file-not-what-its-name-says"),
    "a workbook called csv": (as_xlsx(FAMILY), "liste.csv", "file-not-what-its-name-says"),
    "old Excel": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "liste.xls", "file-is-old-excel"),
    "another archive": (zipped({"a.txt": b"x"}), "liste.xlsx", "file-unknown-kind"),
    "half a workbook": (as_xlsx(FAMILY)[:2000], "liste.xlsx", "file-unreadable"),
    "NUL": (as_csv(FAMILY) + b"\0" * 10, "liste.csv", "file-unreadable"),
    "a bomb": (bomb(), "liste.xlsx", "file-unpacks-too-large"),
    "entities": (entities(), "liste.xlsx", "file-unknown-kind"),
    "merged cells": (merged(), "liste.xlsx", "merged-cells"),
    "one heading twice": (
        as_csv([("a", "b", "c")], headings=("Navn", "Født", "navn ")),
        "liste.csv",
        "duplicate-headings",
    ),
    "no headings": (b"bare ett ord\n" * 30, "liste.csv", "headings-missing"),
    "too wide": (as_csv([["x"] * 80], headings=[f"h{n}" for n in range(80)]), "a.csv", "columns"),
}


@pytest.mark.parametrize(("data", "name", "problem"), BAD.values(), ids=BAD.keys())
def test_a_file_that_cannot_be_used_is_refused_with_its_reason_and_leaves_no_trace(
    house: House, data: bytes, name: str, problem: str
) -> None:
    settler = house.as_(Role.SETTLER)
    given = {"reference": "x", "received_on": "2026-01-05"}
    for url, more in ((PREVIEW, {}), (IMPORT, given)):
        answer = send(settler, url, data, name, **more)
        assert answer.status_code == 422, answer.text
        assert problem in answer.json()["type"]
        assert answer.json()["errors"][0]["field"] == "file"
    assert settler.get("/v1/settlement-requests").json()["items"] == []


def test_fifty_thousand_rows_are_refused_with_the_limit(house: House) -> None:
    rows = [(str(n), "", "", f"N{n}") for n in range(50_000)]
    for data, name in ((as_csv(rows), "a.csv"), (as_xlsx(rows), "a.xlsx")):
        began = time.monotonic()
        answer = send(house.as_(Role.SETTLER), PREVIEW, data, name)
        assert answer.json()["type"] == "/problems/too-many-rows", answer.text
        assert answer.json()["most"] == 2000
        assert time.monotonic() - began < 15


def test_a_file_over_five_megabytes_is_refused(house: House) -> None:
    answer = send(house.as_(Role.SETTLER), PREVIEW, b"a;b\n" + b"x" * (5 * 1024 * 1024))
    assert (answer.status_code, answer.json()["type"]) == (413, "/problems/file-too-large")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_letters_are_right_whatever_the_encoding(house: House, encoding: str) -> None:
    rows = [("1", "", "Åse", "Ærøskjøbing", "03.02.1990", "tyrkisk")]
    shown = send(house.as_(Role.SETTLER), PREVIEW, as_csv(rows, encoding)).json()
    assert shown["rows"][0]["values"]["given_name"] == "Åse"
    assert shown["rows"][0]["values"]["family_name"] == "Ærøskjøbing"


def test_dates_counted_from_1904_are_the_same_dates(house: House) -> None:
    rows = [("1", "", "A", "B", date(1990, 2, 3))]
    for epoch in (None, CALENDAR_MAC_1904):
        shown = send(house.as_(Role.SETTLER), PREVIEW, as_xlsx(rows, epoch), "a.xlsx").json()
        assert shown["rows"][0]["values"]["birth_date"] == "1990-02-03"


def test_a_formula_is_named_and_can_be_replaced_in_the_preview(house: House) -> None:
    settler = house.as_(Role.SETTLER)
    data = as_xlsx([("1", "", "A", "=B1&C1", "03.02.1990")])
    shown = send(settler, PREVIEW, data, "a.xlsx").json()
    codes = {(one["field"], one["code"]) for one in shown["rows"][0]["findings"]}
    assert ("family_name", "formula") in codes
    fixes = [{"line": 2, "field": "family_name", "value": "Retta"}]
    shown = send(settler, PREVIEW, data, "a.xlsx", fixes=fixes).json()
    assert shown["errors"] == 0
    assert shown["rows"][0]["values"]["family_name"] == "Retta"


def test_a_title_above_the_table_and_empty_rows_do_not_matter(house: House) -> None:
    data = b"Fordelingsliste uke 48\n\n" + as_csv([*FAMILY, [""] * 12, [""] * 12])
    shown = send(house.as_(Role.SETTLER), PREVIEW, data).json()
    assert [row["line"] for row in shown["rows"]] == [4, 5]


def test_the_template_reads_back_without_an_error(house: House) -> None:
    settler = house.as_(Role.SETTLER)
    for kind in ("xlsx", "csv"):
        template = settler.get(f"/v1/settlement-requests/template.{kind}")
        assert "attachment" in template.headers["content-disposition"]
        shown = send(settler, PREVIEW, template.content, f"a.{kind}").json()
        assert (shown["people"], shown["errors"]) == (2, 0), shown
        assert all(column["field"] for column in shown["columns"])


def test_what_a_heading_means_is_remembered_by_the_district(house: House) -> None:
    settler, office = house.as_(Role.SETTLER), house.as_(Role.HOUSING_OFFICE)
    data = as_csv([("Nordmann", "02.03.1991", "x")], headings=("Hvem", "Dag", "Diverse"))
    columns = send(settler, PREVIEW, data).json()["columns"]
    assert [one["field"] for one in columns] == [None, None, None]
    bring_in(settler, data, columns=["family_name", "birth_date", None])
    columns = send(office, PREVIEW, data).json()["columns"]
    assert [one["field"] for one in columns] == ["family_name", "birth_date", None]


def test_columns_that_do_not_fit_the_file_are_refused(house: House) -> None:
    for columns in (["family_name"], ["family_name"] * len(HEADINGS)):
        answer = send(house.as_(Role.SETTLER), PREVIEW, as_csv(FAMILY), columns=columns)
        assert answer.json()["type"] == "/problems/columns-do-not-fit"


def test_a_thousand_persons_are_shown_and_stored_within_seconds(house: House) -> None:
    rows = [
        (
            *(str(n // 2), "barn" if n % 2 else "hovedperson", f"F{n}", f"E{n}", "03.02.1990"),
            *("arabisk", "arabisk", f"2099{n:06}00", "Note", "", "", "ingen"),
        )
        for n in range(1000)
    ]
    settler, data = house.as_(Role.SETTLER), as_xlsx(rows)
    began = time.monotonic()
    shown = send(settler, PREVIEW, data, "a.xlsx").json()
    assert (shown["people"], shown["households"], shown["errors"]) == (1000, 500, 0)
    given = {"reference": "Stor", "received_on": "2026-01-05", "grades_checked": True}
    request = send(settler, IMPORT, data, "a.xlsx", **given).json()
    assert request["people"] == 1000
    assert time.monotonic() - began < 20
