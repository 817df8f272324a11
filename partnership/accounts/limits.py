"""How often a password or code may be tried, counted in PostgreSQL.

Failures are counted per person and network, and per network over all persons; never per person
alone, so that nobody can lock somebody else out: from another network the right person enters.
"""

from typing import Any, Final

from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_failure_limit
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.db.models import QuerySet, Sum
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from partnership.accounts.models import User
from partnership.accounts.requests import CountedRequest

Credentials = dict[str, Any] | None

SALT: Final = "accounts.limits.person"


def person_key(request: HttpRequest, credentials: Credentials) -> str:
    """Name the person tried: a keyed digest, for what is typed may be a password by mistake."""
    typed = (credentials or {}).get("email") or (credentials or {}).get("username") or ""
    return salted_hmac(SALT, str(typed).strip().casefold()).hexdigest()


class SignInLimits(AxesDatabaseHandler):
    """axes' rows, with a limit of its own for the network as a whole."""

    def get_failures(self, request: HttpRequest, credentials: Credentials = None) -> int:
        """Return the used-up part of the tighter limit, in failures of one person.

        A network may fail more often than one person from it: a whole office shares one.
        """
        of_person, of_network = map(_failures, self.get_user_attempts(request, credentials))
        allowed = get_failure_limit(request, credentials)
        return max(of_person, of_network * allowed // settings.SIGN_IN_FAILURES_PER_NETWORK)

    def reset_user_attempts(self, request: HttpRequest, credentials: Credentials = None) -> int:
        """After a success forget the person's failures from there, but not the network's.

        Otherwise a sign-in to one's own account would free the way for more guessing.
        """
        of_person, _of_network = self.filter_user_attempts(request, credentials)
        return of_person.delete()[0]


def _failures(attempts: QuerySet) -> int:
    return attempts.aggregate(total=Sum("failures_since_start"))["total"] or 0


def is_closed(request: CountedRequest, person: User) -> bool:
    """Tell whether `person` may not try again from here, and let the answer say so."""
    credentials = {"email": person.email}
    if AxesProxyHandler.is_allowed(request, credentials):
        return False
    request.axes_locked_out = True
    request.axes_credentials = credentials
    return True


def count_failure(request: HttpRequest, person: User) -> None:
    """Count a wrong code like a wrong password."""
    user_login_failed.send(__name__, credentials={"email": person.email}, request=request)


def closed_response(
    request: HttpRequest, response: HttpResponse | None = None, credentials: Credentials = None
) -> HttpResponse:
    """Answer somebody who tried too often: when to come back and what to do instead."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    if request.path_info.startswith("/api/"):
        detail = _("Too many failed attempts. Try again in %(minutes)d minutes.")
        body = {"code": "too-many-attempts", "detail": detail % {"minutes": minutes}}
        answer: HttpResponse = JsonResponse(body, status=429)
    else:
        answer = render(request, "account/sign_in_closed.html", {"minutes": minutes}, status=429)
    answer.headers["Retry-After"] = str(minutes * 60)
    return answer
