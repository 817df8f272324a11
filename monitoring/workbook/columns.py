"""The sheets that every workbook has, and what a column is; `layouts` says which there are."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from monitoring.surveying.forms import CountField
from partnership.core import languages
from partnership.core.sheets.columns import Vocabulary, vocabulary_of, yes_or_no

README: Final = "0 说明 Read me"
SITES: Final = "1 点位 Sites"
SURVEYS: Final = "2 调查 Surveys"
COUNTS: Final = "3 垃圾计数 Counts"
ANIMALS: Final = "4 动物 Animals"  # of beaches
LISTS: Final = "9 代码 Lists"
STAMP: Final = "_template"  # hidden; says which workbook this is
SHEETS: Final = (README, SITES, SURVEYS, COUNTS, LISTS, STAMP)
EXAMPLE: Final = "EXAMPLE"  # the survey code of the row that shows how

SURVEY_CODE: Final = "survey_code"
ITEM_CODE: Final = "item_code"
COUNT: Final = "count"


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
        if isinstance(self.field, forms.ChoiceField):
            offered: Any = self.field.choices
            return vocabulary_of((value, label) for value, label in offered if value)
        return yes_or_no() if self.is_flag else None

    @property
    def is_flag(self) -> bool:
        return isinstance(self.field, forms.BooleanField)

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


def text_field(label: Any) -> forms.Field:
    return forms.CharField(label=label)


CODE: Final = Column(SURVEY_CODE, "", text_field(_("Survey code")))
COUNT_COLUMNS: Final = (
    CODE,
    Column(ITEM_CODE, "", text_field(_("Item code"))),
    Column(COUNT, "", CountField(_("Number of items"))),
)
