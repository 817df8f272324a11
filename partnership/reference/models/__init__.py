"""Places, river basins, themes and litter items that every app refers to."""

from partnership.reference.models.alias import PlaceAlias
from partnership.reference.models.item_list import ItemList
from partnership.reference.models.item_map import ItemMap
from partnership.reference.models.litter_item import LitterItem
from partnership.reference.models.place import Place
from partnership.reference.models.river_basin import RiverBasin
from partnership.reference.models.theme import Theme

__all__ = ["ItemList", "ItemMap", "LitterItem", "Place", "PlaceAlias", "RiverBasin", "Theme"]
