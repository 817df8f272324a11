"""What the code of a registration opens. Opening it changes nothing; a steward's button does."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from partnership.accounts.models import User
from partnership.accounts.requests import signed_in
from partnership.attendance import actions, policies
from partnership.attendance.days import day_at
from partnership.attendance.errors import NoHeadCount
from partnership.attendance.forms import CountForm
from partnership.attendance.models import CheckIn, Plan
from partnership.core.errors import DomainError
from partnership.events.event_page import EventPage
from partnership.events.models import Registration
from partnership.events.zones import zone


@dataclass(frozen=True)
class Entry:
    """A registration as a steward sees it at the door."""

    row: Registration
    known: CheckIn | None

    @classmethod
    def of(cls, row: Registration) -> "Entry":
        day = day_at(row.event, timezone.now())
        return cls(row, row.check_ins.on(day).select_related("by").first())

    @property
    def title(self) -> str:
        return EventPage.at_present(self.row.event).title

    @property
    def time(self) -> str:
        at = self.known.at.astimezone(zone(self.row.event.timezone)) if self.known else None
        return f"{at:%H:%M}" if at else ""


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def entry(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show a steward of the event whose code it is; strangers learn nothing, not even that."""
    row = Registration.objects.select_related("event__place").filter(uid=uid).first()
    if row is None or not policies.may_check_in(request.user, row.event):
        return _to_stranger(request, row)
    refusal = None
    if request.method == "POST":
        refusal = do(request, row)
        if refusal is None:
            return redirect("attendance:entry", uid=uid)
    typed = request.POST.get("people", "")
    context = {"entry": Entry.of(row), "refusal": refusal, "typed": typed}
    return render(request, "attendance/entry.html", context)


def do(request: HttpRequest, row: Registration) -> DomainError | None:
    """Do what the button says; return the refusal, if there is one."""
    person = signed_in(request)
    try:
        if request.POST.get("deed") == "back":
            actions.take_back(row, by=person)
            messages.success(request, _("The check-in of %(name)s is taken back.") % _name(row))
        else:
            made = actions.check_in(row, people=_number(request), by=person)
            words = {"name": row.name, "people": made.people}
            messages.success(request, _("%(name)s is checked in; people: %(people)d.") % words)
    except DomainError as refusal:
        return refusal
    return None


def _name(row: Registration) -> dict[str, str]:
    return {"name": row.name}


def _number(request: HttpRequest) -> int:
    """How many have come; one is understood where nobody was asked."""
    form = CountForm({"people": "1", **request.POST.dict()})
    if not form.is_valid():
        raise NoHeadCount
    number: int = form.cleaned_data["people"]
    return number


def _to_stranger(request: HttpRequest, row: Registration | None) -> HttpResponse:
    """The same page whether or not the code is one of ours. A steward of another event learns which
    event it belongs to, since that is public."""
    if request.method == "POST":
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        raise Http404
    looks_after = isinstance(request.user, User) and _is_at_work(request.user)
    context = {"is_at_work": looks_after, "title": ""}
    if looks_after and row is not None and row.event.is_public:
        context["title"] = EventPage.at_present(row.event).title
    return render(request, "attendance/entry_stranger.html", context)


def _is_at_work(user: User) -> bool:
    """Tell whether `user` stands at some door these days, or may at all."""
    at_hand = Plan.objects.looked_after_by(user).at_hand(timezone.now())
    return bool(policies.may_arrange(user)) or at_hand.exists()
