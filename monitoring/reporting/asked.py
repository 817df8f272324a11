"""What the list of reports can be narrowed by, and what a new one may be about."""

from dataclasses import dataclass

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from monitoring import policies
from monitoring.choices import ReportScope
from monitoring.models import MonitoringReport, Survey, SurveySite
from monitoring.querysets import MonitoringReportQuerySet
from partnership.accounts.models import User
from partnership.core.asking import Asked
from partnership.reference import names
from partnership.reference.choices import PlaceKind
from partnership.reference.models import Place

AREA, YEAR = pgettext_lazy("of a report", "Area"), _("Year")
WHOLE_REGION = "region"


class ReportFilter(forms.Form):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    def __init__(self, chosen: dict[str, str], areas: dict[str, str], years: list[str]) -> None:
        super().__init__(chosen)
        self.fields["area"] = forms.ChoiceField(
            label=AREA, required=False, choices=[("", _("all areas")), *areas.items()]
        )
        self.fields["year"] = forms.ChoiceField(
            label=YEAR, required=False, choices=[("", _("all years")), *((y, y) for y in years)]
        )


@dataclass(frozen=True)
class Narrowed:
    """The reports found, the form that shows how, and what was left out."""

    reports: MonitoringReportQuerySet
    form: ReportFilter
    notices: list[str]

    @property
    def active(self) -> int:
        return sum(1 for value in self.form.data.values() if value)


def narrowed(query: QueryDict) -> Narrowed:
    """Read an address; what is not understood is left out, and a sentence says so."""
    asked, reports = Asked(query), MonitoringReport.objects.standing().latest_first()
    kept = (
        MonitoringReport.objects.standing().order_by().values_list("place__code", "last_day__year")
    )
    pairs = set(kept.distinct())
    codes = {code for code, _year in pairs}
    areas = _areas(codes - {None}, with_region=None in codes)
    shown_years = [str(year) for year in sorted({year for _code, year in pairs}, reverse=True)]
    chosen = {
        "area": asked.choice("area", areas, AREA),
        "year": asked.choice("year", shown_years, YEAR),
    }
    if chosen["area"]:
        is_region = chosen["area"] == WHOLE_REGION
        wanted = {"place": None} if is_region else {"place__code": chosen["area"]}
        reports = reports.filter(**wanted)
    if chosen["year"]:
        reports = reports.filter(last_day__year=int(chosen["year"]))
    return Narrowed(reports, ReportFilter(chosen, areas, shown_years), asked.notices)


class ReportForm(forms.Form):
    """Of which area and years a report is to be made; only what `user` may choose is offered."""

    area = forms.ChoiceField(label=AREA)
    first = forms.TypedChoiceField(label=_("First year"), coerce=int)
    last = forms.TypedChoiceField(label=_("Last year"), coerce=int)

    def __init__(self, *args: object, user: User) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        is_editor = bool(policies.may_report(user, None))
        sites = SurveySite.objects.order_by().values_list("place__code", flat=True)
        codes = set(sites) if is_editor else set(policies.reporting_on(user))
        self.fields["area"].choices = [*_areas(codes, with_region=is_editor).items()]  # type: ignore[attr-defined]
        years = [(str(year), str(year)) for year in _years()]
        for name in ("first", "last"):
            self.fields[name].choices = years  # type: ignore[attr-defined]
        self.fields["first"].initial = years[-1][0]

    def clean(self) -> dict[str, object]:
        """Refuse years in the wrong order."""
        given: dict[str, object] = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if isinstance(first, int) and isinstance(last, int) and first > last:
            self.add_error("last", _("The last year lies before the first. Choose a later one."))
        return given

    @property
    def place(self) -> Place | None:
        """The chosen city; None for the whole region."""
        code = self.cleaned_data["area"]
        return None if code == WHOLE_REGION else Place.objects.get(code=code)


def _areas(codes: set[str], *, with_region: bool) -> dict[str, str]:
    region = {WHOLE_REGION: str(ReportScope.REGION.label)} if with_region else {}
    return region | names.names_of(PlaceKind.CITY, codes)


def _years() -> list[int]:
    """Return the years with an approved survey, the latest first; this year where there is none."""
    surveys = Survey.objects.approved().order_by().values_list("surveyed_on__year", flat=True)
    return sorted(set(surveys.distinct()), reverse=True) or [timezone.localdate().year]
