"""What is wrong with sheets, headings and the look of cells, whatever they hold."""

from collections.abc import Iterator

from monitoring.workbook.cells import Book, Table
from monitoring.workbook.columns import COUNT, COUNT_COLUMNS, ITEM_CODE, SURVEY_CODE, Column
from monitoring.workbook.findings import Said, said


def faults(book: Book) -> Iterator[Said]:
    """Yield columns that are missing or not ours, formulas, merged cells, hidden rows, sheets."""
    yield from _missing(book.surveys, book.layout.columns)
    if not book.is_one_table:
        yield from _missing(
            book.counts, COUNT_COLUMNS if is_long(book.counts) else COUNT_COLUMNS[:1]
        )
        yield from _unknown(book.counts)
    yield from _unknown(book.surveys)
    if book.animals:
        yield from _missing(book.animals, book.layout.animals)
        yield from _unknown(book.animals)
    for oddity in book.oddities:
        extra = {"value": oddity.value}
        yield said(oddity.sheet, oddity.at, oddity.code, **extra)


def is_long(table: Table) -> bool:
    """Tell whether each row is one item of one survey; otherwise each row is a whole survey."""
    return ITEM_CODE in table.letters or COUNT in table.letters or not table.codes


def _missing(table: Table, columns: tuple[Column, ...]) -> Iterator[Said]:
    for column in columns:
        is_needed = column.is_required or column.name in (SURVEY_CODE, ITEM_CODE, COUNT)
        if is_needed and column.name not in table.letters:
            label = str(column.label)
            yield said(
                table.sheet, "A1", "M001", field=column.name, column=label, sheet=table.sheet
            )


def _unknown(table: Table) -> Iterator[Said]:
    headings = [*table.unknown, *(table.codes.values() if is_long(table) else ())]
    for heading in headings:
        yield said(table.sheet, heading.at, "M003", value=heading.text)
