"""The mails that would have left, for whoever tries the portal on their own machine."""

from itertools import islice
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from partnership.notifications.framed import framed, framing, in_frame
from partnership.notifications.mailbox import store
from partnership.notifications.mailbox.store import StoredMail

SHOWN: Final = 50


@require_GET
@never_cache
def mail_list(request: HttpRequest) -> HttpResponse:
    """The newest mails."""
    mails = list(islice(store.mails(), SHOWN))
    return render(request, "notifications/mailbox/mail_list.html", {"mails": mails})


@require_GET
@never_cache
@framing
def mail(request: HttpRequest, key: str) -> HttpResponse:
    """One mail: its head, its HTML in a frame, its text."""
    return render(request, "notifications/mailbox/mail.html", {"mail": _found(key)})


@require_GET
@in_frame
def mail_html(request: HttpRequest, key: str) -> HttpResponse:
    """The HTML alone, as the frame shows it."""
    return framed(_found(key).html)


def _found(key: str) -> StoredMail:
    found = store.find(key)
    if found is None:
        raise Http404
    return found
