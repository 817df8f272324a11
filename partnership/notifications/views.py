"""A person's notifications, and how they want to be told."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from partnership.accounts.requests import SignedInRequest
from partnership.core.paging import page_of
from partnership.notifications import actions, arrival
from partnership.notifications.forms import PreferencesForm
from partnership.notifications.models import GroupMessage, Notification


@login_required
@require_GET
def notification_list(request: SignedInRequest) -> HttpResponse:
    """What the person was told, newest first; with `unread` only what they have not seen."""
    rows = Notification.objects.visible_to(request.user)
    only_unread = "unread" in request.GET
    chosen = rows.unread() if only_unread else rows
    found = page_of(chosen.newest_first(), request.GET.get("page", ""))
    context = {
        "page": found.page,
        "left_out": found.notices,
        "only_unread": only_unread,
        "has_unread": rows.unread().exists(),
        "refusal": arrival.refused_to(request.user),
    }
    return render(request, "notifications/notification_list.html", context)


@login_required
@require_POST
def read(request: SignedInRequest, number: int) -> HttpResponse:
    """Mark one as read and stay in the list."""
    notification = get_object_or_404(Notification.objects.visible_to(request.user), pk=number)
    actions.mark_read(request.user, notification)
    return _back(request)


@login_required
@require_POST
def read_all(request: SignedInRequest) -> HttpResponse:
    count = actions.mark_all_read(request.user)
    messages.success(request, _("Marked as read: %(count)d.") % {"count": count})
    return _back(request)


@login_required
@require_GET
def announcement(request: SignedInRequest, number: int) -> HttpResponse:
    """A message of the secretariat to a group the person belongs to."""
    message = get_object_or_404(GroupMessage.objects.visible_to(request.user), pk=number)
    return render(request, "notifications/announcement.html", {"message": message})


@login_required
@require_http_methods(["GET", "POST"])
def preferences(request: SignedInRequest) -> HttpResponse:
    """Which mails the person wants, kind by kind."""
    form = PreferencesForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your changes are saved."))
        return redirect("notifications:preferences")
    return render(request, "notifications/preferences.html", {"form": form})


def _back(request: HttpRequest) -> HttpResponse:
    """Return to the list, among the unread ones if the person was there."""
    response = redirect("notifications:list")
    if request.POST.get("unread"):
        response.headers["Location"] += "?unread"
    return response
