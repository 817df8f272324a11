"""Two submitted versions, word by word."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from partnership.accounts.requests import SignedInRequest
from partnership.review.clashes import clashes
from partnership.review.models import SubmissionVersion
from partnership.review.views.finding import found, sheet_for


@login_required
@require_GET
def compare(request: SignedInRequest, key: UUID, older: int, newer: int) -> HttpResponse:
    """The fields that changed between the two."""
    submission = found(request, key)
    before: SubmissionVersion = get_object_or_404(submission.versions, number=older)
    after: SubmissionVersion = get_object_or_404(submission.versions, number=newer)
    sheet = sheet_for(request, submission)
    context = {
        "submission": submission,
        "before": before,
        "after": after,
        "changes": clashes(sheet, before.answers, after.answers),
        "versions": submission.versions.all(),
    }
    return render(request, "review/compare.html", context)
