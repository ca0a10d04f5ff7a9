"""The built single-page apps, served from the same address as the API."""

from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, JSONResponse, Response
from sqlalchemy import text
from starlette.convertors import PathConvertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles
from typing_extensions import override

from bomiljo.settings import Settings

FOREVER = "public, max-age=31536000, immutable"
LONGEST_PATH = 200


class OutsideTheApi(PathConvertor):
    regex = r"(?!v1(?:/|$)).*"


register_url_convertor("page", OutsideTheApi())


class Built(StaticFiles):
    """Files with a hash in their name never change; everything else is asked for each time."""

    @override
    def file_response(self, *args: object, **kwargs: object) -> Response:
        response = super().file_response(*args, **kwargs)  # type: ignore[arg-type]
        hashed = "/assets/" in str(args[0])
        response.headers["Cache-Control"] = FOREVER if hashed else "no-cache"
        return response


def _page(directory: Path, path: str) -> Path:
    if path == "ansatt" or path.startswith("ansatt/"):
        return directory / "ansatt" / "index.html"
    if path == "docs" or path.startswith("docs/"):
        return directory / "docs" / "index.html"
    return directory / "index.html"


def install(app: FastAPI, settings: Settings) -> None:
    directory = settings.frontend_dir

    @app.get("/health", include_in_schema=False)
    async def health(request: Request) -> JSONResponse:
        async with request.app.state.database.transaction() as session:
            await session.execute(text("SELECT 1"))
        return JSONResponse({"status": "ok"})

    if not directory.exists():
        return
    files = Built(directory=directory)

    @app.api_route("/{path:page}", methods=["GET", "HEAD"], include_in_schema=False)
    async def website(request: Request, path: str) -> Response:
        if len(path.encode("utf-8", "replace")) > LONGEST_PATH:
            raise HTTPException(404)
        if path and (directory / path).is_file():
            return await files.get_response(path, request.scope)
        if "." in path.rsplit("/", 1)[-1]:
            raise HTTPException(404)
        return FileResponse(_page(directory, path), headers={"Cache-Control": "no-cache"})
