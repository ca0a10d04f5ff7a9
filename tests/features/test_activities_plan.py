"""A plan comes in as people keep it: oddities are shown at their line, nothing comes by halves."""

import csv
import io
from datetime import date, timedelta
from typing import Any

import pytest
from bomiljo.access.roles import Role
from bomiljo.kernel.clock import today
from openpyxl import Workbook

from tests.factories import House
from tests.reports import answered, refused
from tests.weeks import ahead, listed, plan, signed_up, week_of

WORKER = Role.ENV_WORKER
SOURCE = """Uke\tDato\tAktivitet
7\tOnsdag 13.02\tTur til Sognsvann
8\tTorsdag 22.02\tTur til Bua – startblokk kl. 12.00 (bekreftet)
9\tMandag 26.02\tTilbud på startblokk kl. 11.00 (bekreftet)
\tTorsdag 29.02\tInnlegg fra professor kl. 11
12\tTorsdag 21.03\tTur til Finnerud - booket
13\tPåskeuka\t
14\tTorsdag 04.04\tBåttur i Oslofjorden m/værforbehold (Utsatt)
16\tTorsdag 18.04\tBåttur (utsatt pga. Vær)
17\tTorsdag 25.04\tDUGNAD
18\tTorsdag 02.05\t
19\tFredag 10.05\tBåttur eller noe?
"""  # noqa: RUF001
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def read(house: House, text: str, year: int = 2024) -> list[dict[str, Any]]:
    body = {"site_id": str(house.site), "year": year, "text": text}
    items: list[dict[str, Any]] = answered(
        house.as_(WORKER).post("/v1/activities/plan/read", json=body)
    )["items"]
    return items


def upload(house: House, name: str, data: bytes, year: int = 2024) -> Any:
    address = f"/v1/activities/plan/file?site_id={house.site}&year={year}"
    files = {"plan": (name, data, "application/octet-stream")}
    return house.as_(WORKER).post(address, files=files)


def codes(line: dict[str, Any]) -> set[str]:
    return {finding["code"] for finding in line["findings"]}


def kept(line: dict[str, Any], **change: Any) -> dict[str, Any]:
    return {name: line[name] for name in line if name not in {"findings", "chosen"}} | change


def keep(house: House, *rows: dict[str, Any]) -> Any:
    body = {"site_id": str(house.site), "rows": rows}
    return house.as_(WORKER).post("/v1/activities/plan", json=body)


def sheet(*rows: tuple[Any, ...], merge: str | None = None) -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(row)
    if merge:
        page.merge_cells(merge)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


class TestSource:
    def test_the_plan_of_2024_is_understood(self, house: House) -> None:
        lines = read(house, SOURCE)
        shown = [(one["day"], one["title"], one["status"], one["starts"]) for one in lines]
        assert shown == [
            ("2024-02-13", "Tur til Sognsvann", "planned", None),
            ("2024-02-22", "Tur til Bua – startblokk", "confirmed", "12:00:00"),  # noqa: RUF001
            ("2024-02-26", "Tilbud på startblokk", "confirmed", "11:00:00"),
            ("2024-02-29", "Innlegg fra professor", "planned", "11:00:00"),
            ("2024-03-21", "Tur til Finnerud", "booked", None),
            (None, "Påskeuka", "planned", None),
            ("2024-04-04", "Båttur i Oslofjorden", "postponed", None),
            ("2024-04-18", "Båttur", "postponed", None),
            ("2024-04-25", "DUGNAD", "planned", None),
            ("2024-05-02", None, "open_slot", None),
            ("2024-05-10", "Båttur eller noe?", "idea", None),
        ]
        boat = lines[6]
        assert (boat["weather_dependent"], lines[7]["reason"]) == (True, "weather")
        assert (lines[3]["week_number"], lines[5]["week"]) == (9, "2024-03-25")

    def test_the_weekday_that_contradicts_its_date_is_shown_with_both_ways_out(
        self, house: House
    ) -> None:
        first, *others = read(house, SOURCE)
        slip = next(one for one in first["findings"] if one["code"] == "wrong_weekday")
        assert slip["context"] == {
            "printed": "onsdag",
            "real": "tirsdag",
            "other_day": "2024-02-14",
        }
        assert not any("wrong_weekday" in codes(one) for one in others)

    def test_the_slip_stays_beside_the_day_or_goes_with_it(self, house: House) -> None:
        first = read(house, SOURCE)[0]
        answered(keep(house, kept(first)), 201)
        answered(keep(house, kept(first, day="2024-02-14")), 201)
        found = house.rows(
            "SELECT day, weekday_text FROM activities WHERE site_id = %s ORDER BY day", house.site
        )
        assert found == [(date(2024, 2, 13), "onsdag"), (date(2024, 2, 14), None)]


