"""What a workbook is made of, and in what one differs from the others."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, ClassVar, Final

from django import forms
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from monitoring.choices import SurveyType, WorkbookKind
from monitoring.models import SamplingUnit, SurveySite
from monitoring.surveying.forms import Team
from monitoring.surveying.history import History
from monitoring.workbook.columns import (
    ANIMALS,
    CODE,
    COUNT,
    COUNT_COLUMNS,
    EXAMPLE,
    ITEM_CODE,
    SHEETS,
    SURVEY_CODE,
    Column,
    text_field,
)
from partnership.accounts.models import User
from partnership.review import subjects
from partnership.review.sheets import Problem, Sheet, SheetForm
from partnership.review.sheets.sheet import Cleaned
from partnership.review.subjects import Subject

Place = SamplingUnit | SurveySite
EXAMPLES: Final[dict[str, Any]] = {
    SURVEY_CODE: EXAMPLE, "surveyed_on": "2026-05-03", "replicate_no": "1",
    "survey_type": SurveyType.MONITORING.value, "nothing_found": False, "people": "4",
    ITEM_CODE: "J27", COUNT: "12",
}  # fmt: skip


class Layout(ABC):
    """The form of a single survey as sheets. `place` is the field that names where it was made, which
    the subject calls `detail`; `entry` leads from a submission to it."""

    kind: WorkbookKind
    subject_key: str
    place: ClassVar[str]
    detail: ClassVar[str]
    entry: ClassVar[str]
    unknown_place: ClassVar[str]  # codes of rules
    foreign_place: ClassVar[str]
    missing: ClassVar[dict[str, str]] = {}  # rules of columns that may not be blank, beside M002
    place_headings: ClassVar[tuple[str, ...]]

    @property
    @abstractmethod
    def title(self) -> str | Promise: ...

    @property
    @abstractmethod
    def examples(self) -> dict[str, Any]:
        """What the example shows beside what it shows everywhere."""

    @property
    @abstractmethod
    def effort(self) -> type[SheetForm]:
        """The part of the form that says what was looked at."""

    @abstractmethod
    def sheet(self, language: str) -> Sheet: ...

    @abstractmethod
    def places(self, user: User) -> list[Any]:
        """Return where `user` hands surveys in for, in order."""

    @abstractmethod
    def code_of(self, place: Any) -> str:
        """Return how people write a place."""

    @abstractmethod
    def named(self, place: Any, language: str) -> str:
        """Return how a survey names its place."""

    @abstractmethod
    def place_facts(self, place: Any) -> tuple[object, ...]:
        """Return what the sheet of sites says of a place, under `place_headings`."""

    @abstractmethod
    def all_codes(self) -> set[str]:
        """Return the codes of all places in use."""

    @abstractmethod
    def lock(self, keys: Iterable[int]) -> None:
        """Hold places until the transaction ends, so that nobody begins the same survey meanwhile."""

    @abstractmethod
    def approved(self) -> QuerySet:
        """Return the approved surveys that this workbook might repeat."""

    @abstractmethod
    def history(self, places: Iterable[Any]) -> History:
        """Return what was found before at the sites of these places."""

    @abstractmethod
    def problems(self, cleaned: Cleaned) -> Iterable[Problem]:
        """Yield what the parts of the form say against each other."""

    @abstractmethod
    def harmless(
        self, effort: dict[str, Any], unknown: set[str], *, is_nothing: bool
    ) -> dict[str, Any]:
        """Return the effort with what breaks no rule in place of fields that are `unknown`."""

    @abstractmethod
    def warnings(
        self, place: Any, effort: dict[str, Any], total: int, history: History
    ) -> Iterator[tuple[str, int]]:
        """Yield code and value of what asks for a reason beside the form's own rules."""

    @property
    def subject(self) -> Subject:
        return subjects.get(self.subject_key)

    @cached_property
    def parts(self) -> dict[str, type[SheetForm]]:
        """The parts of the form that stand in the sheet of surveys."""
        return {"effort": self.effort, "team": Team}

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the sheet of surveys."""
        fields = (
            (name, part, field)
            for part, form in self.parts.items()
            for name, field in form.base_fields.items()
        )
        return (CODE, *(self._column(*each) for each in fields))

    @cached_property
    def of_one_table(self) -> tuple[Column, ...]:
        """The columns of a table that holds both surveys and counts."""
        return (*self.columns, *COUNT_COLUMNS[1:])

    @cached_property
    def by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    @cached_property
    def days(self) -> frozenset[str]:
        return frozenset(column.name for column in self.columns if column.is_day)

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(column.name for column in self.columns if column.is_number)

    @property
    def animals(self) -> tuple[Column, ...]:
        """The columns of the sheet of animals; none where the form does not ask for any. The sheet may stay
        empty, so that it holds no example that would have to be deleted."""
        return ()

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of all sheets."""
        return (*SHEETS, ANIMALS) if self.animals else SHEETS

    def example(self, column: Column) -> Any:
        """Return what the grey example shows in a column; empty for nothing."""
        return (EXAMPLES | self.examples).get(column.name, "")

    def instructions(self) -> list[str]:
        """Return the lines of the first sheet, in the language of the moment."""
        return [
            str(self.title),
            _("Enter each survey as a row of sheet 2, and each item counted as a row of sheet 3."),
            _("In sheet 3 you may also give each survey one row and each item code one column."),
            _(
                "Blank means not recorded; 0 means looked for and not found. Blank is never taken for "
                "0."
            ),
            _("Where nothing was found at all, say so in the column “Nothing found”."),
            _("Yellow columns have to be filled in. Write days like 2026-05-03."),
            _(
                "Leave the first two rows as they are, and write over the grey example or delete it."
            ),
            _(
                "Reasons become public: reports quote what stands in the column for them, in your words. "
                "Name nobody there. Remarks are for the secretariat alone."
            ),
        ]

    def _column(self, name: str, part: str, field: forms.Field) -> Column:
        """Return a column; that of the place has to be filled in, which the form does by itself."""
        return Column(name, part, text_field(field.label) if name == self.place else field)
