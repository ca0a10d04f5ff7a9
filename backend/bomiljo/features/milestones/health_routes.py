from typing import Annotated
from uuid import UUID

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.milestones import health
from bomiljo.features.milestones.inputs import SetHealthStep
from bomiljo.features.milestones.problems import DoneAhead, DoneDayMissing
from bomiljo.features.milestones.schemas import HealthSteps
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems

router = guarded_router("/health-steps", "milestones")


@router.get("", summary="Steps of health that are shared with health staff")
async def list_health_steps(
    actor: Annotated[Actor, requires(Permission.HEALTH_STEPS_READ)], db: Db
) -> HealthSteps:
    return await health.show(db)


@router.put(
    "/{milestone_id}",
    summary="How far a shared step of health has come",
    responses=problems(NotFound, ChangedMeanwhile, DoneDayMissing, DoneAhead),
)
async def set_health_step(
    actor: Annotated[Actor, requires(Permission.HEALTH_STEPS_WRITE)],
    db: Db,
    milestone_id: UUID,
    given: SetHealthStep,
) -> HealthSteps:
    return await health.set_step(db, milestone_id, given)
