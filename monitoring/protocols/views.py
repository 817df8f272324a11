"""Pages of the protocols."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from monitoring.protocols import find, protocols
from partnership.core.page_meta import PageMeta


@require_safe
def protocol_list(request: HttpRequest) -> HttpResponse:
    """Show what is surveyed and how."""
    meta = PageMeta.of_request(
        request,
        _("Survey protocols"),
        description=_(
            "How litter and microplastics are surveyed so that cities can be compared: what a "
            "survey has to say, in which units and bounds, and what is checked."
        ),
    )
    context = {"meta": meta, "protocols": list(protocols().values())}
    return render(request, "monitoring/protocols/protocols.html", context)


@require_safe
def protocol(request: HttpRequest, code: str) -> HttpResponse:
    """Show one protocol: its fields, its checks, what is still to be confirmed."""
    shown = find(code)
    if shown is None:
        raise Http404
    meta = PageMeta.of_request(request, shown.name, description=shown.about)
    return render(request, "monitoring/protocols/protocol.html", {"meta": meta, "shown": shown})
