"""Pictures and consents: rights are recorded, and withdrawn with effect at once."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import ReasonMissing
from partnership.documents import policies
from partnership.documents.errors import AlreadyWithdrawn, NoPicture, NotWithdrawn
from partnership.documents.models import Consent, Picture, StoredFile


@transaction.atomic
def create_picture(
    file: StoredFile, *, by: User, consents: Sequence[Consent] = (), **rights: str
) -> Picture:
    """Make a picture of a checked file; rights may be incomplete and are completed later."""
    policies.may_keep(by).require()
    picture = offer_picture(file, by=by, **rights)
    picture.consents.set(consents)
    return picture


@transaction.atomic
def offer_picture(file: StoredFile, *, by: User, **rights: str) -> Picture:
    """Make a picture of a file one has sent, with what one knows of it. It is shown once the secretariat
    has completed its rights and a public page wants it."""
    policies.may_offer(by, file).require()
    if file.is_available and not file.is_picture:
        raise NoPicture
    picture: Picture = Picture.objects.create(file=file, **rights)
    audit.record(Verb.CREATED, picture, by=by)
    return picture


@transaction.atomic
def change_rights(
    picture: Picture, *, by: User, consents: Sequence[Consent] | None = None, **rights: str
) -> Picture:
    """Correct author, licence, credit, texts, people and consents of a picture."""
    policies.may_keep(by).require()
    row = _locked(picture)
    before = audit.snapshot(row)
    for name, value in rights.items():
        setattr(row, name, value)
    row.save()
    changes = audit.difference(before, audit.snapshot(row))
    changes.pop("updated_at", None)
    if consents is not None and set(consents) != set(row.consents.all()):
        changes["consents"] = [_names(row.consents.all()), _names(consents)]
        row.consents.set(consents)
    if changes:
        audit.record(Verb.CHANGED, row, by=by, changes=changes)
    return row


@transaction.atomic
def withdraw_picture(picture: Picture, *, by: User, reason: str) -> Picture:
    """Take the picture off every page, file list and export, with the next request."""
    policies.may_keep(by).require()
    row = _locked(picture)
    if row.is_withdrawn:
        raise AlreadyWithdrawn
    row.withdrawn_at = timezone.now()
    row.save()
    audit.record(Verb.WITHDRAWN, row, by=by, note=_given(reason))
    return row


@transaction.atomic
def restore_picture(picture: Picture, *, by: User, reason: str) -> Picture:
    """Undo a withdrawal; rights and consents decide again whether it is shown."""
    policies.may_keep(by).require()
    row = _locked(picture)
    if not row.is_withdrawn:
        raise NotWithdrawn
    row.withdrawn_at = None
    row.save()
    audit.record(Verb.CHANGED, row, by=by, note=_given(reason))
    return row


@transaction.atomic
def withdraw_consent(consent: Consent, *, by: User, reason: str) -> Consent:
    """Note that somebody no longer agrees: every picture that needs this consent is hidden at once.

    It cannot be undone; who changes their mind signs a new one.
    """
    policies.may_keep(by).require()
    row = Consent.objects.select_for_update().get(pk=consent.pk)
    if row.withdrawn_at is not None:
        raise AlreadyWithdrawn
    row.withdrawn_at = timezone.now()
    row.save()
    audit.record(Verb.CONSENT_WITHDRAWN, row, by=by, note=_given(reason))
    return row


def _locked(picture: Picture) -> Picture:
    return Picture.objects.select_for_update(of=("self",)).select_related("file").get(pk=picture.pk)


def _given(reason: str) -> str:
    if not reason.strip():
        raise ReasonMissing
    return reason.strip()


def _names(consents: Iterable[Consent]) -> list[str]:
    return [str(consent) for consent in consents]
