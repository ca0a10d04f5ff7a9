from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, File, Form, Query, Request, Response, UploadFile
from pydantic import Json

from bomiljo.access.actor import Actor
from bomiljo.access.guard import Db, guarded_router, requires
from bomiljo.access.permissions import Permission
from bomiljo.features.placement import importing, queries, requesting, template
from bomiljo.features.placement.inputs import (
    AnswerRequest,
    ImportList,
    NoteCheck,
    Reading,
    UndoImport,
    WithdrawCandidate,
)
from bomiljo.features.placement.problems import (
    AnsweredBeforeReceived,
    AnsweredInFuture,
    ColumnsDoNotFit,
    GuardiansDoNotFit,
    GuardiansForTheProtected,
    HouseholdIsPlaced,
    ImportIsUndone,
    ListHasErrors,
    NobodyOnTheList,
    SomebodyIsPlaced,
)
from bomiljo.features.placement.schemas import (
    CandidateHouseholdPage,
    CandidateHouseholdQuery,
    CandidateHouseholdView,
    ImdiChecksView,
    PermitView,
    PreviewView,
    RequestPage,
    RequestQuery,
    RequestView,
    candidate_view,
)
from bomiljo.kernel.answers import created
from bomiljo.kernel.problems import ChangedMeanwhile, NotFound, problems
from bomiljo.kernel.sealing import Seal
from bomiljo.kernel.sheets import SHEET_PROBLEMS

router = guarded_router("", "placement")

Reader = Annotated[Actor, requires(Permission.PLACEMENT_READ)]
Writer = Annotated[Actor, requires(Permission.PLACEMENT_WRITE)]
PermitReader = Annotated[Actor, requires(Permission.PERMITS_READ)]
LIST_IS = "CSV or XLSX, at most 5 MB and 2 000 rows"
FILES: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file", "content": {template.XLSX: {}, "text/csv": {}}}
}


def _seal(request: Request) -> Seal:
    seal: Seal = request.app.state.seal
    return seal


def _uploaded(file: Annotated[UploadFile, File(description=LIST_IS)]) -> importing.Upload:
    return importing.Upload(file.file, file.filename or "")


Sealed = Annotated[Seal, Depends(_seal)]
Uploaded = Annotated[importing.Upload, Depends(_uploaded)]


async def _shown(db: Db, request_id: UUID) -> Response:
    return await queries.request().show(db, request_id=request_id)


@router.get(
    "/settlement-requests",
    response_model=RequestPage,
    summary="Requests from IMDi, the latest first",
)
async def list_settlement_requests(
    actor: Reader, db: Db, query: Annotated[RequestQuery, Query()]
) -> Response:
    listing = queries.requests(undone=query.undone, continued=query.cursor is not None)
    return await listing.show(db, query, {"district_id": actor.district_id})


@router.get(
    "/settlement-requests/template.xlsx",
    response_class=Response,
    responses=FILES,
    summary="The template for a list of candidates, as a workbook",
)
async def get_settlement_template(actor: Writer) -> Response:
    name = {"Content-Disposition": 'attachment; filename="anmodning.xlsx"'}
    return Response(template.as_xlsx(), media_type=template.XLSX, headers=name)


@router.get(
    "/settlement-requests/template.csv",
    response_class=Response,
    responses=FILES,
    summary="The template for a list of candidates, as text",
)
async def get_settlement_template_as_text(actor: Writer) -> Response:
    name = {"Content-Disposition": 'attachment; filename="anmodning.csv"'}
    return Response(template.as_csv(), media_type=template.CSV, headers=name)


@router.post(
    "/settlement-requests/preview",
    summary="Read a list and say what is doubtful; nothing is stored",
    responses=problems(*SHEET_PROBLEMS, ColumnsDoNotFit),
)
async def preview_settlement_request(
    actor: Writer,
    session: Db,
    seal: Sealed,
    upload: Uploaded,
    details: Annotated[Json[Reading], Form()],
) -> PreviewView:
    return await importing.preview(session, actor, seal, upload, details)


