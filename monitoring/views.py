"""The section page of the monitoring programme: its trainings."""

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
    """Say what is taught, which trainings are coming and which were held."""
    trainings = Event.objects.published().of_kind(Kind.TRAINING)
    meta = PageMeta.of_request(
        request,
        _("Monitoring trainings"),
        description=_(
            "Coastal cities of China and ASEAN learn to count and weigh beach litter and "
            "microplastics by methods whose results can be compared."
        ),
    )
    context = {"meta": meta, "section": Section.of(trainings, kind=Kind.TRAINING)}
    return render(request, "monitoring/home.html", context)
