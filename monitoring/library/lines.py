"""What the page of one entry shows beside its text."""

from typing import Any, Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from monitoring.library.asked import INTERNATIONAL, country_name
from monitoring.library.entries import Entry, entries
from partnership.reference import names
from partnership.reference.choices import PlaceKind

MOST_AKIN: Final = 6


def facts_of(entry: Entry) -> list[dict[str, Any]]:
    """Return what is known of an entry under its terms; kind and country lead to their like."""
    place = names.names_of(PlaceKind.PROVINCE, [entry.place]).get(entry.place, "")
    found: list[dict[str, Any]] = [
        {"term": _("Kind"), "value": entry.kind.label, "url": _narrowed(kind=entry.kind.value)},
        {
            "term": _("Country"),
            "value": country_name(entry),
            "url": _narrowed(country=entry.country or INTERNATIONAL),
        },
        {"term": _("Province or state"), "value": place},
        {"term": _("In force since"), "value": entry.year},
        {"term": _("Source"), "value": entry.source},
    ]
    return [fact for fact in found if fact["value"]]


def akin(entry: Entry) -> list[Entry]:
    """Return others of the same kind, those of the same country first, then the latest."""
    others = [other for other in entries() if other.kind is entry.kind and other != entry]
    others.sort(key=lambda other: (other.country != entry.country, -other.year, other.name))
    return others[:MOST_AKIN]


def _narrowed(**chosen: str) -> str:
    return f"{reverse('monitoring:library')}?{urlencode(chosen)}"
