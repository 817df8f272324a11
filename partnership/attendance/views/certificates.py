"""Certificates: checked by anybody, fetched by their owners and the secretariat."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from partnership.accounts.requests import SignedInRequest
from partnership.attendance import policies
from partnership.attendance.certificates import numbering, pdf
from partnership.attendance.models import Certificate
from partnership.core import languages
from partnership.core.page_meta import PageMeta
from partnership.events import links
from partnership.events.models import Registration


@require_safe
@never_cache
def check(request: HttpRequest) -> HttpResponse:
    """Ask for the code on a certificate, and lead to its page."""
    typed = request.GET.get("code", "")[:40]
    code = numbering.typed_code(typed)
    if code and Certificate.objects.filter(code=code).exists():
        return redirect("attendance:certificate", code=code)
    context = {
        "typed": typed,
        "is_unknown": bool(typed.strip()),
        "meta": PageMeta.of_request(request, _("Check a certificate")),
    }
    return render(request, "attendance/check.html", context)


@require_safe
@never_cache
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """Say what the certificate says, and whether it holds; no more."""
    row = Certificate.objects.select_related("registration__event").filter(code=code).first()
    if row is None:
        raise Http404
    context = {
        "certificate": row,
        "printed": row.printed[languages.current()],
    }
    return render(request, "attendance/certificate.html", context)


@login_required
@require_safe
@never_cache
def own_certificate(request: SignedInRequest, uid: UUID) -> HttpResponse:
    """Hand one's own certificate out."""
    return _file(Registration.objects.of(request.user).filter(uid=uid).first())


@require_safe
@never_cache
def certificate_by_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Hand it out to who has no account, by the link from the mail."""
    return _file(links.opened_by(secret))


@login_required
@require_safe
@never_cache
def certificate_file(request: SignedInRequest, code: str) -> HttpResponse:
    """Hand it out to the secretariat."""
    rows = Certificate.objects.select_related("registration__event").filter(code=code)
    row = rows.first() if policies.may_arrange(request.user) else None
    return _answer(row)


def _file(registration: Registration | None) -> HttpResponse:
    holding = Certificate.objects.holding().select_related("registration__event")
    return _answer(holding.filter(registration=registration).first() if registration else None)


def _answer(row: Certificate | None) -> HttpResponse:
    if row is None:
        raise Http404
    response = HttpResponse(pdf.pdf_of(row), content_type="application/pdf")
    name = content_disposition_header(as_attachment=True, filename=f"{row.number}.pdf")
    response.headers["Content-Disposition"] = name or "attachment"
    return response
