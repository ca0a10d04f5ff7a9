"""Pictures: told by their content, drawn anew so that nothing of the camera remains, kept as files.

A file lies under a random key and is written before its row is committed. When the transaction
fails after that, the file is left without a row: `sweep` removes such files once they are old.
Removing them at once would be wrong, for a commit whose answer was lost may well have succeeded.
"""

import os
import secrets
import struct
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated, Any, BinaryIO

from anyio import CapacityLimiter, to_thread
from fastapi import Depends, Request
from fastapi.responses import FileResponse
from PIL import ExifTags, Image

from bomiljo.kernel.problems import Problem

LARGEST_PICTURE = 12 * 1024 * 1024
LARGEST_UPLOAD = LARGEST_PICTURE + 64 * 1024
MOST_PIXELS = 50_000_000
LONGEST_EDGE = 1600
THUMBNAIL_EDGE = 320
FORMATS = ("JPEG", "PNG", "WEBP")
OLD = 24 * 3600
TURNS: dict[object, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
READERS = CapacityLimiter(2)
CONTENT_TYPE = "image/jpeg"
PICTURE_IS = "JPEG, PNG or WebP, at most 12 MB and 50 megapixels"


class PictureProblem(Problem):
    status = 422
    field = "picture"


class PictureEmpty(PictureProblem):
    title = "The file is empty"


class PictureUnknownKind(PictureProblem):
    title = "Not a picture of a kind that can be read: JPEG, PNG or WebP"


class PictureUnreadable(PictureProblem):
    title = "The picture is damaged or cut short"


class PictureTooManyPixels(PictureProblem):
    title = "The picture has more than 50 megapixels"


class PictureTooLarge(PictureProblem):
    status = 413
    title = "The picture is larger than 12 MB"


class PictureGone(Problem):
    status = 404
    title = "The picture is not there any more"


PICTURE_PROBLEMS = (
    PictureEmpty,
    PictureUnknownKind,
    PictureUnreadable,
    PictureTooManyPixels,
    PictureTooLarge,
)

PICTURE_ANSWER: dict[int | str, dict[str, Any]] = {
    200: {"description": "The picture", "content": {CONTENT_TYPE: {}}}
}


class Size(StrEnum):
    WHOLE = ".jpg"
    SMALL = ".small.jpg"


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture as it lies on disk."""

    key: str
    width: int
    height: int
    bytes: int


def _directory(request: Request) -> Path:
    directory: Path = request.app.state.settings.files_dir
    return directory


Directory = Annotated[Path, Depends(_directory)]


async def keep_picture(directory: Path, file: BinaryIO) -> Kept:
    """Read, redraw and store a picture, in a thread and two at a time: decoding takes the CPU."""
    return await to_thread.run_sync(partial(_keep, directory, file), limiter=READERS)


def picture_response(directory: Path, key: str, size: Size) -> FileResponse:
    path = _path(directory, key, size)
    if not path.is_file():
        raise PictureGone
    return FileResponse(
        path,
        media_type=CONTENT_TYPE,
        headers={
            "Cache-Control": "private, max-age=3600",
            "Content-Disposition": "inline",
            "X-Content-Type-Options": "nosniff",
        },
    )


def _keep(directory: Path, file: BinaryIO) -> Kept:
    drawn = _redrawn(file)
    small = drawn.copy()
    small.thumbnail((THUMBNAIL_EDGE, THUMBNAIL_EDGE))
    key = secrets.token_hex(16)
    _write(_path(directory, key, Size.SMALL), small)
    whole = _path(directory, key, Size.WHOLE)
    _write(whole, drawn)
    return Kept(key, *drawn.size, whole.stat().st_size)


def _redrawn(file: BinaryIO) -> Image.Image:
    """The pixels alone, upright and on white: a new picture has nowhere to keep anything else."""
    _check(file)
    try:
        with Image.open(file, formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise PictureTooManyPixels
            opened.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
            rgba = _upright(opened).convert("RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PictureTooManyPixels from None
    except (OSError, ValueError, SyntaxError, EOFError, struct.error, MemoryError):
        raise PictureUnreadable from None
    drawn = Image.new("RGB", rgba.size, "white")
    drawn.paste(rgba, mask=rgba.getchannel("A"))
    return drawn


def _upright(picture: Image.Image) -> Image.Image:
    """Turned as the camera says; what a camera writes illegibly is not worth losing it for."""
    try:
        turn = TURNS.get(picture.getexif().get(ExifTags.Base.Orientation))
    except (OSError, ValueError, SyntaxError, TypeError, KeyError, struct.error):
        turn = None
    return picture if turn is None else picture.transpose(turn)


def _check(file: BinaryIO) -> None:
    length = file.seek(0, os.SEEK_END)
    file.seek(0)
    if length == 0:
        raise PictureEmpty
    if length > LARGEST_PICTURE:
        raise PictureTooLarge
    head = file.read(30)
    file.seek(0)
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return
    if head[:4] != b"RIFF" or head[8:12] != b"WEBP":
        raise PictureUnknownKind
    width, height = _webp_size(head.ljust(30, b"\0"))
    if width * height > MOST_PIXELS:
        raise PictureTooManyPixels


def _webp_size(head: bytes) -> tuple[int, int]:
    """Read before the decoder, which takes memory for the whole canvas when it opens the file."""
    kind = head[12:16]
    if kind == b"VP8X":
        return (
            int.from_bytes(head[24:27], "little") + 1,
            int.from_bytes(head[27:30], "little") + 1,
        )
    if kind == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack_from("<HH", head, 26)
    return width & 0x3FFF, height & 0x3FFF


def _path(directory: Path, key: str, size: Size) -> Path:
    return directory / key[:2] / f"{key}{size}"


def _write(path: Path, picture: Image.Image) -> None:
    """Whole or not at all, also when the power goes."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    with os.fdopen(os.open(unfinished, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb") as out:
        picture.save(out, "JPEG", quality=82)
        out.flush()
        os.fsync(out.fileno())
    unfinished.replace(path)


def sweep(directory: Path, known: Callable[[list[str]], Iterable[str]]) -> int:
    """Remove files older than a day that no row names; `known` says which keys rows name."""
    removed = 0
    for folder in sorted(directory.glob("[0-9a-f][0-9a-f]")):
        old = list(_old_files(folder))
        keep = set(known(sorted({_key(path) for path in old})))
        for path in old:
            if _key(path) not in keep or path.suffix == ".part":
                path.unlink(missing_ok=True)
                removed += 1
    return removed


def _old_files(folder: Path) -> Iterator[Path]:
    before = time.time() - OLD
    return (path for path in folder.iterdir() if path.stat().st_mtime < before)


def _key(path: Path) -> str:
    return path.name.partition(".")[0]
