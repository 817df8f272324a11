"""What the list of events can be narrowed by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.asking import Asked
from partnership.core.narrowing import FilterForm, NarrowedList, select, text_box
from partnership.events.choices import Kind
from partnership.events.models import Event
from partnership.events.querysets import EventQuerySet
from partnership.reference import names

TEXT: Final = "q"
PAST: Final = "past"
KIND, PLACE, THEME = pgettext_lazy("event", "Kind"), _("Place"), _("Theme")
WHEN = _("When")
TIMES = {"": _("to come"), PAST: _("past events")}


class EventFilter(FilterForm):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    q = text_box(_("Title contains"))
    when = forms.ChoiceField(label=WHEN, required=False, choices=list(TIMES.items()))
    kind = select(KIND, _("all kinds"), Kind.choices)

    def __init__(
        self, chosen: Mapping[str, str], places: dict[str, str], themes: dict[str, str]
    ) -> None:
        super().__init__(chosen)
        self.fields["place"] = select(PLACE, _("everywhere"), places)
        self.fields["theme"] = select(THEME, _("all themes"), themes)


@dataclass(frozen=True)
class Narrowed(NarrowedList):
    """The narrowed list in order of time, the form that shows how, what was left out."""

    events: EventQuerySet
    is_past: bool


def narrowed(query: QueryDict, now: datetime) -> Narrowed:
    """Read an address; what is not understood is left out, and a sentence says so."""
    asked = Asked(query)
    public: EventQuerySet = Event.objects.published()
    places, themes = (
        names.places_among(public.place_codes()),
        names.names_of("theme", public.themes()),
    )
    chosen = {
        TEXT: asked.text(TEXT),
        "when": asked.choice("when", TIMES, WHEN),
        "kind": asked.choice("kind", Kind.values, KIND),
        "place": asked.choice("place", places, PLACE),
        "theme": asked.choice("theme", themes, THEME),
    }
    found, is_past = _found(public, chosen), chosen["when"] == PAST
    ordered = found.past(now) if is_past else found.upcoming(now)
    return Narrowed(EventFilter(chosen, places, themes), asked.notices, ordered, is_past)


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
