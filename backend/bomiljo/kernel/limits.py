"""No request is larger than what is sent here needs to be; nothing of a larger one is kept."""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bomiljo.kernel.files import LARGEST_UPLOAD, PictureTooLarge
from bomiljo.kernel.problems import Problem

LARGEST_BODY = 1024 * 1024
LISTENED_TO = 4 * LARGEST_UPLOAD


class TooLarge(Problem):
    status = 413
    title = "The request is larger than anything sent here needs to be"
    field = "body"


def too_large(content_type: str, path: str) -> Problem:
    picture = "multipart" in content_type and path.endswith("/pictures")
    return PictureTooLarge() if picture else TooLarge()


class BodyLimit:
    """Refuses by the announced length, and counts where none is announced or it is not true."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        content_type = headers.get("content-type", "")
        limit = LARGEST_UPLOAD if "multipart" in content_type else LARGEST_BODY
        announced = headers.get("content-length", "")
        if announced.isdecimal() and int(announced) > limit:
            await _hear_out(receive)
            await too_large(content_type, scope["path"]).as_response()(scope, receive, send)
            return
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > limit:
                raise HTTPException(413)
            return message

        await self.app(scope, counted, send)


async def _hear_out(receive: Receive) -> None:
    """Most clients read the answer only when they have sent everything."""
    heard = 0
    while heard <= LISTENED_TO:
        message = await receive()
        heard += len(message.get("body", b""))
        if not message.get("more_body", False):
            return
