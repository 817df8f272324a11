"""Expected refusals: each has a stable code and a sentence that says what to do next.

Anything else that is raised is a fault and surfaces as one. Views turn a DomainError into a
form error, the API into 409 (503 where another try helps), tasks log it and stop.
"""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class DomainError(Exception):
    """A deed that the rules refuse. Subclasses set `code` and `message`; what only needs another try
    says after how many seconds."""

    code: ClassVar[str] = "refused"
    retry_after: ClassVar[int] = 0
    message: ClassVar[str | Promise] = _("This is not possible at the moment.")

    def __init__(self, message: str | Promise | None = None, **details: object) -> None:
        self.text = message or self.message
        self.details = details
        super().__init__(self.code)

    def __str__(self) -> str:
        return str(self.text) % self.details if self.details else str(self.text)


class NotAllowed(DomainError):
    """The person may not do this."""

    code = "not-allowed"
    message = _("You may not do this. Ask the secretariat if you think you should.")


class TransitionRefused(DomainError):
    """The object is not in a state from which this step leads."""

    code = "transition-refused"
    message = _("This step is not possible in the present state. Reload the page and look again.")


class ChangedMeanwhile(DomainError):
    """Somebody else saved the object after this person had opened it."""

    code = "changed-meanwhile"
    message = _(
        "Somebody else has changed this since you opened it. Open it again and repeat your change; "
        "nothing of theirs was lost."
    )


class AlreadyPublic(DomainError):
    """A file meets what is public, which only its form changes."""

    code = "already-public"
    message = _("This is public: change it in its form, or take the row out of the file.")


class AlreadyPublished(DomainError):
    code = "already-published"
    message = _("This is already public in this language.")


class NotPublished(DomainError):
    code = "not-published"
    message = _("This is not public in this language.")


class ReasonMissing(DomainError):
    code = "reason-missing"
    message = _("Say why. The reason is kept in the history.")
