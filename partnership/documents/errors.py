"""Refusals of the room for files."""

from django.utils.translation import gettext_lazy as _

from partnership.core.errors import DomainError


class QuotaReached(DomainError):
    code = "quota-reached"
    message = _(
        "With this file there would be more than the %(most)s MB that one account or organisation "
        "may keep. Nothing was stored. Ask the secretariat for room."
    )


class StorageFailed(DomainError):
    """The disk is full or does not answer."""

    code = "storage-failed"
    message = _(
        "The file could not be stored just now. Nothing else was lost; try again in a few minutes, "
        "and tell the secretariat if it happens again."
    )


class FileRefused(DomainError):
    """A table that is only read did not pass the checks."""

    code = "file-refused"
    message = "%(reason)s"


class NotCheckedYet(DomainError):
    code = "not-checked-yet"
    message = _(
        "The file cannot be checked at the moment, and nothing of it was stored. Choose it again in a "
        "few minutes."
    )
    retry_after = 60


class CannotBeTurned(DomainError):
    code = "cannot-be-turned"
    message = _(
        "The pages of this PDF cannot be turned here. Turn them in the program that shows it, or scan "
        "the paper again, and add that file in place of this one."
    )


class NotWaiting(DomainError):
    code = "not-waiting"
    message = _("The file is no longer waiting for a check.")


class NoPicture(DomainError):
    code = "no-picture"
    message = _("This file is no picture.")


class AlreadyWithdrawn(DomainError):
    code = "already-withdrawn"
    message = _("This was withdrawn before.")


class NotWithdrawn(DomainError):
    code = "not-withdrawn"
    message = _("The picture is not withdrawn.")
