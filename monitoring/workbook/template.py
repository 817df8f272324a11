"""The empty workbooks in both languages, made for the person who will fill them in."""

import io
from collections.abc import Iterable
from typing import Any, Final

from django.utils.translation import override
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from monitoring.choices import FORM_LIST
from monitoring.workbook.columns import (
    ANIMALS,
    COUNT_COLUMNS,
    COUNTS,
    ITEM_CODE,
    LISTS,
    README,
    SITES,
    STAMP,
    SURVEY_CODE,
    SURVEYS,
    Column,
    in_both,
)
from monitoring.workbook.layouts import Layout, stamp_of
from monitoring.workbook.opening import MOST_ROWS
from partnership.accounts.models import User
from partnership.core import languages
from partnership.reference.models import LitterItem

FIRST: Final = 3  # row of the first survey
CODES: Final = f"'{SURVEYS}'!$A${FIRST}:$A$500"
NEEDED: Final = PatternFill("solid", fgColor="FFF2CC")
PLAIN: Final = PatternFill("solid", fgColor="E8EEF4")
EXAMPLE_FILL: Final = PatternFill("solid", fgColor="EDEDED")
NAMES: Final = Font(color="808080", size=8)


def workbook(user: User, layout: Layout) -> bytes:
    """Return the workbook with the places `user` hands surveys in for."""
    book = Workbook()
    _read_me(book.worksheets[0], layout)
    places = layout.places(user)
    _sites(book.create_sheet(SITES), layout, places)
    items = list(_items())
    surveys = _table(book.create_sheet(SURVEYS), layout, layout.columns)
    counts = _table(book.create_sheet(COUNTS), layout, COUNT_COLUMNS)
    animals = _table(book.create_sheet(ANIMALS), layout, layout.animals) if layout.animals else None
    offered = _lists(book.create_sheet(LISTS), layout, items)
    _choices(surveys, layout, offered, len(places))
    _choices_of_counts(counts, len(items))
    if animals:
        _choices_of_animals(animals, layout, offered)
    hidden = book.create_sheet(STAMP)
    hidden.sheet_state = "veryHidden"
    _write(hidden, 1, 1, stamp_of(layout))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _write(sheet: Worksheet, row: int, column: int, text: str, **look: Any) -> None:
    """Write a text as a text: no program shall take it for a formula, a number or a date."""
    cell = sheet.cell(row, column)
    cell.value, cell.data_type = text, "s"
    for name, value in look.items():
        setattr(cell, name, value)


def _table(sheet: Worksheet, layout: Layout, columns: Iterable[Column]) -> Worksheet:
    """Write headings, names of fields and the example."""
    for number, column in enumerate(columns, start=1):
        fill = NEEDED if column.is_required else PLAIN
        wrap = Alignment(wrap_text=True, vertical="top")
        _write(sheet, 1, number, column.heading, fill=fill, font=Font(bold=True), alignment=wrap)
        _write(sheet, 2, number, column.name, font=NAMES)
        if columns is not layout.animals:
            _write(sheet, FIRST, number, _example(layout, column), fill=EXAMPLE_FILL)
        sheet.column_dimensions[get_column_letter(number)].width = 20
    sheet.row_dimensions[1].height = 48
    sheet.freeze_panes = sheet.cell(FIRST, 2)
    return sheet


def _example(layout: Layout, column: Column) -> str:
    """Return what the example shows; what is offered is shown as a Chinese reader sees it."""
    value = layout.example(column)
    if column.vocabulary is None or value == "":
        return str(value)
    with override(languages.CHINESE):
        return column.vocabulary.label(value)


def _read_me(sheet: Worksheet, layout: Layout) -> None:
    sheet.title = README
    sheet.column_dimensions["A"].width = sheet.column_dimensions["B"].width = 70
    said = in_both(lambda: "\n".join(layout.instructions()))
    for place, language in enumerate(languages.LANGUAGES, start=1):
        for number, line in enumerate(said[language].split("\n"), start=1):
            font = Font(bold=number == 1, size=14 if number == 1 else 11)
            wrap = Alignment(wrap_text=True, vertical="top")
            _write(sheet, number, place, line, font=font, alignment=wrap)


