"""Clean-ups in the words of the card of the International Coastal Cleanup, apart from monitoring.

A count moves to a line of the card only where its kind is the same or part of it, and of one material;
what has no line stands below the card, material by material, so that nothing is lost. Who took part
is told nowhere.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from monitoring.open_data.exchange import Homes
from monitoring.open_data.fields import DEMO, LICENCE, Field, plain, two_languages
from monitoring.open_data.records import CountRecord, SurveyRecord
from partnership.core import languages
from partnership.reference.choices import Material

CARD: Final = "icc"  # the code of its list
METRES_OF_KM: Final = 1_000


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of the card; `items` is None where no clean-up recorded such a kind."""

    code: str
    name_zh: str
    name_en: str
    material: str
    items: int | None = None


CARD_FIELDS: Final = (
    plain("code", gettext_lazy("line of the card; blank: kinds that are not on it")),
    *two_languages("name", gettext_lazy("name of the line")),
    plain("material", gettext_lazy("material")),
    plain(
        "items", gettext_lazy("items counted in all clean-ups; blank: no such kind was recorded")
    ),
)
CLEANUP_FIELDS: Final = (
    plain("code", gettext_lazy("name of the survey: transect, day, number of the replicate")),
    plain("site", gettext_lazy("site code")),
    *two_languages("site", gettext_lazy("survey site")),
    plain("city", gettext_lazy("code of the city")),
    plain("country", gettext_lazy("code of the country")),
    plain("surveyed_on", gettext_lazy("day of the survey")),
    Field(
        "length_km", gettext_lazy("length cleaned"), lambda row: row.length_m / METRES_OF_KM, "km"
    ),
    plain("weight_kg", gettext_lazy("weight of all litter; blank: not weighed"), "kg"),
    plain("items", gettext_lazy("items of all kinds; blank: nothing was recorded")),
    DEMO,
    LICENCE,
)


def card(
    surveys: Iterable[SurveyRecord], lines: Sequence[CardLine], homes: Homes
) -> list[CardLine]:
    """Return the filled card, and below it what has no line there, by material."""
    found: Counter[str] = Counter()
    rest: Counter[str] = Counter()
    for survey in surveys:
        for count in survey.counts:
            code = _line_of(count, homes)
            where, key = (found, code) if code else (rest, count.material)
            where[key] += count.count
    filled = [replace(line, items=found.get(line.code)) for line in lines]
    return [*filled, *(_not_on_the_card(name, rest[name]) for name in sorted(rest))]


def _line_of(count: CountRecord, homes: Homes) -> str:
    if count.item_list == CARD:
        return count.code
    home = homes.get(count.item)
    return home.code if home and home.material == count.material else ""


def _not_on_the_card(material: str, items: int) -> CardLine:
    names = {}
    for language in languages.LANGUAGES:
        with override(language):
            words = _("%(material)s: kinds that are not on the card")
            names[language] = words % {"material": Material(material).label}
    return CardLine("", names[languages.CHINESE], names[languages.ENGLISH], material, items)
