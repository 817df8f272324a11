"""Tables whose columns somebody else has laid down."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Generic, TypeVar

from partnership.core.spreadsheets import csv_lines

NOTHING: Final = ""
Row = TypeVar("Row")


@dataclass(frozen=True)
class Sheet(Generic[Row]):
    """Columns in their fixed order, and which of them are filled from which attribute of a row.

    A column that is not in `filled` is always blank: columns for people's names, telephones and
    addresses are kept empty that way. `readers` turn texts into the values of a row.
    """

    name: str
    order: tuple[str, ...]
    row: type[Row]
    filled: Mapping[str, str]
    readers: Mapping[str, Callable[[str], Any]] = field(default_factory=dict)
    delimiter: str = ","

    def lines(self, rows: Iterable[Row]) -> Iterator[str]:
        """Yield the text of the file, heading first."""
        return csv_lines(self._table(rows), delimiter=self.delimiter, with_mark=False)

    def read(self, cells: Mapping[str, str]) -> Row:
        """Return the row that a line of such a file stands for; blank stays unknown."""
        values = {
            attribute: self._value(column, cells[column])
            for column, attribute in self.filled.items()
        }
        return self.row(**values)

    def _table(self, rows: Iterable[Row]) -> Iterator[Iterable[object]]:
        yield self.order
        for row in rows:
            yield [self._cell(row, column) for column in self.order]

    def _cell(self, row: Row, column: str) -> object:
        if column not in self.filled:
            return NOTHING
        value = getattr(row, self.filled[column])
        if isinstance(value, date):
            return value.isoformat()
        return NOTHING if value is None else value

    def _value(self, column: str, text: str) -> Any:
        if column not in self.readers:
            return text
        return self.readers[column](text) if text else None
