"""One incident with all that belongs to it, in one statement; row policies choose the lines."""

from functools import lru_cache
from typing import Any

from sqlalchemy import Uuid, and_, case, cast, func, literal_column, null, select
from sqlalchemy.dialects.postgresql import ARRAY, array
from sqlalchemy.orm import aliased

from bomiljo.access.roles import Audience, OrganisationKind
from bomiljo.access.scopes import SHARING_OF
from bomiljo.features.identity.model import User
from bomiljo.features.identity.schemas import Named
from bomiljo.features.incidents.columns import Assignee, has_it, named, of_incident
from bomiljo.features.incidents.model import Entry, Incident, Measure, Party, Picture
from bomiljo.features.incidents.schemas import (
    By,
    EntryView,
    IncidentBuilding,
    MeasureView,
    PartiesView,
    PartyView,
    PictureView,
    WholeKind,
)
from bomiljo.features.residents.household_queries import full_name
from bomiljo.features.residents.model import Resident
from bomiljo.features.sites.model import Site, Unit
from bomiljo.kernel.listing import given
from bomiljo.kernel.rows import Detail, as_json, detail, own_columns, rows_as_json

Author = aliased(User, name="author")
Person = aliased(User, name="person")
Reporter = aliased(User, name="reporter")
By_ = func.coalesce(
    Entry.data["by"].astext,
    case(
        (Entry.author_resident_id.is_not(None), literal_column(f"'{By.RESIDENT}'")),
        else_=literal_column(f"'{By.DISTRICT}'"),
    ),
)


def shared_with() -> Any:
    """The services other than the district, as a JSON list."""

    def part(audience: Audience) -> Any:
        bit: Any = literal_column(str(SHARING_OF[audience]))
        return case(
            (Incident.sharing.op("&")(bit) > 0, literal_column(f"'{audience}'::text")), else_=null()
        )

    partners = array([part(Audience.LANDLORD), part(Audience.NAV)])
    return func.array_to_json(func.array_remove(partners, null()))


def _entries(*, own_only: bool) -> Any:
    """To the landlord `person` is named only when it is one of their own."""
    handed_to = Person.id == cast(Entry.data["assignee"].astext, Uuid)
    if own_only:
        handed_to = and_(handed_to, Entry.data["to"].astext == OrganisationKind.LANDLORD.value)
    columns = {
        "changes": func.coalesce(Entry.data["changes"], literal_column("'[]'::jsonb")),
        "person": named(Person),
        "picture_id": Entry.data["picture_id"].astext,
        "by": By_,
        "author": named(Author),
    }
    return rows_as_json(
        select(as_json(EntryView, own_columns(EntryView, Entry) | columns))
        .select_from(Entry)
        .outerjoin(Author, Author.id == Entry.author_user_id)
        .outerjoin(Person, handed_to)
        .where(Entry.incident_id == Incident.id)
        .order_by(Entry.created_at, Entry.id)
        .correlate(Incident)
    )


def _measures() -> Any:
    owner, doer = aliased(User), aliased(User)
    columns = own_columns(MeasureView, Measure) | {"owner": named(owner), "done_by": named(doer)}
    return rows_as_json(
        select(as_json(MeasureView, columns))
        .select_from(Measure)
        .outerjoin(owner, owner.id == Measure.owner_user_id)
        .outerjoin(doer, doer.id == Measure.done_by)
        .where(Measure.incident_id == Incident.id)
        .order_by(Measure.created_at, Measure.id)
        .correlate(Incident)
    )


def _pictures() -> Any:
    taker = aliased(User)
    columns = own_columns(PictureView, Picture) | {
        "from_resident": Picture.author_resident_id.is_not(None),
        "author": named(taker),
    }
    return rows_as_json(
        select(as_json(PictureView, columns))
        .select_from(Picture)
        .outerjoin(taker, taker.id == Picture.author_user_id)
        .where(Picture.incident_id == Incident.id)
        .order_by(Picture.created_at, Picture.id)
        .correlate(Incident)
    )


@lru_cache
def incident(view: WholeKind) -> Detail:
    own_only = view is IncidentBuilding
    columns = of_incident(
        view,
        site=as_json(Named, {"id": Site.id, "name": Site.name}),
        entries=_entries(own_only=own_only),
        measures=_measures(),
        pictures=_pictures(),
        shared_with=shared_with(),
        from_resident=Incident.reporter_resident_id.is_not(None),
        reporter=named(Reporter),
    )
    return detail(
        "incidents.detail",
        select(Incident)
        .join(Site, Site.id == Incident.site_id)
        .outerjoin(Unit, Unit.id == Incident.unit_id)
        .outerjoin(Assignee, has_it(own_only=own_only))
        .outerjoin(Reporter, Reporter.id == Incident.reporter_user_id)
        .where(given(Incident.id, "incident_id")),
        item=as_json(view, columns),
        record=Incident.id,
        subjects=None if own_only else array([Incident.reporter_resident_id]),
    )


@lru_cache
def parties() -> Detail:
    """Names only here, each showing logged; who is hidden from the reader is not in it."""
    reporter, involved = aliased(Resident), aliased(Resident)
    columns = own_columns(PartyView, Party) | {"resident": _resident(involved)}
    of = Party.incident_id == Incident.id
    items = rows_as_json(
        select(as_json(PartyView, columns))
        .select_from(Party)
        .outerjoin(involved, involved.id == Party.resident_id)
        .where(of)
        .order_by(Party.created_at, Party.id)
        .correlate(Incident)
    )
    people = select(Party.resident_id).where(of).correlate(Incident).scalar_subquery()
    return detail(
        "incidents.parties",
        select(Incident)
        .outerjoin(reporter, reporter.id == Incident.reporter_resident_id)
        .where(given(Incident.id, "incident_id")),
        item=as_json(
            PartiesView,
            {"incident_id": Incident.id, "reporter": _resident(reporter), "items": items},
        ),
        record=Incident.id,
        subjects=func.array(people, type_=ARRAY(Uuid())) + array([reporter.id]),
    )


def _resident(person: Any) -> Any:
    found = as_json(Named, {"id": person.id, "name": full_name(person)})
    return case((person.id.is_(None), null()), else_=found)
