"""Participation in numbers for the secretariat, and as files."""

from collections.abc import Iterable, Sequence

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from partnership.accounts.requests import SignedInRequest
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.paging import page_of
from partnership.core.spreadsheets import csv_lines
from partnership.nominations import history, policies
from partnership.nominations import participation as numbers
from partnership.nominations.views.finding import looked_back_at


@login_required
@require_safe
@never_cache
def participation(request: SignedInRequest) -> HttpResponse:
    """How many people were named and came, by organisation, place, country or year."""
    asked = _asked(request)
    found = page_of(asked.rows, request.GET.get("page", ""))
    context = {
        "participation": asked,
        "form": asked.form,
        "active": asked.active,
        "page": found.page,
        "left_out": [*asked.notices, *found.notices],
        "query": request.GET.urlencode(),
    }
    return render(request, "nominations/participation.html", context)


@login_required
@require_safe
@never_cache
def participation_csv(request: SignedInRequest) -> StreamingHttpResponse:
    """The same numbers, all pages of them."""
    return _file(list(_asked(request).lines()), "participation")


@login_required
@require_safe
@never_cache
def history_csv(request: SignedInRequest, slug: str) -> StreamingHttpResponse:
    """Whom one organisation has named and who came, with their names: fetching leaves a trace."""
    organisation = looked_back_at(request, slug)
    rows = history.nominations_of(organisation)
    note = f"participation.csv: {rows.count()}"
    audit.record(Verb.EXPORTED, organisation, by=request.user, note=note)
    return _file(list(history.lines(rows)), f"{slug}-participation")


def _asked(request: SignedInRequest) -> numbers.Participation:
    if not policies.may_compare(request.user):
        raise Http404
    return numbers.participation(request.GET)


def _file(lines: Iterable[Sequence[object]], name: str) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(csv_lines(lines), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer
