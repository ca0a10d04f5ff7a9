"""What is asked of each server: the same things, each in its own words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from bench.data import Filled

LIST, DETAIL, CREATE = "list of 50, filtered and sorted", "detail", "create"
WEEK, MEETINGS = "week of a full house", "next 50 meetings"
PEER_TOKEN = "0" * 40
NAMES = (LIST, DETAIL, CREATE, WEEK, MEETINGS)
OURS, BARE, PEER = "Bomiljø", "bare FastAPI", "Django REST framework"
SERVERS = (OURS, BARE, PEER)


@dataclass(frozen=True)
class Case:
    server: str
    name: str
    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, object] | None = None

    def request(self) -> bytes:
        payload = b"" if self.body is None else json.dumps(self.body).encode()
        lines = {"Host": "127.0.0.1", "Content-Length": str(len(payload)), **self.headers}
        if payload:
            lines["Content-Type"] = "application/json"
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        return f"{self.method} {self.path} HTTP/1.1\r\n{head}\r\n".encode() + payload


def ours(site: Filled) -> list[Case]:
    signed_in = {"Authorization": f"Bearer {site.token}"}
    report = {
        "category": "leak",
        "title": "Vann på badegulvet",
        "severity": "medium",
        "site_id": str(site.site_id),
        "unit_id": str(site.unit_id),
        "description": "Det drypper fra taket.",
    }
    query = "status=in_progress&severity=serious&sort=newest&limit=50"
    return [
        Case(OURS, LIST, "GET", f"/v1/incidents?{query}", signed_in),
        Case(OURS, DETAIL, "GET", f"/v1/incidents/{site.incident_id}", signed_in),
        Case(OURS, CREATE, "POST", "/v1/incidents", signed_in, report),
        Case(
            OURS, WEEK, "GET", f"/v1/calendar?first={site.week[0]}&last={site.week[1]}", signed_in
        ),
        Case(OURS, MEETINGS, "GET", f"/v1/meetings?from_day={site.week[0]}&limit=50", signed_in),
    ]


def bare(site: Filled) -> list[Case]:
    create = ours(site)[NAMES.index(CREATE)]
    return [
        Case(BARE, LIST, "GET", "/list"),
        Case(BARE, DETAIL, "GET", "/detail"),
        Case(BARE, CREATE, "POST", "/create", {}, create.body),
        Case(BARE, WEEK, "GET", "/week"),
        Case(BARE, MEETINGS, "GET", "/meetings"),
    ]


def peer(site: Filled) -> list[Case]:
    create = ours(site)[NAMES.index(CREATE)]
    body = dict(create.body or {}) | {"district_id": str(site.district_id)}
    query = "status=in_progress&severity=serious&ordering=-created_at"
    signed_in = {"Authorization": f"Token {PEER_TOKEN}"}
    return [
        Case(PEER, LIST, "GET", f"/incidents/?{query}", signed_in),
        Case(PEER, DETAIL, "GET", f"/incidents/{site.incident_id}/", signed_in),
        Case(PEER, CREATE, "POST", "/incidents/", signed_in, body),
        Case(PEER, WEEK, "GET", f"/week/?first={site.week[0]}&last={site.week[1]}", signed_in),
        Case(PEER, MEETINGS, "GET", f"/meetings/?from_day={site.week[0]}", signed_in),
    ]


def cases_of(site: Filled) -> list[Case]:
    """All cases, the servers taking turns on each."""
    lists = (ours(site), bare(site), peer(site))
    return [case for together in zip(*lists, strict=True) for case in together]
