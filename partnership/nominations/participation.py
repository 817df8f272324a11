"""Who took part so far, in numbers: by organisation, by city, by country or year by year.

Counted are people whom organisations have named. Made-up events are never added to real ones: what
is counted over them stands in rows of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, F
from django.db.models.functions import ExtractYear
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from partnership.core import languages
from partnership.core.asking import Asked
from partnership.core.narrowing import FilterForm, NarrowedList, select
from partnership.events.choices import Kind
from partnership.nominations.history import counts
from partnership.nominations.models import Nomination
from partnership.nominations.querysets import NominationQuerySet
from partnership.reference import names

BY, YEAR, KIND, COUNTRY = "by", "year", "kind", "country"
EVENT: Final = "quota__hold__event"
SENDER: Final = "quota__hold__organisation"
LABELS: Final = {
    BY: gettext_lazy("One row for each"),
    YEAR: gettext_lazy("Year"),
    KIND: pgettext_lazy("event", "Kind"),
    COUNTRY: gettext_lazy("Country"),
}
ORGANISATION: Final = "organisation"
GROUPS: Final = {
    ORGANISATION: gettext_lazy("organisation"),
    "place": pgettext_lazy("participation", "place"),
    "country": gettext_lazy("country"),
    "year": gettext_lazy("year"),
}
SENDERS: Final = "organisations"
NUMBERS: Final = ("events", SENDERS, "named", "accepted", "confirmed", "attended")


@dataclass(frozen=True, slots=True)
class Row:
    """What came of the people named within one group; `slug` is that of an organisation, whose row
    does not count organisations."""

    name: str
    slug: str
    is_demo: bool
    events: int
    organisations: int
    named: int
    accepted: int
    confirmed: int
    attended: int

    @property
    def numbers(self) -> list[int]:
        left_out = {SENDERS} if self.slug else set()
        return [getattr(self, name) for name in NUMBERS if name not in left_out]


class ParticipationFilter(FilterForm):
    """Shows what is chosen."""

    def __init__(self, chosen: dict[str, str], years: list[str], countries: dict[str, str]) -> None:
        super().__init__(chosen)
        every = [(year, year) for year in years]
        self.fields[BY] = select(LABELS[BY], GROUPS[ORGANISATION], list(GROUPS.items())[1:])
        self.fields[YEAR] = select(LABELS[YEAR], _("all years"), every)
        self.fields[KIND] = select(LABELS[KIND], _("all kinds"), Kind.choices)
        self.fields[COUNTRY] = select(LABELS[COUNTRY], _("all countries"), countries)


@dataclass(frozen=True)
class Participation(NarrowedList):
    """The numbers as they were asked for: what each row is about, and the rows."""

    by: str
    rows: list[Row]

    @property
    def headings(self) -> list[str]:
        """What the columns are called, the first one after what a row is about."""
        first = str(GROUPS[self.by])
        left_out = SENDERS if self.by == ORGANISATION else ""
        others = [str(HEADINGS[name]) for name in NUMBERS if name != left_out]
        return [first[:1].upper() + first[1:], *others]

    def lines(self) -> Iterator[Sequence[object]]:
        """Yield the table as rows of a file."""
        yield [*self.headings, _("Demo data")]
        for row in self.rows:
            yield [row.name, *row.numbers, _("yes") if row.is_demo else _("no")]


HEADINGS: Final = {
    "events": gettext_lazy("Events"),
    SENDERS: pgettext_lazy("number", "Organisations"),
    "named": pgettext_lazy("people", "Named"),
    "accepted": pgettext_lazy("people", "Accepted"),
    "confirmed": pgettext_lazy("people", "Confirmed"),
    "attended": pgettext_lazy("people", "Came"),
}


def participation(query: QueryDict) -> Participation:
    """Read an address; what is not understood is left out, and a sentence says so."""
    asked = Asked(query)
    rows: NominationQuerySet = Nomination.objects.filter(submitted_at__isnull=False)
    years, countries = _years(rows), _countries(rows)
    chosen = {
        BY: asked.choice(BY, GROUPS, LABELS[BY]),
        YEAR: asked.choice(YEAR, years, LABELS[YEAR]),
        KIND: asked.choice(KIND, Kind.values, LABELS[KIND]),
        COUNTRY: asked.choice(COUNTRY, countries, LABELS[COUNTRY]),
    }
    conditions = {
        f"{EVENT}__starts_at__year": chosen[YEAR],
        f"{EVENT}__kind": chosen[KIND],
        f"{SENDER}__place__country__code": chosen[COUNTRY],
    }
    narrowed = rows.filter(**{name: value for name, value in conditions.items() if value})
    by = chosen[BY] or ORGANISATION
    form = ParticipationFilter(chosen, years, countries)
    return Participation(form, asked.notices, by, _counted(narrowed, by))


def _counted(rows: NominationQuerySet, by: str) -> list[Row]:
    """Count once, in the database; whoever sent most people first, years in their order."""
    name = languages.column("name")
    key, called = {
        ORGANISATION: (f"{SENDER}__slug", f"{SENDER}__{name}"),
        "place": (f"{SENDER}__place__code", f"{SENDER}__place__{name}"),
        "country": (f"{SENDER}__place__country__code", f"{SENDER}__place__country__{name}"),
        "year": ("in_year", "in_year"),
    }[by]
    dated = rows.order_by().annotate(in_year=ExtractYear(f"{EVENT}__starts_at"))
    grouped = dated.values(
        group_key=F(key), group_name=F(called), in_demo=F(f"{EVENT}__is_demo")
    ).annotate(
        events=Count(EVENT, distinct=True),
        organisations=Count(SENDER, distinct=True),
        **counts(),
    )
    first = "-group_key" if by == "year" else "-named"
    return [_row(found, by) for found in grouped.order_by("in_demo", first, "group_name")]


def _row(found: dict[str, Any], by: str) -> Row:
    name = found["group_name"] or found["group_key"] or _("not stated")
    slug = found["group_key"] if by == ORGANISATION else ""
    numbers = {each: found[each] for each in NUMBERS}
    return Row(str(name), slug, found["in_demo"], **numbers)


def _years(rows: NominationQuerySet) -> list[str]:
    found = rows.order_by().annotate(in_year=ExtractYear(f"{EVENT}__starts_at"))
    years = found.values_list("in_year", flat=True).distinct()
    return [str(year) for year in sorted(years, reverse=True)]


def _countries(rows: NominationQuerySet) -> dict[str, str]:
    codes = rows.order_by().values_list(f"{SENDER}__place__country__code", flat=True).distinct()
    return names.names_of("country", [code for code in codes if code])
