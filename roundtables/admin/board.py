"""The board of projects: a column for each stage, for the eye; a list of lists, for everybody."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from partnership.core import languages
from partnership.core.choices import label_of
from roundtables.admin.deeds import STEPS
from roundtables.choices import STAGE_CHANGES, WAY, Stage
from roundtables.models import Project
from roundtables.policies import may_edit

MOST: Final = 30  # cards in a column; the list has all


@dataclass(frozen=True, slots=True)
class Card:
    """A project on the board; `step_url` leads to the page that takes it to its next stage."""

    key: int
    title: str
    title_tag: str
    theme: str
    since: datetime
    is_public: bool
    is_demo: bool
    step: Any = ""
    step_url: str = ""

    @property
    def url(self) -> str:
        return reverse("admin:roundtables_project_change", args=[self.key])

    @property
    def age(self) -> str:
        days = (timezone.now() - self.since).days
        return ngettext("%(count)d day here", "%(count)d days here", days) % {"count": days}


@dataclass(slots=True)
class Column:
    """The projects at one stage, the one that has been there longest first."""

    stage: Stage
    cards: list[Card] = field(default_factory=list)
    number: int = 0

    @property
    def label(self) -> str:
        return label_of(Stage, self.stage)

    @property
    def url(self) -> str:
        return f"{reverse('admin:roundtables_project_changelist')}?stage={self.stage}"

    @property
    def more(self) -> int:
        return self.number - len(self.cards)


def board(*, can_move: bool) -> list[Column]:
    """Return the columns in the order of the way, what was stopped last; by one query."""
    columns = {stage: Column(stage) for stage in (*WAY, Stage.STOPPED)}
    titles = [languages.column("title", code) for code in (languages.current(), languages.other())]
    theme = F(f"theme__{languages.column('name')}")
    rows = Project.objects.order_by("stage_changed_at", "pk").values_list(
        "pk", "stage", "stage_changed_at", "public_since", "is_demo", *titles, theme
    )
    for key, stage, since, public_since, is_demo, title, other, called in rows:
        column = columns[Stage(stage)]
        column.number += 1
        if len(column.cards) < MOST:
            tag = languages.tag(languages.current() if title else languages.other())
            step, url = _step(key, Stage(stage)) if can_move else ("", "")
            is_public = public_since is not None
            column.cards.append(
                Card(key, title or other, tag, called, since, is_public, is_demo, step, url)
            )
    return list(columns.values())


def _step(key: int, stage: Stage) -> tuple[Any, str]:
    """Return name and address of the step that leads on along the way, if there is one."""
    following: Sequence[Stage] = [each for each in WAY if each in STAGE_CHANGES[stage]]
    if not following:
        return "", ""
    url = reverse("admin:roundtables_project_deed", args=[key, f"to-{following[0]}"])
    return STEPS[following[0]], url


class BoardMixin(ModelAdmin):
    """Adds the board beside the list."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_safe(self.board_view))
        return [path("board/", view, name="roundtables_project_board"), *super().get_urls()]

    def board_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("Board of projects"),
            "columns": board(can_move=bool(may_edit(request.user))),
            "list_url": reverse("admin:roundtables_project_changelist"),
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/roundtables/board.html", context)
