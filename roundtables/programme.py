"""What roundtable dialogues add to the page of an event."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnership.core import languages
from partnership.core.rich_text import render
from partnership.core.text_lines import lines_of
from partnership.events.choices import Kind
from partnership.events.models import Event
from partnership.events.programmes import Part, Programme, Stage, register, texts_of
from partnership.network.addresses import organisation_url
from partnership.network.models import Organisation
from partnership.reference.models import Place
from roundtables.addresses import outcome_url
from roundtables.models import Outcome, Roundtable
from roundtables.results import Group, Result, of_event


@dataclass(frozen=True)
class RoundtablePart:
    """The questions before and during, the outcome after; partners and zero-waste city always."""

    roundtable: Roundtable
    stage: Stage

    @property
    def outcome(self) -> str:
        return render(self._text("outcome")) if self.stage == Stage.AFTER else ""

    @cached_property
    def document(self) -> Result | None:
        """The outcome document, once it is public; nobody asks for it before the dialogue is over."""
        if self.stage != Stage.AFTER:
            return None
        title = languages.column("title")
        rows = Outcome.objects.published().filter(event=self.roundtable.pk)
        columns = ("event__slug", title, "is_demo")
        for slug, called, is_demo in rows.values_list(*columns):
            return Result(called, outcome_url(slug), is_demo=is_demo)
        return None

    @cached_property
    def results(self) -> list[Group]:
        """What came of the dialogue, once it is over."""
        return (
            [] if self.stage != Stage.AFTER else of_event(self.roundtable.pk, languages.current())
        )

    @property
    def questions(self) -> list[str]:
        return lines_of(self._text("questions"))

    @property
    def zero_waste(self) -> str:
        return render(self._text("zero_waste"))

    @property
    def zero_waste_url(self) -> str:
        return self.roundtable.zero_waste_url

    @cached_property
    def partners(self) -> list[dict[str, str]]:
        found = Organisation.objects.filter(roundtables=self.roundtable.pk)
        return [_named(organisation) for organisation in found.ordered_for()]

    def _text(self, name: str) -> str:
        return getattr(self.roundtable, languages.column(name)) or ""


def part(event: Event, stage: Stage) -> Part | None:
    """Return what the dialogue of `event` has to show: nothing before somebody has described it, but
    afterwards what came of it all the same."""
    found = Roundtable.objects.filter(pk=event.pk).first()
    if found is None and stage != Stage.AFTER:
        return None
    described = RoundtablePart(found or Roundtable(event=event), stage)
    return Part("roundtables/part.html", described, _facts(event.place))


def _facts(place: Place | None) -> list[dict[str, Any]]:
    if place is None or not place.zero_waste_city_since:
        return []
    since = _("since %(year)d") % {"year": place.zero_waste_city_since}
    return [{"term": _("Zero-waste city"), "value": since}]


def _named(organisation: Organisation) -> dict[str, str]:
    name = getattr(organisation, languages.column("name")) or str(organisation)
    return {
        "name": name,
        "url": organisation_url(organisation.slug) if organisation.is_listed else "",
    }


register(
    Programme(
        kind=Kind.DIALOGUE,
        title=gettext_lazy("All roundtable dialogues"),
        home="roundtables:home",
        part=part,
        texts=(texts_of(Roundtable, "questions", "zero_waste"),),
    )
)
