"""What submission and review refuse, each with a sentence for the person who tried."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from partnership.core.errors import DomainError


class ChangedMeanwhile(DomainError):
    """Somebody saved in another window; nothing was overwritten."""

    code = "changed-meanwhile"
    message = _(
        "This text was saved in another window since you opened it. Nothing of yours is stored "
        "yet and nothing of theirs is lost: compare the two and save again."
    )


class NotComplete(DomainError):
    """Fields are missing or wrong; `problems` names each."""

    code = "not-complete"
    message = _("The form is not complete yet. Correct what is named and submit again.")

    def __init__(self, problems: Sequence[object]) -> None:
        super().__init__()
        self.problems = list(problems)


class TooLong(DomainError):
    code = "too-long"
    message = _("The form holds more text than can be stored. Shorten it and save again.")


class ReasonMissing(DomainError):
    code = "reason-missing"
    message = _("Say why. The reason is kept in the history.")


class NothingToChange(DomainError):
    code = "nothing-to-change"
    message = _("Say what has to be changed: in the message, or in a comment on a field.")


class AlreadyAssigned(DomainError):
    code = "already-assigned"
    message = _("%(reviewer)s is already reviewing this submission.")


class ReviewsMissing(DomainError):
    code = "reviews-missing"
    message = _(
        "%(needed)s experts have to review the version submitted last, %(done)s have done so. "
        "Wait for them, or assign other reviewers."
    )


class QuestionsOpen(DomainError):
    code = "questions-open"
    message = _("Answer every comment first; a short word is enough. %(count)s are open.")


class NoticeTooShort(DomainError):
    code = "notice-too-short"
    message = _("A public notice lasts at least %(days)s days.")


class NoticeNotOver(DomainError):
    code = "notice-not-over"
    message = _("The public notice lasts until %(day)s. Publish after that day.")


class NoticeMissing(DomainError):
    code = "notice-missing"
    message = _("Put it on public notice first.")


class TooManyFiles(DomainError):
    code = "too-many-files"
    message = _("At most %(most)s files of this kind fit. Take one out first.")


class NotTurned(DomainError):
    code = "not-turned"
    message = _("The file stays as it was. %(reason)s")


class StillTurning(DomainError):
    code = "still-turning"
    message = _(
        "The file is being turned and waits for its check. It takes its place as soon as that is over; "
        "turn it further then."
    )


class NotYourFile(DomainError):
    code = "not-your-file"
    message = _("This file was sent by somebody else. Send it again yourself.")


class PrintUnknown(DomainError):
    code = "print-unknown"
    message = _(
        "No print of this text bears the code “%(code)s”. Compare it with the code beside the "
        "signature. If the text was changed after it was printed, print it again and have that signed."
    )


class PrintOutdated(DomainError):
    code = "print-outdated"
    message = _(
        "This print shows version %(version)s, and the text was changed since. Print it again, have "
        "that signed, and add its scan."
    )


class AnotherVersion(DomainError):
    """Somebody decides on a text that is no longer the one submitted last."""

    code = "another-version"
    message = _(
        "Version %(version)s was submitted since you opened this page. It stands here now: read it, "
        "then decide."
    )
