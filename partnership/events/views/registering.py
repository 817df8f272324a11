"""Registering, and asking for the link to one's registration."""

from typing import cast

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from partnership.accounts.models import User
from partnership.accounts.requests import signed_in
from partnership.core import languages, tickets
from partnership.core.errors import DomainError
from partnership.core.tickets import AlreadySent, Ticket
from partnership.events import actions
from partnership.events.event_page import EventPage
from partnership.events.forms import LinkForm, OwnRegistrationForm, StrangersForm, form_for
from partnership.events.models import Event, Registration
from partnership.events.views.refusals import answer, put_on


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def register(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a registration. A stranger is answered alike, whether the address is known or not."""
    page = EventPage.of_public(slug)
    form = form_for(request, page.event)
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            return _take(request, page.event, form)
        except DomainError as refused:
            refusal = put_on(form, refused)
    context = {"page": page, "form": form, "known": _known(request, page.event)}
    name = "own_register" if isinstance(form, OwnRegistrationForm) else "register"
    return answer(request, f"events/{name}.html", context, refusal)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def link_again(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the link to the address, if it is registered; the page never says whether it is."""
    page = EventPage.of_public(slug)
    form = LinkForm(request.POST if request.method == "POST" else None, request=request)
    if request.method == "POST" and form.is_valid() and form.valid_ticket:
        try:
            with transaction.atomic():
                tickets.spend(form.valid_ticket, request)
                address = form.cleaned_data["email"]
                actions.send_link(page.event, address, languages.current())
        except AlreadySent:
            pass  # a double click: the answer is the same
        return redirect("events:sent", slug=slug)
    return render(request, "events/link_again.html", {"page": page, "form": form})


@require_safe
@never_cache
def sent(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that a mail is on its way, and what to do if none comes."""
    return render(request, "events/sent.html", {"page": EventPage.of_public(slug)})


def _take(
    request: HttpRequest, event: Event, form: StrangersForm | OwnRegistrationForm
) -> HttpResponse:
    if isinstance(form, OwnRegistrationForm):
        person = signed_in(request)
        row = actions.register(event, form.details(person.email), person=person)
        return redirect("events:own", uid=row.uid)
    try:
        with transaction.atomic():
            tickets.spend(cast("Ticket", form.valid_ticket), request)
            actions.sign_up(event, form.details(form.cleaned_data["email"]))
    except AlreadySent:
        pass  # a double click: what was sent first is there, and the answer is the same
    return redirect("events:sent", slug=event.slug)


def _known(request: HttpRequest, event: Event) -> Registration | None:
    """Return the registration that somebody with an account has already."""
    if not isinstance(request.user, User):
        return None
    own = event.registrations.active().filter(person=request.user)
    found: Registration | None = own.first()
    return found
