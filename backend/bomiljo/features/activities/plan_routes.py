"""Routes to the plan as a whole: out as a table, in from a paste or a file."""

from typing import Annotated, Any
from uuid import UUID

from anyio import to_thread
from fastapi import File, Query, Response, UploadFile

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.activities import exporting, importing, plan_files
from bomiljo.features.activities.plan_reading import read
from bomiljo.features.activities.plan_schemas import (
    PlanKept,
    PlanPreview,
    PlanToKeep,
    PlanToRead,
    PlanYear,
)
from bomiljo.features.activities.problems import (
    PlanEmpty,
    PlanNotWhatItsNameSays,
    PlanTooLarge,
    PlanUnreadable,
    SiteMissing,
)
from bomiljo.features.activities.schemas import ExportQuery
from bomiljo.kernel.problems import problems

router = guarded_router("/activities", "activities")

Reader = Annotated[Actor, requires(Permission.ACTIVITIES_READ)]
Planner = Annotated[Actor, requires(Permission.ACTIVITIES_WRITE)]
Upload = Annotated[UploadFile, File(description="XLSX or CSV, at most 2 MB and 300 lines")]
CSV: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/csv": {}}, "description": "Semicolons, as Excel reads it"}
}


@router.get(
    "/plan.csv",
    response_class=Response,
    summary="The plan as a table, without names",
    responses=CSV,
)
async def export_plan(actor: Reader, db: Db, query: Annotated[ExportQuery, Query()]) -> Response:
    table = await exporting.as_csv(db, actor, query)
    return Response(
        table,
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="aktivitetsplan.csv"'},
    )


@router.post(
    "/plan/read",
    summary="Read a pasted plan, line by line, without keeping it",
    responses=problems(SiteMissing, PlanEmpty, PlanTooLarge, PlanUnreadable),
)
async def read_plan(actor: Planner, db: Db, given: PlanToRead) -> PlanPreview:
    lines = read(plan_files.of_text(given.text), given.year)
    return await importing.look_through(db, actor, given.site_id, lines)


@router.post(
    "/plan/file",
    summary="Read a plan from a file, line by line, without keeping it",
    responses=problems(
        SiteMissing, PlanEmpty, PlanTooLarge, PlanUnreadable, PlanNotWhatItsNameSays
    ),
)
async def read_plan_file(
    actor: Planner,
    db: Db,
    plan: Upload,
    site_id: Annotated[UUID, Query()],
    year: Annotated[PlanYear, Query()],
) -> PlanPreview:
    data = await plan.read(plan_files.LARGEST + 1)
    cells = await to_thread.run_sync(plan_files.of_file, plan.filename or "", data)
    return await importing.look_through(db, actor, site_id, read(cells, year))


@router.post(
    "/plan/check",
    summary="Look through the lines again after correcting some",
    responses=problems(SiteMissing),
)
async def check_plan(actor: Planner, db: Db, given: PlanToKeep) -> PlanPreview:
    return await importing.look_again(db, actor, given.site_id, given.rows)


@router.post(
    "/plan",
    status_code=201,
    summary="Put the chosen lines into the plan, all or none",
    responses=problems(SiteMissing),
)
async def keep_plan(actor: Planner, db: Db, given: PlanToKeep) -> PlanKept:
    return await importing.keep(db, actor, given)
