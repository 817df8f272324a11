"""The empty workbook in both languages, made for the person who will fill it in."""

import io
from collections.abc import Iterable
from typing import Any, Final

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from monitoring.choices import FORM_LIST, SurveyType
from monitoring.models import SamplingUnit
from monitoring.workbook.columns import (
    COUNT,
    COUNT_COLUMNS,
    COUNTS,
    EXAMPLE,
    ITEM_CODE,
    LISTS,
    README,
    SITES,
    STAMP,
    SURVEY_CODE,
    SURVEY_COLUMNS,
    SURVEYS,
    TRANSECT,
    Column,
    in_both,
    stamp,
)
from monitoring.workbook.known import transects_of
from monitoring.workbook.opening import MOST_ROWS
from partnership.accounts.models import User
from partnership.core import languages
from partnership.reference.models import LitterItem

FIRST: Final = 3  # row of the first survey
NEEDED: Final = PatternFill("solid", fgColor="FFF2CC")
PLAIN: Final = PatternFill("solid", fgColor="E8EEF4")
EXAMPLE_FILL: Final = PatternFill("solid", fgColor="EDEDED")
NAMES: Final = Font(color="808080", size=8)
EXAMPLES: Final = {
    SURVEY_CODE: EXAMPLE, TRANSECT: "CN_XIA_001-A", "surveyed_on": "2026-05-03",
    "replicate_no": "1", "survey_type": "监测", "length_m": "100", "width_m": "30",
    "lower_size_mm": "25", "last_cleaned_on": "2026-04-01", "nothing_found": "否", "people": "4",
    ITEM_CODE: "J27", COUNT: "12",
}  # fmt: skip


def workbook(user: User) -> bytes:
    """Return the workbook with the transects `user` hands surveys in for."""
    book = Workbook()
    _read_me(book.worksheets[0])
    units = transects_of(user)
    _sites(book.create_sheet(SITES), units)
    items = list(_items())
    surveys = _table(book.create_sheet(SURVEYS), SURVEY_COLUMNS)
    counts = _table(book.create_sheet(COUNTS), COUNT_COLUMNS)
    _lists(book.create_sheet(LISTS), items)
    _choices(surveys, counts, len(units), len(items))
    hidden = book.create_sheet(STAMP)
    hidden.sheet_state = "veryHidden"
    _write(hidden, 1, 1, stamp())
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _write(sheet: Worksheet, row: int, column: int, text: str, **look: Any) -> None:
    """Write a text as a text: no program shall take it for a formula, a number or a date."""
    cell = sheet.cell(row, column)
    cell.value, cell.data_type = text, "s"
    for name, value in look.items():
        setattr(cell, name, value)


def _table(sheet: Worksheet, columns: Iterable[Column]) -> Worksheet:
    """Write headings, names of fields and the example."""
    for number, column in enumerate(columns, start=1):
        fill = NEEDED if column.is_required else PLAIN
        wrap = Alignment(wrap_text=True, vertical="top")
        _write(sheet, 1, number, column.heading, fill=fill, font=Font(bold=True), alignment=wrap)
        _write(sheet, 2, number, column.name, font=NAMES)
        _write(sheet, FIRST, number, EXAMPLES.get(column.name, ""), fill=EXAMPLE_FILL)
        sheet.column_dimensions[get_column_letter(number)].width = 20
    sheet.row_dimensions[1].height = 48
    sheet.freeze_panes = sheet.cell(FIRST, 2)
    return sheet


def _read_me(sheet: Worksheet) -> None:
    sheet.title = README
    sheet.column_dimensions["A"].width = sheet.column_dimensions["B"].width = 70
    said = in_both(lambda: "\n".join(_instructions()))
    for place, language in enumerate(languages.LANGUAGES, start=1):
        for number, line in enumerate(said[language].split("\n"), start=1):
            font = Font(bold=number == 1, size=14 if number == 1 else 11)
            wrap = Alignment(wrap_text=True, vertical="top")
            _write(sheet, number, place, line, font=font, alignment=wrap)


