"""Files of an event that everyone may have."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from partnership.documents.sending import Sending, send
from partnership.events.agenda import shown
from partnership.events.event_page import EventPage
from partnership.events.models import Material


@require_safe
def material(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Hand out a file of a public event, never to be opened in the browser."""
    page = EventPage.of_public(slug)
    rows = Material.objects.filter(event=page.event, file__isnull=False)
    row = rows.select_related("file").filter(pk=number).first()
    file = row.file if row and shown(row, page.is_over) else None
    if file is None:
        raise Http404
    name = str(file.facts["names"][0])
    what = Sending(file.token, name, file.media_type, True, attached_as=file.download_name)
    return send(request, what)
