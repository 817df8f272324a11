"""Light rows of the list of projects: plain columns of one language, one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import F
from django.utils.translation import gettext as _

from partnership.core import languages
from partnership.core.choices import label_of
from roundtables.addresses import project_url
from roundtables.choices import Stage
from roundtables.querysets import ProjectQuerySet

TONES: Final = {
    Stage.FUNDED: "ok",
    Stage.RUNNING: "ok",
    Stage.FINISHED: "sea",
    Stage.STOPPED: "bad",
}


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """What a list shows of a project."""

    slug: str
    stage: str
    is_demo: bool
    title: str
    summary: str
    theme: str
    place: str | None

    @property
    def url(self) -> str:
        return project_url(self.slug)

    @property
    def badges(self) -> list[dict[str, object]]:
        return badges_of(self.stage, self.theme, is_demo=self.is_demo)


def cards_of(projects: ProjectQuerySet, language: str | None = None) -> list[ProjectCard]:
    """Return the cards of `projects`, in their order."""
    texts = [F(languages.column(name, language)) for name in ("title", "summary")]
    name = languages.column("name", language)
    rows: Iterable[tuple[Any, ...]] = projects.values_list(
        "slug", "stage", "is_demo", *texts, F(f"theme__{name}"), F(f"place__{name}")
    )
    return [ProjectCard(*row) for row in rows]


def badges_of(stage: str, theme: str, *, is_demo: bool) -> list[dict[str, object]]:
    """Return stage, theme and the demo mark in words, as `partials/badges.html` shows them."""
    badges: list[dict[str, object]] = [
        {"text": label_of(Stage, stage), "tone": TONES.get(Stage(stage), "")},
        {"text": theme, "tone": "sea"},
    ]
    return [*badges, {"text": _("Demo data"), "tone": "demo"}] if is_demo else badges
