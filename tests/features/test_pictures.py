"""Pictures: told by their content, drawn anew, and shown to those who may see them."""

import os
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any
from uuid import uuid4

import httpx
import pytest
from bomiljo import runner
from bomiljo.access.roles import Role
from bomiljo.kernel import files
from bomiljo.settings import Settings
from PIL import Image, ImageOps
from PIL.PngImagePlugin import PngInfo

from tests.factories import House
from tests.reports import answered, jpeg, page, refused, report, upload

CANARY = "Kanariveien 7"
GPS, ORIENTATION, MAKER, DESCRIPTION = 0x8825, 0x0112, 0x010F, 0x010E


def encoded(picture: Image.Image, kind: str, **options: Any) -> bytes:
    content = BytesIO()
    picture.save(content, kind, **options)
    return content.getvalue()


def from_a_phone() -> bytes:
    """Twice as wide as high, red on the left, lying on its side, with all that cameras add."""
    picture = Image.new("RGB", (2400, 1200), "blue")
    picture.paste("red", (0, 0, 1200, 1200))
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER], exif[DESCRIPTION] = 6, CANARY, CANARY
    exif.get_ifd(GPS).update({1: "N", 2: (59.0, 56.0, 1.0), 3: "E", 4: (10.0, 51.0, 1.0)})
    options = {"exif": exif, "comment": CANARY.encode(), "icc_profile": CANARY.encode() * 9}
    return encoded(picture, "JPEG", quality=95, dpi=(300, 300), **options)


def a_png_that_says(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def a_webp_that_says(width: int, height: int) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0" * 4 + size
    return b"RIFF" + struct.pack("<I", len(body)) + body


def shown(who: httpx.Client, picture: str, small: str = "") -> Image.Image:
    answer = who.get(f"/v1/pictures/{picture}{small}")
    assert answer.status_code == 200, answer.text
    return Image.open(BytesIO(answer.content))


@pytest.fixture
def worker(house: House) -> httpx.Client:
    return house.as_(Role.ENV_WORKER)


@pytest.fixture
def incident(worker: httpx.Client) -> str:
    key: str = report(worker)["id"]
    return key


def test_nothing_of_the_camera_remains(worker: httpx.Client, incident: str) -> None:
    raw = from_a_phone()
    assert CANARY.encode() in raw
    key = answered(upload(worker, incident, raw), 201)["id"]
    for small in ("", "/thumbnail"):
        answer = worker.get(f"/v1/pictures/{key}{small}")
        assert CANARY.encode() not in answer.content
        assert b"Exif" not in answer.content
        picture = Image.open(BytesIO(answer.content))
        assert dict(picture.getexif()) == {}
        assert not {"exif", "icc_profile", "comment", "xmp", "photoshop"} & picture.info.keys()


@pytest.mark.parametrize("orientation", range(10))
def test_it_is_turned_as_the_camera_says(
    worker: httpx.Client, incident: str, orientation: int
) -> None:
    lying = Image.new("RGB", (64, 32), "blue")
    lying.paste("red", (0, 0, 32, 16))
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    sent = encoded(lying, "PNG", exif=exif)
    expected = ImageOps.exif_transpose(Image.open(BytesIO(sent)))
    got = shown(worker, answered(upload(worker, incident, sent), 201)["id"])
    assert got.size == expected.size
    for corner in ((4, 4), (got.width - 5, 4), (4, got.height - 5)):
        pixel, wanted = got.getpixel(corner), expected.getpixel(corner)
        assert isinstance(pixel, tuple)
        assert isinstance(wanted, tuple)
        assert all(abs(a - b) < 60 for a, b in zip(pixel, wanted, strict=True))


def test_it_is_upright_and_no_larger_than_a_screen(worker: httpx.Client, incident: str) -> None:
    made = answered(upload(worker, incident, from_a_phone()), 201)
    assert (made["width"], made["height"]) == (800, 1600)
    assert made["bytes"] < len(from_a_phone())
    whole = shown(worker, made["id"]).convert("RGB")
    assert whole.size == (800, 1600)
    top, bottom = whole.getpixel((400, 100)), whole.getpixel((400, 1500))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[0] > 200 > top[2]
    assert bottom[2] > 200 > bottom[0]
    assert shown(worker, made["id"], "/thumbnail").size == (160, 320)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "JPEG", "GIF-animated-PNG"])
