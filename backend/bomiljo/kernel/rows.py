"""Hot reads: one statement whose fields come from a View and which PostgreSQL hands back as JSON.

A statement is compiled once per shape; a request only binds its values. The same statement writes
the disclosure line that says whose data was shown, so that no page can be shown without it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from sqlalchemy import (
    Boolean,
    ColumnElement,
    Date,
    Enum,
    Integer,
    Select,
    Text,
    Uuid,
    any_,
    cast,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.dialects.postgresql.asyncpg import dialect
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.elements import ClauseElement
from starlette.responses import Response

from bomiljo.kernel.database import driver
from bomiljo.kernel.problems import NotFound

_DIALECT: Any = dialect()  # type: ignore[no-untyped-call]

LOGGED = """
INSERT INTO disclosure_log
    (district_id, actor_id, role, organisation_id, page, record_ids, subject_ids)
SELECT (allowed('home'))[1], actor(), current_setting('app.role'),
       nullif(current_setting('app.organisation_id', true), '')::uuid, '{page}', array_agg(id),
       coalesce((SELECT array_agg(DISTINCT who) FROM shown, unnest(subjects) who
                 WHERE who IS NOT NULL), '{{}}')
FROM shown HAVING count(*) > 0"""


class Written(Text):
    """Text that is JSON already."""


NO_ROWS: ColumnElement[Any] = literal_column("'[]'", Written())
_QUOTED = (Uuid, Enum, Date)
_BARE = (Integer, Boolean)
_QUOTE: ColumnElement[Any] = literal_column("'\"'")


def _written(column: Any) -> ColumnElement[Any]:
    """`column` as JSON; `null` where it is null."""
    kind, text = column.type, cast(column, Text)
    if isinstance(kind, Written):
        said: Any = column
    elif isinstance(kind, _QUOTED):
        said = _QUOTE + text + _QUOTE
    elif isinstance(kind, _BARE):
        said = text
    else:
        said = func.to_json(column)
    return func.coalesce(said, literal_column("'null'"))


def _never_null(column: Any) -> tuple[Any, ...]:
    """`column` as JSON, in pieces that `concat` writes out by itself: each is spared a cast."""
    kind = column.type
    if isinstance(kind, _QUOTED):
        return '"', column, '"'
    if isinstance(kind, Integer):
        return (column,)
    return (cast(column, Text) if isinstance(kind, Boolean) else func.to_json(column),)


def _pieces(field: FieldInfo, column: Any) -> tuple[Any, ...]:
    """A table's column that cannot be null, in a field that may not, is not asked whether it is."""
    may_be_null = getattr(column, "nullable", True) or type(None) in get_args(field.annotation)
    return (_written(column),) if may_be_null else _never_null(column)


def as_json(view: type[BaseModel], columns: Mapping[str, Any]) -> ColumnElement[Any]:
    """A JSON object, as text, with exactly the fields of `view`.

    A field with a default (the name of the view) needs no column. TypeError when another one lacks
    its column, or when a column has no field. Written piece by piece, for `json_build_object` looks
    up every value's type anew in every row.
    """
    pieces: list[Any] = []
    for name, field in view.model_fields.items():
        pieces.append(f'{"," if pieces else "{"}"{name}":')
        if name in columns:
            pieces += _pieces(field, columns[name])
        elif not field.is_required():
            pieces.append(f'"{field.default}"')
        else:
            raise TypeError(f"{view.__name__}.{name} has no column")
    if unknown := columns.keys() - view.model_fields.keys():
        raise TypeError(f"{view.__name__} has no field {sorted(unknown)}")
    return func.concat(*_joined([*pieces, "}"]), type_=Written())


def _joined(pieces: Iterable[Any]) -> Iterator[ColumnElement[Any]]:
    """The pieces, constant text that stands side by side made one."""
    for constant, several in groupby(pieces, key=lambda piece: isinstance(piece, str)):
        if constant:
            yield literal_column(f"'{''.join(several)}'")
        else:
            yield from several


def own_columns(view: type[BaseModel], model: Any) -> dict[str, Any]:
    """The fields of `view` that are columns of `model`."""
    return {name: getattr(model, name) for name in view.model_fields if hasattr(model, name)}


def one_of(column: Any, values: Iterable[str]) -> ColumnElement[bool]:
    """`column IN (values)` in the form that a prepared statement can keep."""
    known: ColumnElement[bool] = column == any_(array([str(value) for value in values]))
    return known


def rows_as_json(statement: Select[Any]) -> ColumnElement[Any]:
    """A child collection: the single column of `statement`, gathered in its order."""
    rows = statement.subquery()
    (column,) = rows.c
    gathered = func.string_agg(cast(_written(column), Text), literal_column("','"))
    listed = func.concat(literal_column("'['"), gathered, literal_column("']'"), type_=Written())
    return select(listed).select_from(rows).scalar_subquery()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A compiled statement, the order in which values are bound, the constants among them."""

    sql: str
    names: tuple[str, ...]
    constants: Mapping[str, Any]

    @classmethod
    def of(cls, statement: ClauseElement) -> "Prepared":
        compiled: Any = statement.compile(dialect=_DIALECT)
        processors = compiled._bind_processors  # noqa: SLF001
        constants = {
            name: processors[name](value) if name in processors and value is not None else value
            for name, value in compiled.params.items()
        }
        return cls(str(compiled), tuple(compiled.positiontup or ()), constants)

    def bound(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """What the statement binds, in its order."""
        every = {**self.constants, **values}
        return tuple(every[name] for name in self.names)

    async def row(self, session: AsyncSession, values: Mapping[str, Any]) -> Any:
        """The first row, its columns by name; None where there is none."""
        connection = await driver(session)
        return await connection.fetchrow(self.sql, *self.bound(values))

    async def rows(self, session: AsyncSession, values: Mapping[str, Any]) -> list[Any]:
        """All rows, their columns by name."""
        connection = await driver(session)
        found: list[Any] = await connection.fetch(self.sql, *self.bound(values))
        return found


def shown(statement: Select[Any], item: Any, record: Any, subjects: Any) -> Select[Any]:
    """Narrow `statement` to a page's needs: JSON, the record's id, the persons it tells of."""
    people = literal_column("'{}'::uuid[]") if subjects is None else subjects
    return statement.with_only_columns(
        cast(item, Text).label("item"), record.label("id"), people.label("subjects")
    )


@dataclass(frozen=True, slots=True)
class Detail:
    """A prepared single record."""

    prepared: Prepared

    async def show(self, session: AsyncSession, **values: Any) -> Response:
        row = await self.prepared.row(session, values)
        if row is None:
            raise NotFound
        return Response(row["item"], media_type="application/json")


def detail(
    page: str,
    statement: Select[Any],
    *,
    item: Any,
    record: Any,
    subjects: Any = None,
    logged: bool = True,
) -> Detail:
    """`statement` finds at most one record; showing it is logged as `page`, if `logged`."""
    inner = Prepared.of(shown(statement, item, record, subjects))
    log = f", logged AS ({LOGGED.format(page=page)})" if logged else ""
    sql = f"WITH shown AS MATERIALIZED ({inner.sql}){log} SELECT item FROM shown"  # noqa: S608
    return Detail(Prepared(sql, inner.names, inner.constants))
