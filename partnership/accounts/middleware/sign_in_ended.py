"""What a person meets when their sign-in ended while they worked."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from partnership.accounts import drafts
from partnership.accounts.requests import SessionRequest
from partnership.accounts.sessions import ENDED

GetResponse = Callable[[SessionRequest], HttpResponse]


class SignInEndedMiddleware:
    """Says on the sign-in page why, and brings a form that was just sent back afterwards.

    The session engine has already refused the session; this looks at the answer only, and never
    touches the session of a page that did not ask who is there.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: SessionRequest) -> HttpResponse:
        response = self.get_response(request)
        if drafts.RESENT in request.POST:
            drafts.drop(request)
        if request.session.ended and _leads_to_sign_in(response):
            return _explained(request, response)
        return response


def _leads_to_sign_in(response: HttpResponse) -> bool:
    doors = {reverse("account_login"), reverse("admin:login")}
    return isinstance(response, HttpResponseRedirect) and urlsplit(response.url).path in doors


def _explained(request: SessionRequest, response: HttpResponse) -> HttpResponse:
    session = request.session
    session[ENDED] = session.ended
    if request.method == "POST" and session.ended_for and drafts.keep(request, session.ended_for):
        query = urlencode({"next": reverse("account_draft")})
        return redirect(f"{reverse('account_login')}?{query}")
    return response
