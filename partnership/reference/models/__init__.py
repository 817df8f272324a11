"""Places, river basins and themes that every app refers to."""

from partnership.reference.models.alias import PlaceAlias
from partnership.reference.models.place import Place
from partnership.reference.models.river_basin import RiverBasin
from partnership.reference.models.theme import Theme

__all__ = ["Place", "PlaceAlias", "RiverBasin", "Theme"]
