from functools import lru_cache
from typing import Any

from sqlalchemy import Select, case, func, select
from sqlalchemy.dialects.postgresql import ARRAY, array
from sqlalchemy.orm import aliased
from sqlalchemy.types import Uuid

from bomiljo.features.identity.model import User
from bomiljo.features.placement.model import (
    Candidate,
    CandidateCare,
    CandidateHousehold,
    RequestAnswer,
    SettlementRequest,
    State,
)
from bomiljo.features.placement.schemas import (
    CandidateHouseholdView,
    CandidateKind,
    CareCard,
    HouseholdStatus,
    RequestView,
)
from bomiljo.features.residents.household_queries import age, age_band
from bomiljo.kernel.listing import Listing, Order, given, listing
from bomiljo.kernel.rows import Detail, as_json, detail, one_of, own_columns, rows_as_json

STATUS = case(
    (CandidateHousehold.state == State.PLACED, HouseholdStatus.PLACED.value),
    (CandidateHousehold.state == State.SETTLED, HouseholdStatus.SETTLED.value),
    (CandidateHousehold.state == State.WITHDRAWN, HouseholdStatus.WITHDRAWN.value),
    (SettlementRequest.answer == RequestAnswer.YES, HouseholdStatus.AGREED.value),
    else_=HouseholdStatus.REQUESTED.value,
)

FILTERS = {"request_id": given(CandidateHousehold.request_id, "request_id")}


def _of_request(what: Any, *conditions: Any) -> Any:
    return (
        select(what)
        .select_from(CandidateHousehold)
        .where(
            CandidateHousehold.request_id == SettlementRequest.id,
            CandidateHousehold.is_protected.is_(False),
            *conditions,
        )
        .correlate(SettlementRequest)
        .scalar_subquery()
    )


def _request_parts() -> tuple[Select[Any], Any]:
    people = (
        select(func.count())
        .select_from(CandidateHousehold)
        .join(Candidate, Candidate.household_id == CandidateHousehold.id)
        .where(
            CandidateHousehold.request_id == SettlementRequest.id,
            CandidateHousehold.is_protected.is_(False),
        )
        .correlate(SettlementRequest)
        .scalar_subquery()
    )
    placed = one_of(CandidateHousehold.state, (State.PLACED, State.SETTLED))
    columns = own_columns(RequestView, SettlementRequest) | {
        "imported_by": User.name,
        "households": _of_request(func.count()),
        "people": people,
        "placed": _of_request(func.count(), placed),
    }
    statement = select(SettlementRequest).join(User, User.id == SettlementRequest.imported_by)
    return statement, as_json(RequestView, columns)


@lru_cache
def requests(*, undone: bool, continued: bool) -> Listing:
    statement, item = _request_parts()
    if not undone:
        statement = statement.where(SettlementRequest.undone_at.is_(None))
    return listing(
        "placement.requests",
        statement.where(given(SettlementRequest.district_id, "district_id")),
        item=item,
        record=SettlementRequest.id,
        order=Order(SettlementRequest.received_on, descending=True),
        continued=continued,
        logged=False,
    )


@lru_cache
def request() -> Detail:
    statement, item = _request_parts()
    return detail(
        "placement.request",
        statement.where(given(SettlementRequest.id, "request_id")),
        item=item,
        record=SettlementRequest.id,
    )


def _members(view: CandidateKind) -> tuple[Any, Any]:
    person = aliased(Candidate)
    columns = own_columns(view, person) | {"age": age(person), "age_band": age_band(person)}
    wanted = {name: value for name, value in columns.items() if name in view.model_fields}
    shown = (
        select(as_json(view, wanted))
        .where(person.household_id == CandidateHousehold.id)
        .order_by(person.line, person.id)
        .correlate(CandidateHousehold)
    )
    people = (
        select(person.id)
        .where(person.household_id == CandidateHousehold.id)
        .correlate(CandidateHousehold)
        .scalar_subquery()
    )
    return rows_as_json(shown), func.array(people, type_=ARRAY(Uuid()))


def _household_parts(view: CandidateKind) -> tuple[Select[Any], Any, Any]:
    members, people = _members(view)
    columns = own_columns(CandidateHouseholdView, CandidateHousehold) | {
        "status": STATUS,
        "protected": CandidateHousehold.is_protected,
        "members": members,
    }
    statement = select(CandidateHousehold).join(
        SettlementRequest, SettlementRequest.id == CandidateHousehold.request_id
    )
    return statement, as_json(CandidateHouseholdView, columns), people


@lru_cache
def households(
    view: CandidateKind, filters: frozenset[str], *, protected: bool, continued: bool
) -> Listing:
    """Either those on everybody's list, or the few who are on no list but their guardians' own."""
    statement, item, people = _household_parts(view)
    return listing(
        "placement.protected" if protected else "placement.households",
        statement.where(
            given(CandidateHousehold.district_id, "district_id"),
            CandidateHousehold.is_protected.is_(protected),
            *(FILTERS[name] for name in sorted(filters)),
        ),
        item=item,
        record=CandidateHousehold.id,
        order=Order(CandidateHousehold.created_at),
        continued=continued,
        subjects=people,
    )


@lru_cache
def household(view: CandidateKind) -> Detail:
    statement, item, people = _household_parts(view)
    return detail(
        "placement.household",
        statement.where(given(CandidateHousehold.id, "household_id")),
        item=item,
        record=CandidateHousehold.id,
        subjects=people,
    )


@lru_cache
def care_cards(*, continued: bool) -> Listing:
    """Those with something written of them and no assessment yet come first in time."""
    columns = {
        "candidate_id": Candidate.id,
        "request_reference": SettlementRequest.reference,
        "line": Candidate.line,
        "age_band": age_band(Candidate),
        "has_note": CandidateCare.note.is_not(None),
        "suitability": CandidateCare.suitability,
    }
    return listing(
        "care.list",
        select(CandidateCare)
        .join(Candidate, Candidate.id == CandidateCare.candidate_id)
        .join(CandidateHousehold, CandidateHousehold.id == Candidate.household_id)
        .join(SettlementRequest, SettlementRequest.id == CandidateHousehold.request_id)
        .where(
            given(CandidateCare.district_id, "district_id"),
            CandidateCare.note.is_not(None),
            CandidateHousehold.is_protected.is_(False),
            one_of(CandidateHousehold.state, (State.OPEN, State.PLACED)),
        ),
        item=as_json(CareCard, columns),
        record=CandidateCare.id,
        order=Order(CandidateCare.created_at),
        continued=continued,
        subjects=array([Candidate.id]),
    )
