"""The section page of awareness and participation: its clean-ups."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partnership.core.page_meta import PageMeta
from partnership.events.choices import Kind
from partnership.events.models import Event
from partnership.events.sections import Section


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Say how people take part, which clean-ups are coming and which took place."""
    cleanups = Event.objects.published().of_kind(Kind.CLEANUP)
    meta = PageMeta.of_request(
        request,
        _("Beach clean-ups"),
        description=_(
            "Communities, schools and young people clean beaches together, under the themes clean "
            "ocean, care for the marine environment and blue planet."
        ),
    )
    context = {"meta": meta, "section": Section.of(cleanups, kind=Kind.CLEANUP)}
    return render(request, "outreach/home.html", context)
