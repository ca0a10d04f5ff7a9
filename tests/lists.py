"""Lists of candidates as people send them, and how to send one."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import httpx
from openpyxl import Workbook

PREVIEW = "/v1/settlement-requests/preview"
IMPORT = "/v1/settlement-requests"
HEADINGS = (
    *("Husstand", "Relasjon", "Fornavn", "Etternavn", "Fødselsdato", "Morsmål", "Tolkespråk"),
    *("DUF-nummer", "Funksjon og helse", "Statsborgerskap", "Krav til boligen", "Adressesperre"),
)
FAMILY = (
    (
        *("1", "hovedperson", "Olena", "Prøvenko", "03.02.1990", "ukrainsk", "ukrainsk"),
        *("209900000103", "HELSEORD", "Ukraina", "trinnfritt", "ingen"),
    ),
    (
        *("1", "barn", "Ivan", "Prøvenko", "24.11.2018", "ukrainsk", ""),
        *("209912345608", "", "Ukraina", "", "ingen"),
    ),
)
Rows = Iterable[Sequence[Any]]


def as_csv(rows: Rows, encoding: str = "utf-8", headings: Sequence[str] = HEADINGS) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows([headings, *rows])
    return out.getvalue().encode(encoding)


def as_xlsx(rows: Rows, epoch: datetime | None = None) -> bytes:
    made = Workbook()
    if epoch:
        made.epoch = epoch
    sheet = made.worksheets[0]
    for row in (HEADINGS, *rows):
        sheet.append([*row])
    return saved(made)


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def send(
    caller: httpx.Client, url: str, data: bytes, name: str = "liste.csv", **details: Any
) -> httpx.Response:
    return caller.post(
        url,
        files={"file": (name, data, "application/octet-stream")},
        data={"details": json.dumps(details)},
        timeout=30,
    )


def bring_in(caller: httpx.Client, data: bytes, **details: Any) -> dict[str, Any]:
    given: dict[str, Any] = {"reference": "Anmodning 1", "received_on": "2026-01-05"}
    given["grades_checked"] = True
    answer = send(caller, IMPORT, data, **(given | details))
    assert answer.status_code == 201, answer.text
    request: dict[str, Any] = answer.json()
    return request


def households(caller: httpx.Client, request: dict[str, Any]) -> list[dict[str, Any]]:
    answer = caller.get(f"/v1/candidate-households?request_id={request['id']}")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items
