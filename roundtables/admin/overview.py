"""What each dialogue has led to, on one page: its document, commitments and how they stand, the reports
of its cities, projects, and what apps above know to have come from it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.decorators.http import require_safe

from partnership.core import languages
from partnership.core.choices import label_of
from partnership.core.paging import page_of
from partnership.events.choices import Kind
from partnership.events.counting import held
from partnership.network.commitment_choices import Light, light_of
from partnership.network.models import Commitment
from partnership.reports.models import EventReport
from partnership.review.choices import State
from roundtables import results
from roundtables.choices import Stage
from roundtables.models import Outcome, Project

LOOKS: Final = {Light.GREEN: "is-ok", Light.YELLOW: "is-warning", Light.RED: "is-bad"}
PUBLICATION: Final = {
    languages.CHINESE: gettext_lazy("public in Chinese"),
    languages.ENGLISH: gettext_lazy("public in English"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A few words on a ground that says how things stand."""

    text: str | Promise
    look: str = ""


@dataclass(slots=True)
class Cell:
    """What there is of one kind, and where the secretariat works on it; `marks` say how it stands."""

    number: int = 0
    url: str = ""
    marks: list[Mark] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    """A dialogue that took place and what came of it; `cells` stand in the order of the headings."""

    key: int
    title: str
    title_tag: str
    day: datetime
    place: str | None
    is_demo: bool
    document: Cell = field(default_factory=Cell)
    cells: list[Cell] = field(default_factory=list)

    @property
    def url(self) -> str:
        return reverse("admin:events_event_change", args=[self.key])


def rows_of(dialogues: Any) -> list[Row]:
    """Return the rows of some dialogues, in their order; as many questions for one as for fifty."""
    here, other = languages.current(), languages.other()
    titles = [languages.column("title", code) for code in (here, other)]
    columns = ("pk", *titles, "starts_at", f"place__{languages.column('name')}", "is_demo")
    rows = [
        Row(key, title or second, languages.tag(here if title else other), day, place, is_demo)
        for key, title, second, day, place, is_demo in dialogues.values_list(*columns)
    ]
    keys = [row.key for row in rows]
    documents = _documents(keys)
    others = [_commitments(keys), _reports(keys), _projects(keys), *_above(keys)]
    for row in rows:
        row.document = documents.get(row.key) or Cell(
            url=f"{reverse('admin:roundtables_outcome_add')}?event={row.key}"
        )
        row.cells = [found.get(row.key) or Cell() for found in others]
    return rows


def headings() -> list[str]:
    """What the cells of a row are of."""
    above = [str(heading) for heading, _count, _where in results.counted()]
    return [_("Commitments"), _("City reports"), _("Projects"), *above]


def _documents(keys: list[int]) -> dict[int, Cell]:
    found: dict[int, Cell] = {}
    columns = [f"published_{code.replace('-', '_')}_at" for code in languages.LANGUAGES]
    rows = Outcome.objects.filter(event__in=keys).values_list("event", "pk", *columns)
    for event, key, *since in rows:
        shown = dict(zip(languages.LANGUAGES, since, strict=True))
        marks = [Mark(PUBLICATION[code], "is-public") for code, day in shown.items() if day]
        url = reverse("admin:roundtables_outcome_change", args=[key])
        draft = Mark(pgettext("outcome document", "draft"), "is-draft")
        found[event] = Cell(1, url, marks or [draft])
    return found


def _commitments(keys: list[int]) -> dict[int, Cell]:
    """Those tied to the document, agreed or not, by their lights."""
    rows = Commitment.objects.with_light().filter(outcomes__event__in=keys)
    lights: dict[tuple[int, int], Counter[Light]] = defaultdict(Counter)
    for event, document, finding in rows.values_list("outcomes__event", "outcomes", "finding"):
        lights[event, document][light_of(finding)] += 1
    address = reverse("admin:partnership_commitment_changelist")
    looks = {light: (light.label, LOOKS.get(light, "")) for light in Light}
    return {
        event: Cell(counted.total(), f"{address}?outcomes={document}", _marks(counted, looks))
        for (event, document), counted in lights.items()
    }


def _reports(keys: list[int]) -> dict[int, Cell]:
    """Reports that were asked for: public, handed in, still owed, overdue."""
    today = timezone.localdate()
    asked = EventReport.objects.filter(event__in=keys)
    owed = set(asked.owed().values_list("pk", flat=True))
    states: dict[int, Counter[str]] = defaultdict(Counter)
    for key, event, state, due_on in asked.values_list(
        "pk", "event", "submission__state", "due_on"
    ):
        late = "overdue" if due_on < today else "owed"
        states[event][late if key in owed else _state(state)] += 1
    marks = {
        "public": (pgettext("report", "published"), "is-public"),
        "there": (pgettext("report", "in review"), ""),
        "owed": (pgettext("report", "owed"), ""),
        "overdue": (pgettext("report", "overdue"), "is-warning"),
        "none": (pgettext("report", "not asked for any more"), ""),
    }
    address = reverse("admin:reports_eventreport_changelist")
    return {
        event: Cell(
            counted.total(),
            f"{address}?event={event}",
            _marks(counted, marks),
        )
        for event, counted in states.items()
    }


def _state(state: str | None) -> str:
    if state == State.PUBLISHED:
        return "public"
    return "there" if state and state not in {State.DRAFT, State.WITHDRAWN} else "none"


def _projects(keys: list[int]) -> dict[int, Cell]:
    stages: dict[int, Counter[str]] = defaultdict(Counter)
    rows = Project.objects.filter(event__in=keys).values_list("event", "stage")
    for event, stage in rows:
        stages[event][stage] += 1
    address = reverse("admin:roundtables_project_changelist")
    return {
        event: Cell(
            counted.total(),
            f"{address}?event={event}",
            _marks(counted, {stage: (label_of(Stage, stage), "") for stage in Stage.values}),
        )
        for event, counted in stages.items()
    }


def _marks(counted: Counter[Any], looks: Mapping[Any, tuple[str | Promise, str]]) -> list[Mark]:
    """Say how many there are of what occurs, in the order of `looks`."""
    words = pgettext("how many", "%(label)s: %(number)d")
    return [
        Mark(words % {"label": label, "number": counted[name]}, look)
        for name, (label, look) in looks.items()
        if counted[name]
    ]


def _above(keys: list[int]) -> Iterable[dict[int, Cell]]:
    """What apps above know, as numbers."""
    for _heading, count, where in results.counted():
        yield {event: Cell(number, where(event)) for event, number in count(keys).items()}


class OverviewMixin(ModelAdmin):
    """Adds the overview beside the list of documents."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_safe(self.overview_view))
        return [path("overview/", view, name="roundtables_outcome_overview"), *super().get_urls()]

    def overview_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = page_of(held(Kind.DIALOGUE), request.GET.get("page", ""))
        context = {
            **self.admin_site.each_context(request),
            "title": _("What dialogues led to"),
            "headings": headings(),
            "rows": rows_of(found.page.object_list),
            "page": found.page,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/roundtables/overview.html", context)
