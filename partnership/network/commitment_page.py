"""What the page of a commitment shows, to everyone and to its owner's people."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple, Self, cast

from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce, JSONObject
from django.http import Http404
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from partnership.core import languages
from partnership.core.charts import DatedSeries, DatedValue, OverTime, Reference
from partnership.core.charts.data import shown
from partnership.core.page_meta import PageMeta
from partnership.documents.models import Picture
from partnership.documents.on_page import PictureOnPage, columns
from partnership.network.addresses import commitment_url, organisation_url
from partnership.network.commitment_choices import Finding, ReportState
from partnership.network.commitment_report_querysets import CommitmentEvidenceQuerySet
from partnership.network.commitment_rows import badges_of
from partnership.network.models import Commitment, CommitmentEvidence, CommitmentReport
from partnership.network.pieces import pieces_of
from partnership.translations.notices import source_changed_at


class Told(NamedTuple):
    """A text, and which language it is in where that is not the page's."""

    text: str
    lang: str


class Document(NamedTuple):
    """A piece of evidence; without an address it is withdrawn, or its file waits for its check."""

    evidence: CommitmentEvidence
    title: Told
    url: str
    reason: Told


class HandedOver(NamedTuple):
    """Who had the commitment until which day, and what both were told."""

    giver: Told
    day: str
    reason: Told


class Reported(NamedTuple):
    """A progress report as a page shows it."""

    report: CommitmentReport
    value: str
    text: Told
    remark: Told
    documents: list[Document]
    pictures: list[PictureOnPage]


@dataclass(frozen=True)
class OwnCommitment:
    """A commitment `with_light` and everything that was reported on it."""

    commitment: Commitment

    @property
    def title(self) -> Told:
        return told(self.commitment, "title")

    @property
    def description(self) -> Told:
        return told(self.commitment, "description")

    @property
    def reason(self) -> Told:
        """What the secretariat noted about the present state, for the owner alone."""
        return told(self.commitment, "reason")

    @property
    def indicator(self) -> Told:
        return told(self.commitment, "indicator")

    @property
    def unit(self) -> str:
        return told(self.commitment, "unit").text

    @property
    def badges(self) -> list[dict[str, Any]]:
        return badges_of(self.commitment)

    @property
    def finding(self) -> str:
        """Why the light is what it is."""
        return str(Finding(self.commitment.finding).label)

    @property
    def is_counted(self) -> bool:
        """There is a figure to show beside the target."""
        return self.commitment.last_value is not None

    @property
    def share(self) -> int:
        """How far the last figure is on the way from baseline to target, in per cent."""
        start, end = self.commitment.baseline, self.commitment.target
        way = (self.commitment.last_value - start) / (end - start)
        return int(max(Decimal(0), min(Decimal(1), way)) * 100)

    @property
    def progress(self) -> str:
        figures = {
            "value": figure(self.commitment.last_value),
            "baseline": figure(self.commitment.baseline),
            "target": figure(self.commitment.target),
            "unit": self.unit,
            "share": self.share,
        }
        return (
            _(
                "Now at %(value)s, from %(baseline)s to a target of %(target)s %(unit)s: "
                "%(share)s%% of the way"
            )
            % figures
        )

    @property
    def facts(self) -> list[dict[str, str]]:
        commitment, unit = self.commitment, self.unit
        days = {
            _("Due date"): commitment.due_on,
            _("Agreed"): commitment.agreed_on,
            _("Last report"): commitment.last_given_on,
        }
        return [
            {"term": _("Indicator"), "value": self.indicator.text, "lang": self.indicator.lang},
            {
                "term": pgettext("commitment", "Baseline"),
                "value": f"{figure(commitment.baseline)} {unit}",
            },
            {"term": _("Target"), "value": f"{figure(commitment.target)} {unit}"},
            *({"term": term, "value": in_words(day)} for term, day in days.items() if day),
            {"term": _("Reports asked for"), "value": self.commitment.get_report_every_display()},
        ]

    @cached_property
    def handovers(self) -> list[HandedOver]:
        """The earlier owners, the first one first."""
        rows = self.commitment.handovers.select_related("giver")
        return [
            HandedOver(told(row.giver, "name"), in_words(row.day), told(row, "reason"))
            for row in rows
        ]

    @cached_property
    def reports(self) -> list[Reported]:
        """The latest period first."""
        return [self._reported(report) for report in self._reports()]

    @cached_property
    def documents(self) -> list[Document]:
        """Evidence of the commitment as a whole."""
        return [self._document(each) for each in self._evidence if each.report_id is None]

    def _reports(self) -> Iterator[CommitmentReport]:
        yield from self.commitment.reports.select_related("given_by").order_by("-period_to")

    @cached_property
    def _evidence(self) -> list[CommitmentEvidence]:
        return list(self.commitment.evidence.select_related("file"))

    def _document(self, evidence: CommitmentEvidence) -> Document:
        has_address = evidence.is_standing and evidence.file.is_available
        address = [self.commitment.pk, evidence.pk]
        url = reverse("network:evidence", args=address) if has_address else ""
        return Document(evidence, told(evidence, "title"), url, told(evidence, "reason"))

    def _reported(self, report: CommitmentReport) -> Reported:
        documents = [self._document(each) for each in self._evidence if each.report_id == report.pk]
        text, remark = told(report, "text"), told(report, "remark")
        pictures = self.pictures_of(report.pk)
        return Reported(report, figure(report.value), text, remark, documents, pictures)

    def pictures_of(self, report: int | None) -> list[PictureOnPage]:
        """Its owner's people fetch pictures like documents: most are not to be shown yet."""
        return []


