"""What the list of projects can be narrowed by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.asking import LONGEST_TEXT, Asked
from partnership.reference import names
from roundtables.choices import Stage
from roundtables.models import Project
from roundtables.querysets import ProjectQuerySet

TEXT: Final = "q"
STAGE, THEME, PLACE = pgettext_lazy("project", "Stage"), _("Theme"), _("Place")


class ProjectFilter(forms.Form):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    q = forms.CharField(label=_("Title contains"), required=False, max_length=LONGEST_TEXT)
    stage = forms.ChoiceField(
        label=STAGE, required=False, choices=[("", _("all stages")), *Stage.choices]
    )

    def __init__(
        self, chosen: Mapping[str, str], themes: dict[str, str], places: dict[str, str]
    ) -> None:
        super().__init__(chosen)
        self.fields["q"].widget.input_type = "search"
        self.fields["theme"] = _select(THEME, _("all themes"), themes)
        self.fields["place"] = _select(PLACE, _("everywhere"), places)


@dataclass(frozen=True)
class Narrowed:
    """The narrowed list, the form that shows how, what was left out."""

    projects: ProjectQuerySet
    form: ProjectFilter
    notices: list[str]

    @property
    def active(self) -> int:
        return sum(1 for value in self.form.data.values() if value)


def narrowed(query: QueryDict) -> Narrowed:
    """Read an address; what is not understood is left out, and a sentence says so."""
    asked = Asked(query)
    public: ProjectQuerySet = Project.objects.published()
    themes, places = names.names_of("theme", public.themes()), _places(public)
    chosen = {
        TEXT: asked.text(TEXT),
        "stage": asked.choice("stage", Stage.values, STAGE),
        "theme": asked.choice("theme", themes, THEME),
        "place": asked.choice("place", places, PLACE),
    }
    found = _found(public, chosen).moved_last_first()
    return Narrowed(found, ProjectFilter(chosen, themes, places), asked.notices)


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


def _places(projects: ProjectQuerySet) -> dict[str, str]:
    """Return countries, provinces and cities in which there are projects, by code."""
    codes = projects.place_codes()
    found: dict[str, str] = {}
    for level in ("country", "province", "city"):
        found |= names.names_of(level, codes)
    return found


def _select(label: Any, everything: Any, options: dict[str, str]) -> forms.ChoiceField:
    choices = [("", everything), *options.items()]
    return forms.ChoiceField(label=label, required=False, choices=choices)
