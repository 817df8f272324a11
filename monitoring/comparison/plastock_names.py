"""What the columns of a table of beaches mean, by the words in their names."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple


class Measure(NamedTuple):
    """`kind`: items, 100 m, m2, km2, index or class; of plastic only, of 2.5 cm and more only."""

    kind: str
    plastic: bool = False
    large: bool = False


KINDS = (
    ("class", "class"),
    ("cci", "index"),
    ("clean_coast", "index"),
    ("100m", "100 m"),
    ("100_m", "100 m"),
    ("km2", "km2"),
    ("_m2", "m2"),
    ("items", "items"),
    ("quantity", "items"),
    ("count", "items"),
)
EFFORT = {"length_m", "area_m2", "width_m"}


def measure_of(name: str) -> Measure | None:
    """Return the measure a column's name means, None for a name without a known word.

    An index and its class are of plastic items.
    """
    plain = name.lower().replace(" ", "_").replace("/", "_")
    if plain in EFFORT:
        return None
    kind = next((kind for word, kind in KINDS if word in plain), None)
    if kind is None:
        return None
    large = any(word in plain for word in ("2_5cm", "2.5cm", "2.5_cm", "25mm"))
    return Measure(kind, plastic="plastic" in plain or kind in {"index", "class"}, large=large)


def summaries_of(
    content: Mapping[str, Any], path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], float]]:
    """Yield every number in nested records with the names that lead to it."""
    for name, value in content.items():
        if isinstance(value, Mapping):
            yield from summaries_of(value, (*path, name))
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield (*path, name), float(value)
