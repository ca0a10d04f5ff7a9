from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    Date,
    DateTime,
    Select,
    Text,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal_column,
    null,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from bomiljo.access.actor import Actor
from bomiljo.features.activities.inputs import monday
from bomiljo.features.activities.model import COMING, Activity, SignUp, SignUpState
from bomiljo.features.activities.portal_schemas import OwnActivity, OwnWeeks
from bomiljo.features.activities.queries import UNDATED, moved_to
from bomiljo.kernel.clock import today
from bomiljo.kernel.listing import given
from bomiljo.kernel.rows import Detail, Prepared, as_json, one_of, own_columns, rows_as_json, shown

AHEAD = timedelta(weeks=6)
TODAY = cast(func.timezone("Europe/Oslo", func.now()), Date)
WAITING = SignUp.state == literal_column(f"'{SignUpState.WAITING}'")
ON_LIST = SignUp.state != literal_column(f"'{SignUpState.WITHDRAWN}'")
OPEN = cast(
    and_(
        one_of(Activity.status, COMING),
        func.coalesce(Activity.starts_at > func.now(), literal_column("true")),
        func.coalesce(
            func.coalesce(Activity.sign_up_until, Activity.day) >= TODAY, literal_column("true")
        ),
    ),
    Boolean,
)


def _columns() -> dict[str, Any]:
    left = case((Activity.capacity.is_not(None), Activity.capacity - Activity.taken), else_=null())
    return own_columns(OwnActivity, Activity) | {
        "seats_left": left,
        "can_sign_up": OPEN,
        "mine": SignUp.state,
        "place_in_line": case((WAITING, func.place_in_line(SignUp.id)), else_=null()),
        "moved_to": moved_to(),
    }


def _mine() -> Select[Any]:
    """Every published activity with one's own line, if there is one."""
    resident = given(SignUp.resident_id, "resident_id")
    return select(Activity).outerjoin(
        SignUp, and_(SignUp.activity_id == Activity.id, resident, ON_LIST)
    )


@lru_cache
def _weeks() -> Prepared:
    first, after = (bindparam(name, type_=DateTime()) for name in ("first", "after"))
    inside = and_(Activity.stands_at >= first, Activity.stands_at < after)
    items = rows_as_json(
        _mine()
        .where(or_(inside, and_(UNDATED, one_of(Activity.status, COMING))))
        .order_by(Activity.stands_at, Activity.id)
        .with_only_columns(as_json(OwnActivity, _columns()))
    )
    return Prepared.of(select(cast(as_json(OwnWeeks, {"items": items}), Text).label("item")))


@lru_cache
def _one() -> Detail:
    """One's own view of what is open to all is no disclosure, so showing it writes no line."""
    statement = _mine().where(given(Activity.id, "activity_id"))
    return Detail(
        Prepared.of(shown(statement, as_json(OwnActivity, _columns()), Activity.id, None))
    )


async def show_weeks(session: AsyncSession, actor: Actor, from_day: date | None) -> Response:
    first = monday(from_day or today())
    values = {
        "first": datetime.combine(first, time()),
        "after": datetime.combine(first + AHEAD, time()),
        "resident_id": actor.id,
    }
    row = await _weeks().row(session, values)
    return Response(row["item"], media_type="application/json")


async def show_one(session: AsyncSession, actor: Actor, activity_id: UUID) -> Response:
    return await _one().show(session, activity_id=activity_id, resident_id=actor.id)
