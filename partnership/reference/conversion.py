"""Counts of one list in the words of another, with nothing lost on the way."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


class Item(Protocol):
    """What is asked of a litter item here."""

    pk: int
    material: str


@dataclass(frozen=True)
class Converted:
    """`counts` by the key of the item in the other list; `left` by material what has no place there.

    Both together are what was given, material by material.
    """

    counts: Counter[int] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)


def convert(
    counts: Mapping[int, int], items: Mapping[int, Item], homes: Mapping[int, Item]
) -> Converted:
    """Move counts by the key of their item to the places that `homes` names.

    What has no place, or one of another material, stays as a number of its material: a wider item
    is never divided by guessing.
    """
    converted = Converted()
    for key, count in counts.items():
        home, material = homes.get(key), items[key].material
        if home is not None and home.material == material:
            converted.counts[home.pk] += count
        else:
            converted.left[material] += count
    return converted
