"""The keys of a case file and what stands under them; values themselves are the models' business."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "data" / "demo"

Problem = tuple[str, str]

PAIR = ("zh", "en")


@dataclass(frozen=True)
class Shape:
    """Keys of a mapping: `texts` are pairs of languages, `numbers` figures, `lists` lists of words.

    Every key not in `optional` must be there; `rows` name lists of mappings with a shape.
    """

    words: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    rows: dict[str, "Shape"] = field(default_factory=dict)

    @property
    def keys(self) -> set[str]:
        return {
            *self.words, *self.dates, *self.numbers, *self.lists, *self.texts, *self.rows,
        }  # fmt: skip


PLACE = Shape(
    words=("place",),
    numbers=("latitude", "longitude"),
    texts=("site",),
    optional=("site", "latitude", "longitude"),
)
PARTNER = Shape(words=("role", "organisation"), texts=("name",), optional=("organisation",))
BLOCK = Shape(
    texts=("title", "done", "who", "cost_share", "enabling_factors", "lessons"),
    optional=("who", "cost_share", "enabling_factors", "lessons"),
)
BASELINE = Shape(numbers=("value",), texts=("note",), optional=("note",))
INDICATOR = Shape(
    words=("qualifier", "source", "grade", "series"),
    dates=("as_of",),
    numbers=("value",),
    texts=("name", "unit", "period", "definition", "method"),
    optional=("method", "series", "baseline", "source", "grade"),
    rows={"baseline": BASELINE},
)
MONEY = Shape(
    words=("kind", "currency", "funding", "source"),
    numbers=("amount", "year"),
    texts=("note",),
    optional=("note", "source", "year"),
)
SOURCE = Shape(
    words=(
        "key", "type", "author", "title", "title_translation", "container", "publisher", "url",
        "language", "grade",
    ),
    dates=("issued",),
    optional=("author", "title_translation", "container", "publisher", "url", "issued"),
)  # fmt: skip
CASE = Shape(
    words=(
        "number", "slug", "slug_zh", "source_language", "hierarchy_step", "business_model", "scale",
        "phase", "organisation",
    ),
    dates=("started", "ended", "results_from", "results_to"),
    numbers=("coast_length_km", "area_km2"),
    lists=("published", "themes", "waste_streams", "instruments", "sdg_targets"),
    texts=(
        "title", "short_title", "summary", "lead_organisation", "background", "results",
        "success_factors", "difficulties", "did_not_work", "replication_conditions",
        "replications_known",
    ),
    optional=(
        "started", "ended", "results_from", "results_to", "coast_length_km", "area_km2", "money",
        "partners", "replications_known", "organisation",
    ),
    rows={
        "places": PLACE,
        "partners": PARTNER,
        "blocks": BLOCK,
        "indicators": INDICATOR,
        "money": MONEY,
        "sources": SOURCE,
    },
)  # fmt: skip


def _is(*kinds: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, kinds) and not isinstance(value, bool)


def _is_word_list(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


FORMS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "numbers": (_is(int, Decimal), "write a plain number"),
    "lists": (_is_word_list, "write a list of words; put quotes around what looks like a number"),
    "dates": (_is(str, int), "write a date as YYYY, YYYY-MM or YYYY-MM-DD"),
    "words": (_is(str), "write a word; put quotes around what looks like a number or yes and no"),
}


def problems(data: Any, shape: Shape = CASE, prefix: str = "") -> Iterator[Problem]:
    """Yield (key, cure) for everything whose form is wrong."""
    if not isinstance(data, dict):
        yield prefix or "file", "write keys and values here"
        return
    for key in sorted(str(key) for key in data.keys() - shape.keys):
        yield prefix + key, "is no key of the format; remove or correct it"
    for key in sorted(shape.keys - data.keys() - set(shape.optional)):
        yield prefix + key, "is missing; add it"
    for key in sorted(shape.keys & data.keys()):
        yield from _value_problems(data[key], key, shape, prefix)


def _value_problems(value: Any, key: str, shape: Shape, prefix: str) -> Iterator[Problem]:
    name = prefix + key
    if value is None and key in shape.optional:
        return
    if key in shape.texts:
        yield from _pair_problems(value, name)
    elif key in shape.rows:
        yield from _row_problems(value, name, shape.rows[key])
    else:
        is_right, cure = FORMS[next(kind for kind in FORMS if key in getattr(shape, kind))]
        if not is_right(value):
            yield name, cure


def _row_problems(value: Any, name: str, shape: Shape) -> Iterator[Problem]:
    """A list of mappings, or a single mapping such as a baseline."""
    if isinstance(value, dict):
        yield from problems(value, shape, f"{name}.")
    elif isinstance(value, list):
        for index, row in enumerate(value, start=1):
            yield from problems(row, shape, f"{name}[{index}].")
    else:
        yield name, "write a list"


def _pair_problems(value: Any, name: str) -> Iterator[Problem]:
    if not isinstance(value, dict) or set(value) != set(PAIR):
        yield name, "write {zh: …, en: …}"
        return
    for language in PAIR:
        if not isinstance(value[language], str):
            yield f"{name}.{language}", 'write a text; "" when there is none'
