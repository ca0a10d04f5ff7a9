"""How every list in the API is paged: keyset paging with a stable order, nothing counted."""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Select, Text, bindparam, cast, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from bomiljo.kernel.problems import FieldError, Invalid
from bomiljo.kernel.rows import LOGGED, Prepared, shown

V = TypeVar("V")

# The size is written into the statement, for the planner must know that only a page is wanted.
PAGE = """
WITH page AS MATERIALIZED ({inner} LIMIT <size> + 1),
shown AS MATERIALIZED (
    SELECT *, row_number() OVER () AS n, count(*) OVER () AS found FROM page LIMIT <size>
){logged}
SELECT string_agg(item, ',' ORDER BY n) AS items, coalesce(max(found) > <size>, false) AS more,
       max(value) FILTER (WHERE n = <size>) AS last,
       max(id::text) FILTER (WHERE n = <size>) AS last_id
FROM shown"""


class ListQuery(BaseModel):
    """Base of every list's query string. Unknown parameters are refused, not ignored."""

    model_config = ConfigDict(extra="forbid")

    limit: Annotated[int, Field(ge=1, le=100)] = 50
    cursor: Annotated[
        str | None, Field(max_length=1000, description="`next` of the page before")
    ] = None


class Page(BaseModel, Generic[V]):
    items: list[V]
    next: str | None


@dataclass(frozen=True, slots=True)
class Order:
    """One way to sort: a column that is never null, and its direction."""

    column: Any
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A prepared list; run it with the values of its filters."""

    prepared: Prepared

    async def show(
        self, session: AsyncSession, query: ListQuery, values: Mapping[str, Any]
    ) -> Response:
        bound = dict(values)
        if query.cursor:
            bound["after_value"], bound["after_id"] = _decode(query.cursor)
        sql = self.prepared.sql.replace("<size>", str(query.limit))
        row = await replace(self.prepared, sql=sql).row(session, bound)
        following = json.dumps(_encode(row["last"], row["last_id"])) if row["more"] else "null"
        return Response(
            f'{{"items":[{row["items"] or ""}],"next":{following}}}', media_type="application/json"
        )


def listing(  # noqa: PLR0913
    page: str,
    statement: Select[Any],
    *,
    item: Any,
    record: Any,
    order: Order,
    continued: bool,
    subjects: Any = None,
    logged: bool = True,
) -> Listing:
    """Compile `statement` (FROM, joins, WHERE) into pages of `item`s, from a cursor if `continued`.

    `logged`: showing the page writes one disclosure line named `page`, with `subjects` of all rows.
    """
    if continued:
        edge = tuple_(
            cast(bindparam("after_value", type_=Text()), order.column.type),
            cast(bindparam("after_id", type_=Text()), record.type),
        )
        here = tuple_(order.column, record)
        statement = statement.where(here < edge if order.descending else here > edge)
    chosen = shown(statement, item, record, subjects).add_columns(
        cast(order.column, Text).label("value")
    )
    ends = (order.column, record)
    inner = Prepared.of(
        chosen.order_by(*(end.desc() if order.descending else end.asc() for end in ends))
    )
    log = f", logged AS ({LOGGED.format(page=page)})" if logged else ""
    sql = PAGE.format(inner=inner.sql, logged=log)
    return Listing(replace(inner, sql=sql))


def given(column: Any, name: str) -> Any:
    """`column = :name`, for a filter that is present."""
    return column == bindparam(name, type_=column.type)


def _encode(value: str, record: str) -> str:
    return base64.urlsafe_b64encode(json.dumps([value, record]).encode()).decode().rstrip("=")


def _decode(cursor: str) -> tuple[str, str]:
    try:
        value, record = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        return str(value), str(record)
    except (ValueError, TypeError, AttributeError, binascii.Error):
        raise Invalid(
            FieldError(field="cursor", code="cursor", message="Not a cursor of this list")
        ) from None