@router.post(
    "/settlement-requests",
    status_code=201,
    response_model=RequestView,
    summary="Import a list, whole or not at all",
    responses=problems(
        *SHEET_PROBLEMS,
        ColumnsDoNotFit,
        ListHasErrors,
        NobodyOnTheList,
        GuardiansForTheProtected,
        GuardiansDoNotFit,
    ),
)
async def import_settlement_request(
    actor: Writer,
    db: Db,
    seal: Sealed,
    upload: Uploaded,
    details: Annotated[Json[ImportList], Form()],
) -> Response:
    request = await importing.bring_in(db, actor, seal, upload, details)
    return created(await _shown(db, request.id))


@router.get(
    "/settlement-requests/{request_id}",
    response_model=RequestView,
    summary="One request",
    responses=problems(NotFound),
)
async def get_settlement_request(actor: Reader, db: Db, request_id: UUID) -> Response:
    return await _shown(db, request_id)


@router.post(
    "/settlement-requests/{request_id}/answer",
    response_model=RequestView,
    summary="Note what was answered to IMDi, and when",
    responses=problems(
        NotFound, ChangedMeanwhile, ImportIsUndone, AnsweredBeforeReceived, AnsweredInFuture
    ),
)
async def answer_settlement_request(
    actor: Writer, db: Db, request_id: UUID, given: AnswerRequest
) -> Response:
    await requesting.answer(db, request_id, given)
    return await _shown(db, request_id)


@router.post(
    "/settlement-requests/{request_id}/undo",
    response_model=RequestView,
    summary="Undo an import, until somebody on the list is placed",
    responses=problems(NotFound, ChangedMeanwhile, ImportIsUndone, SomebodyIsPlaced),
)
async def undo_settlement_request(
    actor: Writer, db: Db, request_id: UUID, given: UndoImport
) -> Response:
    await requesting.undo(db, actor, request_id, given)
    return await _shown(db, request_id)


@router.get(
    "/candidate-households",
    response_model=CandidateHouseholdPage,
    summary="Households that come, in the order of their lists",
)
async def list_candidate_households(
    actor: Reader, db: Db, query: Annotated[CandidateHouseholdQuery, Query()]
) -> Response:
    values = query.model_dump(mode="json", include={"request_id"}, exclude_none=True)
    listing = queries.households(
        candidate_view(actor),
        frozenset(values),
        protected=False,
        continued=query.cursor is not None,
    )
    return await listing.show(db, query, values | {"district_id": actor.district_id})


@router.post(
    "/candidate-households/{candidate_household_id}/withdraw",
    response_model=CandidateHouseholdView,
    summary="Note that a household does not come, or comes after all",
    responses=problems(NotFound, ChangedMeanwhile, HouseholdIsPlaced),
)
async def withdraw_candidate_household(
    actor: Writer, db: Db, candidate_household_id: UUID, given: WithdrawCandidate
) -> Response:
    await requesting.withdraw(db, candidate_household_id, given)
    return await queries.household(candidate_view(actor)).show(
        db, household_id=candidate_household_id
    )


@router.get(
    "/candidates/{candidate_id}/permit",
    summary="Citizenship, permit and masked number of a candidate",
    responses=problems(NotFound),
)
async def get_candidate_permit(actor: PermitReader, db: Db, candidate_id: UUID) -> PermitView:
    return await requesting.permit(db, candidate_id)


@router.get("/imdi-checks", summary="When somebody last looked into IMDinett, and who")
async def list_imdi_checks(actor: Reader, db: Db) -> ImdiChecksView:
    return await requesting.checks(db, actor)


@router.post("/imdi-checks", status_code=201, summary="Note that IMDinett was looked into just now")
async def note_imdi_check(actor: Writer, db: Db, given: NoteCheck) -> ImdiChecksView:
    await requesting.note_check(db, actor, given)
    return await requesting.checks(db, actor)
