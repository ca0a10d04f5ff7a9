from functools import lru_cache
from typing import Any

from sqlalchemy import Text, bindparam, case, cast, select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from bomiljo.access.actor import Actor
from bomiljo.features.milestones.model import MilestoneStatus
from bomiljo.features.milestones.portal_schemas import OwnPath, OwnStep
from bomiljo.features.milestones.queries import BLOCKED, MOVER, STEP, M, S
from bomiljo.kernel.listing import given
from bomiljo.kernel.rows import Prepared, as_json, one_of, rows_as_json

STATE = case(
    (one_of(M.status, [MilestoneStatus.DONE]), "done"),
    (one_of(M.status, [MilestoneStatus.WAITING_EXTERNAL]), "waiting"),
    (BLOCKED, "later"),
    else_="now",
)


@lru_cache
def _path() -> Prepared:
    told: Any = S.texts[bindparam("language", type_=Text())]
    columns = {
        "code": M.code,
        "name": told["name"].astext,
        "say": told["say"].astext,
        "state": STATE,
        "mover": MOVER,
        "due_on": M.due_on,
        "done_on": M.done_on,
    }
    items = rows_as_json(
        select(as_json(OwnStep, columns))
        .join(S, STEP)
        .where(
            given(M.resident_id, "resident_id"),
            ~one_of(M.status, [MilestoneStatus.NOT_APPLICABLE]),
        )
        .order_by(S.position)
    )
    return Prepared.of(select(cast(as_json(OwnPath, {"items": items}), Text).label("item")))


async def show_path(session: AsyncSession, actor: Actor, language: str) -> Response:
    row = await _path().row(session, {"resident_id": actor.id, "language": language})
    return Response(row["item"], media_type="application/json")
