"""The public page of a project."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Self

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnership.core import languages, partial_dates
from partnership.core.choices import label_of
from partnership.core.gone import missing
from partnership.core.page_meta import JsonLd, PageMeta, site_url
from partnership.core.rich_text import render
from partnership.events.addresses import event_url
from partnership.network.addresses import organisation_url
from partnership.reference.addresses import place_url
from partnership.translations.notices import source_changed_at
from roundtables import citing, papers
from roundtables.addresses import outcome_url, project_url
from roundtables.choices import WAY, BudgetBand, OutputKind, PartnerRole, Stage
from roundtables.models import Milestone, Outcome, Output, Project
from roundtables.project_cards import badges_of


@dataclass(frozen=True, slots=True)
class Step:
    """A stage of the way; `is_now` is where the project stands."""

    label: str
    is_passed: bool
    is_now: bool


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation and all it does in the project; linked when it is in the directory."""

    name: str
    url: str
    roles: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A milestone as readers see it."""

    title: str
    due: date
    reached: date | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class OutputOnPage:
    """An output with how it is cited."""

    paper: papers.PaperOnPage
    kind: str
    citation: str


@dataclass(frozen=True)
class ProjectPage:
    """One project in one language; `is_draft` shows what is not public yet, for a preview."""

    project: Project
    language: str
    is_draft: bool = False

    @classmethod
    def of_public(cls, slug: str) -> Self:
        """Return the page of a public project; 410 for one that was withdrawn, 404 for any other."""
        language = languages.current()
        rows = Project.objects.published().select_related("theme", "place", "event")
        changed_at = source_changed_at("project", language)
        project = rows.filter(slug=slug).annotate(source_changed_at=changed_at).first()
        if project is None:
            raise missing(Project.objects.withdrawn().filter(slug=slug), slug, _("Project"))
        return cls(project, language)

    @property
    def title(self) -> str:
        return self._text(self.project, "title")

    @property
    def summary(self) -> str:
        return self._text(self.project, "summary")

    @property
    def is_here(self) -> bool:
        """Whether the full text is public in the reader's language."""
        return self.is_draft or self.project.published_at(self.language) is not None

    @property
    def elsewhere_url(self) -> str:
        return project_url(self.project.slug, languages.other(self.language))

    @property
    def source_changed_at(self) -> Any:
        """When the other language was brought further than this one; None where they are in step."""
        return getattr(self.project, "source_changed_at", None) if self.is_here else None

    @property
    def description(self) -> SafeString | str:
        return render(self._text(self.project, "description")) if self.is_here else ""

    @property
    def steps(self) -> list[Step]:
        """The way from the idea to the end; empty for a project that was stopped."""
        if self.project.stage == Stage.STOPPED:
            return []
        here = WAY.index(Stage(self.project.stage))
        return [
            Step(label_of(Stage, stage), number < here, number == here)
            for number, stage in enumerate(WAY)
        ]

    @cached_property
    def partners(self) -> list[Partner]:
        rows = self.project.partners.select_related("organisation")
        roles: dict[Any, list[str]] = {}
        for row in rows:
            roles.setdefault(row.organisation, []).append(label_of(PartnerRole, row.role))
        between = "、" if self.language == languages.CHINESE else ", "
        return [
            Partner(
                self._text(organisation, "name") or str(organisation),
                organisation_url(organisation.slug) if organisation.is_listed else "",
                between.join(named),
            )
            for organisation, named in roles.items()
        ]

    @cached_property
    def milestones(self) -> list[Mark]:
        rows = self.project.milestones.all() if self.is_here else ()
        return [self._mark(row) for row in rows]

    @cached_property
    def outputs(self) -> list[OutputOnPage]:
        rows = self.project.outputs.select_related("file") if self.is_here else ()
        return [self._output(row) for row in rows if papers.is_shown(row)]

    @property
    def crumbs(self) -> list[dict[str, str]]:
        home = {"label": _("Roundtable dialogues"), "url": reverse("roundtables:home")}
        return [home, {"label": _("Projects"), "url": reverse("roundtables:projects")}]

    @property
    def badges(self) -> list[dict[str, object]]:
        theme = self._text(self.project.theme, "name")
        return badges_of(self.project.stage, theme, is_demo=self.project.is_demo)

    @cached_property
    def facts(self) -> list[dict[str, str]]:
        project = self.project
        budget = label_of(BudgetBand, project.budget_band) if project.budget_band else ""
        place = self._text(project.place, "name") if project.place else ""
        found = [
            {"term": _("Stage"), "value": label_of(Stage, project.stage)},
            {"term": _("Theme"), "value": self._text(project.theme, "name")},
            {"term": _("Place"), "value": place, "url": place_url(project.place)},
            {"term": _("Period"), "value": self._period()},
            {"term": _("Budget"), "value": budget},
            *self._origin(),
        ]
        return [fact for fact in found if fact["value"]]

    @property
    def meta(self) -> PageMeta:
        shown = self.project.published_languages or [self.language]
        return PageMeta(
            title=self.title,
            paths={code: project_url(self.project.slug, code) for code in shown},
            description=self.summary,
            language=self.language,
            published_at=self.project.public_since,
            changed_at=self.project.updated_at,
            json_ld=(self._json_ld(),),
        )

    def _origin(self) -> list[dict[str, str]]:
        """The dialogue it came from, and what was adopted there."""
        event = self.project.event
        if event is None or not event.is_public:
            return []
        title = languages.column("title", self.language)
        document = Outcome.objects.published().filter(event=event.pk).values_list(title, flat=True)
        return [
            {
                "term": _("Came from the dialogue"),
                "value": self._text(event, "title"),
                "url": event_url(event.slug),
            },
            *(
                {"term": _("Outcome document"), "value": name, "url": outcome_url(event.slug)}
                for name in document
            ),
        ]

    def _period(self) -> str:
        days = (self.project.starts_on, self.project.ends_on)
        starts, ends = (day.isoformat()[:7] if day else "" for day in days)
        return partial_dates.period(starts, ends, ongoing=not ends, language=self.language)

    def _mark(self, row: Milestone) -> Mark:
        is_late = row.reached_on is None and row.due_on < timezone.localdate()
        return Mark(self._text(row, "title"), row.due_on, row.reached_on, is_late)

    def _output(self, row: Output) -> OutputOnPage:
        paper = papers.on_page(row, self._output_url, self.language)
        citation = citing.of_output(row, paper.title, self.language)
        return OutputOnPage(paper, label_of(OutputKind, row.kind), citation)

    def _output_url(self, output: Any) -> str:
        return reverse("roundtables:output", args=[self.project.slug, output.pk])

    def _json_ld(self) -> JsonLd:
        return {
            "@type": "ResearchProject",
            "name": self.title,
            "description": self.summary,
            "url": site_url(project_url(self.project.slug, self.language)),
        }

    def _text(self, instance: Any, name: str) -> str:
        return getattr(instance, languages.column(name, self.language)) or ""
