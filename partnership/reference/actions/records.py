"""What the files say, ready to be compared with the database."""

from dataclasses import dataclass, field

from partnership.reference.actions.cells import Cells


@dataclass
class Record:
    """One row to come: its code and the values of its columns."""

    code: str
    values: dict[str, object]
    cells: Cells = field(repr=False)


@dataclass
class PlaceRecord(Record):
    """A place; other places are named by their codes. Aliases are (language, text)."""

    parent: str = ""
    successor: str = ""
    aliases: set[tuple[str, str]] = field(default_factory=set)


@dataclass
class BasinRecord(Record):
    """A river basin and the codes of its places."""

    places: set[str] = field(default_factory=set)


@dataclass
class Records:
    """Everything the files say; places in the order country, province, city."""

    places: list[PlaceRecord]
    basins: list[BasinRecord]
    themes: list[Record]
