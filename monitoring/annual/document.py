"""An annual report in one language: the city's texts around the parts of the frozen report."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from monitoring.models import AnnualReport, ReportWithdrawal
from monitoring.reporting.document import Frozen, Section
from monitoring.reporting.lines import withdrawal_of
from monitoring.reporting.sections import Facts, head_of, sections_of
from partnership.core import languages
from partnership.core.text_lines import lines_of

BEFORE: Final = (
    ("summary", gettext_lazy("Summary")),
    ("done", gettext_lazy("What was done in the year")),
    ("reading", gettext_lazy("What the figures say to the city")),
)
AFTER: Final = (
    ("difficulties", gettext_lazy("What was difficult")),
    ("plans", gettext_lazy("What is planned next")),
)


@dataclass(frozen=True)
class Annual:
    """A report as its reader sees it."""

    report: AnnualReport
    frozen: Frozen

    @classmethod
    def of(cls, report: AnnualReport) -> "Annual":
        return cls(report, Frozen.of(report.computed))

    @property
    def is_elsewhere(self) -> bool:
        """Whether the city wrote in the other language."""
        return self.report.language != languages.current()

    @property
    def only_in(self) -> str:
        """Say in which language the city wrote, where it is the other one."""
        if not self.is_elsewhere:
            return ""
        if self.report.language == languages.CHINESE:
            return _("What the city wrote is in Chinese only; figures and methods are in English.")
        return _("What the city wrote is in English only; figures and methods are in Chinese.")

    @property
    def subtitle(self) -> str:
        """What the report is, whatever the city called it."""
        words = _("Annual report of %(area)s, %(year)s")
        return words % {"area": self.frozen.area, "year": self.report.year}

    @property
    def author(self) -> str:
        """The city's organisation; the city itself where demo data name none."""
        if self.report.handed_in is None:
            return self.frozen.area
        organisation = self.report.handed_in.organisation
        name: str = getattr(organisation, languages.column("name"))
        return name or str(organisation)

    @property
    def facts(self) -> Facts:
        """The number of the report, whose text it is, then what stands above the figures."""
        own = [
            (_("Title"), self.report.title),
            (_("Number"), self.report.number),
            (_("Written by"), self.author),
            (_("Accepted"), self.report.made_at.date().isoformat()),
        ]
        computed = head_of(self.frozen)
        computed[0] = {"term": _("Computed part"), "value": self._computed}
        facts = [{"term": term, "value": value} for term, value in own]
        facts[0]["lang"] = self.report.language_tag
        return facts + computed

    @property
    def sections(self) -> list[Section]:
        """The city's words, the computed parts as they are frozen, the city's words."""
        return [*self._written(BEFORE), *sections_of(self.frozen), *self._written(AFTER)]

    @property
    def withdrawal(self) -> ReportWithdrawal | None:
        """When and why the figures were withdrawn; None while they stand."""
        return withdrawal_of(self.frozen.report)

    @property
    def _computed(self) -> str:
        number, withdrawn = self.frozen.report.number, self.withdrawal
        if withdrawn is None:
            return number
        words = _("%(number)s, withdrawn on %(day)s: %(reason)s")
        day = timezone.localdate(withdrawn.withdrawn_at).isoformat()
        return words % {"number": number, "day": day, "reason": withdrawn.reason}

    def _written(self, parts: tuple[tuple[str, object], ...]) -> Iterator[Section]:
        tag = self.report.language_tag if self.is_elsewhere else ""
        for name, title in parts:
            texts = lines_of(getattr(self.report, name))
            if texts:
                by = pgettext("heading and its writer", "%(heading)s (by the city)")
                yield Section(name, by % {"heading": title}, texts, lang=tag)
