"""Refusals of the case collection."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from cases.readiness import Finding
from partnership.core.errors import DomainError


class NotReady(DomainError):
    """The case lacks what publication needs; `findings` names each thing."""

    code = "case-not-ready"
    message = _("The case cannot be published yet.")

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__()
        self.findings = list(findings)

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *(str(finding) for finding in self.findings)])


class DateInFuture(DomainError):
    code = "date-in-future"
    message = _("Facts cannot have been checked on a day that has not come yet.")


class NextCheckTooEarly(DomainError):
    code = "next-check-too-early"
    message = _("The next check must be due after this one.")


class SourceMissing(DomainError):
    code = "source-missing"
    message = _("Indicator “%(name)s” has no source. Add the source, then verify the figure.")
