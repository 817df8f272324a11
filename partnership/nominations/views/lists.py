"""Lists: my organisations' seats, one organisation's people, who took part so far."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from partnership.accounts.requests import SignedInRequest
from partnership.core.paging import page_of
from partnership.events.models import Event
from partnership.nominations import history as of_participation
from partnership.nominations import policies
from partnership.nominations.models import NominationQuota
from partnership.nominations.querysets import RELATED
from partnership.nominations.slate import SlatePage
from partnership.nominations.views.finding import looked_back_at, quota_of, shown


@login_required
@require_safe
@never_cache
def mine(request: SignedInRequest) -> HttpResponse:
    """Every event for which the person's organisations have seats, the latest deadline first."""
    rows = NominationQuota.objects.of(request.user).select_related(*RELATED).counted()
    found = page_of(rows.order_by("-deadline", "-pk"), request.GET.get("page", ""))
    context = {"page": found.page, "left_out": found.notices}
    return render(request, "nominations/mine.html", context)


@login_required
@require_safe
@never_cache
def event(request: SignedInRequest, slug: str) -> HttpResponse:
    """Lead to one's list for an event; without one, say who can nominate."""
    found = get_object_or_404(Event.objects.visible_to(request.user), slug=slug)
    own = NominationQuota.objects.of(request.user).filter(hold__event=found)
    rows = list(own.select_related(*RELATED).counted())
    if len(rows) == 1:
        return redirect("nominations:slate", number=rows[0].pk)
    return render(request, "nominations/event.html", {"event": found, "quotas": rows})


@login_required
@require_safe
@never_cache
def slate(request: SignedInRequest, number: int) -> HttpResponse:
    """Show the people of one organisation for one event."""
    page = SlatePage(quota_of(request, number), request.user)
    return shown(request, "slate", None, slate=page)


@login_required
@require_safe
@never_cache
def history(request: SignedInRequest, slug: str) -> HttpResponse:
    """Whom an organisation named so far, and who came; with an address, one person's."""
    organisation = looked_back_at(request, slug)
    person = request.GET.get("person", "")
    rows = of_participation.nominations_of(organisation, person)
    found = page_of(rows, request.GET.get("page", ""))
    context = {
        "organisation": organisation,
        "sums": of_participation.sums_of(rows),
        "page": found.page,
        "left_out": found.notices,
        "person": person,
        "may_compare": bool(policies.may_compare(request.user)),
    }
    return render(request, "nominations/history.html", context)