def test_what_phones_send_is_told_by_its_content(
    worker: httpx.Client, incident: str, kind: str
) -> None:
    note = PngInfo()
    note.add_text("Comment", CANARY)
    see_through = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    made = {
        "PNG": lambda: encoded(see_through, "PNG", pnginfo=note),
        "WEBP": lambda: encoded(see_through, "WEBP", exif=b"Exif\0\0" + CANARY.encode()),
        "JPEG": lambda: encoded(Image.new("CMYK", (300, 200)), "JPEG"),
        "GIF-animated-PNG": lambda: encoded(
            see_through, "PNG", save_all=True, append_images=[see_through]
        ),
    }[kind]()
    answer = upload(worker, incident, made, name="../../etc/passwd.exe")
    key = answered(answer, 201)["id"]
    picture = shown(worker, key)
    assert (picture.format, picture.size, picture.mode) == ("JPEG", (300, 200), "RGB")
    assert CANARY.encode() not in worker.get(f"/v1/pictures/{key}").content
    if kind != "JPEG":
        assert picture.getpixel((10, 10)) == (255, 255, 255)


REFUSED: dict[str, tuple[Callable[[], bytes], int, str]] = {
    "nothing": (lambda: b"", 422, "picture-empty"),
    "HTML": (lambda: b"<html><script>alert(1)</script>", 422, "picture-unknown-kind"),
    "SVG": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", 422, "picture-unknown-kind"),
    "PDF": (lambda: b"%PDF-1.7\n" + b"x" * 100, 422, "picture-unknown-kind"),
    "GIF": (lambda: encoded(Image.new("P", (9, 9)), "GIF"), 422, "picture-unknown-kind"),
    "cut short": (lambda: jpeg()[:900], 422, "picture-unreadable"),
    "a beginning": (lambda: b"\xff\xd8\xff", 422, "picture-unreadable"),
    "a PNG's beginning": (lambda: b"\x89PNG\r\n\x1a\n", 422, "picture-unreadable"),
    "a WebP's beginning": (lambda: b"RIFF\0\0\0\0WEBP", 422, "picture-unreadable"),
    "damaged": (lambda: jpeg()[:200] + b"\0" * 4000, 422, "picture-unreadable"),
    "a bomb": (lambda: a_png_that_says(30_000, 30_000), 422, "picture-too-many-pixels"),
    "a small bomb": (lambda: a_png_that_says(7_100, 7_100), 422, "picture-too-many-pixels"),
    "a bomb in WebP": (lambda: a_webp_that_says(16_000, 16_000), 422, "picture-too-many-pixels"),
    "a heavy one": (lambda: jpeg() + b"\0" * files.LARGEST_PICTURE, 413, "picture-too-large"),
    "a huge one": (lambda: jpeg() + b"\0" * 20_000_000, 413, "picture-too-large"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_picture_is_refused_at_its_field(
    worker: httpx.Client, incident: str, settings: Settings, what: str
) -> None:
    make, status, kind = REFUSED[what]
    before = set(settings.files_dir.rglob("*"))
    refused(upload(worker, incident, make()), status, kind, "picture")
    assert set(settings.files_dir.rglob("*")) == before
    assert page(worker, incident)["pictures"] == []


def test_an_upload_without_a_file_says_so(worker: httpx.Client, incident: str) -> None:
    address = f"/v1/incidents/{incident}/pictures"
    for sent in ({"files": {"image": ("a.jpg", jpeg())}}, {"data": {"picture": "text"}}):
        answer = worker.post(address, **sent)
        refused(answer, 422, "invalid-request", "picture")
    bad = upload(worker, incident, jpeg(), caption="x" * 201)
    refused(bad, 422, "invalid-request", "caption")
    bad = upload(worker, incident, jpeg(), audience="everybody")
    refused(bad, 422, "invalid-request", "audience")


def test_an_unannounced_length_is_counted(worker: httpx.Client, incident: str) -> None:
    def endless() -> Any:
        yield b'--x\r\nContent-Disposition: form-data; name="picture"; filename="a.jpg"\r\n\r\n'
        for _ in range(14):
            yield b"\xff" * 1024 * 1024

    answer = worker.post(
        f"/v1/incidents/{incident}/pictures",
        content=endless(),
        headers={"Content-Type": "multipart/form-data; boundary=x"},
    )
    refused(answer, 413, "picture-too-large", "picture")


def test_the_eleventh_is_one_too_many(worker: httpx.Client, incident: str) -> None:
    small = jpeg(20, 20)
    for _ in range(10):
        answered(upload(worker, incident, small), 201)
    refused(upload(worker, incident, small), 409, "too-many-pictures", "picture")


def test_a_repeated_upload_is_kept_once(worker: httpx.Client, incident: str) -> None:
    key, address = {"Idempotency-Key": str(uuid4())}, f"/v1/incidents/{incident}/pictures"
    file = {"picture": ("a.jpg", jpeg(), "image/jpeg")}
    first, again = (worker.post(address, files=file, headers=key) for _ in range(2))
    assert first.json() == again.json()
    assert len(page(worker, incident)["pictures"]) == 1


def test_it_stands_in_the_timeline_and_on_the_page(house: House, incident: str) -> None:
    worker = house.as_(Role.ENV_WORKER)
    made = answered(upload(worker, incident, jpeg(), caption="Under vasken 🔧"), 201)
    whole = page(worker, incident)
    (picture,) = whole["pictures"]
    assert picture | {"created_at": ""} == made | {"created_at": ""}
    assert (made["author"]["id"], made["audience"]) == (str(worker.id), "internal")
    entry = whole["entries"][-1]
    assert (entry["kind"], entry["picture_id"]) == ("picture", made["id"])


def test_it_is_served_as_a_picture_and_nothing_else(house: House, incident: str) -> None:
    worker = house.as_(Role.ENV_WORKER)
    key = answered(upload(worker, incident, jpeg(), name="<b>.html"), 201)["id"]
    answer = worker.get(f"/v1/pictures/{key}")
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["content-disposition"] == "inline"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"].startswith("private")
    logged = house.rows(
        "SELECT page FROM disclosure_log WHERE %s = ANY (record_ids) AND actor_id = %s",
        key,
        worker.id,
    )
    assert ("incidents.picture",) in logged
    assert worker.get(f"/v1/pictures/{uuid4()}").status_code == 404


def test_the_district_decides_who_sees_it(house: House, incident: str) -> None:
    worker, landlord = house.as_(Role.ENV_WORKER), house.as_(Role.OPERATIONS)
    key = answered(upload(worker, incident, jpeg()), 201)["id"]
    assert landlord.get(f"/v1/pictures/{key}").status_code == 404
    change = {"audience": "partners"}
    assert landlord.patch(f"/v1/pictures/{key}", json=change).status_code == 403
    assert answered(worker.patch(f"/v1/pictures/{key}", json=change))["audience"] == "partners"
    assert landlord.get(f"/v1/pictures/{key}/thumbnail").status_code == 200
    entry = page(worker, incident)["entries"][-1]
    assert entry["changes"] == [{"field": "audience", "old": "internal", "new": "partners"}]


def test_a_picture_whose_file_is_lost_is_a_named_problem(
    worker: httpx.Client, incident: str, settings: Settings, house: House
) -> None:
    made = answered(upload(worker, incident, jpeg()), 201)["id"]
    ((key,),) = house.rows("SELECT storage_key FROM incident_pictures WHERE id = %s", made)
    for file in settings.files_dir.rglob(f"{key}*"):
        file.unlink()
    refused(worker.get(f"/v1/pictures/{made}"), 404, "picture-gone")


def test_files_lie_under_random_names_for_the_service_alone(
    worker: httpx.Client, incident: str, settings: Settings
) -> None:
    before = set(settings.files_dir.rglob("*.jpg"))
    answered(upload(worker, incident, jpeg(), name="Ola Nordmann.jpg"), 201)
    made = set(settings.files_dir.rglob("*.jpg")) - before
    assert len(made) == 2
    for file in made:
        assert file.stat().st_mode & 0o077 == 0
        assert len(file.name.partition(".")[0]) == 32
    assert list(settings.files_dir.rglob("*.part")) == []


def test_a_file_without_a_row_is_swept_when_it_is_old(
    worker: httpx.Client, incident: str, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    before, folder = set(settings.files_dir.rglob("*.jpg")), settings.files_dir / "ab"
    answered(upload(worker, incident, jpeg()), 201)
    shown = set(settings.files_dir.rglob("*.jpg")) - before
    folder.mkdir(exist_ok=True)
    orphans = {folder / f"ab{'0' * 30}{end}" for end in (".jpg", ".small.jpg", ".part")}
    fresh = folder / f"ab{'1' * 30}.jpg"
    for file in (*orphans, fresh):
        file.write_bytes(b"x")
    for file in (*orphans, *shown):
        os.utime(file, (0, 0))
    runner.sweep()
    assert "Removed 3 files" in capsys.readouterr().out
    assert set(settings.files_dir.rglob("*.*")) >= {*shown, fresh}
    assert not any(file.exists() for file in orphans)
    fresh.unlink()
