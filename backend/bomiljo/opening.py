"""A district takes the house into use, by a file: organisations, sites, units, an administrator.

Everything is looked for by its name first, so that a file that has grown adds what is new.
"""

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeVar
from uuid import UUID

from pydantic import Field
from sqlalchemy import create_engine, select
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool
from uuid_utils.compat import uuid7

from bomiljo.access.roles import OrganisationKind, Role
from bomiljo.features.accounts.inputs import UserName
from bomiljo.features.accounts.service import invitation_of
from bomiljo.features.identity.model import District, Membership, Organisation, User
from bomiljo.features.sites.model import (
    Accessibility,
    BuildingPart,
    Site,
    Unit,
    UnitState,
    UnitUse,
    Use,
)
from bomiljo.kernel.clock import now
from bomiljo.kernel.inputs import Input, Line

R = TypeVar("R", District, Organisation, Site, Unit)


class GivenUnit(Input):
    label: Line
    floor: Annotated[int, Field(ge=-2, le=40)]
    places: Annotated[int, Field(ge=0, le=20)] = 1
    use: Use = Use.DWELLING
    part: BuildingPart = BuildingPart.MAIN
    dwelling_number: Annotated[str | None, Field(pattern=r"^[HKLU]\d{4}$")] = None
    accessibility: list[Accessibility] = Field(default_factory=list)


class GivenSite(Input):
    name: Line
    street_address: Line
    postal_code: Annotated[str, Field(pattern=r"^\d{4}$")]
    postal_place: Line
    opened: date
    units: list[GivenUnit]


class Administrator(Input):
    name: Line
    user_name: UserName


class DistrictFile(Input):
    name: Line
    municipality: Line
    municipality_number: Annotated[str, Field(pattern=r"^\d{4}$")]
    organisations: Annotated[dict[OrganisationKind, Line], Field(min_length=3)]
    administrator: Administrator
    sites: list[GivenSite] = Field(default_factory=list)


def read(path: Path) -> DistrictFile:
    """OSError, tomllib.TOMLDecodeError or pydantic.ValidationError when it is not such a file."""
    return DistrictFile.model_validate(tomllib.loads(path.read_text()))


def open_district(owner_url: str, given: DistrictFile) -> str | None:
    """The code of the first administrator's link; None when the account was there already."""
    driver = make_url(owner_url).set(drivername="postgresql+psycopg")
    engine = create_engine(driver, poolclass=NullPool)
    with Session(engine) as session, session.begin():
        return _open(session, given)


def _open(session: Session, given: DistrictFile) -> str | None:
    district = _found_or(
        session,
        District(
            name=given.name,
            municipality=given.municipality,
            municipality_number=given.municipality_number,
        ),
        "name",
    )
    employers = {
        kind: _found_or(
            session,
            Organisation(district_id=district.id, kind=kind, name=name),
            *("district_id", "kind", "name"),
        )
        for kind, name in given.organisations.items()
    }
    for site in given.sites:
        _build(session, district.id, site)
    return _invite(session, district.id, employers[OrganisationKind.DISTRICT].id, given)


def _found_or(session: Session, new: R, *names: str) -> R:
    """The record that has the same values under `names`, else the new one."""
    table: Any = type(new)
    same = [getattr(table, name) == getattr(new, name) for name in names]
    found: R | None = session.scalar(select(table).where(*same))
    if found is None:
        new.id = uuid7()
        session.add(new)
        session.flush()
    return found or new


def _build(session: Session, district: UUID, given: GivenSite) -> None:
    site = _found_or(
        session,
        Site(
            district_id=district,
            name=given.name,
            street_address=given.street_address,
            postal_code=given.postal_code,
            postal_place=given.postal_place,
            walking_minutes={},
        ),
        *("district_id", "name"),
    )
    standing: Counter[tuple[BuildingPart, int]] = Counter()
    for one in given.units:
        standing[one.part, one.floor] += 1
        unit = _found_or(
            session,
            Unit(
                district_id=district,
                site_id=site.id,
                label=one.label,
                dwelling_number=one.dwelling_number,
                part=one.part,
                floor=one.floor,
                position=standing[one.part, one.floor],
                capacity=one.places if one.use is Use.DWELLING else 0,
                accessibility=[need.value for need in one.accessibility],
                state=UnitState.VACANT if one.use is Use.DWELLING else UnitState.READY,
            ),
            *("site_id", "label"),
        )
        used = select(UnitUse.id).where(UnitUse.unit_id == unit.id)
        if session.scalar(used.limit(1)) is None:
            period = Range(given.opened, None)
            session.add(UnitUse(district_id=district, unit_id=unit.id, use=one.use, period=period))


def _invite(
    session: Session, district: UUID, organisation: UUID, given: DistrictFile
) -> str | None:
    wanted = given.administrator
    if session.scalar(select(User.id).where(User.user_name == wanted.user_name)):
        return None
    user = User(id=uuid7(), user_name=wanted.user_name, name=wanted.name)
    session.add(user)
    session.flush()
    invitation, code = invitation_of(district, user.id)
    session.add_all(
        (
            Membership(
                district_id=district,
                user_id=user.id,
                organisation_id=organisation,
                role=Role.ADMIN,
                period=Range(now().date(), None),
            ),
            invitation,
        )
    )
    return code
