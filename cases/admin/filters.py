"""What the list of cases can be narrowed by. None of them counts or repeats rows.

Country and theme look their keys up first: the database then knows how many cases to expect, and
does not read a hundred thousand to find three.
"""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import HierarchyStep
from cases.models import Case, CasePlace
from cases.querysets import CaseQuerySet
from partnership.core.admin.theme import DropdownFilter
from partnership.reference.choices import Grade
from partnership.reference.models import Place, Theme


class CaseFilter(DropdownFilter):
    """A choice of the list, answered by a question of the case collection."""

    def queryset(self, request: HttpRequest, queryset: CaseQuerySet) -> CaseQuerySet:
        value = self.value()
        return self.narrowed(queryset, value) if value else queryset

    def narrowed(self, cases: CaseQuerySet, value: str) -> CaseQuerySet:
        raise NotImplementedError


class WorkFilter(CaseFilter):
    """What somebody has to do about a case; the start page leads here."""

    title = _("to be done")
    parameter_name = "work"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("ready", _("ready to publish")),
            ("unfinished", _("unfinished drafts")),
            ("translate", _("public in Chinese only")),
            ("check", _("facts to be checked again")),
            ("unchecked", _("public, facts never checked")),
            ("warnings", _("with warnings")),
        ]

    def narrowed(self, cases: CaseQuerySet, value: str) -> CaseQuerySet:
        questions = {
            "ready": cases.ready_to_publish,
            "unfinished": cases.unfinished_drafts,
            "translate": cases.in_chinese_only,
            "check": lambda: cases.due_for_check(timezone.localdate()),
            "unchecked": cases.never_checked,
            "warnings": cases.with_warnings,
        }
        return questions[value]() if value in questions else cases


class GradeFilter(CaseFilter):
    title = _("evidence grade")
    parameter_name = "grade"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [*Grade.choices, ("none", _("without a grade"))]

    def narrowed(self, cases: CaseQuerySet, value: str) -> CaseQuerySet:
        return cases.with_evidence_grade("" if value == "none" else value)


class StepFilter(CaseFilter):
    title = _("step of the waste hierarchy")
    parameter_name = "step"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return HierarchyStep.choices

    def narrowed(self, cases: CaseQuerySet, value: str) -> CaseQuerySet:
        return cases.in_hierarchy_step(value)


class ThemeFilter(CaseFilter):
    title = _("theme")
    parameter_name = "theme"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(row["code"], row["label"]) for row in Theme.objects.ordered_for().named()]

    def narrowed(self, cases: CaseQuerySet, value: str) -> CaseQuerySet:
        theme = Theme.objects.filter(code=value).first()
        carrying = Case.themes.through.objects.filter(theme=theme)
        return cases.filter(pk__in=carrying.values("case"))


class CountryFilter(CaseFilter):
    """The country, whatever the level of the case's place."""

    title = _("country")
    parameter_name = "country"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        rows = Place.objects.countries().ordered_for().named()
        return [(row["code"], row["label"]) for row in rows]

    def narrowed(self, cases: CaseQuerySet, value: str) -> CaseQuerySet:
        places = list(Place.objects.filter(country__code=value).values_list("pk", flat=True))
        return cases.filter(pk__in=CasePlace.objects.filter(place__in=places).values("case"))


class DemoFilter(CaseFilter):
    title = _("demo data")
    parameter_name = "demo"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("yes")), ("no", _("no"))]

    def narrowed(self, cases: CaseQuerySet, value: str) -> CaseQuerySet:
        return cases.filter(is_demo=value == "yes")
