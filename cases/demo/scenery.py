"""The coasts behind the demo drawings: a sheet to draw on, lights of the day, shapes of land.

Sizes are in hundredths of the drawing's height, so that a drawing of any size looks the same.
"""

import io
import math
from collections.abc import Callable
from random import Random
from typing import Final, NamedTuple

from PIL import Image, ImageDraw, ImageOps

SIZE: Final = (1440, 900)  # pixels
UNIT: Final = SIZE[1] / 100
WHITE: Final = "#ffffff"
HORIZON: Final = 48

Point = tuple[float, float]


class Light(NamedTuple):
    """The colours of a time of day: far hills are pale, near ones strong; three of the sea."""

    sky: str
    sun: str
    far: str
    near: str
    sea: tuple[str, str, str]
    sand: str
    shade: str


LIGHTS: Final = (
    Light("#dfeef0", WHITE, "#bfdfe4", "#86ccd6", ("#075468", "#064a5c", "#06303e"), "#f0e3cb", "#dcc7a0"),
    Light("#fbeedd", "#fff9ea", "#f0d3b4", "#d9a887", ("#2c6e86", "#225d75", "#184a60"), "#f3dfc0", "#dcbf93"),
    Light("#f6dcd2", "#fff1df", "#dfa9a3", "#a9748a", ("#45557f", "#384771", "#2b385d"), "#ecd3bd", "#d2ae93"),
    Light("#e6eaea", "#f7f9f9", "#c3cfd1", "#92a7ab", ("#496f78", "#3d6069", "#304f58"), "#e4dccd", "#c9bda7"),
    Light("#e3f2ea", WHITE, "#b9ddca", "#6fb597", ("#0e756c", "#0b645d", "#084f4a"), "#f2ead0", "#d9cca2"),
    Light("#2f5268", "#f7efd8", "#406880", "#24455b", ("#163a4f", "#102f42", "#0a2433"), "#b9ad97", "#958a76"),
)  # fmt: skip


class Drawing:
    """A sheet on which shapes are placed in hundredths of its height; 160 wide, 100 high. `shift`
    moves what is placed to the right."""

    def __init__(self, sky: str = WHITE) -> None:
        self.image = Image.new("RGB", SIZE, sky)
        self.pen = ImageDraw.Draw(self.image)
        self.shift = 0.0

    def shape(self, colour: str, *points: Point) -> None:
        self.pen.polygon([self._place(point) for point in points], fill=colour)

    def box(self, colour: str, x: float, y: float, width: float, height: float) -> None:
        self.shape(colour, (x, y), (x + width, y), (x + width, y + height), (x, y + height))

    def disc(self, colour: str, x: float, y: float, radius: float, squash: float = 1.0) -> None:
        upper = self._place((x - radius, y - radius * squash))
        lower = self._place((x + radius, y + radius * squash))
        self.pen.ellipse([upper, lower], fill=colour)

    def line(self, colour: str, width: float, *points: Point) -> None:
        path = [self._place(point) for point in points]
        self.pen.line(path, fill=colour, width=max(1, round(width * UNIT)), joint="curve")

    def wave(self, colour: str, top: float, height: float, length: float, shift: float = 0) -> None:
        """Fill everything below a wavy line."""
        crest = [(x, top + height * math.sin((x + shift) / length)) for x in range(0, 162, 2)]
        self.shape(colour, *crest, (160, 100), (0, 100))

    def jpeg(self, *, mirrored: bool = False) -> bytes:
        image = ImageOps.mirror(self.image) if mirrored else self.image
        stream = io.BytesIO()
        image.save(stream, "JPEG", quality=90)
        return stream.getvalue()

    def _place(self, point: Point) -> Point:
        x, y = point
        return (x + self.shift) * UNIT, y * UNIT


def hills(drawing: Drawing, colour: str, height: float, chance: Random) -> None:
    """Soft hills."""
    top = HORIZON - height * 0.6
    drawing.wave(colour, top, height * 0.5, chance.uniform(10, 19), chance.uniform(0, 60))


def peaks(drawing: Drawing, colour: str, height: float, chance: Random) -> None:
    """Mountains with sharp tops."""
    x = chance.uniform(-30, -10)
    while x < 160:
        width, top = chance.uniform(26, 44), HORIZON - height * chance.uniform(0.7, 1.5)
        drawing.shape(colour, (x, HORIZON), (x + width * 0.45, top), (x + width, HORIZON))
        x += width * chance.uniform(0.5, 0.8)


def towers(drawing: Drawing, colour: str, height: float, chance: Random) -> None:
    """Rocks that rise steeply from the water, rounded at the top."""
    x = chance.uniform(-4, 8)
    while x < 156:
        width, top = chance.uniform(7, 15), HORIZON - height * chance.uniform(0.8, 1.7)
        drawing.disc(colour, x + width / 2, top + width / 2, width / 2)
        drawing.box(colour, x, top + width / 2, width, HORIZON - top)
        x += width * chance.uniform(0.8, 2.6)


def volcano(drawing: Drawing, colour: str, height: float, chance: Random) -> None:
    """One great cone above a low shore."""
    x, top = chance.uniform(30, 115), HORIZON - height * 2.1
    slope = [(x - 42, HORIZON), (x - 5, top), (x - 2, top + 1.6), (x + 3, top + 0.8), (x + 6, top)]
    drawing.shape(colour, *slope, (x + 46, HORIZON))
    drawing.wave(colour, HORIZON - height * 0.25, height * 0.2, 9, chance.uniform(0, 40))


def trees(drawing: Drawing, colour: str, height: float, chance: Random) -> None:
    """A low shore with the crowns of a mangrove forest."""
    x = -4.0
    while x < 164:
        radius = chance.uniform(3, 6)
        drawing.disc(colour, x, HORIZON - height * chance.uniform(0.3, 0.75), radius, 0.8)
        x += radius * 1.1
    drawing.box(colour, -10, HORIZON - height * 0.4, 180, height * 0.5)


SHORES: Final[tuple[Callable[[Drawing, str, float, Random], None], ...]] = (
    hills,
    peaks,
    towers,
    volcano,
    trees,
)


def coast(light: Light, chance: Random, *, beach: float = 78) -> Drawing:
    """Return a sheet with sky, land, sea and the beach, whose upper edge is at `beach`."""
    drawing = Drawing(light.sky)
    drawing.disc(light.sun, chance.uniform(18, 142), chance.uniform(14, 26), chance.uniform(6, 10))
    far, near = chance.sample(SHORES, 2)
    far(drawing, light.far, 13, chance)
    near(drawing, light.near, 6.5, chance)
    drawing.box(light.sea[0], 0, HORIZON, 160, 52)
    for row, top in enumerate((56, 64, 72)):
        drawing.wave(light.sea[row], top, 1.2, 6, row * 9 + chance.uniform(0, 30))
    edge = chance.uniform(0, 60)
    drawing.wave(WHITE, beach - 1.5, 1.6, 13, edge)
    drawing.wave(light.sand, beach, 1.6, 13, edge)
    drawing.wave(light.shade, beach + 15, 2, 21, edge)
    return drawing
