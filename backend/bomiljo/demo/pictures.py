"""Pictures as a telephone would take them, drawn here, for no camera was there."""

from collections.abc import Callable
from io import BytesIO
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

SIZE = WIDTH, HEIGHT = 1200, 900
Colour = tuple[int, int, int]
Drawing = Callable[[Random], Image.Image]


def taken(drawing: str) -> BytesIO:
    """The picture called `drawing`, the same each time, as a file that somebody sends."""
    random = Random(drawing)  # noqa: S311
    picture = _through_a_lens(DRAWINGS[drawing](random), random)
    file = BytesIO()
    picture.save(file, "JPEG", quality=88)
    file.seek(0)
    return file


def _through_a_lens(picture: Image.Image, random: Random) -> Image.Image:
    grain = Image.frombytes("L", SIZE, random.randbytes(WIDTH * HEIGHT)).convert("RGB")
    blurred = picture.filter(ImageFilter.GaussianBlur(1.4))
    dark = Image.new("L", SIZE, 150)
    ImageDraw.Draw(dark).ellipse((-150, -150, WIDTH + 150, HEIGHT + 150), fill=255)
    corners = dark.filter(ImageFilter.GaussianBlur(160)).convert("RGB")
    return ImageChops.multiply(Image.blend(blurred, grain, 0.035), corners)


def _surface(top: Colour, bottom: Colour) -> Image.Image:
    return Image.composite(
        Image.new("RGB", SIZE, bottom),
        Image.new("RGB", SIZE, top),
        Image.linear_gradient("L").resize(SIZE),
    )


