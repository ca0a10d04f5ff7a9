"""The steps that health staff have a part in, and nothing else of the person."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from bomiljo.features.identity.schemas import Named
from bomiljo.features.milestones.inputs import SetHealthStep
from bomiljo.features.milestones.model import MilestoneStatus
from bomiljo.features.milestones.problems import DoneAhead, DoneDayMissing
from bomiljo.features.milestones.schemas import HealthStep, HealthSteps
from bomiljo.kernel.clock import today
from bomiljo.kernel.disclosures import disclose
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound

SHARED = text("SELECT * FROM shared_health_steps()")
SET = text("SELECT set_health_step(:step, :status, :day)")


async def show(session: AsyncSession) -> HealthSteps:
    items = await _shared(session)
    people = {one.resident.id for one in items}
    if items:
        await disclose(session, "health_steps.list", [one.id for one in items], people)
    return HealthSteps(items=items)


async def _shared(session: AsyncSession) -> list[HealthStep]:
    found = await session.execute(SHARED)
    return [
        HealthStep(
            id=row.id,
            resident=Named(id=row.resident_id, name=row.name),
            edition=row.edition,
            code=row.code,
            status=MilestoneStatus(row.status),
            due_on=row.due_on,
            done_on=row.done_on,
            version=row.version,
        )
        for row in found
    ]


async def set_step(session: AsyncSession, milestone_id: UUID, given: SetHealthStep) -> HealthSteps:
    one = next((step for step in await _shared(session) if step.id == milestone_id), None)
    if one is None:
        raise NotFound
    if one.version != given.version:
        raise ChangedMeanwhile(current_version=one.version)
    done = given.status is MilestoneStatus.DONE
    if done and given.done_on is None:
        raise DoneDayMissing
    if given.done_on and given.done_on > today():
        raise DoneAhead
    day = given.done_on if done else None
    await session.execute(SET, {"step": milestone_id, "status": given.status.value, "day": day})
    return await show(session)
