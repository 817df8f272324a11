"""Signing in and the own account."""

from typing import Any

from allauth.account import views as account_views
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from partnership.accounts import actions, conditions, drafts, second_factor
from partnership.accounts.choices import SessionEnd
from partnership.accounts.forms import ProfileForm
from partnership.accounts.models import Session
from partnership.accounts.requests import SignedInRequest
from partnership.accounts.sessions import ENDED


class SignIn(account_views.LoginView):
    """allauth's sign-in, saying why the last one ended."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        ended = self.request.session.get(ENDED)
        why = SessionEnd(ended).label if ended in SessionEnd else ""
        draft_waits = drafts.KEY in self.request.session
        return super().get_context_data(why=why, draft_waits=draft_waits, **kwargs)


class NoSignOutOnGet:
    """Opening a link from a mail changes nothing; another person is signed out on confirming."""

    request: HttpRequest

    def logout(self) -> None:
        if self.request.method == "POST":
            super().logout()  # type: ignore[misc]


class NewPassword(NoSignOutOnGet, account_views.PasswordResetFromKeyView):
    """Sets a password by a link, which also shows that the address is theirs."""

    def form_valid(self, form: Any) -> HttpResponse:
        actions.confirm_address(self.reset_user)
        return super().form_valid(form)


class ConfirmAddress(NoSignOutOnGet, account_views.ConfirmEmailView):
    """Confirms an address by a button on the page the link leads to."""


class PasswordChange(account_views.PasswordChangeView):
    """Changes the password; whoever has none yet gets a link by mail."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not request.user.has_usable_password():
            return redirect("account_reset_password")
        return super().dispatch(request, *args, **kwargs)


@login_required
@require_http_methods(["GET", "POST"])
def profile(request: SignedInRequest) -> HttpResponse:
    """Name and language, and the ways to password, second factor and sessions."""
    form = ProfileForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        actions.change_profile(request.user, **form.cleaned_data)
        messages.success(request, _("Your changes are saved."))
        return redirect("account_profile")
    context = {
        "form": form,
        "second_factor": second_factor.is_set_up(request.user),
        "unmet": conditions.unmet(request.user),
    }
    return render(request, "account/profile.html", context)


@login_required
@require_GET
@never_cache
def sessions(request: SignedInRequest) -> HttpResponse:
    """Where the person is signed in."""
    return _sessions_page(request)


@login_required
@require_POST
def end_session(request: SignedInRequest, handle: str) -> HttpResponse:
    """Sign out on one device; whoever asks twice sees where they are still signed in."""
    for session in Session.objects.of(request.user):
        if session.handle == handle:
            actions.end_session(request.user, session)
            messages.success(request, _("Signed out on that device."))
            return redirect("account_sessions")
    messages.info(request, _("Nobody is signed in there any more."))
    return _sessions_page(request, status=404)


@login_required
@require_POST
def end_other_sessions(request: SignedInRequest) -> HttpResponse:
    """Sign out everywhere else."""
    count = actions.end_other_sessions(request.user, request.session.session_key)
    messages.success(request, _("Signed out on %(count)d other devices.") % {"count": count})
    return redirect("account_sessions")


def _sessions_page(request: SignedInRequest, status: int = 200) -> HttpResponse:
    rows = Session.objects.of(request.user).open(timezone.now())
    context = {"sessions": rows, "current_key": request.session.session_key}
    return render(request, "account/sessions.html", context, status=status)


@login_required
@require_http_methods(["GET", "POST"])
@never_cache
def draft(request: SignedInRequest) -> HttpResponse:
    """Show a form that was sent after the sign-in had ended; POST throws it away."""
    waiting = drafts.kept(request)
    if request.method == "POST":
        drafts.drop(request)
        waiting = None
    if waiting is None:
        return redirect("account_profile")
    return render(request, "account/draft.html", {"draft": waiting, "resent": drafts.RESENT})
