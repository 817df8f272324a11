"""Refusals about the portal's own texts."""

from django.utils.translation import gettext_lazy as _

from partnership.core.errors import DomainError


class TitleMissing(DomainError):
    code = "title-missing"
    message = _("A public text needs a title in both languages. Add the missing title.")


class BodyMissing(DomainError):
    code = "body-missing"
    message = _("There is no text in this language yet. Write it, then publish.")


class ChangedMeanwhile(DomainError):
    """Somebody else saved the text after this person had opened it."""

    code = "changed-meanwhile"
    message = _(
        "Somebody else has changed this text since you opened it. Open it again and repeat your "
        "change; nothing of theirs was lost."
    )


class AlreadyPublished(DomainError):
    code = "already-published"
    message = _("The text is already public in this language.")


class NotPublished(DomainError):
    code = "not-published"
    message = _("The text is not public in this language.")


class ReasonMissing(DomainError):
    code = "reason-missing"
    message = _("Say why. The reason is kept in the history.")
