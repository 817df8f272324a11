"""What a position entered by people must be: degrees WGS 84 that are somebody's meaning.

What is refused here is refused wherever positions come in, with the reason and the cure; the
database refuses the same by constraints.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

Degrees = Decimal | float | int | None
LIMITS: Final = {"latitude": 90, "longitude": 180}

ONE_MISSING: Final = _("Give both latitude and longitude, or neither.")
OUT_OF_RANGE: Final = {
    "latitude": _("Latitude goes from -90 to 90 degrees; {value} is no latitude. Correct it."),
    "longitude": _("Longitude goes from -180 to 180 degrees; {value} is no longitude. Correct it."),
}
SWAPPED: Final = _(
    "Latitude and longitude seem to have changed places: {latitude} can only be a longitude. Write "
    "latitude {longitude} and longitude {latitude}, if that is the place."
)
AT_ZERO: Final = _(
    "0, 0 lies in the sea off West Africa; devices and tables write it when they know no position. "
    "Give the real coordinates, or leave both empty."
)
NO_NUMBER: Final = _("Write degrees as a plain number, such as 24.48.")

Fault = tuple[str, str | Promise]


def faults(latitude: Degrees, longitude: Degrees) -> Iterator[Fault]:
    """Yield (name of the field, sentence) for what is wrong with a position; nothing for none."""
    given = {"latitude": latitude, "longitude": longitude}
    missing = [name for name, value in given.items() if value is None]
    if len(missing) == 1:
        yield missing[0], ONE_MISSING
    numbers = {name: Decimal(value) for name, value in given.items() if value is not None}
    for name, value in numbers.items():
        if not value.is_finite():
            yield name, NO_NUMBER
    if not missing and all(value.is_finite() for value in numbers.values()):
        yield from _faults_of(**numbers)
        return
    for name, value in numbers.items():
        if value.is_finite() and abs(value) > LIMITS[name]:
            yield name, format_lazy(OUT_OF_RANGE[name], value=plain(value))


def _faults_of(latitude: Decimal, longitude: Decimal) -> Iterator[Fault]:
    if latitude == longitude == 0:
        yield "latitude", AT_ZERO
    elif abs(latitude) > LIMITS["latitude"] and _fits(latitude=longitude, longitude=latitude):
        texts = {"latitude": plain(latitude), "longitude": plain(longitude)}
        yield "latitude", format_lazy(SWAPPED, **texts)
    else:
        for name, value in (("latitude", latitude), ("longitude", longitude)):
            if abs(value) > LIMITS[name]:
                yield name, format_lazy(OUT_OF_RANGE[name], value=plain(value))


def _fits(**degrees: Decimal) -> bool:
    return all(abs(value) <= LIMITS[name] for name, value in degrees.items())


def plain(value: Decimal) -> str:
    """Return degrees without the zeros the column adds."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def check(latitude: Degrees, longitude: Degrees) -> None:
    """Raise ValidationError with every fault at its field; for `clean` of a model."""
    found = dict(faults(latitude, longitude))
    if found:
        raise ValidationError(dict(found))


def not_at_zero(name: str) -> models.CheckConstraint:
    """The position is not 0, 0."""
    return models.CheckConstraint(
        name=name,
        condition=Q(latitude__isnull=True) | ~Q(latitude=0, longitude=0),
        violation_error_message=AT_ZERO,
    )
