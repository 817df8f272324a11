"""The public page of an outcome document."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from django.db.models import F, Value
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnership.core import languages, partial_dates
from partnership.core.citations import Citation
from partnership.core.gone import missing
from partnership.core.page_meta import JsonLd, PageMeta, site_url
from partnership.core.rich_text import render
from partnership.documents.models import Picture
from partnership.documents.on_page import PictureOnPage, columns
from partnership.events.addresses import event_url
from partnership.events.agenda import Paper, agenda_of
from partnership.events.choices import MaterialKind
from partnership.translations.notices import source_changed_at
from roundtables import citing, papers
from roundtables.addresses import outcome_pdf_url, outcome_url
from roundtables.models import Outcome
from roundtables.results import Group, of_event


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section, ready to read."""

    number: int
    title: str
    html: SafeString


@dataclass(frozen=True)
class OutcomePage:
    """One document in one language; `is_draft` shows what is not public yet, for a preview."""

    outcome: Outcome
    language: str
    is_draft: bool = False

    @classmethod
    def of_public(cls, slug: str) -> Self:
        """Return the page of a public document; 410 for one that was withdrawn, 404 for any other."""
        language = languages.current()
        rows = Outcome.objects.published().select_related("event__place")
        changed_at = source_changed_at("outcome", language)
        outcome = rows.filter(event__slug=slug).annotate(source_changed_at=changed_at).first()
        if outcome is None:
            withdrawn = Outcome.objects.withdrawn().filter(event__slug=slug)
            raise missing(withdrawn, slug, _("Outcome document"))
        return cls(outcome, language)

    @property
    def title(self) -> str:
        return self._text(self.outcome, "title")

    @property
    def summary(self) -> str:
        return self._text(self.outcome, "summary")

    @property
    def is_here(self) -> bool:
        """Whether the full text is public in the reader's language."""
        return self.is_draft or self.outcome.published_at(self.language) is not None

    @property
    def elsewhere_url(self) -> str:
        """The address of the document in the other language."""
        return outcome_url(self.outcome.event.slug, languages.other(self.language))

    @property
    def source_changed_at(self) -> Any:
        """When the other language was brought further than this one; None where they are in step."""
        return getattr(self.outcome, "source_changed_at", None) if self.is_here else None

    @property
    def pdf_url(self) -> str:
        return outcome_pdf_url(self.outcome.event.slug)

    @cached_property
    def sections(self) -> list[Section]:
        rows = self.outcome.sections.all() if self.is_here else ()
        return [
            Section(number, self._text(row, "title"), render(self._text(row, "text")))
            for number, row in enumerate(rows, start=1)
        ]

    @cached_property
    def annexes(self) -> list[papers.PaperOnPage]:
        rows = self.outcome.annexes.select_related("file") if self.is_here else ()
        return [
            papers.on_page(row, self._annex_url, self.language)
            for row in rows
            if papers.is_shown(row)
        ]

    @cached_property
    def minutes(self) -> list[Paper]:
        """Minutes belong to the event and stand there; they are linked while it is public."""
        event = self.outcome.event
        if not event.published_at(self.language):
            return []
        agenda = agenda_of(event, timezone.now(), self.language, is_over=True)
        label = MaterialKind.MINUTES.label
        return [paper for paper in agenda.papers if paper.kind == label]

    @cached_property
    def pictures(self) -> list[PictureOnPage]:
        """Those whose rights are in order, as they were put; a caption where it is public."""
        rows = Picture.objects.clear().filter(in_outcomes__outcome=self.outcome)
        told = F(f"in_outcomes__{languages.column('caption', self.language)}")
        caption = told if self.is_here else Value("")
        found = rows.order_by("in_outcomes__order").values_list(
            JSONObject(caption=caption, **columns(self.language))
        )
        return [PictureOnPage.of(row) for (row,) in found]

    @cached_property
    def citations(self) -> list[Citation]:
        return citing.of_outcome(self.outcome, self.language) if self.is_here else []

    @cached_property
    def results(self) -> list[Group]:
        return of_event(self.outcome.event_id, self.language)

    @property
    def crumbs(self) -> list[dict[str, str]]:
        home = {"label": _("Roundtable dialogues"), "url": reverse("roundtables:home")}
        return [home, {"label": _("Outcome documents"), "url": reverse("roundtables:outcomes")}]

    @property
    def badges(self) -> list[dict[str, str]]:
        mark = [{"text": _("Demo data"), "tone": "demo"}] if self.outcome.is_demo else []
        return [{"text": _("Outcome document"), "tone": "sea"}, *mark]

    @property
    def facts(self) -> list[dict[str, str]]:
        event = self.outcome.event
        dialogue = {
            "term": _("Roundtable dialogue"),
            "value": self._text(event, "title") if event.is_public else "",
            "url": event_url(event.slug),
        }
        place = self._text(event.place, "name") if event.place else ""
        adopted = partial_dates.display(self.outcome.day.isoformat(), self.language)
        facts = [
            dialogue,
            {"term": _("Adopted on"), "value": adopted},
            {"term": _("Place"), "value": place},
        ]
        return [fact for fact in facts if fact["value"]]

    @property
    def meta(self) -> PageMeta:
        slug, outcome = self.outcome.event.slug, self.outcome
        shown = outcome.published_languages or [self.language]
        return PageMeta(
            title=self.title,
            paths={code: outcome_url(slug, code) for code in shown},
            description=self.summary,
            language=self.language,
            is_article=True,
            published_at=outcome.public_since,
            changed_at=outcome.updated_at,
            image_path=self.pictures[0].share_url if self.pictures else "",
            json_ld=(self._json_ld(),),
        )

    def _json_ld(self) -> JsonLd:
        return {
            "@type": "Report",
            "headline": self.title,
            "abstract": self.summary,
            "inLanguage": languages.tag(self.language),
            "datePublished": self.outcome.day.isoformat(),
            "url": site_url(outcome_url(self.outcome.event.slug, self.language)),
        }

    def _annex_url(self, annex: Any) -> str:
        return reverse("roundtables:annex", args=[self.outcome.event.slug, annex.pk])

    def _text(self, instance: Any, name: str) -> str:
        return getattr(instance, languages.column(name, self.language)) or ""
