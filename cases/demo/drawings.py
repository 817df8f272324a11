"""Drawings for demo cases, made by this file: a coast, and on it what the case is about.

No photo is in the repository, and no demo picture shows a real place. No two cases have the same
drawing: light, land and water follow from the name of the case.
"""

import math
from collections.abc import Callable
from random import Random
from typing import Final

from cases.demo.scenery import LIGHTS, WHITE, Drawing, coast

SKY, HAZE, SEA, INK = "#dfeef0", "#bfdfe4", "#075468", "#0d262f"
ACCENT, GREEN, LIGHT = "#bd4516", "#17653f", "#86ccd6"
SAND, SHADE = "#f0e3cb", "#dcc7a0"
WIDEST_SHIFT: Final = 12.0


def floats(drawing: Drawing) -> None:
    """A raft of round floats, held by ropes."""
    for row in range(3):
        y = 56 + row * 8
        drawing.line(WHITE, 0.5, (-20, y - 0.8), (180, y + 3.8))
        for column in range(-2, 9):
            drawing.disc(
                ACCENT if (row + column) % 3 else WHITE, 20 + column * 20 + row * 4, y + 1, 3, 0.8
            )


def transect(drawing: Drawing) -> None:
    """A square and flags on the beach, where litter is counted."""
    drawing.line(ACCENT, 0.7, (58, 84), (100, 84), (108, 95), (50, 95), (58, 84))
    for x, y in ((58, 84), (100, 84), (108, 95), (50, 95)):
        drawing.line(INK, 0.5, (x, y), (x, y - 12))
        drawing.shape(ACCENT, (x, y - 12), (x + 6, y - 10), (x, y - 8))
    for x, y, colour in ((70, 88, SEA), (84, 91, WHITE), (93, 87, GREEN), (76, 93, INK)):
        drawing.box(colour, x, y, 2.4, 1.2)


def boat(drawing: Drawing) -> None:
    """A boat that gathers what floats, with a boom beside it."""
    drawing.shape(WHITE, (48, 56), (104, 56), (97, 66), (54, 66))
    drawing.box(ACCENT, 50, 59, 51, 1.6)
    drawing.box(WHITE, 60, 44, 18, 12)
    drawing.box(SEA, 63, 47, 12, 4)
    drawing.line(INK, 0.7, (84, 56), (84, 38), (99, 47))
    for step in range(11):
        drawing.disc(ACCENT, 100 + step * 4, 65 + 4 * math.sin(step / 3), 1.5, 0.8)


def bottles(drawing: Drawing) -> None:
    """Bottles on their way into a box."""
    drawing.box(GREEN, 96, 66, 34, 27)
    drawing.box(WHITE, 96, 72, 34, 3)
    for number in range(5):
        x, y = 30 + number * 13, 72 - 10 * math.sin(number / 1.4)
        drawing.box((LIGHT, WHITE)[number % 2], x, y, 6, 14)
        drawing.box((LIGHT, WHITE)[number % 2], x + 1.8, y - 4, 2.4, 5)
        drawing.box(ACCENT, x + 1.5, y - 5.5, 3, 2)


def bag(drawing: Drawing) -> None:
    """A bag of cloth for many ways to the market."""
    drawing.line(INK, 1.4, (68, 62), (70, 46), (90, 46), (92, 62))
    drawing.shape(WHITE, (60, 60), (100, 60), (105, 94), (55, 94))
    drawing.disc(SEA, 80, 76, 8)
    drawing.shape(LIGHT, (72.4, 78), (80, 73), (87.6, 78), (80, 83))


def island(drawing: Drawing) -> None:
    """An island with palms."""
    drawing.disc(GREEN, 84, 57, 26, 0.34)
    drawing.disc(SAND, 84, 61, 31, 0.16)
    for x, lean in ((72, -5), (88, 4), (98, 8)):
        drawing.line(SHADE, 1.2, (x, 58), (x + lean / 2, 46), (x + lean, 36))
        for angle in range(0, 360, 60):
            tip = (
                x + lean + 8 * math.cos(math.radians(angle)),
                36 + 4 * math.sin(math.radians(angle)),
            )
            drawing.line(GREEN, 1.4, (x + lean, 36), tip)


def city(drawing: Drawing) -> None:
    """Houses by the sea, and four bins for what they sort."""
    for number, height in enumerate((16, 24, 19, 28, 14, 22, 17)):
        x = 22 + number * 17
        drawing.box((WHITE, HAZE, SKY)[number % 3], x, 50 - height, 13, height)
        for row in range(int(height // 6)):
            drawing.box(SEA, x + 3, 53 - height + row * 6, 7, 2)
    for number, colour in enumerate((SEA, GREEN, ACCENT, INK)):
        drawing.box(colour, 52 + number * 15, 80, 10, 13)
        drawing.box(WHITE, 51 + number * 15, 78.6, 12, 1.8)


def people(drawing: Drawing) -> None:
    """Figures with sacks along the waterline; nobody in particular."""
    for number in range(6):
        x, y = 26 + number * 21, 80 + 3 * math.sin(number * 2)
        colour = (SEA, ACCENT, GREEN)[number % 3]
        drawing.disc(INK, x, y - 9, 1.8)
        drawing.shape(colour, (x - 2.4, y - 7), (x + 2.4, y - 7), (x + 3, y + 3), (x - 3, y + 3))
        drawing.line(INK, 1, (x - 1.4, y + 3), (x - 1.4, y + 9))
        drawing.line(INK, 1, (x + 1.4, y + 3), (x + 1.4, y + 9))
        drawing.disc(WHITE, x + 6, y + 5, 3.4, 1.1)


# What stands on the coast, by the first theme of a case.
MOTIFS: Final[dict[str, Callable[[Drawing], None]]] = {
    "fishing-gear": floats,
    "litter-monitoring": transect,
    "marine-sanitation": boat,
    "recycling-economy": bottles,
    "plastic-policy": bag,
    "tourism-islands": island,
    "urban-waste-management": city,
    "zero-waste-city": city,
    "awareness-participation": people,
}
BEACHES: Final[dict[Callable[[Drawing], None], float]] = {bag: 70, bottles: 70, city: 74}


def drawn(theme: str, name: str) -> bytes:
    """Return the drawing for a case of a theme as JPEG, the same for the same name every time."""
    motif, chance = MOTIFS[theme], Random(name)  # noqa: S311 (for looks, not for secrets)
    drawing = coast(chance.choice(LIGHTS), chance, beach=BEACHES.get(motif, 78))
    drawing.shift = chance.uniform(-WIDEST_SHIFT, WIDEST_SHIFT)
    motif(drawing)
    return drawing.jpeg(mirrored=chance.random() < 0.5)
