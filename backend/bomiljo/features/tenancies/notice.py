"""The notice that ends a lease, by the tenant or by the landlord (husleieloven ch. 9)."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.access.actor import Actor
from bomiljo.features.tenancies import rules
from bomiljo.features.tenancies.model import (
    EndReason,
    LeaseEvent,
    LeaseEventKind,
    Tenancy,
)
from bomiljo.features.tenancies.problems import (
    EndsBeforeMoveIn,
    FixedTermHolds,
    NoNotice,
    NoticeStands,
    NoticeTooShort,
    NotYet,
    TransferIsPlanned,
)
from bomiljo.features.tenancies.rules import RuleCode
from bomiljo.features.tenancies.term_schemas import (
    GiveNotice,
    NoticeParty,
    NoticeTerms,
    WithdrawNotice,
)
from bomiljo.features.tenancies.terms import ONE_DAY, lived_in, write
from bomiljo.kernel.clock import today
from bomiljo.kernel.problems import FieldError, Invalid, NotFound

WRITTEN_BY = {
    NoticeParty.TENANT: LeaseEventKind.NOTICE_BY_TENANT,
    NoticeParty.LANDLORD: LeaseEventKind.NOTICE_BY_LANDLORD,
}


async def terms(session: AsyncSession, tenancy_id: UUID, on_day: date) -> NoticeTerms:
    tenancy = await session.get(Tenancy, tenancy_id)
    if tenancy is None:
        raise NotFound
    notice = await rules.rule(session, RuleCode.NOTICE, on_day)
    protest = await rules.rule(session, RuleCode.PROTEST, on_day)
    ends = tenancy.contract_ends_on
    return NoticeTerms(
        last_day=notice.end_of_month_after(on_day),
        months=notice.months,
        source=notice.source,
        protest_by=protest.after(on_day),
        protest_source=protest.source,
        term_until=ends if ends and ends > on_day else None,
    )


def _missing(given: GiveNotice) -> Iterator[FieldError]:
    """What a landlord's notice is void without."""
    needed = {
        "grounds": (given.grounds, "The landlord's notice needs its grounds"),
        "in_writing": (given.in_writing, "The landlord's notice must be in writing"),
        "told_of_protest": (given.told_of_protest, "It must tell of the right to protest"),
    }
    for field, (said, message) in needed.items():
        if not said:
            yield FieldError(field=field, code=f"notice_{field}", message=message)


async def give(session: AsyncSession, actor: Actor, tenancy_id: UUID, given: GiveNotice) -> None:
    """From here on the last day is set; the move-out is settled when it has come."""
    tenancy = await lived_in(session, tenancy_id, given.version)
    if tenancy.period.upper:
        raise NoticeStands
    if given.party is NoticeParty.LANDLORD and (missing := [*_missing(given)]):
        raise Invalid(*missing)
    if given.on_day > today():
        raise NotYet
    counted = await terms(session, tenancy_id, given.on_day)
    if counted.term_until and not given.agreed:
        raise FixedTermHolds
    last_day = given.last_day or counted.last_day
    if last_day < counted.last_day and not given.agreed:
        raise NoticeTooShort
    if tenancy.period.lower and last_day < max(tenancy.period.lower, given.on_day):
        raise EndsBeforeMoveIn
    notice = LeaseEvent(
        kind=WRITTEN_BY[given.party],
        on_day=given.on_day,
        last_day=last_day,
        grounds=given.grounds,
        agreed=given.agreed,
    )
    write(session, actor, tenancy, notice)
    tenancy.period = Range(tenancy.period.lower, last_day + ONE_DAY)
    await session.flush()


async def withdraw(
    session: AsyncSession, actor: Actor, tenancy_id: UUID, given: WithdrawNotice
) -> None:
    """They stay after all."""
    tenancy = await lived_in(session, tenancy_id, given.version)
    if tenancy.period.upper is None:
        raise NoNotice
    following = select(Tenancy.id).where(Tenancy.previous_id == tenancy.id)
    if tenancy.ended_because is EndReason.INTERNAL_TRANSFER and await session.scalar(following):
        raise TransferIsPlanned
    tenancy.period = Range(tenancy.period.lower, None)
    tenancy.ended_because, tenancy.destination = None, None
    write(session, actor, tenancy, LeaseEvent(kind=LeaseEventKind.NOTICE_WITHDRAWN, on_day=today()))
    await session.flush()
