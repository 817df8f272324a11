"""Pages for the people of an organisation."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache

from partnership.accounts.requests import SignedInRequest
from partnership.core.verdicts import Verdict
from partnership.network.models import Membership, Organisation

View = Callable[..., HttpResponse]


def for_members(form: type[forms.Form] | type[forms.ModelForm]) -> Callable[[View], View]:
    """Let the organisation's own people in, asked with every request; strangers get 404.

    Somebody whose membership ended while `form` was open is told so and keeps what they typed. Where
    the organisation itself no longer takes part, its people are told that, whatever they asked for.
    """

    def decorate(view: View) -> View:
        @login_required
        @never_cache
        @wraps(view)
        def guarded(request: SignedInRequest, slug: str, **kwargs: Any) -> HttpResponse:
            own = Organisation.objects.of(request.user).filter(slug=slug).first()
            if own is not None:
                return view(request, own, **kwargs)
            ended = Membership.objects.of(request.user).filter(organisation__slug=slug)
            found = ended.select_related("organisation").last()
            if found is None or not (found.withdrawn_at is None or request.method == "POST"):
                raise Http404
            context = {
                "organisation": None if found.withdrawn_at else found.organisation,
                "typed": typed_into(form, request),
            }
            return render(request, "network/membership_ended.html", context, status=403)

        return guarded

    return decorate


def typed_into(
    form: type[forms.Form] | type[forms.ModelForm], request: SignedInRequest
) -> list[tuple[str, str]]:
    """Return label and value of everything somebody typed into a form that is not taken."""
    labels = {name: field.label for name, field in form.base_fields.items()}
    given = ((name, request.POST.getlist(name)) for name in labels if name in request.POST)
    return [(str(labels[name] or name), "\n".join(values)) for name, values in given]


@login_required
@never_cache
def mine(request: SignedInRequest) -> HttpResponse:
    """For whom the person speaks."""
    rows = Membership.objects.live().of(request.user).select_related("organisation").in_order()
    return render(request, "network/mine.html", {"memberships": rows})


def require(verdict: Verdict) -> None:
    """Show the page of a refusal with its reason unless the policy allows it."""
    if not verdict:
        raise PermissionDenied(str(verdict.reason))


def colleague(organisation: Organisation, user: Any, number: int) -> Membership:
    """Return a live membership of the organisation that `user` may see."""
    rows = Membership.objects.visible_to(user).live().select_related("user", "organisation")
    return get_object_or_404(rows, organisation=organisation, pk=number)
