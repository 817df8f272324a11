"""The workbook of beach litter: a survey stands on a transect."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from monitoring.choices import SurveyType, WorkbookKind
from monitoring.models import SamplingUnit, Survey, SurveySite
from monitoring.surveying import checks
from monitoring.surveying.forms import Animal, Effort, Team
from monitoring.surveying.history import History, history_of, is_outlier
from monitoring.surveying.sheet import sheet
from monitoring.surveying.transects import named
from monitoring.surveying.weights import WEIGHTS, Weights
from monitoring.workbook.columns import CODE, Column
from monitoring.workbook.layouts.layout import Layout
from partnership.accounts.models import User
from partnership.review.sheets import Problem, Sheet, SheetForm
from partnership.review.sheets.sheet import Cleaned


class BeachLayout(Layout):
    """Surveys of transects in use."""

    kind = WorkbookKind.BEACH
    subject_key = "survey"
    place = "transect"
    detail = "unit"
    entry = "of_survey"
    title = gettext_lazy("Beach litter surveys")
    unknown_place = "M025"
    foreign_place = "M026"
    effort = Effort
    examples: ClassVar[dict[str, Any]] = {
        "transect": "CN_XIA_001-A", "length_m": "100", "width_m": "30", "lower_size_mm": "25",
        "last_cleaned_on": "2026-04-01",
    }  # fmt: skip
    place_headings = ("断面编号 Transect", "点位 Site", "Site", "长度 Length (m)", "宽度 Width (m)")

    @cached_property
    def parts(self) -> dict[str, type[SheetForm]]:
        return {"effort": self.effort, "team": Team, WEIGHTS: Weights}

    @cached_property
    def animals(self) -> tuple[Column, ...]:
        fields = Animal.base_fields.items()
        return (CODE, *(Column(name, "animals", field) for name, field in fields))

    def sheet(self, language: str) -> Sheet:
        return sheet(language)

    def places(self, user: User) -> list[SamplingUnit]:
        rows = SamplingUnit.objects.filter(
            site__in=SurveySite.objects.surveyed_by(user), replaced_by__isnull=True
        )
        return list(rows.select_related("site").order_by("site__code", "code"))

    def code_of(self, place: SamplingUnit) -> str:
        return str(place)

    def named(self, place: SamplingUnit, language: str) -> str:
        return named(place, language)

    def place_facts(self, place: SamplingUnit) -> tuple[object, ...]:
        site = place.site
        return place, site.name_zh_hans, site.name_en, place.length_m, place.width_m or ""

    def all_codes(self) -> set[str]:
        rows = SamplingUnit.objects.filter(replaced_by__isnull=True)
        return {f"{site}-{code}" for site, code in rows.values_list("site__code", "code")}

    def lock(self, keys: Iterable[int]) -> None:
        rows = SamplingUnit.objects.select_for_update().filter(pk__in=keys)
        list(rows.order_by("pk"))

    def approved(self) -> QuerySet:
        rows: QuerySet = Survey.objects.approved()
        return rows

    def history(self, places: Iterable[SamplingUnit]) -> History:
        return history_of({place.site_id for place in places})

    def problems(self, cleaned: Cleaned) -> Iterable[Problem]:
        return checks.problems(cleaned)

    def harmless(
        self, effort: dict[str, Any], unknown: set[str], *, is_nothing: bool
    ) -> dict[str, Any]:
        stand_ins = {
            "surveyed_on": date.max,
            "last_cleaned_on": date.min,
            "length_m": Decimal(100),
            "reason": "-",
            "weight_kg": None,
            "last_storm_on": None,
            "nothing_found": is_nothing,
            "is_cleaning_unknown": not effort["last_cleaned_on"],
        }
        return effort | {name: value for name, value in stand_ins.items() if name in unknown}

    def warnings(
        self, place: SamplingUnit, effort: dict[str, Any], total: int, history: History
    ) -> Iterator[tuple[str, int]]:
        """A total that is an outlier at its site."""
        earlier = history.get(place.site_id, [])
        is_monitoring = effort["survey_type"] == SurveyType.MONITORING
        if is_monitoring and is_outlier(total, float(effort["length_m"]), earlier):
            yield "M070", total

    def instructions(self) -> list[str]:
        return [
            *super().instructions(),
            _(
                "Left blank, the replicate number is 1, the type monitoring and the size limit 25 mm."
            ),
            _(
                "A short transect, or one cleaned a short time before, needs a reason in its column."
            ),
            _("Animals that were found are rows of sheet 4; leave it empty where there were none."),
        ]
