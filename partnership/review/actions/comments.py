"""Comments on single fields, and their answers."""

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed, TransitionRefused
from partnership.review import policies
from partnership.review.actions.rows import locked, required
from partnership.review.models import FieldComment, Submission


@transaction.atomic
def comment(submission: Submission, path: str, text: str, *, by: User) -> FieldComment:
    """Note what has to be said about the field at `path` of the version at hand."""
    fresh = locked(submission)
    policies.may_comment(by, fresh).require()
    version = fresh.latest_version
    sheet = fresh.kind.sheet(fresh.language)
    if version is None or path not in sheet.paths(version.answers):
        raise TransitionRefused
    words = required(text)
    same = fresh.comments.to_share().filter(path=path, text=words, written_by=by)
    return same.first() or FieldComment.objects.create(
        submission=fresh, version=version, path=path, text=words, written_by=by
    )


@transaction.atomic
def delete_comment(remark: FieldComment, *, by: User) -> None:
    """Take back a comment nobody else has been shown yet."""
    fresh = FieldComment.objects.select_for_update(of=("self",)).get(pk=remark.pk)
    if fresh.written_by_id != by.pk:
        raise NotAllowed
    if fresh.shared_at is not None:
        raise TransitionRefused
    fresh.delete()


@transaction.atomic
def answer(remark: FieldComment, text: str, *, by: User) -> FieldComment:
    """Answer a comment; until the text is submitted the answer can be put better."""
    locked(remark.submission)
    fresh = FieldComment.objects.select_for_update(of=("self",)).get(pk=remark.pk)
    policies.may_answer(by, fresh).require()
    fresh.answer, fresh.answered_by = required(text), by
    fresh.answered_at = timezone.now()
    fresh.save()
    return fresh
