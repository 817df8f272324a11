"""The sheets of the workbook and their columns: those of the form of a single survey."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from monitoring.choices import FORM_LIST, SurveyType
from monitoring.surveying.forms import CountField, Effort, Team
from partnership.core import languages
from partnership.core.sheets.columns import Vocabulary, vocabulary_of, yes_or_no
from partnership.reference.models import ItemList

README: Final = "0 说明 Read me"
SITES: Final = "1 点位 Sites"
SURVEYS: Final = "2 调查 Surveys"
COUNTS: Final = "3 垃圾计数 Counts"
LISTS: Final = "9 代码 Lists"
STAMP: Final = "_template"  # hidden; says which workbook this is
SHEETS: Final = (README, SITES, SURVEYS, COUNTS, LISTS, STAMP)

TEMPLATE: Final = "beach-survey"
VERSION: Final = "1"
EXAMPLE: Final = "EXAMPLE"  # the survey code of the row that shows how

SURVEY_CODE: Final = "survey_code"
ITEM_CODE: Final = "item_code"
COUNT: Final = "count"
TRANSECT: Final = "transect"


@dataclass(frozen=True)
class Column:
    """A column: the name of its field, the part of the form it belongs to, the field that judges."""

    name: str
    part: str
    field: forms.Field

    @property
    def label(self) -> str | Promise:
        return self.field.label or self.name

    @property
    def is_required(self) -> bool:
        """What the form begins with may be left blank in the file."""
        return self.field.required and not self.field.initial

    @cached_property
    def labels(self) -> dict[str, str]:
        """The heading by language."""
        return in_both(lambda: str(self.label))

    @property
    def heading(self) -> str:
        return f"{self.labels[languages.CHINESE]}\n{self.labels[languages.ENGLISH]}"

    @cached_property
    def vocabulary(self) -> Vocabulary | None:
        if self.name == "survey_type":
            return vocabulary_of(SurveyType.choices)
        return yes_or_no() if isinstance(self.field, forms.BooleanField) else None

    @property
    def is_day(self) -> bool:
        return isinstance(self.field, forms.DateField)

    @property
    def is_whole(self) -> bool:
        return isinstance(self.field, forms.IntegerField) and not isinstance(self.field, CountField)

    @property
    def is_number(self) -> bool:
        return isinstance(self.field, forms.IntegerField | forms.DecimalField)


def in_both(say: Callable[[], str]) -> dict[str, str]:
    """Return what `say` says, by language."""
    said = {}
    for language in languages.LANGUAGES:
        with override(language):
            said[language] = say()
    return said


def _text(label: Any) -> forms.Field:
    return forms.CharField(label=label)


def _own(name: str, part: str, field: forms.Field) -> Column:
    return Column(name, part, _text(field.label or name) if name == TRANSECT else field)


SURVEY_COLUMNS: Final = (
    Column(SURVEY_CODE, "", _text(_("Survey code"))),
    *(_own(name, "effort", field) for name, field in Effort.base_fields.items()),
    *(Column(name, "team", field) for name, field in Team.base_fields.items()),
)
COUNT_COLUMNS: Final = (
    Column(SURVEY_CODE, "", _text(_("Survey code"))),
    Column(ITEM_CODE, "", _text(_("Item code"))),
    Column(COUNT, "", CountField(_("Number of items"))),
)


def stamp() -> str:
    """Return what says that a file is this workbook, and by which list it counts."""
    version = ItemList.objects.values_list("version", flat=True).get(code=FORM_LIST)
    return f"{TEMPLATE}/{VERSION}/{FORM_LIST}/{version}"
