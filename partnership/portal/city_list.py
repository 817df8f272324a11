"""The list of cities: what it can be narrowed by, and what there is of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, F, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from cases.models import Case
from partnership.core import languages
from partnership.core.asking import Asked
from partnership.core.narrowing import FilterForm, NarrowedList, select, text_box
from partnership.events.models import Event
from partnership.network.models import Commitment, Organisation
from partnership.reference import names
from partnership.reference.addresses import city_url
from partnership.reference.models import Place
from partnership.reference.querysets import PlaceQuerySet

TEXT: Final = "q"
ZERO_WASTE: Final = "zero-waste"
COUNTRY, PROVINCE = gettext_lazy("Country"), gettext_lazy("Province or state")
KIND = gettext_lazy("Zero-waste city")
KINDS: Final = {ZERO_WASTE: gettext_lazy("zero-waste cities only")}


class CityFilter(FilterForm):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    q = text_box(gettext_lazy("Name contains"))

    def __init__(
        self, chosen: Mapping[str, str], countries: dict[str, str], provinces: dict[str, str]
    ) -> None:
        super().__init__(chosen)
        self.fields["country"] = select(COUNTRY, gettext_lazy("all countries"), countries)
        self.fields["province"] = select(PROVINCE, gettext_lazy("all provinces"), provinces)
        self.fields["kind"] = select(KIND, gettext_lazy("all cities"), KINDS.items())


@dataclass(frozen=True)
class Narrowed(NarrowedList):
    """The cities found, country by country, the form that shows how, and what was left out."""

    cities: PlaceQuerySet


@dataclass(frozen=True, slots=True)
class CityCard:
    """What the list shows of a city; `summary` says what the portal has of it."""

    code: str
    title: str
    place: str
    is_zero_waste: bool
    summary: str

    @property
    def url(self) -> str:
        return city_url(self.code)

    @property
    def badges(self) -> list[dict[str, object]]:
        return [{"text": _("Zero-waste city"), "tone": "ok"}] if self.is_zero_waste else []


def narrowed(query: QueryDict) -> Narrowed:
    """Read an address; what is not understood is left out, and a sentence says so."""
    asked = Asked(query)
    cities: PlaceQuerySet = Place.objects.cities().valid_on(timezone.localdate())
    countries = names.names_of("country", _codes(cities, "country"))
    provinces = names.names_of("province", _codes(cities, "province"))
    chosen = {
        TEXT: asked.text(TEXT),
        "country": asked.choice("country", countries, COUNTRY),
        "province": asked.choice("province", provinces, PROVINCE),
        "kind": asked.choice("kind", KINDS, KIND),
    }
    form = CityFilter(chosen, countries, provinces)
    return Narrowed(form, asked.notices, _found(cities, chosen).by_country())


def cards_of(cities: PlaceQuerySet) -> list[CityCard]:
    """Return the cards of `cities`, in their order: one question for them, one for each count."""
    name = languages.column("name")
    columns = ("code", name, F(f"province__{name}"), F(f"country__{name}"))
    rows = list(cities.values_list(*columns, "zero_waste_city_since"))
    counts = _counts([code for code, *_rest in rows])
    return [
        CityCard(code, label, _within(province, country), bool(since), _said(code, counts))
        for code, label, province, country, since in rows
    ]


def _codes(cities: PlaceQuerySet, level: str) -> set[str]:
    rows = cities.order_by().filter(**{f"{level}__isnull": False})
    return set(rows.values_list(f"{level}__code", flat=True).distinct())


def _found(cities: PlaceQuerySet, chosen: Mapping[str, str]) -> PlaceQuerySet:
    columns = {"country": "country__code", "province": "province__code"}
    found = cities.filter(**{columns[name]: chosen[name] for name in columns if chosen[name]})
    if chosen["kind"]:
        found = found.filter(zero_waste_city_since__isnull=False)
    return found.matching(chosen[TEXT]) if chosen[TEXT] else found


def _within(province: str | None, country: str) -> str:
    """Name province and country as the language orders them."""
    if not province:
        return country
    return pgettext("where", "%(province)s, %(country)s") % {
        "province": province,
        "country": country,
    }


def _counts(codes: list[str]) -> list[dict[str, int]]:
    """Return for each kind of thing how many of them each of these cities has."""
    return [
        _by_city(Organisation.objects.listed(), "place__code", codes),
        _by_city(Commitment.objects.public(), "organisation__place__code", codes),
        _by_city(Case.objects.published(), "places__place__code", codes),
        _by_city(Event.objects.published(), "place__code", codes),
    ]


def _by_city(rows: QuerySet[Any], column: str, codes: list[str]) -> dict[str, int]:
    found = rows.order_by().filter(**{f"{column}__in": codes})
    counted = found.values(column).annotate(number=Count("pk", distinct=True))
    return dict(counted.values_list(column, "number"))


def _said(code: str, counts: list[dict[str, int]]) -> str:
    organisations, commitments, cases, events = (each.get(code, 0) for each in counts)
    said = (
        (
            organisations,
            ngettext("%(count)d organisation", "%(count)d organisations", organisations),
        ),
        (commitments, ngettext("%(count)d commitment", "%(count)d commitments", commitments)),
        (cases, ngettext("%(count)d case", "%(count)d cases", cases)),
        (events, ngettext("%(count)d event", "%(count)d events", events)),
    )
    words = [text % {"count": number} for number, text in said if number]
    return pgettext("between items", ", ").join(words)