class TestFindings:
    def test_each_is_at_its_line(self, house: House) -> None:
        coming = today() + timedelta(days=14)
        plan(house.as_(WORKER), title="Tur", day=coming.isoformat())
        text = "\n".join(
            [
                f"{coming:%d.%m.%Y};Tur",
                f"{coming:%d.%m.%Y};Kino",
                f"{coming:%d.%m.%Y};kino",
                "31.02.2027;Skuddår",
                "17.05.2027;Tog",
                "08.01.2020;For lenge siden",
                ";Uten dag",
                "12.12.2027;",
            ]
        )
        lines = read(house, f"Dato;Aktivitet\n{text}", coming.year)
        assert [codes(one) for one in lines] == [
            {"duplicate"},
            set(),
            {"twice"},
            {"day_unreadable", "no_day"},
            {"holiday"},
            {"past"},
            {"no_day"},
            {"open_slot"},
        ]
        assert [one["chosen"] for one in lines] == [
            *(False, True, False, False, True, False, True, True)
        ]

    def test_a_wrong_week_is_told_and_the_years_go_on_over_new_year(self, house: House) -> None:
        text = "48;25.11;Bingo\n50;02.12;Lucia\n1;05.01;Nyttår"
        lines = read(house, text, 2026)
        assert [one["day"] for one in lines] == ["2026-11-25", "2026-12-02", "2027-01-05"]
        found = next(one for one in lines[1]["findings"] if one["code"] == "wrong_week")
        assert found["context"] == {"printed": "50", "real": "49"}

    def test_after_a_correction_the_line_is_looked_at_again(self, house: House) -> None:
        first = read(house, SOURCE)[0]
        body = {"site_id": str(house.site), "rows": [kept(first, day="2024-02-14")]}
        again = answered(house.as_(WORKER).post("/v1/activities/plan/check", json=body))
        assert codes(again["items"][0]) == {"past"}

    @pytest.mark.parametrize(
        "text",
        [
            "7 Tirsdag 13.02 Tur til Sognsvann",
            "Uke 7: Tirsdag 13.02: Tur til Sognsvann",
            "7,Tirsdag 13.02,Tur til Sognsvann",
            "7\t13. februar 2024\tTur til Sognsvann",
            "7;2024-02-13;Tur til Sognsvann",
            "\ufeffUke;Dato;Aktivitet\r\n7;13.02.24;Tur til\u00a0Sognsvann\x07",
        ],
    )
    def test_people_write_it_in_their_own_ways(self, house: House, text: str) -> None:
        (line,) = read(house, text)
        shown = (line["day"], line["title"], line["week_number"])
        assert shown == ("2024-02-13", "Tur til Sognsvann", 7)

    def test_what_is_too_long_for_a_title_is_not_lost(self, house: House) -> None:
        long = "Tur " * 80
        (line,) = read(house, f"7;13.02;{long}")
        assert len(line["title"]) == 199
        assert line["description"] == long.strip()
        assert "too_long" in codes(line)


class TestKeep:
    def test_all_or_nothing(self, house: House) -> None:
        row = {"line": 1, "title": "Tur", "status": "planned", "day": ahead(7)}
        bad = {"line": 2, "title": "Kino", "status": "confirmed"}
        answer = keep(house, row, bad)
        refused(answer, 422, "invalid-request", "rows.1.day")
        assert listed(house.as_(WORKER)) == []
        made = answered(keep(house, row, bad | {"day": ahead(9)}), 201)
        assert made == {"count": 2, "first_day": ahead(7)}
        assert listed(house.as_(WORKER)) == ["Tur", "Kino"]

    def test_not_into_somebody_elses_site(self, house: House, neighbours: House) -> None:
        row = {"line": 1, "title": "Tur", "status": "planned", "day": ahead(7)}
        body = {"site_id": str(neighbours.site), "rows": [row]}
        worker = house.as_(WORKER)
        for ending in ("", "/check"):
            answer = worker.post(f"/v1/activities/plan{ending}", json=body)
            refused(answer, 422, "site-missing", "site_id")
        assert listed(neighbours.as_(WORKER)) == []
        assert house.as_(Role.MANAGER).post("/v1/activities/plan", json=body).status_code == 403


