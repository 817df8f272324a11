"""Asking for an account; open to everybody."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from partnership.core import languages, tickets
from partnership.core.page_meta import PageMeta
from partnership.core.tickets import AlreadySent
from partnership.network import actions
from partnership.network.forms import JoinForm


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def join(request: HttpRequest) -> HttpResponse:
    """Take the wish to speak for an organisation."""
    initial = {"organisation_name": request.GET.get("organisation", "")[:200]}
    form = JoinForm(
        request.POST if request.method == "POST" else None, request=request, initial=initial
    )
    if request.method == "POST" and form.is_valid() and form.valid_ticket:
        try:
            with transaction.atomic():
                tickets.spend(form.valid_ticket, request)
                actions.ask_for_membership(
                    reference=form.valid_ticket.nonce, language=languages.current(), **form.typed()
                )
        except AlreadySent:
            pass  # a double click: what was sent first is there, and the answer is the same
        return redirect("network:join-sent", reference=form.valid_ticket.nonce)
    meta = PageMeta.of_request(request, _("Ask for an account"), description=_description())
    return render(request, "network/join.html", {"form": form, "meta": meta})


@require_safe
def join_sent(request: HttpRequest, reference: str) -> HttpResponse:
    """Say what happens next: the same for every address, known or not."""
    context = {
        "reference": reference,
        "heading": _("We have your request"),
        "next": _(
            "The secretariat looks at it and writes to the address you gave, as a rule within five "
            "working days."
        ),
    }
    return render(request, "network/sent.html", context)


def _description() -> str:
    return _(
        "For people who work for a city, an authority or another organisation of the partnership. "
        "The secretariat looks at every request."
    )
