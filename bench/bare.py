"""FastAPI with nothing behind it: it hands out the very bytes that our service answered."""

import os
from pathlib import Path

from bomiljo.features.incidents.inputs import NewIncident
from fastapi import FastAPI, Response

DIRECTORY = Path(os.environ["BENCH_ANSWERS"])
LIST, DETAIL, CREATE, WEEK, MEETINGS = (
    (DIRECTORY / name).read_bytes() for name in ("list", "detail", "create", "week", "meetings")
)

app = FastAPI()


@app.get("/list")
async def show_list() -> Response:
    return Response(LIST, media_type="application/json")


@app.get("/detail")
async def show_detail() -> Response:
    return Response(DETAIL, media_type="application/json")


@app.get("/week")
async def show_week() -> Response:
    return Response(WEEK, media_type="application/json")


@app.get("/meetings")
async def show_meetings() -> Response:
    return Response(MEETINGS, media_type="application/json")


@app.post("/create", status_code=201)
async def create(_: NewIncident) -> Response:
    return Response(CREATE, 201, media_type="application/json")
