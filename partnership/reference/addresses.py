"""Where a place is shown. The page stands above all apps and is known here by its name alone."""

from django.urls import reverse

from partnership.reference.choices import PlaceKind
from partnership.reference.models import Place


def city_url(code: str) -> str:
    """Return the path of a city's public page."""
    return reverse("portal:city", args=[code])


def place_url(place: Place | None) -> str:
    """Return the path of the page of a place; only cities have one in any case."""
    return city_url(place.code) if place is not None and place.kind == PlaceKind.CITY else ""