def _stain(picture: Image.Image, random: Random, reach: int, colour: Colour) -> None:
    """Rings of damp that have dried at different times."""
    for size, strength in ((reach, 60), (int(reach * 0.8), 90), (int(reach * 0.5), 120)):
        mask = Image.new("L", SIZE)
        draw = ImageDraw.Draw(mask)
        for _ in range(26):
            x = int(random.gauss(WIDTH * 0.55, size * 0.45))
            y = int(random.gauss(HEIGHT * 0.45, size * 0.3))
            draw.ellipse(
                (x - size // 3, y - size // 4, x + size // 3, y + size // 4), fill=strength
            )
        soft = mask.filter(ImageFilter.GaussianBlur(14))
        edge = ImageChops.subtract(soft, soft.filter(ImageFilter.GaussianBlur(30)))
        picture.paste(Image.new("RGB", SIZE, colour), mask=ImageChops.add(soft, edge, 1.4))


def _stained_ceiling(random: Random) -> Image.Image:
    picture = _surface((226, 224, 216), (204, 200, 190))
    draw = ImageDraw.Draw(picture)
    for seam in (260, 640, 1020):
        draw.line((seam, 0, seam - 60, HEIGHT), fill=(190, 186, 176), width=4)
    _stain(picture, random, 330, (150, 112, 62))
    draw.ellipse((90, 90, 330, 330), fill=(244, 242, 236), outline=(180, 176, 166), width=6)
    draw.ellipse((130, 130, 290, 290), fill=(255, 252, 240))
    for _ in range(9):
        x, y = int(random.gauss(660, 130)), int(random.gauss(440, 80))
        draw.ellipse((x, y, x + 14, y + 20), fill=(176, 160, 128), outline=(240, 240, 236))
    return picture


def _drying_machine(random: Random) -> Image.Image:
    picture = _surface((198, 204, 206), (160, 166, 168))
    _stain(picture, random, 180, (140, 128, 108))
    draw = ImageDraw.Draw(picture)
    draw.polygon(((0, 700), (WIDTH, 660), (WIDTH, HEIGHT), (0, HEIGHT)), fill=(112, 108, 102))
    draw.rounded_rectangle(
        (420, 300, 820, 800), 26, fill=(38, 88, 148), outline=(22, 50, 88), width=8
    )
    for y in range(360, 600, 26):
        draw.line((470, y, 770, y), fill=(18, 40, 70), width=10)
    draw.rectangle((500, 650, 740, 730), fill=(20, 26, 30))
    draw.text((540, 656), "46 %", fill=(120, 230, 140), font=ImageFont.load_default(60))
    draw.arc((760, 560, 1080, 880), 180, 330, fill=(228, 204, 72), width=26)
    return picture


def _broken_lock(_random: Random) -> Image.Image:
    picture = _surface((92, 104, 116), (64, 74, 84))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((640, 0, 720, HEIGHT), fill=(34, 40, 46))
    draw.rectangle((720, 0, WIDTH, HEIGHT), fill=(150, 146, 136))
    draw.rounded_rectangle(
        (360, 240, 540, 680), 18, fill=(176, 178, 180), outline=(96, 98, 100), width=5
    )
    draw.ellipse((410, 300, 490, 380), fill=(120, 122, 124), outline=(60, 62, 64), width=5)
    draw.rounded_rectangle(
        (200, 470, 470, 530), 28, fill=(200, 202, 204), outline=(110, 112, 114), width=5
    )
    plate = Image.new("RGBA", (150, 420))
    on_plate = ImageDraw.Draw(plate)
    on_plate.rounded_rectangle(
        (4, 4, 146, 416), 14, fill=(188, 184, 170), outline=(90, 88, 80), width=5
    )
    on_plate.rectangle((46, 130, 104, 290), fill=(24, 24, 24))
    on_plate.ellipse((56, 30, 94, 68), fill=(60, 58, 52))
    tilted = plate.rotate(-9, expand=True, resample=Image.Resampling.BICUBIC)
    picture.paste(tilted, (706, 250), tilted)
    draw.ellipse((800, 596, 836, 632), fill=(18, 18, 18))
    draw.line((846, 690, 900, 716), fill=(200, 198, 190), width=16)
    draw.ellipse((890, 696, 930, 736), fill=(208, 206, 198), outline=(90, 88, 80), width=4)
    return picture


def _washing_machine(random: Random) -> Image.Image:
    picture = _surface((206, 208, 204), (172, 174, 170))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((200, 40, 1000, HEIGHT), fill=(240, 241, 242), outline=(150, 152, 154), width=6)
    draw.rectangle((200, 40, 1000, 220), fill=(222, 224, 226), outline=(150, 152, 154), width=4)
    draw.rectangle((620, 80, 860, 180), fill=(16, 18, 20))
    draw.text((655, 84), "E18", fill=(255, 84, 60), font=ImageFont.load_default(84))
    draw.ellipse((280, 86, 380, 186), fill=(190, 192, 194), outline=(120, 122, 124), width=5)
    draw.ellipse((340, 290, 860, 810), fill=(188, 192, 196), outline=(112, 116, 120), width=10)
    draw.ellipse((400, 350, 800, 750), fill=(60, 78, 92))
    draw.chord((400, 350, 800, 750), 5, 175, fill=(116, 150, 168))
    for colour in ((190, 70, 70), (230, 220, 200), (70, 100, 160), (90, 140, 90)):
        x, y = int(random.gauss(590, 70)), int(random.gauss(640, 30))
        draw.ellipse((x - 70, y - 36, x + 70, y + 36), fill=colour)
    return picture


def _full_bins(random: Random) -> Image.Image:
    picture = _surface((176, 190, 202), (214, 216, 212))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 600, WIDTH, HEIGHT), fill=(120, 118, 114))
    for x, lid in ((90, (60, 62, 66)), (400, (52, 110, 66)), (710, (44, 84, 140))):
        draw.polygon(((x, 330), (x + 250, 330), (x + 226, 730), (x + 24, 730)), fill=(78, 82, 86))
        draw.polygon(((x - 14, 330), (x + 264, 330), (x + 240, 250), (x + 10, 262)), fill=lid)
        draw.ellipse((x + 20, 700, x + 80, 760), fill=(24, 24, 24))
        draw.ellipse((x + 50, 210, x + 190, 320), fill=(232, 232, 228))
    for _ in range(8):
        x, y = random.randint(40, 1060), random.randint(690, 800)
        colour = random.choice(((236, 236, 232), (52, 54, 58), (92, 150, 92), (40, 96, 160)))
        draw.ellipse((x, y, x + 170, y + 120), fill=colour, outline=(70, 70, 70), width=3)
        draw.polygon(
            ((x + 70, y + 8), (x + 100, y + 8), (x + 108, y - 26), (x + 62, y - 26)), fill=colour
        )
    return picture


DRAWINGS: dict[str, Drawing] = {
    "stained_ceiling": _stained_ceiling,
    "drying_machine": _drying_machine,
    "broken_lock": _broken_lock,
    "washing_machine": _washing_machine,
    "full_bins": _full_bins,
}
