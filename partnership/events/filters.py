"""What the list of events can be narrowed by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.asking import LONGEST_TEXT, Asked
from partnership.events.choices import Kind
from partnership.events.models import Event
from partnership.events.querysets import EventQuerySet
from partnership.reference import names

TEXT: Final = "q"
PAST: Final = "past"
KIND, PLACE, THEME = pgettext_lazy("event", "Kind"), _("Place"), _("Theme")
WHEN = _("When")
TIMES = {"": _("to come"), PAST: _("past events")}


class EventFilter(forms.Form):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    q = forms.CharField(label=_("Title contains"), required=False, max_length=LONGEST_TEXT)
    when = forms.ChoiceField(label=WHEN, required=False, choices=list(TIMES.items()))
    kind = forms.ChoiceField(
        label=KIND, required=False, choices=[("", _("all kinds")), *Kind.choices]
    )

    def __init__(
        self, chosen: Mapping[str, str], places: dict[str, str], themes: dict[str, str]
    ) -> None:
        super().__init__(chosen)
        self.fields["q"].widget.input_type = "search"
        self.fields["place"] = _select(PLACE, _("everywhere"), places)
        self.fields["theme"] = _select(THEME, _("all themes"), themes)


@dataclass(frozen=True)
class Narrowed:
    """The narrowed list in order of time, the form that shows how, what was left out."""

    events: EventQuerySet
    form: EventFilter
    notices: list[str]
    is_past: bool

    @property
    def active(self) -> int:
        return sum(1 for value in self.form.data.values() if value)


def narrowed(query: QueryDict, now: datetime) -> Narrowed:
    """Read an address; what is not understood is left out, and a sentence says so."""
    asked = Asked(query)
    public: EventQuerySet = Event.objects.published()
    places, themes = _places(public), names.names_of("theme", public.themes())
    chosen = {
        TEXT: asked.text(TEXT),
        "when": asked.choice("when", TIMES, WHEN),
        "kind": asked.choice("kind", Kind.values, KIND),
        "place": asked.choice("place", places, PLACE),
        "theme": asked.choice("theme", themes, THEME),
    }
    found, is_past = _found(public, chosen), chosen["when"] == PAST
    ordered = found.past(now) if is_past else found.upcoming(now)
    return Narrowed(ordered, EventFilter(chosen, places, themes), asked.notices, is_past)


def _found(events: EventQuerySet, chosen: dict[str, str]) -> EventQuerySet:
    if chosen[TEXT]:
        events = events.containing(chosen[TEXT])
    if chosen["kind"]:
        events = events.of_kind(chosen["kind"])
    if chosen["place"]:
        events = events.in_place(chosen["place"])
    if chosen["theme"]:
        events = events.with_theme(chosen["theme"])
    return events


def _places(events: EventQuerySet) -> dict[str, str]:
    """Return countries, provinces and cities in which there are events, by code."""
    codes = events.place_codes()
    found: dict[str, str] = {}
    for level in ("country", "province", "city"):
        found |= names.names_of(level, codes)
    return found


def _select(label: Any, everything: Any, options: dict[str, str]) -> forms.ChoiceField:
    choices = [("", everything), *options.items()]
    return forms.ChoiceField(label=label, required=False, choices=choices)
