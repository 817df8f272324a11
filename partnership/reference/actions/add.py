"""Adding a city that the reviewed files do not know yet."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import DomainError, NotAllowed
from partnership.reference.choices import MAY_ADD_PLACES, PlaceKind
from partnership.reference.models import Place


class PlaceReviewed(DomainError):
    """Names of places are approved as files; nothing else changes what these say."""

    code = "place-reviewed"
    message = _(
        "This place is there already and is changed in the reviewed files alone. Take the row out."
    )


@transaction.atomic
def add_city(place: Place, *, by: models.Model, note: str) -> Place:
    """Store a new city; it can be chosen and seen at once, so that publishers decide on it."""
    if not by.has_role(*MAY_ADD_PLACES):  # type: ignore[attr-defined]
        raise NotAllowed
    if place.pk is not None or place.kind != PlaceKind.CITY:
        raise PlaceReviewed
    place.save()
    audit.record(Verb.IMPORTED, place, by=by, note=note)
    return place