def _instructions() -> list[str]:
    return [
        _("Beach litter surveys"),
        _("Enter each survey as a row of sheet 2, and each item counted as a row of sheet 3."),
        _("In sheet 3 you may also give each survey one row and each item code one column."),
        _(
            "Blank means not recorded; 0 means looked for and not found. Blank is never taken for 0."
        ),
        _("Where nothing was found at all, say so in the column “Nothing found”."),
        _("Yellow columns have to be filled in. Write days like 2026-05-03."),
        _("Left blank, the replicate number is 1, the type monitoring and the size limit 25 mm."),
        _("Leave the first two rows as they are, and write over the grey example or delete it."),
        _("A short transect, or one cleaned a short time before, needs a reason in its column."),
    ]


def _sites(sheet: Worksheet, units: list[SamplingUnit]) -> None:
    headings = ("断面编号 Transect", "点位 Site", "Site", "长度 Length (m)", "宽度 Width (m)")
    for number, heading in enumerate(headings, start=1):
        _write(sheet, 1, number, heading, fill=PLAIN, font=Font(bold=True))
        sheet.column_dimensions[get_column_letter(number)].width = 24
    for row, unit in enumerate(units, start=2):
        site = unit.site
        facts = (unit, site.name_zh_hans, site.name_en, unit.length_m, unit.width_m or "")
        for number, fact in enumerate(facts, start=1):
            _write(sheet, row, number, str(fact or ""))
    sheet.freeze_panes = "A2"


def _items() -> Iterable[tuple[str, str, str]]:
    rows = LitterItem.objects.recordable().filter(item_list__code=FORM_LIST).order_by("position")
    return rows.values_list("code", "name_zh_hans", "name_en")


def _lists(sheet: Worksheet, items: list[tuple[str, str, str]]) -> None:
    """Write the vocabularies. The sheet is locked against slips, not against people."""
    types = [in_both(lambda kind=kind: str(kind.label)) for kind in SurveyType]  # type: ignore[misc]
    headings = ("代码 Code", "名称", "Name", "类型", "Type", "是否", "Yes or no")
    for number, heading in enumerate(headings, start=1):
        _write(sheet, 1, number, heading, fill=PLAIN, font=Font(bold=True))
        sheet.column_dimensions[get_column_letter(number)].width = 26
    for row, item in enumerate(items, start=2):
        for number, text in enumerate(item, start=1):
            _write(sheet, row, number, text)
    for row, labels in enumerate(types, start=2):
        _write(sheet, row, 4, labels[languages.CHINESE])
        _write(sheet, row, 5, labels[languages.ENGLISH])
    for row, (chinese, english) in enumerate((("是", "yes"), ("否", "no")), start=2):
        _write(sheet, row, 6, chinese)
        _write(sheet, row, 7, english)
    sheet.freeze_panes = "A2"
    sheet.protection.sheet = True


def _choices(surveys: Worksheet, counts: Worksheet, units: int, items: int) -> None:
    """Let programs offer what may stand in a cell, and warn of what may not."""
    for column, letter in _lettered(SURVEY_COLUMNS):
        if column.name == TRANSECT and units:
            _offer(surveys, letter, f"'{SITES}'!$A$2:$A${units + 1}")
        elif column.name == "survey_type":
            _offer(surveys, letter, f'"{_both_of(column)}"')
        elif column.vocabulary:
            _offer(surveys, letter, '"是,否,yes,no"')
    for column, letter in _lettered(COUNT_COLUMNS):
        if column.name == ITEM_CODE and items:
            _offer(counts, letter, f"'{LISTS}'!$A$2:$A${items + 1}")
        elif column.name == SURVEY_CODE:
            _offer(counts, letter, f"'{SURVEYS}'!$A${FIRST}:$A$500")


def _both_of(column: Column) -> str:
    labels = (in_both(lambda kind=kind: str(kind.label)) for kind in SurveyType)  # type: ignore[misc]
    return ",".join(label for by_language in labels for label in by_language.values())


def _lettered(columns: Iterable[Column]) -> Iterable[tuple[Column, str]]:
    return [(each, get_column_letter(place)) for place, each in enumerate(columns, start=1)]


def _offer(sheet: Worksheet, letter: str, formula: str) -> None:
    offered = DataValidation(type="list", formula1=formula, allow_blank=True)
    offered.errorStyle = "warning"
    sheet.add_data_validation(offered)
    offered.add(f"{letter}{FIRST}:{letter}{MOST_ROWS}")
