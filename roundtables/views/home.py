"""The section page of roundtable dialogues."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from partnership.core.page_cache import page_of_the_moment
from partnership.core.page_meta import PageMeta
from partnership.events.choices import Kind
from partnership.events.models import Event
from partnership.events.sections import Section
from roundtables.provinces import provinces


@page_of_the_moment
def home(request: HttpRequest) -> HttpResponse:
    """Say what dialogues are about, what is coming and what was, and lead to the provinces."""
    dialogues = Event.objects.published().of_kind(Kind.DIALOGUE)
    meta = PageMeta.of_request(
        request,
        _("Roundtable dialogues"),
        description=_(
            "Coastal provinces and cities talk with ministries, research, business and partners "
            "about keeping plastic out of the sea, tied to the building of zero-waste cities."
        ),
    )
    context = {
        "meta": meta,
        "section": Section.of(dialogues, kind=Kind.DIALOGUE),
        "provinces": provinces(dialogues),
    }
    return render(request, "roundtables/home.html", context)
