"""The registrations of somebody with an account."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from partnership.accounts.requests import SignedInRequest
from partnership.core.choices import label_of
from partnership.core.paging import page_of
from partnership.events import times
from partnership.events.choices import Attendance
from partnership.events.models import Registration
from partnership.events.views.refusals import answer
from partnership.events.views.registration import RegistrationPage, do, names_form
from partnership.events.whereabouts import where


@dataclass(frozen=True, slots=True)
class Line:
    """A registration in the list of what somebody took part in, or will."""

    row: Registration

    @property
    def when(self) -> str:
        event = self.row.event
        return times.span(
            event.starts_at, event.ends_at, event.timezone, is_all_day=event.is_all_day
        )

    @property
    def where(self) -> str:
        return where(self.row.event)

    @property
    def state(self) -> str:
        """Once attendance is noted it says more than that there was a seat."""
        was_noted = self.row.attendance != Attendance.UNKNOWN
        return (
            label_of(Attendance, self.row.attendance)
            if was_noted
            else self.row.get_status_display()
        )


@login_required
@require_safe
@never_cache
def mine(request: SignedInRequest) -> HttpResponse:
    """Everything the person is or was registered for, the latest event first."""
    rows = Registration.objects.of(request.user).select_related("event__place")
    found = page_of(rows.order_by("-event__starts_at", "-pk"), request.GET.get("page", ""))
    lines = [Line(row) for row in found.page]
    context = {"page": found.page, "lines": lines, "left_out": found.notices}
    return render(request, "events/mine.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own(request: SignedInRequest, uid: UUID) -> HttpResponse:
    """One of them, with its buttons; somebody else's is not there."""
    rows = Registration.objects.of(request.user).select_related("event__place", "event__host")
    row = get_object_or_404(rows, uid=uid)
    refusal, names = None, names_form(request, row)
    if request.method == "POST":
        refusal = do(request, row, request.user, names)
        if refusal is None and not names.errors:
            return redirect("events:own", uid=uid)
        row.refresh_from_db()
    context = {"shown": RegistrationPage.of(row, request.path, names), "refusal": refusal}
    return answer(request, "events/own_registration.html", context, refusal)