class TestFiles:
    def test_a_spreadsheet_with_merged_cells_loses_nothing(self, house: House) -> None:
        data = sheet(
            ("Uke", "Dato", "Aktivitet"),
            (9, date(2024, 2, 26), "Tilbud på startblokk"),
            (None, "Torsdag 29.02", "Innlegg"),
            (13, "Påskeuka", None),
            merge="A2:A3",
        )
        first, second, easter = answered(upload(house, "plan.xlsx", data))["items"]
        assert (first["day"], second["day"]) == ("2024-02-26", "2024-02-29")
        assert (second["week_number"], "merged" in codes(second)) == (9, True)
        assert (easter["title"], easter["week"]) == ("Påskeuka", "2024-03-25")

    def test_a_formula_is_shown_and_not_run(self, house: House) -> None:
        data = sheet((9, "=TODAY()", "Tur"), (9, "26.02", "=HYPERLINK(1)"))
        first, second = answered(upload(house, "plan.xlsx", data))["items"]
        assert ("formula" in codes(first), first["day"]) == (True, None)
        assert ("formula" in codes(second), second["title"]) == (True, None)

    @pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
    def test_norwegian_letters_come_through_in_every_coding(
        self, house: House, coding: str
    ) -> None:
        data = "Uke;Dato;Aktivitet\n7;13.02;Båttur på Øyeren".encode(coding)
        (line,) = answered(upload(house, "plan.csv", data))["items"]
        assert line["title"] == "Båttur på Øyeren"

    @pytest.mark.parametrize(
        ("name", "data", "kind"),
        [
            ("plan.csv", b"", "plan-empty"),
            ("plan.csv", b";;;\n;;", "plan-empty"),
            ("plan.xlsx", b"Uke;Dato", "plan-not-what-its-name-says"),
            ("plan.csv", sheet((1, 2, 3)), "plan-not-what-its-name-says"),
            ("plan.xlsx", b"PK\x03\x04broken", "plan-unreadable"),
            ("plan.xls", b"\xd0\xcf\x11\xe0old", "plan-unreadable"),
            ("plan.pdf", b"%PDF-1.7", "plan-unreadable"),
            ("plan.csv", b"a\x00b", "plan-unreadable"),
            ("plan.csv", b"a;b;c\n" * 400, "plan-too-large"),
            ("plan.csv", b"x" * (2 * 1024 * 1024 + 1), "plan-too-large"),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_what_is_no_plan_is_said_at_the_file(
        self, house: House, name: str, data: bytes, kind: str
    ) -> None:
        refused(upload(house, name, data), 422, kind, "plan")


class TestExport:
    def test_the_table_has_no_names_and_can_be_read_again(self, house: House) -> None:
        worker, leader = house.as_(WORKER), house.as_(Role.MANAGER)
        made = plan(worker, title="=Tur", capacity=4, place="Tunet", day="2027-02-10")
        signed_up(house, made["id"], "Navnesen")
        answer = leader.get("/v1/activities/plan.csv?status=confirmed")
        assert answer.headers["content-type"].startswith("text/csv")
        assert "Navnesen" not in answer.text
        (row,) = csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff")), delimiter=";")
        assert row["Aktivitet"] == "'=Tur"
        assert (row["Uke"], row["Dato"], row["Påmeldte"]) == ("6", "Onsdag 10.02.2027", "1")
        (line,) = answered(upload(house, "aktivitetsplan.csv", answer.content, 2027))["items"]
        assert (line["day"], line["starts"], line["status"]) == (
            "2027-02-10",
            "12:00:00",
            "confirmed",
        )
        assert week_of(date(2027, 2, 10)) == line["week"]
