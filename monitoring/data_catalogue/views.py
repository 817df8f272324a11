"""The page of open data, and the files behind it."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from monitoring.data_catalogue.asked import exactly, narrowed
from monitoring.data_catalogue.offers import offers
from monitoring.open_data.datasets import DATA_SETS
from partnership.core.page_meta import PageMeta


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """Offer every data set with what it holds, its columns, terms and number of rows."""
    asked = narrowed(request.GET)
    meta = PageMeta.of_request(
        request,
        _("Monitoring data"),
        description=_(
            "Approved surveys, sites and samples as open data, in the formats that marine science "
            "exchanges. Nothing about a person is in any file."
        ),
    )
    context = {
        "meta": meta,
        "offers": offers(asked.chosen, asked.query),
        "form": asked.form,
        "active": asked.active,
        "left_out": asked.notices,
        "reset_url": reverse("monitoring:data"),
        "licence": settings.DATA_LICENCE,
        "licence_url": settings.DATA_LICENCE_URL,
    }
    return render(request, "monitoring/data/catalogue.html", context)


@require_safe
def data_file(request: HttpRequest, slug: str) -> StreamingHttpResponse:
    """Send one data set while it is made; its name says what was chosen, and the day."""
    if slug not in DATA_SETS:
        raise Http404
    data_set, chosen = DATA_SETS[slug], exactly(request.GET)
    parts = [slug, chosen.city, str(chosen.year or ""), timezone.localdate().isoformat()]
    name = f"{'-'.join(part for part in parts if part)}.{data_set.ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(
        data_set.write(chosen), content_type=data_set.media_type, headers=headers
    )
