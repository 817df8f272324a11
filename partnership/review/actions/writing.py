"""Beginning, saving and submitting."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.documents import actions as documents
from partnership.documents.models import StoredFile
from partnership.review import messages, policies
from partnership.review.actions.rows import locked, move
from partnership.review.choices import State
from partnership.review.errors import ChangedMeanwhile, NotComplete, QuestionsOpen, TooLong
from partnership.review.models import Submission, SubmissionVersion
from partnership.review.models.version import digest_of
from partnership.review.sheets import Answers
from partnership.review.sheets.sheet import is_too_long
from partnership.review.subjects import Subject

LONGEST_TITLE = 200
Details = dict[str, Any]  # what a subject has to know of a draft


@transaction.atomic
def begin(subject: Subject, language: str, *, by: User, **details: Any) -> Submission:
    """Begin a draft written in `language`; `details` are for the subject."""
    policies.may_begin(by, subject).require()
    submission = Submission.objects.create(
        subject=subject.key, language=language, author=by, saved_by=by
    )
    subject.begin(submission, by=by, **details)
    audit.record(Verb.CREATED, submission, by=by)
    return submission


@transaction.atomic
def begin_many(
    subject: Subject, language: str, drafts: Sequence[tuple[Answers, Details]], *, by: User
) -> list[Submission]:
    """Begin drafts that are filled in already, as `begin` and then `save_answers` make them."""
    policies.may_begin(by, subject).require()
    if any(is_too_long(answers) for answers, _details in drafts):
        raise TooLong
    begun: list[Submission] = Submission.objects.bulk_create(
        [
            Submission(
                subject=subject.key,
                language=language,
                author=by,
                saved_by=by,
                answers=answers,
                title=subject.title(answers)[:LONGEST_TITLE],
                revision=1,
            )
            for answers, _details in drafts
        ],
        batch_size=audit.AT_ONCE,
    )
    subject.attach(begun, [details for _answers, details in drafts], by=by)
    audit.record_many(Verb.CREATED, begun, by=by)
    return begun


@transaction.atomic
def save_answers(
    submission: Submission, answers: Answers, *, by: User, revision: int, window: str = ""
) -> Submission:
    """Store the working copy as typed. `revision` is the one the form was opened with.

    Another window's newer text is never overwritten. The same window may send again what it did
    not hear back about, and the same text twice changes nothing.
    """
    draft = locked(submission)
    policies.may_write(by, draft).require()
    if is_too_long(answers):
        raise TooLong
    if answers == draft.answers:
        return draft
    is_same_window = bool(window) and window == draft.window
    if revision != draft.revision and not is_same_window:
        raise ChangedMeanwhile
    draft.answers, draft.window, draft.saved_by = answers, window, by
    draft.title = draft.kind.title(answers)[:LONGEST_TITLE]
    draft.saved_at = timezone.now()
    draft.revision += 1
    draft.save()
    return draft


@transaction.atomic
def submit(
    submission: Submission, *, by: User, revision: int, note: str = "", tells: bool = True
) -> Submission:
    """Hand the working copy in: to the endorsing body where there is one, else to the desk.

    Sent a second time, it is already there and nothing happens. Whoever submits many at once lets nobody
    be told of each (`tells`), and then tells of all by `tell_together`; who endorses is told of each.
    """
    draft = locked(submission)
    if draft.submitted_at and draft.state in (State.SUBMITTED, State.FOR_ENDORSEMENT):
        return draft
    policies.may_submit(by, draft).require()
    if revision != draft.revision:
        raise ChangedMeanwhile
    problems = draft.kind.problems(draft, draft.answers)
    if problems:
        raise NotComplete(problems)
    _require_answers(draft)
    _keep_version(draft, by=by, note=note)
    needs_endorsement = draft.kind.needs_endorsement(draft)
    target = State.FOR_ENDORSEMENT if needs_endorsement else State.SUBMITTED
    sent = move(draft, target, by=by, verb=Verb.SUBMITTED, submitted_at=timezone.now(), message="")
    if tells:
        messages.received(sent, by=by)
    elif needs_endorsement:
        messages.turn_has_come(sent)
    return sent


@transaction.atomic
def tell_together(submissions: Sequence[Submission], *, by: User, page: Callable[[], str]) -> None:
    """Tell of what `by` submitted at once without telling of each; `page` returns where it is listed."""
    at_desk = [each for each in submissions if each.state != State.FOR_ENDORSEMENT]
    messages.received_together(at_desk, by=by, page=page)


@transaction.atomic
def discard(submission: Submission, *, by: User) -> None:
    """Throw a draft away that was never submitted."""
    draft = locked(submission)
    policies.may_discard(by, draft).require()
    _throw_away(draft, by=by)


@transaction.atomic
def discard_abandoned(drafts: QuerySet[Submission]) -> None:
    """Throw drafts away that nobody has touched for long."""
    for draft in drafts:
        _throw_away(draft, by=None)


def _throw_away(draft: Submission, *, by: User | None) -> None:
    """Delete a draft with its files, those taken out of it before as well."""
    of_draft = Q(enclosure__submission=draft) | Q(enclosure_turned__submission=draft)
    files = list(StoredFile.objects.filter(of_draft))
    audit.record(Verb.DELETED, draft, by=by)
    draft.delete()
    documents.give_up(files, by=by)


def _require_answers(draft: Submission) -> None:
    """Every comment the secretariat shared is answered, if only by a word."""
    count = draft.comments.unanswered().count()
    if count:
        raise QuestionsOpen(count=count)


def _keep_version(draft: Submission, *, by: User, note: str) -> SubmissionVersion:
    return SubmissionVersion.objects.create(
        submission=draft,
        number=draft.versions.count() + 1,
        language=draft.language,
        answers=draft.answers,
        digest=digest_of(draft.answers),
        note=note.strip(),
        submitted_by=by,
    )
