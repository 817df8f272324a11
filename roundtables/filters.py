"""What the list of projects can be narrowed by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.asking import Asked
from partnership.core.narrowing import FilterForm, NarrowedList, select, text_box
from partnership.reference import names
from roundtables.choices import Stage
from roundtables.models import Project
from roundtables.querysets import ProjectQuerySet

TEXT: Final = "q"
STAGE, THEME, PLACE = pgettext_lazy("project", "Stage"), _("Theme"), _("Place")


class ProjectFilter(FilterForm):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    q = text_box(_("Title contains"))
    stage = select(STAGE, _("all stages"), Stage.choices)

    def __init__(
        self, chosen: Mapping[str, str], themes: dict[str, str], places: dict[str, str]
    ) -> None:
        super().__init__(chosen)
        self.fields["theme"] = select(THEME, _("all themes"), themes)
        self.fields["place"] = select(PLACE, _("everywhere"), places)


@dataclass(frozen=True)
class Narrowed(NarrowedList):
    """The narrowed list, the form that shows how, what was left out."""

    projects: ProjectQuerySet


def narrowed(query: QueryDict) -> Narrowed:
    """Read an address; what is not understood is left out, and a sentence says so."""
    asked = Asked(query)
    public: ProjectQuerySet = Project.objects.published()
    themes = names.names_of("theme", public.themes())
    places = names.places_among(public.place_codes())
    chosen = {
        TEXT: asked.text(TEXT),
        "stage": asked.choice("stage", Stage.values, STAGE),
        "theme": asked.choice("theme", themes, THEME),
        "place": asked.choice("place", places, PLACE),
    }
    found = _found(public, chosen).moved_last_first()
    return Narrowed(ProjectFilter(chosen, themes, places), asked.notices, found)


def _found(projects: ProjectQuerySet, chosen: dict[str, str]) -> ProjectQuerySet:
    if chosen[TEXT]:
        projects = projects.containing(chosen[TEXT])
    if chosen["stage"]:
        projects = projects.at_stage(chosen["stage"])
    if chosen["theme"]:
        projects = projects.with_theme(chosen["theme"])
    if chosen["place"]:
        projects = projects.in_place(chosen["place"])
    return projects
