"""Refusals about commitments and reports, each with a sentence for the person who tried."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnership.core.errors import DomainError


class NotSound(DomainError):
    """A figure or text breaks a rule of the model; the sentence is the rule's own."""

    code = "not-sound"


class LanguageMissing(DomainError):
    code = "language-missing"
    message = _(
        "An agreed commitment is public in Chinese and in English. Write title, description, "
        "indicator and unit in both languages first."
    )


class OwnerGone(DomainError):
    code = "owner-gone"
    message = _(
        "“%(name)s” takes no part in the partnership. Hand the commitment over to the organisation "
        "that continues its work, or drop it with a reason."
    )


class SameOwner(DomainError):
    code = "same-owner"
    message = _("The commitment is this organisation's already. Choose another one.")


class TargetNotReached(DomainError):
    code = "target-not-reached"
    message = _(
        "No accepted report shows that the target %(target)s %(unit)s is reached. Ask the owner "
        "for a report, or note the delay."
    )


class ReasonInBothLanguages(DomainError):
    code = "owner-reads-both-languages"
    message = _("The owner's people are told why. Give the reason in Chinese and in English.")


class EvidenceMissing(DomainError):
    code = "evidence-missing"
    message = _(
        "Nothing shows that it was done. Ask the owner for a document as evidence, then complete "
        "the commitment."
    )


class NotRunning(DomainError):
    code = "not-running"
    message = _(
        "Reports are given on a commitment that is agreed and neither completed nor dropped. What "
        "you typed is still in the form; write to the secretariat if it should be taken up again."
    )


class NotAgreed(DomainError):
    code = "not-agreed"
    message = _(
        "Pictures show what was done, so they are added once the commitment is agreed. What you typed "
        "is still in the form."
    )


class PictureNotReady(DomainError):
    """Lists what its rights lack, one sentence a line."""

    code = "picture-not-ready"
    message = _(
        "A picture cannot be shown yet. Complete its rights in the list of pictures, or withdraw it. "
        "Still missing:"
    )

    def __init__(self, missing: Sequence[str | Promise]) -> None:
        super().__init__()
        self.missing = list(missing)

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *map(str, self.missing)])


class PeriodTaken(DomainError):
    """Somebody reported the period, or a part of it, before."""

    code = "period-taken"
    message = _(
        "%(who)s reported on %(first)s to %(last)s on %(day)s. What you typed is still in the "
        "form: choose another period, or correct that report if it was returned."
    )


class PeriodNotOver(DomainError):
    code = "period-not-over"
    message = _("The period is not over yet. A report ends today or earlier.")


class AlreadyAccepted(DomainError):
    code = "already-accepted"
    message = _(
        "This report is accepted already and stays as it is. What you typed is still in the form; "
        "write to the secretariat if the figure is wrong."
    )


class ReportDecided(DomainError):
    """Two colleagues decided about the same report; the first one's decision stands."""

    code = "report-decided"
    message = _("%(who)s has already decided about this report: %(state)s. Nothing was changed.")


class EvidenceDecided(DomainError):
    code = "evidence-decided"
    message = _(
        "This document is accepted already, or is reviewed with its report. Nothing was changed."
    )


class EvidenceWithdrawn(DomainError):
    code = "evidence-withdrawn"
    message = _("This evidence was withdrawn already. Nothing was changed.")
