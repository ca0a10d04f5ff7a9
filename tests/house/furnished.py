"""A district with one of everything, and requests made of the contract's examples."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import httpx
from bomiljo.access.roles import Role
from psycopg.types.range import DateRange

from tests.factories import YESTERDAY, House
from tests.house.operations import CONTRACT, Operation
from tests.house.rooms import ROOMS
from tests.house.rooms.room import Said, Things

SECRETS = ("HELSEORD", "INTERNORD", "PARTORD", "NOTATORD", "GRUNNORD", "MASKEORD", "TELEFONORD")
PNG = b"\x89PNG\r\n\x1a\n"


def everything(house: House, name: str = "Navnesen", label: str = "301") -> Things:
    """One of each kind of record, all about one resident, each text a secret word."""
    worker, advisor = house.as_(Role.ENV_WORKER), house.another(Role.INTRO_ADVISOR)
    resident = house.resident(name, preferred_name=f"{name} MASKEORD")
    unit = house.unit(label, capacity=4)
    household = house.household(resident)
    member = house.rows("SELECT id FROM household_members WHERE household_id = %s", household)[0][0]
    house.add("contact_points", resident_id=resident, kind="phone", value="TELEFONORD")
    incident = house.add(
        "incidents",
        site_id=house.site,
        unit_id=unit,
        category="leak",
        severity="low",
        title="Vann, HELSEORD",
        description="HELSEORD",
        occurred_at=date(2026, 1, 2),
        reporter_user_id=worker.id,
        responsible="district",
        assigned_to=worker.id,
    )
    part = {"incident_id": incident, "audience": "internal"}
    told = house.add(
        "incident_entries", kind="note", body="INTERNORD", author_user_id=worker.id, **part
    )
    house.add(
        "incident_parties",
        incident_id=incident,
        resident_id=resident,
        description="PARTORD",
        role="involved",
    )
    picture = {"storage_key": f"{uuid4()}", "content_type": "image/jpeg", "caption": "NOTATORD"}
    size = {"width": 1, "height": 1, "bytes": 1}
    things = Things(
        {
            "site_id": house.site,
            "unit_id": unit,
            "resident_id": resident,
            "household_id": household,
            "member_id": member,
            "helper_id": house.helper(resident, advisor.id, "intro_advisor"),
            "identifier_id": house.add(
                "identifiers",
                resident_id=resident,
                kind="duf",
                ciphertext=b"x",
                search_hash=resident.bytes,
                masked="GRUNNORD",
                period=DateRange(YESTERDAY, None),
                source="imdi",
            ),
            "tenancy_id": house.tenancy(unit, household, legal_ground="GRUNNORD"),
            "device_id": house.session(resident_id=resident, kind="device"),
            "session_id": worker.session_id,
            "incident_id": incident,
            "measure_id": house.add(
                "incident_measures", what="NOTATORD", responsible="district", **part
            ),
            "picture_id": house.add(
                "incident_pictures", author_user_id=worker.id, **part, **picture, **size
            ),
            "notification_id": house.add(
                "notifications", user_id=worker.id, kind="incident_assigned", incident_id=incident
            ),
            "user_id": worker.id,
            "vacant_id": house.unit(f"{label}B", position=2),
            "newcomer_id": house.resident("Nykommer", site_id=None),
            "manager_id": house.as_(Role.MANAGER).id,
            "membership_id": house.rows(
                "SELECT membership_id FROM sessions WHERE id = %s", worker.session_id
            )[0][0],
            "corrects_id": told,
        }
    )
    for room in ROOMS:
        things.ids |= room.furnish(house, things)
    return things


def random() -> Things:
    return Things({name: uuid4() for name in (*PATH_NAMES, *BODY_NAMES)})


PATH_NAMES = (
    *("site_id", "unit_id", "resident_id", "household_id", "member_id", "helper_id"),
    *("identifier_id", "tenancy_id", "device_id", "session_id", "incident_id", "measure_id"),
    *("picture_id", "notification_id"),
    *(name for room in ROOMS for name in room.paths),
)
BODY_NAMES = (
    *("user_id", "membership_id", "corrects_id"),
    *(name for room in ROOMS for name in room.bodies),
)
MEANS = {
    "assigned_to": "user_id",
    "owner_user_id": "user_id",
    "finder_user_id": "user_id",
    "guardians": "user_id",
    "helper_user_id": "user_id",
    "actor_id": "user_id",
    "row_id": "resident_id",
}


def _who_moves(things: Things, only: tuple[str, ...]) -> dict[str, Any]:
    whole = only[:1] == ("household_id",)
    who: dict[str, Any] = {} if whole else {"resident_id": str(things["resident_id"])}
    if only[:1] == ("helpers",):
        who = {"resident_id": str(things["newcomer_id"]), "unit_id": str(things["vacant_id"])}
        who["helpers"] = [{"kind": "env_worker", "user_id": str(things["user_id"])}]
    return {"kind": "open_ended", **who}


# what the contract's examples do not say by themselves
SAID: dict[str, Said] = {
    "/parties": lambda _, only: {} if only else {"description": "En gjest"},
    "/languages": lambda *_: {"languages": [{"language": "uk", "own": True}]},
    "/contact-points": lambda *_: {"contact_points": []},
    "/identifiers": lambda *_: {"kind": "dnr", "value": "55859010082"},
    "/helpers": lambda *_: {"kind": "env_worker"},
    "/move-in": _who_moves,
    "/move-out": lambda *_: {"reason": "own_choice"},
    "/transfer": lambda *_: {"kind": "open_ended"},
    "/protection": lambda things, _: {
        "grade": "confidential",
        "guardians": [str(things["user_id"]), str(things["manager_id"])],
    },
}
for one in ROOMS:
    SAID |= one.said


def schema_of(operation: Operation) -> tuple[str, dict[str, Any]]:
    """The media type and schema of the operation's body."""
    content: dict[str, Any] = operation.details.get("requestBody", {}).get("content", {})
    for kind, details in content.items():
        return kind, resolved(details["schema"])
    return "", {}


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        return resolved(CONTRACT["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]])
    for other in schema.get("anyOf", ()):
        if other.get("type") != "null":
            return {**resolved(other), "default": None}
    return schema


def references(schema: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Where in a body an id stands."""
    schema = resolved(schema)
    if schema.get("format") == "uuid":
        yield path
    for name, inner in schema.get("properties", {}).items():
        yield from references(inner, (*path, name))
    if "items" in schema:
        yield from references(schema["items"], path)


def example(schema: dict[str, Any], things: Things, only: tuple[str, ...], name: str = "") -> Any:
    """The smallest valid value, with the id that `only` leads to in it."""
    schema = resolved(schema)
    if schema.get("format") == "uuid":
        return str(things[MEANS.get(name, name)])
    if schema.get("type") == "object":
        needed = {*schema.get("required", ()), *only[:1]}
        return {
            key: example(inner, things, only[1:] if key in only[:1] else (), key)
            for key, inner in schema.get("properties", {}).items()
            if key in needed
        }
    if schema.get("type") == "array":
        return [example(schema["items"], things, only, name)]
    if known := schema.get("examples") or schema.get("enum"):
        return known[0]
    if schema.get("format") == "date":
        return date.today().isoformat()  # noqa: DTZ011
    return {"integer": 1, "boolean": True}.get(schema["type"], "Tekst")


def send(
    caller: httpx.Client,
    operation: Operation,
    places: Mapping[str, UUID],
    things: Things,
    only: tuple[str, ...] = (),
) -> httpx.Response:
    """The operation about `places`, with a valid body about `things`."""
    url = operation.path.format(**places)
    kind, schema = schema_of(operation)
    if "multipart" in kind:
        files = {"picture": ("x.png", PNG, "image/png")}
        besides = example(schema, things, only) | {"audience": "internal"}
        data = {name: besides[name] for name in besides.keys() - files.keys()}
        return caller.request(operation.method, url, files=files, data=data)
    body = example(schema, things, only) if kind else None
    for ending, said in SAID.items():
        if body is not None and operation.path.endswith(ending):
            body |= said(things, only)
    return caller.request(operation.method, url, json=body)
