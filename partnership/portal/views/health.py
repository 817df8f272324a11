"""Whether the portal lives, and whether it can work."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from partnership.portal import readiness


@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """The process answers; says nothing about the services behind it."""
    return JsonResponse({"status": "ok"})


@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """What the portal needs, one by one; 503 when it cannot work."""
    report = readiness.report()
    return JsonResponse(report.as_json(), status=200 if report.is_able else 503)
