from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Text, case, cast, func, literal_column, null, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from bomiljo.access.actor import Actor
from bomiljo.features.identity.model import Organisation
from bomiljo.features.incidents.columns import picture_count
from bomiljo.features.incidents.detail_queries import By_
from bomiljo.features.incidents.model import (
    Entry,
    EntryAudience,
    EntryKind,
    Incident,
    Picture,
    Severity,
)
from bomiljo.features.incidents.portal_schemas import (
    PLAIN,
    Handler,
    MessageView,
    OwnPicture,
    OwnReport,
    OwnReportWhole,
)
from bomiljo.features.sites.model import Unit
from bomiljo.kernel.listing import Listing, ListQuery, Order, given, listing
from bomiljo.kernel.rows import Detail, Prepared, as_json, own_columns, rows_as_json, shown

MINE = given(Incident.reporter_resident_id, "resident_id")


def _plain(status: Any) -> Any:
    return case(
        *(
            (status == literal_column(f"'{inner}'"), literal_column(f"'{outer}'::text"))
            for inner, outer in PLAIN.items()
        ),
        else_=null(),
    )


def _columns(view: Any, **columns: Any) -> dict[str, Any]:
    return own_columns(view, Incident) | {
        "number": "H-" + cast(Incident.number, Text),
        "status": _plain(Incident.status),
        "unit_label": Unit.label,
        **columns,
    }


@lru_cache
def _own_reports(*, continued: bool) -> Listing:
    return listing(
        "incidents.own",
        select(Incident).outerjoin(Unit, Unit.id == Incident.unit_id).where(MINE),
        item=as_json(OwnReport, _columns(OwnReport, picture_count=picture_count())),
        record=Incident.id,
        order=Order(Incident.created_at, descending=True),
        continued=continued,
        logged=False,
    )


def _handler() -> Any:
    """Whose it is; the role was noted when it was handed over, for residents see no memberships."""
    organisation = (
        select(Organisation.name)
        .where(
            Organisation.district_id == Incident.district_id,
            Organisation.kind == Incident.responsible,
        )
        .order_by(Organisation.created_at)
        .limit(1)
        .correlate(Incident)
        .scalar_subquery()
    )
    role = (
        select(Entry.data["assignee_role"].astext)
        .where(Entry.incident_id == Incident.id, Entry.kind == EntryKind.ASSIGNED.value)
        .order_by(Entry.created_at.desc(), Entry.id.desc())
        .limit(1)
        .correlate(Incident)
        .scalar_subquery()
    )
    return as_json(
        Handler,
        {
            "responsible": Incident.responsible,
            "organisation": organisation,
            "role": case((Incident.assigned_to.is_(None), null()), else_=role),
        },
    )


def _messages() -> Any:
    """Words for the reporter, and each new status; nothing else of the timeline."""
    of_status = Entry.kind == EntryKind.STATUS.value
    columns = own_columns(MessageView, Entry) | {
        "by": By_,
        "mine": Entry.author_resident_id == Incident.reporter_resident_id,
        "status": case((of_status, _plain(Entry.data["changes"][0]["new"].astext)), else_=null()),
    }
    columns["mine"] = func.coalesce(columns["mine"], literal_column("false"))
    return rows_as_json(
        select(as_json(MessageView, columns))
        .select_from(Entry)
        .where(
            Entry.incident_id == Incident.id,
            Entry.audience == EntryAudience.REPORTER.value,
            or_(of_status, Entry.body.is_not(None)),
            Entry.kind != EntryKind.PICTURE.value,
        )
        .order_by(Entry.created_at, Entry.id)
        .correlate(Incident)
    )


def _pictures() -> Any:
    columns = own_columns(OwnPicture, Picture) | {"mine": Picture.author_resident_id.is_not(None)}
    return rows_as_json(
        select(as_json(OwnPicture, columns))
        .select_from(Picture)
        .where(Picture.incident_id == Incident.id)
        .order_by(Picture.created_at, Picture.id)
        .correlate(Incident)
    )


@lru_cache
def _own_report() -> Detail:
    """One's own report is no disclosure, so showing it writes no line."""
    columns = _columns(
        OwnReportWhole,
        picture_count=picture_count(),
        danger=Incident.severity == Severity.ACUTE.value,
        handler=_handler(),
        messages=_messages(),
        pictures=_pictures(),
    )
    statement = (
        select(Incident)
        .outerjoin(Unit, Unit.id == Incident.unit_id)
        .where(given(Incident.id, "incident_id"), MINE)
    )
    item = as_json(OwnReportWhole, columns)
    return Detail(Prepared.of(shown(statement, item, Incident.id, None)))


async def show_page(session: AsyncSession, actor: Actor, query: ListQuery) -> Response:
    prepared = _own_reports(continued=query.cursor is not None)
    return await prepared.show(session, query, {"resident_id": actor.id})


async def show_one(session: AsyncSession, actor: Actor, incident_id: UUID) -> Response:
    return await _own_report().show(session, incident_id=incident_id, resident_id=actor.id)
