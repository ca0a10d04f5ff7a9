"""The demo districts' organisations and the people who can sign in."""

from datetime import UTC, date, datetime
from uuid import UUID

from psycopg.types.range import DateRange

from bomiljo.access.passwords import hasher
from bomiljo.access.roles import OrganisationKind, Role, organisation_kind
from bomiljo.demo.accounts import ACCOUNTS, MORE_MEMBERSHIPS, PASSWORD, Account
from bomiljo.demo.book import Book, id_of
from bomiljo.demo.facts import District

STARTED = date(2023, 11, 1)
K = OrganisationKind
PHONES = {K.DISTRICT: "41200040", K.NAV: "41200041", K.LANDLORD: "41200042"}
Employed = tuple[str, Role, list[UUID] | None]
USERS = {account.user_name: id_of("users", account.user_name) for account in ACCOUNTS}
ROLES = {account.user_name: account.role for account in ACCOUNTS}


def _organisation(district: str, kind: OrganisationKind) -> UUID:
    return id_of("organisations", district, kind)


def open_district(book: Book, district: District) -> UUID:
    home = id_of("districts", district.name)
    named = {
        K.DISTRICT: district.name,
        K.NAV: f"Nav {district.name.removeprefix('Bydel ')}",
        K.LANDLORD: "Boligbygg",
    }
    book.put(
        "districts",
        [
            {
                "id": home,
                "name": district.name,
                "municipality": district.municipality,
                "municipality_number": district.municipality_number,
            }
        ],
    )
    book.put(
        "organisations",
        (
            {
                "id": _organisation(district.name, kind),
                "district_id": home,
                "kind": kind.value,
                "name": title,
                "phone": PHONES[kind],
            }
            for kind, title in named.items()
        ),
    )
    return home


def hire(book: Book, memory_kib: int) -> None:
    """Everybody who can sign in, all with the one password; hashed once, when somebody is new."""
    fresh = book.put(
        "users",
        (
            {
                "id": USERS[account.user_name],
                "user_name": account.user_name,
                "name": account.name,
                "phone": account.phone,
            }
            for account in ACCOUNTS
        ),
    )
    if fresh:
        hashed = hasher(memory_kib).hash(PASSWORD)
        known = {"password_hash": hashed, "demo": True}
        book.put("credentials", ({"id": user, **known} for user in fresh))


def employ(book: Book, district: str, site: UUID) -> None:
    """The first membership, by its day, is the one that somebody signs in to."""
    first: list[Employed] = [
        (a.user_name, a.role, _sites(a, site)) for a in ACCOUNTS if a.district == district
    ]
    more: list[Employed] = [
        (user, role, None) for user, role, where in MORE_MEMBERSHIPS if where == district
    ]
    book.put(
        "memberships",
        (
            {
                "id": id_of("memberships", district, user, role),
                "district_id": id_of("districts", district),
                "created_at": datetime(2023, 11, 1 + later, 8, tzinfo=UTC),
                "user_id": USERS[user],
                "organisation_id": _organisation(district, organisation_kind(role)),
                "role": role.value,
                "period": DateRange(STARTED, None),
                "site_ids": sites,
            }
            for later, group in enumerate((first, more))
            for user, role, sites in group
        ),
    )


def _sites(account: Account, site: UUID) -> list[UUID] | None:
    return [site] if account.role is Role.ENV_WORKER else None
