"""Public pages of samples of microplastics."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from monitoring.choices import Matrix
from monitoring.models import MicroMethod, MicroSample
from monitoring.samples import laboratory, lines, taking
from monitoring.sampling.particles import COLUMNS, heading
from partnership.core.asking import Asked
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of
from partnership.core.spreadsheets import csv_lines

MATRIX = gettext_lazy("Matrix")


class SampleFilter(forms.Form):
    """Units differ by matrix, so that only samples of one can be compared."""

    matrix = forms.ChoiceField(
        label=MATRIX, required=False, choices=[("", gettext_lazy("all")), *Matrix.choices]
    )


@require_safe
def sample_list(request: HttpRequest) -> HttpResponse:
    """Show approved samples with what makes them comparable."""
    asked = Asked(request.GET)
    chosen = asked.choice("matrix", Matrix.values, MATRIX)
    samples = MicroSample.objects.approved().select_related("place").latest_first()
    if chosen:
        samples = samples.filter(matrix=chosen)
    found = page_of(samples, request.GET.get("page", ""))
    meta = PageMeta.of_request(
        request,
        _("Microplastics"),
        description=_(
            "Approved samples of water, sediment and animals. A number without the sizes that were "
            "looked for says little; numbers per m³, per kg and per animal are never set against "
            "each other."
        ),
    )
    context = {
        "meta": meta,
        "page": found.page,
        "rows": [
            {
                "sample": sample,
                "matrix": lines.matrix(sample),
                "concentration": lines.concentration(sample),
                "mesh": lines.mesh(sample),
                "sizes": lines.sizes(sample),
            }
            for sample in found.page.object_list
        ],
        "form": SampleFilter({"matrix": chosen}),
        "active": int(bool(chosen)),
        "left_out": [*asked.notices, *found.notices],
        "reset_url": reverse("monitoring:samples"),
    }
    return render(request, "monitoring/samples/sample_list.html", context)


@require_safe
def particle_table(request: HttpRequest) -> HttpResponse:
    """An empty table of particles, whose columns bear their names in both languages."""
    answer = HttpResponse(
        "".join(csv_lines([map(heading, COLUMNS)])), content_type="text/csv; charset=utf-8"
    )
    answer.headers["Content-Disposition"] = 'attachment; filename="particles.csv"'
    return answer


@require_safe
def sample(request: HttpRequest, number: int) -> HttpResponse:
    """Show one approved sample."""
    rows = MicroSample.objects.approved().select_related("place", "method", "taking")
    shown: MicroSample = get_object_or_404(rows, pk=number)
    title = _("%(site)s, %(day)s") % {
        "site": shown.place.name,
        "day": date_format(shown.sampled_on),
    }
    method: MicroMethod | None = getattr(shown, "method", None)
    found = page_of(shown.listed.order_by("number"), request.GET.get("page", ""), per_page=50)
    context = {
        "meta": PageMeta.of_request(request, title, description=str(lines.matrix(shown))),
        "page": found.page,
        "left_out": found.notices,
        "measures": lines.measures(shown),
        "headings": lines.particle_headings(),
        "particles": lines.particle_lines(found.page.object_list),
        "sample": shown,
        "facts": lines.facts(shown),
        "blanks": laboratory.blank_lines(shown),
        "taking": taking.facts(getattr(shown, "taking", None)),
        "preparation": laboratory.preparation_facts(method),
        "quality": laboratory.quality_facts(shown, method),
        "charts": lines.traits(shown),
    }
    return render(request, "monitoring/samples/sample.html", context)
