"""The page of open data, and the files behind it: sent at once, or made first where they are large."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from monitoring import actions
from monitoring.data_catalogue.asked import exactly, names_of_choice, narrowed
from monitoring.data_catalogue.offers import offer_of, offers
from monitoring.errors import TooManyFiles
from monitoring.models import PreparedFile
from monitoring.open_data.datasets import DATA_SETS, DataSet
from monitoring.open_data.questions import Chosen
from partnership.core import languages
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
def data_file(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Send one data set while it is made; a large one is made in the background."""
    data_set, chosen = _data_set(slug), exactly(request.GET)
    if offer_of(data_set, chosen, "").is_large:
        return redirect(_with_query(request, "monitoring:data-prepare", slug))
    return StreamingHttpResponse(
        data_set.write(chosen),
        content_type=data_set.media_type,
        headers=_named([slug, chosen.city, str(chosen.year or "")], data_set),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def prepare(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that a file is large, and have it made."""
    data_set, chosen = _data_set(slug), exactly(request.GET)
    offer, refused = offer_of(data_set, chosen, narrowed(request.GET).query), ""
    if not offer.is_large:
        return redirect(_with_query(request, "monitoring:data-file", slug))
    if request.method == "POST":
        try:
            file = actions.ask_for_file(slug, chosen, language=languages.current())
        except TooManyFiles as too_many:
            refused = str(too_many)
        else:
            return redirect("monitoring:data-prepared", file.key)
    title = _("Have a file made: %(name)s") % {"name": data_set.title}
    context = {
        "meta": PageMeta.of_request(request, title, description=str(data_set.holds)),
        "offer": offer,
        "chosen": names_of_choice(chosen),
        "refused": refused,
    }
    return render(request, "monitoring/data/prepare.html", context)


@require_safe
@never_cache
def prepared(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show how far a file is; the address of this page is where it is found again."""
    file = get_object_or_404(PreparedFile.objects.in_brief(), key=key)
    data_set, chosen = _data_set(file.data_set), Chosen(file.city, file.year)
    context = {
        "meta": PageMeta.of_request(
            request, str(data_set.title), description=_("A file of open data that was asked for.")
        ),
        "file": file,
        "chosen": names_of_choice(chosen),
        "kept_until": file.created_at + timedelta(days=settings.EXPORT_RETENTION_DAYS),
    }
    return render(request, "monitoring/data/prepared.html", context)


@require_safe
@never_cache
def prepared_file(_request: HttpRequest, key: UUID) -> HttpResponse:
    """Hand a file out once it is there."""
    file = get_object_or_404(PreparedFile, key=key)
    if not file.is_ready:
        return redirect("monitoring:data-prepared", key)
    data_set = _data_set(file.data_set)
    headers = _named([str(file)], data_set)
    content = bytes(file.content or b"")
    return HttpResponse(content, content_type=data_set.media_type, headers=headers)


def _data_set(slug: str) -> DataSet:
    if slug not in DATA_SETS:
        raise Http404
    return DATA_SETS[slug]


def _named(parts: list[str], data_set: DataSet) -> dict[str, str]:
    """Return the header that names a file by what was chosen, and the day."""
    stem = "-".join(part for part in (*parts, timezone.localdate().isoformat()) if part)
    return {"Content-Disposition": f'attachment; filename="{stem}.{data_set.ending}"'}


def _with_query(request: HttpRequest, view: str, slug: str) -> str:
    query = request.GET.urlencode()
    return reverse(view, args=[slug]) + (f"?{query}" if query else "")