@dataclass(frozen=True)
class CommitmentPage(OwnCommitment):
    """What everyone sees: accepted reports, and evidence that goes with them."""

    @classmethod
    def of_public(cls, number: int) -> Self:
        """Return what is public of a commitment; 404 for every other one."""
        rows = Commitment.objects.public().with_light().select_related("organisation")
        changed_at = source_changed_at("commitment", languages.current())
        found = rows.filter(pk=number).annotate(source_changed_at=changed_at).first()
        if found is None:
            raise Http404
        return cls(found)

    @cached_property
    def _evidence(self) -> list[CommitmentEvidence]:
        return list(self._public_evidence.documents().select_related("file"))

    @property
    def _public_evidence(self) -> CommitmentEvidenceQuerySet:
        rows: CommitmentEvidenceQuerySet = CommitmentEvidence.objects.public()
        return rows.filter(commitment=self.commitment)

    @property
    def owner(self) -> dict[str, str]:
        """The owner's name, and where its page is, if it has one."""
        owner = self.commitment.organisation
        url = organisation_url(owner.slug) if owner.is_listed else ""
        return {"term": _("Organisation"), "value": told(owner, "name").text, "url": url}

    @property
    def facts(self) -> list[dict[str, str]]:
        return [self.owner, *self._earlier_owners, *super().facts]

    @property
    def _earlier_owners(self) -> list[dict[str, str]]:
        return [
            {
                "term": _("Until %(day)s") % {"day": each.day},
                "value": each.giver.text,
                "lang": each.giver.lang,
            }
            for each in self.handovers
        ]

    @property
    def crumbs(self) -> list[dict[str, str]]:
        register = {"label": _("Commitments"), "url": reverse("network:commitments")}
        return [register, {"label": self.title.text}]

    @property
    def meta(self) -> PageMeta:
        number = self.commitment.pk
        return PageMeta(
            title=self.title.text,
            description=self.description.text[:200],
            paths={code: commitment_url(number, code) for code in languages.LANGUAGES},
            changed_at=self.commitment.updated_at,
        )

    @property
    def other_url(self) -> str:
        return commitment_url(self.commitment.pk, languages.other(languages.current()))

    @property
    def other_tag(self) -> str:
        return languages.tag(languages.other(languages.current()))

    @cached_property
    def chart(self) -> OverTime:
        """The figures reported, from the baseline on, and where they shall be on the due date."""
        commitment = self.commitment
        begun = DatedValue(cast("date", commitment.agreed_on), float(commitment.baseline))
        given = (
            DatedValue(each.report.period_to, float(each.report.value)) for each in self.reports
        )
        target = float(commitment.target)
        return OverTime(
            self.indicator.text,
            self.unit,
            [
                DatedSeries(_("Reported"), [begun, *given]),
                DatedSeries(_("Target on the due date"), [DatedValue(commitment.due_on, target)]),
            ],
            references=[Reference(target, _("Target"))],
            is_joined=True,
            notes=[_("The first figure is the baseline, on the day of the agreement.")],
        )

    @property
    def pictures(self) -> list[PictureOnPage]:
        """Of the commitment as a whole."""
        return self.pictures_of(None)

    @property
    def has_pictures(self) -> bool:
        return bool(self._pictures)

    def pictures_of(self, report: int | None) -> list[PictureOnPage]:
        return [picture for of, picture in self._pictures if of == report]

    @cached_property
    def _pictures(self) -> list[tuple[int | None, PictureOnPage]]:
        """Those whose rights are in order with the report they belong to, the oldest first."""
        evidence = self._public_evidence.standing().pictures().values("picture")
        chosen = Picture.objects.filter(in_commitments=self.commitment).values("pk")
        rows = Picture.objects.clear().filter(Q(pk__in=chosen) | Q(pk__in=evidence))
        language = languages.current()
        title = f"file__commitment_evidence__{languages.column('title', language)}"
        shown_as = JSONObject(caption=Coalesce(F(title), Value("")), **columns(language))
        found = rows.order_by("pk").values_list("file__commitment_evidence__report", shown_as)
        return [(report, PictureOnPage.of(row)) for report, row in found]

    @property
    def pieces(self) -> list[Any]:
        """What apps above show with the commitment."""
        return pieces_of(self.commitment)

    def _reports(self) -> Iterator[CommitmentReport]:
        rows = self.commitment.reports.filter(state=ReportState.ACCEPTED)
        yield from rows.order_by("-period_to")


def told(row: Any, field: str) -> Told:
    """Return the text in the reader's language, or in the other one, which is then named."""
    here = languages.current()
    text = getattr(row, languages.column(field, here))
    if text:
        return Told(text, "")
    other = languages.other(here)
    return Told(getattr(row, languages.column(field, other)), languages.tag(other))


def figure(value: Decimal) -> str:
    """Return a figure as readers of both languages write it."""
    return shown(float(value))


def in_words(day: date) -> str:
    return date_format(day, "DATE_FORMAT")
