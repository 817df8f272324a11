"""What the register of commitments can be narrowed by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.asking import Asked
from partnership.core.narrowing import FilterForm, NarrowedList, select, text_box
from partnership.network.commitment_choices import (
    CommitmentKind,
    CommitmentState,
    Data,
    Light,
    Pace,
)
from partnership.network.commitment_querysets import CommitmentQuerySet
from partnership.network.models import Commitment
from partnership.reference import names
from partnership.search.asking import keys_of_things

SOURCE: Final = "commitment"  # the kind under which the search knows them
TEXT: Final = "q"
PUBLIC_STATES: Final = [
    choice for choice in CommitmentState.choices if choice[0] != CommitmentState.PROPOSED
]
LABELS: Final[dict[str, Any]] = {
    "kind": pgettext_lazy("commitment", "Kind"),
    "country": _("Country"),
    "city": _("City"),
    "organisation": _("Organisation"),
    "state": _("State"),
    "light": pgettext_lazy("commitment", "Light"),
    "pace": _("On time or late"),
    "year": _("Year due"),
    "data": _("Demo data"),
}
ALL: Final[dict[str, Any]] = {
    "kind": _("all kinds"),
    "country": _("all countries"),
    "city": _("all cities"),
    "organisation": _("all organisations"),
    "state": _("all states"),
    "light": _("all lights"),
    "pace": _("all"),
    "year": _("all years"),
    "data": pgettext_lazy("commitment", "with demo data"),
}
Options = dict[str, str]


class CommitmentFilter(FilterForm):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    q = text_box(_("Search"))

    def __init__(self, chosen: Mapping[str, str], offered: Mapping[str, Options]) -> None:
        super().__init__(chosen)
        for name, options in offered.items():
            self.fields[name] = select(LABELS[name], ALL[name], options)


@dataclass(frozen=True)
class Narrowed(NarrowedList):
    """The narrowed register, the form that shows how, what was left out."""

    commitments: CommitmentQuerySet


def narrowed(query: QueryDict) -> Narrowed:
    """Read an address; what is not understood is left out, and a sentence says so."""
    asked = Asked(query)
    public: CommitmentQuerySet = Commitment.objects.public()
    offered = _offered(public)
    chosen = {name: asked.choice(name, offered[name], LABELS[name]) for name in offered}
    chosen = {TEXT: asked.text(TEXT), **chosen}
    found = narrow(public.with_light(), chosen)
    return Narrowed(CommitmentFilter(chosen, offered), asked.notices, found.in_order())


def narrow(commitments: CommitmentQuerySet, chosen: Mapping[str, str]) -> CommitmentQuerySet:
    """Return those of `commitments` (`with_light`) that have everything chosen; nothing chosen
    under a name narrows nothing."""
    columns = {
        "kind": "kind",
        "state": "state",
        "organisation": "organisation__slug",
        "year": "due_on__year",
    }
    given = {column: chosen[name] for name, column in columns.items() if chosen.get(name)}
    found = commitments.filter(**given)
    if chosen.get(TEXT):
        found = found.filter(pk__in=keys_of_things(SOURCE, chosen[TEXT]))
    for level in ("country", "city"):
        if chosen.get(level):
            found = found.in_place(chosen[level])
    if chosen.get("light"):
        found = found.lit(chosen["light"])
    if chosen.get("pace"):
        found = _at_pace(found, chosen["pace"])
    if chosen.get("data"):
        found = found.made_of(chosen["data"])
    return found


def _at_pace(commitments: CommitmentQuerySet, pace: str) -> CommitmentQuerySet:
    if pace == Pace.LATE:
        return commitments.late()
    return commitments.on_time() if pace == Pace.ON_TIME else commitments.undecided()


def _offered(public: CommitmentQuerySet) -> dict[str, Options]:
    return {
        "kind": _labels(CommitmentKind.choices),
        "country": names.names_of("country", public.countries()),
        "city": names.names_of("city", public.cities()),
        "organisation": public.owners(),
        "state": _labels(PUBLIC_STATES),
        "light": _labels(Light.choices),
        "pace": _labels(Pace.choices),
        "year": {str(year): str(year) for year in public.years()},
        **({"data": _labels(Data.choices)} if public.is_mixed() else {}),
    }


def _labels(choices: Any) -> Options:
    return {value: str(label) for value, label in choices}
