"""Finding what a page is about, among what the person may see."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.shortcuts import get_object_or_404

from partnership.accounts.requests import SignedInRequest
from partnership.core.errors import DomainError
from partnership.core.verdicts import Verdict
from partnership.review import prints
from partnership.review.choices import READERS, EnclosureRole
from partnership.review.models import Submission
from partnership.review.sheets import Answers, Sheet


def found(request: SignedInRequest, key: UUID) -> Submission:
    """Return the submission, or answer that it is not there."""
    rows = Submission.objects.visible_to(request.user).select_related(
        "author", "handler", "saved_by"
    )
    submission: Submission = get_object_or_404(rows, key=key)
    return submission


def found_for_writing(request: SignedInRequest, key: UUID) -> Submission:
    """Return the submission also to somebody whose right to it ended while their form was open:
    what they typed has to be shown to them once more. To open it again is refused to them."""
    if request.method != "POST":
        return found(request, key)
    rows = Submission.objects.visible_to(request.user) | Submission.objects.touched_by(request.user)
    submission: Submission = get_object_or_404(rows.distinct(), key=key)
    return submission


def sheet_for(request: SignedInRequest, submission: Submission) -> Sheet:
    """Return the sheet with the parts the person may read."""
    sheet = submission.kind.sheet(submission.language)
    is_own = Submission.objects.of(request.user).filter(pk=submission.pk).exists()
    return sheet if is_own or request.user.has_role(*READERS) else sheet.for_judging()


def require(verdict: Verdict) -> None:
    """Answer 403 with the reason; for people who may see the submission but not do this."""
    if not verdict:
        raise PermissionDenied(str(verdict.reason))


def answers_for(request: SignedInRequest, submission: Submission) -> Answers:
    """Return the working copy for its author's side, what was submitted last for everyone else."""
    is_own = Submission.objects.of(request.user).filter(pk=submission.pk).exists()
    version = submission.latest_version
    if version is None or (is_own and submission.is_with_author):
        return submission.answers
    return version.answers


def files_of(submission: Submission, answers: Answers) -> dict[str, Any]:
    """Return the files for a page that shows `answers`, and whether these were signed."""
    rows = list(submission.enclosures.present().select_related("file"))
    printed = prints.print_of(submission, answers)
    return {
        "enclosures": rows,
        "printed": printed,
        "takes_signature": EnclosureRole.SIGNED in submission.kind.enclosures,
        "is_signed": prints.is_signed(rows, printed),
    }


def done(form: Form, deed: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
    """Do the deed; what it refuses stands on the form, with the way out."""
    try:
        deed(*args, **kwargs)
    except DomainError as refused:
        form.add_error(None, str(refused).splitlines())
        return False
    return True
