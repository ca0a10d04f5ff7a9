"""What tests begin with: a district and its people, put there by the owner of the database."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import httpx
import psycopg
from bomiljo.access.roles import AUDIENCE_OF, Audience, Role
from bomiljo.access.tokens import Tokens
from psycopg.types.json import Jsonb
from psycopg.types.range import DateRange
from uuid_utils.compat import uuid7

DISTRICT_KINDS = {Audience.NAV: "nav", Audience.LANDLORD: "landlord"}
YESTERDAY = date.today() - timedelta(days=1)  # noqa: DTZ011


class Caller(httpx.Client):
    """A signed-in client; `id` is the user's or the resident's."""

    id: UUID
    name: str
    session_id: UUID


@dataclass
class House:
    """One district with a site and a person in each role; ask it for more as you need it."""

    db: psycopg.Connection
    url: str
    tokens: Tokens
    transport: httpx.BaseTransport
    district: UUID
    site: UUID
    organisations: dict[str, UUID]
    _callers: dict[Role, Caller] = field(default_factory=dict)

    @classmethod
    def built(
        cls, db: psycopg.Connection, url: str, tokens: Tokens, transport: httpx.BaseTransport
    ) -> "House":
        district, site = uuid7(), uuid7()
        house = cls(db, url, tokens, transport, district, site, {})
        house.insert(
            "districts",
            id=district,
            name="Bydel Prøve",
            municipality="Oslo",
            municipality_number="0301",
        )
        for kind in ("district", "nav", "landlord"):
            house.organisations[kind] = house.add("organisations", kind=kind, name=f"{kind} prøve")
        house.insert(
            "sites",
            id=site,
            district_id=district,
            name="Prøveveien 2",
            street_address="Prøveveien 2",
            postal_code="0950",
            postal_place="Oslo",
            walking_minutes=Jsonb({"bus_stop": 5}),
        )
        return house

    def insert(self, table: str, **values: Any) -> None:
        names = ", ".join(values)
        marks = ", ".join(["%s"] * len(values))
        self.db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", [*values.values()])

    def add(self, table: str, **values: Any) -> UUID:
        """Insert a row of this district and return its id."""
        record = values.pop("id", None) or uuid7()
        self.insert(table, id=record, district_id=self.district, **values)
        return record

    def another_site(self, name: str = "Andreveien 4") -> UUID:
        return self.add(
            "sites", name=name, street_address=name, postal_code="0950", postal_place="Oslo"
        )

    def unit(self, label: str = "101", **values: Any) -> UUID:
        given = {
            "site_id": self.site,
            "part": "main",
            "floor": 1,
            "position": 1,
            "capacity": 1,
            "state": "vacant",
        } | values
        use = given.pop("use", "dwelling")
        unit = self.add("units", label=label, **given)
        self.add("unit_uses", unit_id=unit, use=use, period=DateRange(date(2023, 12, 1), None))
        return unit

    def user(self, name: str = "Prøve Person") -> UUID:
        user = uuid7()
        self.insert("users", id=user, user_name=f"u{user.hex}", name=name)
        return user

    def membership(self, user: UUID, role: Role, **values: Any) -> UUID:
        kind = DISTRICT_KINDS.get(AUDIENCE_OF[role], "district")
        period = values.pop("period", DateRange(YESTERDAY, None))
        return self.add(
            "memberships",
            user_id=user,
            organisation_id=self.organisations[kind],
            role=role.value,
            period=period,
            **values,
        )

    def caller(self, session: UUID, person: UUID, name: str) -> Caller:
        token = self.tokens.issue(session, person)
        caller = Caller(
            base_url=self.url,
            headers={"Authorization": f"Bearer {token}"},
            transport=self.transport,
        )
        caller.id, caller.name, caller.session_id = person, name, session
        return caller

    def session(self, **values: Any) -> UUID:
        record = uuid7()
        return self.add(
            "sessions",
            id=record,
            kind=values.pop("kind", "api"),
            token_hash=hashlib.sha256(record.bytes).digest(),
            label="test",
            idle=timedelta(hours=2),
            expires_at=values.pop("expires_at", date.today() + timedelta(days=2)),  # noqa: DTZ011
            **values,
        )

    def another(self, role: Role, **membership: Any) -> Caller:
        """A new member of staff in `role`."""
        name = f"{role.value} {uuid7().hex[-6:]}"
        user = self.user(name)
        member = self.membership(user, role, **membership)
        session = self.session(user_id=user, membership_id=member)
        return self.caller(session, user, name)

    def as_(self, role: Role) -> Caller:
        """The district's person in `role`; the same one each time."""
        if role not in self._callers:
            self._callers[role] = (
                self.as_resident(self.resident()) if role is Role.RESIDENT else self.another(role)
            )
        return self._callers[role]

    def resident(self, family_name: str = "Testesen", **values: Any) -> UUID:
        given = {"given_name": "Prøve", "site_id": self.site, "status": "settled"} | values
        return self.add("residents", family_name=family_name, **given)

    def as_resident(self, resident: UUID) -> Caller:
        session = self.session(resident_id=resident, kind="device")
        return self.caller(session, resident, "resident")

    def household(self, *residents: UUID, kind: str = "single") -> UUID:
        household = self.add("households", kind=kind)
        for number, resident in enumerate(residents):
            self.add(
                "household_members",
                household_id=household,
                resident_id=resident,
                relation="other" if number else "head",
                period=DateRange(date(2023, 12, 1), None),
            )
        return household

    def tenancy(self, unit: UUID, household: UUID, **values: Any) -> UUID:
        given: dict[str, Any] = {
            "site_id": self.site,
            "kind": "fixed_term",
            "period": DateRange(date(2023, 12, 4), None),
            "household_size": 1,
        } | values
        first = given["period"].lower
        given.setdefault("moved_in_at", first if first <= date.today() else None)  # noqa: DTZ011
        self.db.execute("UPDATE units SET state = 'occupied' WHERE id = %s", [unit])
        return self.add("tenancies", unit_id=unit, household_id=household, **given)

    def helper(self, resident: UUID, user: UUID, kind: str = "settler") -> UUID:
        return self.add(
            "helpers",
            resident_id=resident,
            user_id=user,
            kind=kind,
            period=DateRange(YESTERDAY, None),
        )

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        return self.db.execute(sql, values).fetchall()
