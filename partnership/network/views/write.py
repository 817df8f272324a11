"""Writing to the secretariat; open to everybody."""

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
from partnership.network.choices import EnquiryKind
from partnership.network.forms import EnquiryForm
from partnership.network.models import Organisation


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def write(request: HttpRequest) -> HttpResponse:
    """Take a message; `kind`, `page` and `organisation` of the address fill the form in advance."""
    form = EnquiryForm(
        request.POST if request.method == "POST" else None,
        request=request,
        initial=_initial(request),
    )
    if request.method == "POST" and form.is_valid() and form.valid_ticket:
        slug = request.GET.get("organisation", "")
        try:
            with transaction.atomic():
                tickets.spend(form.valid_ticket, request)
                actions.send_enquiry(
                    reference=form.valid_ticket.nonce,
                    language=languages.current(),
                    organisation=Organisation.objects.listed().filter(slug=slug).first(),
                    **form.typed(),
                )
        except AlreadySent:
            pass  # a double click: what was sent first is there, and the answer is the same
        return redirect("network:written", reference=form.valid_ticket.nonce)
    description = _("The secretariat answers in Chinese and in English.")
    meta = PageMeta.of_request(request, _("Write to the secretariat"), description=description)
    return render(request, "network/write.html", {"form": form, "meta": meta})


@require_safe
def written(request: HttpRequest, reference: str) -> HttpResponse:
    """Say what happens next."""
    context = {
        "reference": reference,
        "heading": _("We have your message"),
        "next": _(
            "The secretariat reads it and, if you left an address, answers as a rule within five "
            "working days."
        ),
    }
    return render(request, "network/sent.html", context)


def _initial(request: HttpRequest) -> dict[str, str]:
    kind = request.GET.get("kind", "")
    known = kind if kind in EnquiryKind.values else EnquiryKind.CONTACT.value
    return {"kind": known, "page": request.GET.get("page", "")[:300]}
