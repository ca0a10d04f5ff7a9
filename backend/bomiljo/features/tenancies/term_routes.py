"""The course of a lease over time."""

from typing import Annotated
from uuid import UUID

from fastapi import Response

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.tenancies import notice, queries, term_queries, terms
from bomiljo.features.tenancies.problems import (
    AskedToMoveAlready,
    EndsBeforeMoveIn,
    FixedTermHolds,
    HasMovedOut,
    MoveRequestTooEarly,
    MoveRequestTooLate,
    NoNotice,
    NotFixedTerm,
    NoticeStands,
    NoticeTooShort,
    NotMovedIn,
    NotYet,
    RenewalTooShort,
    ReportedBeforeMove,
    SecondShortTerm,
    TransferIsPlanned,
    UnitIsTaken,
)
from bomiljo.features.tenancies.schemas import TenancyView, tenancy_view
from bomiljo.features.tenancies.term_schemas import (
    AskToMove,
    GiveNotice,
    LeaseCourse,
    NoticeTerms,
    Renew,
    ReportMove,
    WithdrawNotice,
)
from bomiljo.kernel.clock import today
from bomiljo.kernel.inputs import Day
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems

router = guarded_router("/tenancies/{tenancy_id}", "tenancies")

Reader = Annotated[Actor, requires(Permission.TENANCIES_READ)]
Writer = Annotated[Actor, requires(Permission.TENANCIES_WRITE)]

LIVED_IN = (NotFound, ChangedMeanwhile, NotMovedIn, HasMovedOut)


async def _shown(db: Db, actor: Actor, tenancy_id: UUID) -> Response:
    return await queries.tenancy(tenancy_view(actor)).show(db, tenancy_id=tenancy_id)


@router.get(
    "/course", summary="The lease's clock and what has happened", responses=problems(NotFound)
)
async def get_lease_course(actor: Reader, db: Db, tenancy_id: UUID) -> LeaseCourse:
    return await term_queries.course(db, actor, tenancy_id)


@router.post(
    "/ask-to-move",
    response_model=TenancyView,
    summary="Note the written request to move, so that the term does not become open-ended",
    responses=problems(
        *LIVED_IN,
        NotFixedTerm,
        NotYet,
        MoveRequestTooEarly,
        MoveRequestTooLate,
        AskedToMoveAlready,
    ),
)
async def ask_to_move(actor: Writer, db: Db, tenancy_id: UUID, given: AskToMove) -> Response:
    await terms.ask_to_move(db, actor, tenancy_id, given)
    return await _shown(db, actor, tenancy_id)


@router.post(
    "/renew",
    response_model=TenancyView,
    summary="A new contract from the day after the one that ends; the household stays",
    responses=problems(*LIVED_IN, NotFixedTerm, NoticeStands, RenewalTooShort, SecondShortTerm),
)
async def renew_lease(actor: Writer, db: Db, tenancy_id: UUID, given: Renew) -> Response:
    await terms.renew(db, actor, tenancy_id, given)
    return await _shown(db, actor, tenancy_id)


@router.post(
    "/report-move",
    response_model=TenancyView,
    summary="Say that the move is reported to the population register",
    responses=problems(*LIVED_IN, NotYet, ReportedBeforeMove),
)
async def report_move(actor: Writer, db: Db, tenancy_id: UUID, given: ReportMove) -> Response:
    await terms.report_move(db, tenancy_id, given)
    return await _shown(db, actor, tenancy_id)


@router.get(
    "/notice-terms",
    summary="What a notice given on a day, or today, leads to",
    responses=problems(NotFound),
)
async def get_notice_terms(
    _: Reader, db: Db, tenancy_id: UUID, on_day: Day | None = None
) -> NoticeTerms:
    return await notice.terms(db, tenancy_id, on_day or today())


@router.post(
    "/notice",
    response_model=TenancyView,
    summary="Write down a notice that ends the lease",
    responses=problems(
        *LIVED_IN, NoticeStands, NotYet, FixedTermHolds, NoticeTooShort, EndsBeforeMoveIn
    ),
)
async def give_notice(actor: Writer, db: Db, tenancy_id: UUID, given: GiveNotice) -> Response:
    await notice.give(db, actor, tenancy_id, given)
    return await _shown(db, actor, tenancy_id)


@router.post(
    "/notice/withdraw",
    response_model=TenancyView,
    summary="Take a notice back; they stay",
    responses=problems(*LIVED_IN, NoNotice, TransferIsPlanned, UnitIsTaken),
)
async def withdraw_notice(
    actor: Writer, db: Db, tenancy_id: UUID, given: WithdrawNotice
) -> Response:
    await notice.withdraw(db, actor, tenancy_id, given)
    return await _shown(db, actor, tenancy_id)
