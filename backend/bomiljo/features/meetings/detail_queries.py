"""One meeting with all that belongs to it, in one statement; row policies choose the lines."""

from functools import lru_cache
from typing import Any

from sqlalchemy import case, func, null, select
from sqlalchemy.orm import aliased

from bomiljo.features.identity.model import Membership, Organisation, User
from bomiljo.features.identity.schemas import Named
from bomiljo.features.meetings.columns import (
    listed,
    named,
    named_resident,
    resident_ids,
    user_named,
)
from bomiljo.features.meetings.model import (
    ActionItem,
    AgendaItem,
    Decision,
    Meeting,
    MeetingSeries,
    Minutes,
    OpenQuestion,
    Participant,
)
from bomiljo.features.meetings.schemas import (
    ActionView,
    AgendaItemView,
    DecisionView,
    MeetingView,
    MinutesView,
    ParticipantView,
    QuestionView,
    SeriesRef,
)
from bomiljo.features.residents.model import Resident
from bomiljo.features.sites.model import Site
from bomiljo.kernel.listing import given
from bomiljo.kernel.rows import Detail, as_json, detail, own_columns, rows_as_json


def _part(view: Any, model: Any, *order: Any, **columns: Any) -> Any:
    return rows_as_json(
        select(as_json(view, own_columns(view, model) | columns))
        .select_from(model)
        .where(model.meeting_id == Meeting.id)
        .order_by(*order)
        .correlate(Meeting)
    )


def _participants() -> Any:
    user, person = aliased(User), aliased(Resident)
    employer = (
        select(Organisation.name)
        .join(Membership, Membership.organisation_id == Organisation.id)
        .where(
            Membership.user_id == Participant.user_id,
            Membership.district_id == Participant.district_id,
        )
        .order_by(Membership.created_at, Membership.id)
        .limit(1)
        .correlate(Participant)
        .scalar_subquery()
    )
    columns = own_columns(ParticipantView, Participant) | {
        "user": named(user),
        "resident": named_resident(person),
        "organisation": func.coalesce(Participant.organisation, employer),
    }
    return rows_as_json(
        select(as_json(ParticipantView, columns))
        .select_from(Participant)
        .outerjoin(user, user.id == Participant.user_id)
        .outerjoin(person, person.id == Participant.resident_id)
        .where(Participant.meeting_id == Meeting.id)
        .order_by(Participant.resident_id.is_(None), Participant.created_at, Participant.id)
        .correlate(Meeting)
    )


def _series() -> Any:
    columns = own_columns(SeriesRef, MeetingSeries) | {
        "topics": func.array_to_json(MeetingSeries.topics)
    }
    return case((MeetingSeries.id.is_(None), null()), else_=as_json(SeriesRef, columns))


@lru_cache
def meeting() -> Detail:
    site = as_json(Named, {"id": Site.id, "name": Site.name})
    columns = listed(
        MeetingView,
        site=case((Site.id.is_(None), null()), else_=site),
        series=_series(),
        participants=_participants(),
        agenda=_part(AgendaItemView, AgendaItem, AgendaItem.position, AgendaItem.id),
        minutes=_part(
            MinutesView,
            Minutes,
            Minutes.number.desc(),
            author=user_named(Minutes.written_by),
            approved_by=user_named(Minutes.approved_by),
        ),
        decisions=_part(DecisionView, Decision, Decision.created_at, Decision.id),
        actions=_part(
            ActionView,
            ActionItem,
            ActionItem.created_at,
            ActionItem.id,
            owner=user_named(ActionItem.owner_user_id),
            settled_by=user_named(ActionItem.settled_by),
        ),
        questions=_part(
            QuestionView,
            OpenQuestion,
            OpenQuestion.created_at,
            OpenQuestion.id,
            finder=user_named(OpenQuestion.finder_user_id),
            answered_by=user_named(OpenQuestion.answered_by),
        ),
    )
    return detail(
        "meetings.detail",
        select(Meeting)
        .outerjoin(Site, Site.id == Meeting.site_id)
        .outerjoin(MeetingSeries, MeetingSeries.id == Meeting.series_id)
        .where(given(Meeting.id, "meeting_id")),
        item=as_json(MeetingView, columns),
        record=Meeting.id,
        subjects=resident_ids(),
    )
