"""Adding files to a submission, and taking them out."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import TransitionRefused
from partnership.documents import actions as documents
from partnership.documents.choices import State
from partnership.documents.models import StoredFile
from partnership.review import policies, prints
from partnership.review.actions.rows import locked
from partnership.review.choices import MOST_ENCLOSURES, EnclosureRole
from partnership.review.errors import NotTurned, NotYourFile, StillTurning, TooManyFiles
from partnership.review.models import Enclosure, Submission


@transaction.atomic
def enclose(
    submission: Submission,
    file: StoredFile,
    role: EnclosureRole,
    *,
    by: User,
    code: str = "",
    **texts: str,
) -> Enclosure:
    """Add a file `by` has sent; sent twice by a slow line, it is there once. `code` is that of the
    print whose signed scan it is: only the present text takes a signature."""
    draft = locked(submission)
    policies.may_enclose(by, draft, role).require()
    if file.owner_id != by.pk:
        raise NotYourFile
    printed = _printed(draft, code) if role == EnclosureRole.SIGNED else {}
    same = draft.enclosures.present().of_role(role).filter(file__sha256=file.sha256).first()
    if same is not None:
        return same
    if draft.enclosures.present().of_role(role).count() >= MOST_ENCLOSURES[role]:
        raise TooManyFiles(most=MOST_ENCLOSURES[role])
    row = Enclosure.objects.create(
        submission=draft, file=file, role=role, added_by=by, **texts, **printed
    )
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
def turn(enclosure: Enclosure, *, by: User) -> Enclosure:
    """Turn a picture, or the pages of a scan, by a quarter to the right; what is said of it stays, and
    the file before stays until the turned one is checked."""
    draft = locked(enclosure.submission)
    policies.may_enclose(by, draft, EnclosureRole(enclosure.role)).require()
    row = _locked(Enclosure.objects.filter(pk=enclosure.pk))
    if row is None or row.removed_at is not None or not row.file.can_be_turned:
        raise TransitionRefused
    if row.turned is not None:
        raise StillTurning
    row.turned = turned = documents.turn(row.file, by=by)
    if turned.reason:
        raise NotTurned(reason=turned.explanation)
    row.save(update_fields=["turned"])
    audit.record(Verb.CHANGED, draft, by=by, note=str(row))
    return _settled(row, by=by)


def settle_turn(file: StoredFile) -> None:
    """Let a turned file take its place once it is checked; one that is refused leaves the place to
    the file before."""
    row = _locked(Enclosure.objects.filter(turned=file))
    if row is not None:
        _settled(row, by=None)


def _locked(rows: QuerySet[Enclosure]) -> Enclosure | None:
    return rows.select_for_update(of=("self",)).select_related("file", "turned").first()


def _settled(row: Enclosure, *, by: User | None) -> Enclosure:
    turned = row.turned
    if turned is None or turned.state == State.QUARANTINED:
        return row
    before, row.turned = row.file, None
    if turned.is_available:
        row.file = turned
    row.save(update_fields=["file", "turned"])
    if turned.is_available:
        documents.give_up([before], by=by)
    return row


def _printed(draft: Submission, code: str) -> dict[str, Any]:
    text = prints.signed_text(draft, code)
    return {"print_code": text.code, "print_version": text.version}
