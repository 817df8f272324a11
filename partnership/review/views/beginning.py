"""Beginning a submission."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from partnership.accounts.requests import SignedInRequest
from partnership.core.errors import DomainError
from partnership.review import actions, policies, subjects
from partnership.review.forms import BeginForm


@login_required
@require_GET
def new(request: SignedInRequest) -> HttpResponse:
    """What this person can submit."""
    user = request.user
    allowed = [kind for kind in subjects.registered() if policies.may_begin(user, kind)]
    kinds = [kind for kind in allowed if kind.is_offered(user)]
    return render(request, "review/new.html", {"kinds": kinds})


@login_required
@require_http_methods(["GET", "POST"])
def begin(request: SignedInRequest, subject: str) -> HttpResponse:
    """Ask for the language and lead on to the form."""
    kind = subjects.find(subject)
    if kind is None:
        raise Http404
    verdict = policies.may_begin(request.user, kind)
    if not verdict:
        raise PermissionDenied(str(verdict.reason))
    form = BeginForm(request.POST or None, questions=kind.questions(request.user))
    if request.method == "POST" and form.is_valid():
        try:
            begun = actions.begin(kind, by=request.user, **form.cleaned_data)
        except DomainError as refused:
            form.add_error(None, str(refused))
            return render(request, "review/begin.html", {"form": form, "kind": kind}, status=409)
        messages.success(request, _("The draft is begun. It is saved while you write."))
        return redirect("review:edit", begun.key)
    return render(request, "review/begin.html", {"form": form, "kind": kind})
