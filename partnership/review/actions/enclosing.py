"""Adding files to a submission, and taking them out."""

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import TransitionRefused
from partnership.documents import actions as documents
from partnership.documents.models import StoredFile
from partnership.review import policies
from partnership.review.actions.rows import locked
from partnership.review.choices import MOST_ENCLOSURES, EnclosureRole
from partnership.review.errors import NotTurned, NotYourFile, TooManyFiles
from partnership.review.models import Enclosure, Submission


@transaction.atomic
def enclose(
    submission: Submission, file: StoredFile, role: EnclosureRole, *, by: User, **texts: str
) -> Enclosure:
    """Add a file `by` has sent; sent twice by a slow line, it is there once."""
    draft = locked(submission)
    policies.may_enclose(by, draft, role).require()
    if file.owner_id != by.pk:
        raise NotYourFile
    same = draft.enclosures.present().of_role(role).filter(file__sha256=file.sha256).first()
    if same is not None:
        return same
    if draft.enclosures.present().of_role(role).count() >= MOST_ENCLOSURES[role]:
        raise TooManyFiles(most=MOST_ENCLOSURES[role])
    row = Enclosure.objects.create(submission=draft, file=file, role=role, added_by=by, **texts)
    audit.record(Verb.UPLOADED, draft, by=by, note=str(row))
    return row


@transaction.atomic
def take_out(enclosure: Enclosure, *, by: User) -> None:
    """Take a file out of a submission; a second time changes nothing."""
    draft = locked(enclosure.submission)
    policies.may_enclose(by, draft, EnclosureRole(enclosure.role)).require()
    row = Enclosure.objects.select_for_update(of=("self",)).get(pk=enclosure.pk)
    if row.removed_at is None:
        row.removed_at = timezone.now()
        row.save(update_fields=["removed_at"])
        audit.record(Verb.CHANGED, draft, by=by, note=str(row))


@transaction.atomic
def turn(enclosure: Enclosure, *, by: User) -> None:
    """Turn a picture, or the photo of a page, by a quarter to the right; what is said of it stays."""
    draft = locked(enclosure.submission)
    policies.may_enclose(by, draft, EnclosureRole(enclosure.role)).require()
    rows = Enclosure.objects.select_for_update(of=("self",)).select_related("file")
    row = rows.get(pk=enclosure.pk)
    if row.removed_at is not None or not row.thumbnail:
        raise TransitionRefused
    before, row.file = row.file, documents.turn(row.file, by=by)
    if row.file.reason:
        raise NotTurned(reason=row.file.explanation)
    row.save(update_fields=["file"])
    documents.give_up([before], by=by)
    audit.record(Verb.CHANGED, draft, by=by, note=str(row))
