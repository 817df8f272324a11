"""Vocabularies that every app shares, and what readers call the values of one."""

from collections.abc import Mapping
from functools import cache

from django.db import models
from django.utils.translation import get_language, override, pgettext_lazy
from django.utils.translation import gettext_lazy as _


def label_of(vocabulary: type[models.TextChoices], value: str) -> str:
    """Return the value's name in the active language."""
    return labels_in(get_language(), vocabulary)[value]


@cache
def labels_in(language: str | None, vocabulary: type[models.TextChoices]) -> Mapping[str, str]:
    """Return every value's name, in the order of the vocabulary. A page says hundreds of these few
    words; looking each up once per language is enough."""
    with override(language):
        return {value: str(label) for value, label in vocabulary.choices}


class DataClass(models.TextChoices):
    """How much harm a personal field can do in the wrong hands."""

    ORDINARY = "ordinary", _("ordinary")
    CONTACT = "contact", _("contact details")
    SENSITIVE = "sensitive", _("sensitive")
    SECRET = "secret", _("secret")


class FileState(models.TextChoices):
    """How far a file is that a worker makes."""

    WAITING = "waiting", pgettext_lazy("export", "waits")
    RUNNING = "running", pgettext_lazy("export", "is being made")
    DONE = "done", pgettext_lazy("export", "ready")
    FAILED = "failed", pgettext_lazy("export", "could not be made")


class Verb(models.TextChoices):
    """What can have happened to an object, in the words of the audit trail."""

    CREATED = "created", _("created")
    CHANGED = "changed", _("changed")
    DELETED = "deleted", _("deleted")
    SUBMITTED = "submitted", _("submitted")
    RETURNED = "returned", _("returned for changes")
    ACCEPTED = "accepted", _("accepted")
    ENDORSED = "endorsed", _("endorsed")
    ASSIGNED = "assigned", _("given to a reviewer")
    REVIEWED = "reviewed", pgettext_lazy("deed", "reviewed")
    DECLINED = "declined", _("declined")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn from publication")
    FACT_CHECKED = "fact-checked", _("facts checked")
    VIEWED = "viewed", _("personal data viewed")
    TRANSLATED = "translated", _("translation worked on")
    TRANSLATION_APPROVED = "translation-approved", _("translation approved")
    MINOR_EDIT = "minor-edit", _("minor edit: the translation still holds")
    IMPORTED = "imported", _("imported")
    EXPORTED = "exported", _("exported")
    SIGNED_IN = "signed-in", pgettext_lazy("deed", "signed in")
    SIGN_IN_FAILED = "sign-in-failed", _("sign-in failed")
    LOCKED_OUT = "locked-out", _("sign-in blocked for a time")
    SIGNED_OUT = "signed-out", pgettext_lazy("deed", "signed out")
    PASSWORD_CHANGED = "password-changed", _("password changed")
    SECOND_FACTOR_CHANGED = "second-factor-changed", _("second factor changed")
    ROLE_GRANTED = "role-granted", _("role granted")
    ROLE_WITHDRAWN = "role-withdrawn", _("role withdrawn")
    DEACTIVATED = "deactivated", _("deactivated")
    REACTIVATED = "reactivated", _("reactivated")
    UPLOADED = "uploaded", _("file sent")
    RELEASED = "released", _("file checked and available")
    REFUSED = "refused", _("file refused")
    CONSENT_WITHDRAWN = "consent-withdrawn", _("consent withdrawn")
    SENT_TO_GROUP = "sent-to-group", _("message sent to a group")
    SENT_AGAIN = "sent-again", _("message sent again")
    STOPPED = "stopped", _("message stopped")
    RETENTION_APPLIED = "retention-applied", _("retention applied")
