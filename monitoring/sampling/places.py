"""Whether a sample was taken near the city it is handed in for, and near a coast."""

import math
from decimal import Decimal
from typing import Final

from monitoring.choices import Matrix
from partnership.maps import coast
from partnership.reference.models import Place

FAR_KM: Final = 100  # from the city; coasts and islands of the largest lie within
FROM_COAST_KM: Final = 5
RADIUS_KM: Final = 6_371.0088  # mean radius of the Earth


def too_far_km(place: Place, latitude: Decimal, longitude: Decimal) -> int:
    """Return the kilometres from the city when there are too many; 0 when not, or not known."""
    if place.latitude is None or place.longitude is None:
        return 0
    apart = distance_km(
        float(place.latitude), float(place.longitude), float(latitude), float(longitude)
    )
    return round(apart) if apart > FAR_KM else 0


def too_far_from_coast_km(matrix: str, latitude: Decimal, longitude: Decimal) -> int:
    """Return the kilometres from the nearest coast when there are too many; 0 when not. Only what is
    of a beach has to be near the coast at sea, too."""
    position = float(latitude), float(longitude)
    apart = coast.distance_km(*position)
    if apart <= FROM_COAST_KM:
        return 0
    return round(apart) if matrix == Matrix.BEACH_SEDIMENT or coast.is_on_land(*position) else 0


def distance_km(latitude: float, longitude: float, other: float, other_longitude: float) -> float:
    """Return the length of the great circle between two positions (haversine)."""
    one, two = math.radians(latitude), math.radians(other)
    across = math.radians(other_longitude - longitude)
    half = math.sin((two - one) / 2) ** 2
    half += math.cos(one) * math.cos(two) * math.sin(across / 2) ** 2
    return 2 * RADIUS_KM * math.asin(math.sqrt(half))