def _sites(sheet: Worksheet, layout: Layout, places: list[Any]) -> None:
    for number, heading in enumerate(layout.place_headings, start=1):
        _write(sheet, 1, number, heading, fill=PLAIN, font=Font(bold=True))
        sheet.column_dimensions[get_column_letter(number)].width = 24
    for row, place in enumerate(places, start=2):
        for number, fact in enumerate(layout.place_facts(place), start=1):
            _write(sheet, row, number, str(fact or ""))
    sheet.freeze_panes = "A2"


def _items() -> Iterable[tuple[str, str, str]]:
    rows = LitterItem.objects.recordable().filter(item_list__code=FORM_LIST).order_by("position")
    return rows.values_list("code", "name_zh_hans", "name_en")


def _lists(
    sheet: Worksheet, layout: Layout, items: list[tuple[str, str, str]]
) -> dict[str, list[str]]:
    """Write the vocabularies, and return by column what may be written in it, in either language. The
    sheet is locked against slips, not against people."""
    _column(sheet, 1, "代码 Code", [code for code, _chinese, _english in items])
    _column(sheet, 2, "名称", [chinese for _code, chinese, _english in items])
    _column(sheet, 3, "Name", [english for _code, _chinese, english in items])
    offered: dict[str, list[str]] = {}
    place = 4
    of_rows = (*layout.columns, *layout.animals)
    for column in (each for each in of_rows if each.vocabulary and not each.is_flag):
        offered[column.name] = []
        for language in languages.LANGUAGES:
            with override(language):
                labels = column.vocabulary.labels() if column.vocabulary else []
                _column(sheet, place, str(column.label), labels)
            offered[column.name] += labels
            place += 1
    _column(sheet, place, "是否", ["是", "否"])
    _column(sheet, place + 1, "Yes or no", ["yes", "no"])
    sheet.freeze_panes = "A2"
    sheet.protection.sheet = True
    return offered


def _column(sheet: Worksheet, place: int, heading: str, texts: list[str]) -> None:
    _write(sheet, 1, place, heading, fill=PLAIN, font=Font(bold=True))
    sheet.column_dimensions[get_column_letter(place)].width = 26
    for row, text in enumerate(texts, start=2):
        _write(sheet, row, place, text)


def _choices(
    surveys: Worksheet, layout: Layout, offered: dict[str, list[str]], places: int
) -> None:
    """Let programs offer what may stand in a cell, and warn of what may not."""
    for column, letter in _lettered(layout.columns):
        if column.name == layout.place and places:
            _offer(surveys, letter, f"'{SITES}'!$A$2:$A${places + 1}")
        elif column.name in offered:
            _offer(surveys, letter, f'"{",".join(offered[column.name])}"')
        elif column.is_flag:
            _offer(surveys, letter, '"是,否,yes,no"')


def _choices_of_counts(counts: Worksheet, items: int) -> None:
    for column, letter in _lettered(COUNT_COLUMNS):
        if column.name == ITEM_CODE and items:
            _offer(counts, letter, f"'{LISTS}'!$A$2:$A${items + 1}")
        elif column.name == SURVEY_CODE:
            _offer(counts, letter, CODES)


def _choices_of_animals(animals: Worksheet, layout: Layout, offered: dict[str, list[str]]) -> None:
    for column, letter in _lettered(layout.animals):
        if column.name == SURVEY_CODE:
            _offer(animals, letter, CODES)
        elif column.name in offered:
            _offer(animals, letter, f'"{",".join(offered[column.name])}"')


def _lettered(columns: Iterable[Column]) -> Iterable[tuple[Column, str]]:
    return [(each, get_column_letter(place)) for place, each in enumerate(columns, start=1)]


def _offer(sheet: Worksheet, letter: str, formula: str) -> None:
    offered = DataValidation(type="list", formula1=formula, allow_blank=True)
    offered.errorStyle = "warning"
    sheet.add_data_validation(offered)
    offered.add(f"{letter}{FIRST}:{letter}{MOST_ROWS}")
