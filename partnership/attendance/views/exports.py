"""Files about the people of an event: asked for, watched, fetched. The page can be left and found
again; the work goes on."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from partnership.accounts.requests import SignedInRequest
from partnership.attendance import actions, policies
from partnership.attendance.choices import Paper
from partnership.attendance.models import Export
from partnership.core import languages
from partnership.core.errors import NotAllowed
from partnership.core.sheets.files import CONTENT_TYPES
from partnership.events.event_page import EventPage
from partnership.events.models import Event

SHOWN = 20


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def exports(request: SignedInRequest, slug: str) -> HttpResponse:
    """Offer what the person may have made, and show what they have asked for."""
    event = Event.objects.select_related("place").filter(slug=slug).first()
    papers = policies.papers_for(request.user, event) if event else []
    if event is None or not papers:
        raise Http404
    if request.method == "POST":
        paper = request.POST.get("paper", "")
        if paper in papers:
            actions.ask_for(event, paper, by=request.user, language=languages.current())
        return redirect("attendance:exports", slug=slug)
    own = Export.objects.of(request.user).filter(event=event)
    files = list(own.select_related("event")[:SHOWN])
    context = {
        "page": EventPage.at_present(event),
        "papers": papers,
        "files": files,
        "is_under_way": any(file.is_under_way for file in files),
    }
    return render(request, "attendance/exports.html", context)


@login_required
@require_safe
@never_cache
def export_file(request: SignedInRequest, number: int) -> HttpResponse:
    """Hand a file out to who has asked for it, while they may still have it."""
    rows = Export.objects.of(request.user).select_related("event")
    export = get_object_or_404(rows, pk=number)
    if not export.is_ready:
        return redirect("attendance:exports", slug=export.event.slug)
    try:
        content = actions.fetch(export, by=request.user)
    except NotAllowed as refused:
        raise Http404 from refused
    kinds = {**CONTENT_TYPES, "pdf": "application/pdf"}
    response = HttpResponse(content, content_type=kinds[Paper(export.paper).ending])
    name = content_disposition_header(as_attachment=True, filename=export.file_name)
    response.headers["Content-Disposition"] = name or "attachment"
    return response
