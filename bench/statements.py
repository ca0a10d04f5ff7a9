"""The statements that the service itself sends for a request, with their values written in."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import httpx
from bomiljo.main import create_api
from bomiljo.settings import Settings

from bench.cases import Case
from bench.data import ORIGIN, Filled
from tests.statements import noted


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool | int | float):
        return str(value)
    if isinstance(value, list | tuple | set):
        return "'{" + ",".join(str(one) for one in value) + "}'"
    if isinstance(value, bytes):
        return f"'\\x{value.hex()}'::bytea"
    if isinstance(value, datetime):
        return f"'{value.isoformat()}'::timestamptz"
    kind = "::uuid" if isinstance(value, UUID) else ""
    return "'" + str(value).replace("'", "''") + "'" + kind


def _written(sql: str, values: Sequence[Any]) -> str:
    whole = re.sub(r"\$(\d+)", lambda found: _literal(values[int(found[1]) - 1]), sql)
    return " ".join(whole.split()).rstrip(";") + ";"


async def of(site: Filled, case: Case) -> list[str]:
    """What `case` makes the service send, from entering to the last statement before commit."""
    app = create_api(
        Settings(
            mode="demo",
            database_url=site.service_url,
            data_dir=site.data_dir,
            public_url=ORIGIN,
        )
    )
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url=ORIGIN) as client,
    ):
        with noted(app.state.database) as sent:
            answer = await client.request(
                case.method, case.path, headers=dict(case.headers), json=case.body
            )
        answer.raise_for_status()
    return [_written(*one) for one in sent]
