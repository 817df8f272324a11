"""The public register of commitments, and the page of one."""

from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partnership.core.gone import Gone
from partnership.core.page_cache import page_of_the_moment
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of
from partnership.core.spreadsheets import BOM
from partnership.documents.addresses import SHARED
from partnership.documents.sending import MEDIA_TYPES, Sending, send
from partnership.network.commitment_filters import narrowed
from partnership.network.commitment_numbers import numbers
from partnership.network.commitment_page import CommitmentPage, told
from partnership.network.commitment_querysets import CommitmentQuerySet
from partnership.network.commitment_rows import rows_of
from partnership.network.commitment_table import CONTENT_TYPES, table
from partnership.network.models import CommitmentEvidence
from partnership.search.limits import within_time


@page_of_the_moment
@within_time
def commitments(request: HttpRequest) -> HttpResponse:
    """Show what was agreed: counted, narrowed, in pages."""
    asked = narrowed(request.GET)
    found = page_of(asked.commitments, request.GET.get("page", ""))
    query = request.GET.urlencode()
    context = {
        "meta": PageMeta.of_request(request, _("Commitments"), description=_description()),
        "stats": numbers(),
        "page": found.page,
        "rows": rows_of(cast("CommitmentQuerySet", found.page.object_list)),
        "files": [
            (ending.upper(), _with_query(reverse("network:commitments-file", args=[ending]), query))
            for ending in CONTENT_TYPES
        ],
        "form": asked.form,
        "active": asked.active,
        "left_out": [*asked.notices, *found.notices],
        "reset_url": reverse("network:commitments"),
    }
    return render(request, "network/commitment_list.html", context)


@require_safe
@within_time
def commitments_file(request: HttpRequest, ending: str) -> HttpResponse:
    """Hand the narrowed register out as a table."""
    if ending not in CONTENT_TYPES:
        raise Http404
    content = table(narrowed(request.GET).commitments, ending)
    return _attached(content, f"commitments-{timezone.localdate()}.{ending}", CONTENT_TYPES[ending])


@page_of_the_moment
def commitment(request: HttpRequest, number: int) -> HttpResponse:
    """Show a commitment, its light, and what was reported on it."""
    page = CommitmentPage.of_public(number)
    context: dict[str, Any] = {"shown": page, "commitment": page.commitment, "meta": page.meta}
    return render(request, "network/commitment_detail.html", context)


@require_safe
def commitment_csv(request: HttpRequest, number: int) -> HttpResponse:
    """Hand the figures of a commitment out as CSV."""
    chart = CommitmentPage.of_public(number).chart
    name = f"commitment-{number}.csv"
    return _attached((BOM + chart.csv()).encode(), name, CONTENT_TYPES["csv"])


@require_safe
def evidence(request: HttpRequest, number: int, key: int) -> HttpResponseBase:
    """Hand a document out to whoever may have it, never to be opened in the browser."""
    rows = CommitmentEvidence.objects.standing().visible_to(request.user).select_related("file")
    row = rows.filter(commitment=number, pk=key).first()
    if row is None:
        raise _not_handed_out(number, key)
    if not row.file.is_available:
        raise Http404
    is_public = CommitmentEvidence.objects.public().filter(pk=row.pk).exists()
    return send(request, _sending(row, is_public=is_public))


def _not_handed_out(number: int, key: int) -> Http404:
    """Say of a document that was public until when it was; of any other one nothing."""
    rows = CommitmentEvidence.objects.withdrawn().accepted()
    row = rows.filter(commitment=number, pk=key).first()
    return Gone(told(row, "title").text, row.withdrawn_on, _("Document")) if row else Http404()


def _sending(row: CommitmentEvidence, *, is_public: bool) -> Sending:
    """A document as it was sent; of a picture the copy for screens."""
    token = row.file.token
    if row.file.is_picture:
        name = f"{row.commitment_id}-{row.pk}.jpg"
        return Sending(token, SHARED, MEDIA_TYPES["jpg"], is_public, attached_as=name)
    name, attached = str(row.file.facts["names"][0]), row.file.download_name
    return Sending(token, name, row.file.media_type, is_public, attached_as=attached)


def _attached(content: bytes, name: str, content_type: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)


def _with_query(address: str, query: str) -> str:
    return f"{address}?{query}" if query else address


def _description() -> str:
    return _(
        "What organisations have committed themselves to, measured by a figure, reported on every "
        "year. One rule gives the light: from accepted reports, dates, and the state the "
        "secretariat records."
    )
