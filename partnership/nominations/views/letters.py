"""Fetching a letter of invitation."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from partnership.accounts.requests import SignedInRequest
from partnership.core.errors import DomainError
from partnership.core.publishing import word
from partnership.events import links
from partnership.nominations import letter_files
from partnership.nominations.letter_querysets import LetterQuerySet
from partnership.nominations.models import Letter

MADE = {
    "pdf": (letter_files.pdf, "application/pdf"),
    "docx": (letter_files.docx, word.MEDIA_TYPE),
}


@login_required
@require_safe
@never_cache
def letter_file(request: SignedInRequest, uid: UUID, ending: str) -> HttpResponse:
    """Hand the letter out to whom it concerns, as PDF or as Word file."""
    return _answer(request, Letter.objects.visible_to(request.user), uid, ending)


@require_safe
@never_cache
def letter_by_link(request: HttpRequest, secret: str, uid: UUID, ending: str) -> HttpResponse:
    """Hand out a letter to somebody without an account, by the link from the mail."""
    row = links.opened_by(secret)
    if row is None:
        raise Http404
    return _answer(request, row.letters.all(), uid, ending)


def _answer(request: HttpRequest, rows: LetterQuerySet, uid: UUID, ending: str) -> HttpResponse:
    if ending not in MADE:
        raise Http404
    letter: Letter = get_object_or_404(rows.readable().select_related("replaced_by"), uid=uid)
    make, media_type = MADE[ending]
    try:
        content = make(letter)
    except DomainError as refused:
        context = {"letter": letter, "refusal": str(refused)}
        return render(request, "nominations/letter_refused.html", context, status=409)
    name = f"{letter.number_text}.{ending}"
    answer = HttpResponse(content, content_type=media_type)
    offered = content_disposition_header(as_attachment=True, filename=name)
    answer.headers["Content-Disposition"] = offered or "attachment"
    return answer
