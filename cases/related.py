"""Cases to read next, each with the reason why it is shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.cards import CaseCard, Named
from cases.choices import HierarchyStep, Instrument, WasteStream
from cases.models import Case

CANDIDATES = 200  # the latest ones; enough to choose from, few enough to compare at once


@dataclass(frozen=True)
class Reason:
    """What two cases share: `kind` is a sentence's beginning, `names` what follows it."""

    kind: str | Promise
    names: tuple[str | Promise, ...]
    weight: int

    @property
    def points(self) -> int:
        return self.weight * len(self.names)


@dataclass(frozen=True)
class Related:
    """A case to read next; the reasons stand in the order of their weight."""

    card: CaseCard
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        return sum(reason.points for reason in self.reasons)


def related_to(case: Case, language: str | None = None, limit: int = 3) -> list[Related]:
    """Return the public cases that share most with `case`: themes first, then place, step of the
    waste hierarchy, waste streams and instruments. The later one wins a draw."""
    mine = Case.objects.filter(pk=case.pk).cards(language)[0]
    themes = [theme.code for theme in mine.themes]
    countries = [place.country.code for place in mine.places]
    alike = Q(pk__in=Case.objects.with_theme(*themes)) | Q(pk__in=Case.objects.in_place(*countries))
    others = Case.objects.published().filter(alike).exclude(pk=case.pk).latest_first()
    found = [
        Related(card, tuple(_reasons(mine, card))) for card in others[:CANDIDATES].cards(language)
    ]
    return sorted(found, key=lambda related: -related.points)[:limit]


def _reasons(mine: CaseCard, other: CaseCard) -> Iterator[Reason]:
    shared_themes = _shared(mine.themes, other.themes)
    if shared_themes:
        yield Reason(_("Same theme"), shared_themes, 4)
    places = _shared(mine.places, other.places)
    countries = _shared(
        [place.country for place in mine.places], [place.country for place in other.places]
    )
    if places:
        yield Reason(_("Same place"), places[:1], 4)
    elif countries:
        yield Reason(_("Same country"), countries[:1], 3)
    if mine.hierarchy_step and mine.hierarchy_step == other.hierarchy_step:
        step = HierarchyStep(mine.hierarchy_step).label
        yield Reason(_("Same step of the waste hierarchy"), (step,), 2)
    streams = [WasteStream(key).label for key in mine.waste_streams if key in other.waste_streams]
    if streams:
        yield Reason(_("Same waste stream"), tuple(streams), 1)
    instruments = [Instrument(key).label for key in mine.instruments if key in other.instruments]
    if instruments:
        yield Reason(_("Same instrument"), tuple(instruments), 1)


def _shared(first: Sequence[Named], second: Sequence[Named]) -> tuple[str, ...]:
    codes = {named.code for named in second}
    return tuple(dict.fromkeys(named.name for named in first if named.code in codes))
