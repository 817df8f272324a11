"""Public notices: what is about to be published, for everyone to object to."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from partnership.core.page_meta import PageMeta
from partnership.review.models import Submission


@require_GET
def notices(request: HttpRequest) -> HttpResponse:
    """What is on public notice today."""
    shown = Submission.objects.on_notice(timezone.localdate())
    description = _("What is about to be published. Until the day named, everyone can object.")
    meta = PageMeta.of_request(request, _("Public notice"), description=description)
    return render(request, "review/notices.html", {"notices": shown, "meta": meta})


@require_GET
def notice(request: HttpRequest, key: UUID) -> HttpResponse:
    """One intended publication: what it is, until when and how to object."""
    shown = Submission.objects.on_notice(timezone.localdate())
    submission: Submission = get_object_or_404(shown, key=key)
    facts = submission.kind.notice_facts(submission)
    return render(request, "review/notice.html", {"submission": submission, "facts": facts})
