"""The figures of a case, those of the same thing together."""

from collections.abc import Iterable
from typing import NamedTuple

from cases.dossier.rows import Indicator


class Counted(NamedTuple):
    """What was counted, and its figures in their order.

    `definition` and `method` are those all figures share. Where they differ they are empty, and
    each figure's own stands beside it.
    """

    name: str
    definition: str
    method: str
    rows: list[Indicator]


def counted(rows: Iterable[Indicator]) -> list[Counted]:
    """Return the figures by the name of what they count, in the order of first appearance."""
    named: dict[str, list[Indicator]] = {}
    for row in rows:
        named.setdefault(row.name, []).append(row)
    return [
        Counted(
            name, _shared(row.definition for row in each), _shared(row.method for row in each), each
        )
        for name, each in named.items()
    ]


def _shared(texts: Iterable[str]) -> str:
    """Return the text when there is but one."""
    different = set(texts)
    return different.pop() if len(different) == 1 else ""
