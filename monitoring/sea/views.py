"""Public pages of surveys at sea."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from monitoring.choices import SeaMethod
from monitoring.models import SeaSurvey, SurveySite
from monitoring.sea import lines
from monitoring.sites.lines import count_lines
from partnership.core import languages
from partnership.core.asking import Asked
from partnership.core.narrowing import FilterForm, NarrowedList, select
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of

METHOD, SITE = gettext_lazy("Method"), gettext_lazy("Survey site")


class SeaFilter(FilterForm):
    """What is seen and what a net holds are never compared, so the method comes first."""

    method = select(METHOD, gettext_lazy("all methods"), SeaMethod.choices)

    def __init__(self, chosen: dict[str, str], sites: dict[str, str]) -> None:
        super().__init__(chosen)
        self.fields["site"] = select(SITE, gettext_lazy("all sites"), sites)


@require_safe
def survey_list(request: HttpRequest) -> HttpResponse:
    """Show approved surveys at sea with their raw counts and densities."""
    asked = Asked(request.GET)
    surveys = SeaSurvey.objects.approved()
    sites = dict(
        SurveySite.objects.filter(sea_surveys__in=surveys)
        .order_by("code")
        .distinct()
        .values_list("code", languages.column("name"))
    )
    chosen = {
        "method": asked.choice("method", SeaMethod.values, METHOD),
        "site": asked.choice("site", sites, SITE),
    }
    if chosen["method"]:
        surveys = surveys.filter(method=chosen["method"])
    if chosen["site"]:
        surveys = surveys.filter(site__code=chosen["site"])
    narrowed = NarrowedList(SeaFilter(chosen, sites), asked.notices)
    found = page_of(surveys.latest_first(), request.GET.get("page", ""))
    keys = [survey.pk for survey in found.page.object_list]
    context = {
        "meta": PageMeta.of_request(request, _("Litter at sea"), description=_about()),
        "page": found.page,
        "lines": lines.lines(SeaSurvey.objects.filter(pk__in=keys)),
        "form": narrowed.form,
        "active": narrowed.active,
        "left_out": [*narrowed.notices, *found.notices],
        "reset_url": reverse("monitoring:sea-surveys"),
    }
    return render(request, "monitoring/sea/survey_list.html", context)


@require_safe
def survey(request: HttpRequest, number: int) -> HttpResponse:
    """Show what one approved survey at sea found."""
    rows = SeaSurvey.objects.approved().select_related("site", "item_list")
    shown: SeaSurvey = get_object_or_404(rows, pk=number)
    title = _("%(site)s, %(day)s") % {
        "site": shown.site.name,
        "day": date_format(shown.surveyed_on),
    }
    context = {
        "meta": PageMeta.of_request(
            request, title, description=str(SeaMethod(shown.method).label).capitalize()
        ),
        "survey": shown,
        "facts": lines.facts(shown),
        "figures": lines.figures(shown),
        "counts": count_lines(shown),
    }
    return render(request, "monitoring/sea/survey.html", context)


def _about() -> str:
    return _(
        "Approved surveys of floating litter and of the seabed. What is seen from a ship and what a net "
        "holds are two different densities: they are never added or compared."
    )
