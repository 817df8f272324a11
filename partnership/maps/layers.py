"""What lies under the points of a map: the coast alone, a map service, or an approved picture.

A base layer that is not ours may show borders and names, so it needs the number under which the
authority has approved it (审图号). That number stands at the lower left of the map.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Self

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.maps.choices import Projection

COAST: Final = "coast"
REVIEW_NUMBER: Final = re.compile(  # GS(2024)0650号, GS京(2022)1061号, 京S(2023)012号
    r"(GS[\u4e00-\u9fff]?|[\u4e00-\u9fff]S)\s?[(（]\d{4}[)）]\s?第?\d{1,5}号"
)
NEEDS_NUMBER: Final = _(
    "A base layer that is not ours needs its map review number (审图号), such as GS(2024)0650号. "
    "Enter the number the authority has given, or leave the layer out."
)
DEEPEST_ZOOM: Final = 18
Pair = Mapping[str, str]


@dataclass(frozen=True)
class BaseLayer:
    """`tiles` are addresses by language, one over the other; `picture` is one picture for the
    whole of `bounds` (south, west, north, east in degrees WGS 84). `coast` has neither."""

    id: str
    name: Pair
    attribution: Pair
    review_number: str = ""
    tiles: Mapping[str, list[str]] = field(default_factory=dict)
    subdomains: str = ""
    key: str = ""
    picture: str = ""
    bounds: tuple[float, ...] = ()
    projection: str = "EPSG:3857"
    max_zoom: int = DEEPEST_ZOOM

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """Read a layer of the settings; keys that are none of ours are left to `problems`."""
        known = {name: row[name] for name in cls.__dataclass_fields__ if name in row}
        missing: dict[str, Any] = {"id": "", "name": {}, "attribution": {}}
        return cls(**{**missing, **known})

    @property
    def is_ours(self) -> bool:
        return self.id == COAST

    def for_script(self) -> dict[str, object]:
        """Return what a map's script needs of the layer, in the active language."""
        language = languages.current()
        addresses = self.tiles.get(language) or next(iter(self.tiles.values()), [])
        return {
            "id": self.id,
            "name": self.name[language],
            "attribution": self.attribution[language],
            "review": self.review_number,
            "tiles": [address.replace("{key}", self.key) for address in addresses],
            "subdomains": self.subdomains,
            "picture": self.picture,
            "bounds": self.bounds,
            "projection": self.projection,
            "maxZoom": self.max_zoom,
        }


COAST_LAYER: Final = BaseLayer(
    COAST,
    {"zh-hans": "仅海岸线", "en": "Coastline only"},
    {"zh-hans": "陆地：Natural Earth", "en": "Land: Natural Earth"},
    max_zoom=12,
)


def from_settings() -> list[BaseLayer]:
    return [BaseLayer.of(row) for row in settings.MAP_BASE_LAYERS]


def problems(layer: BaseLayer) -> Iterator[tuple[str, object]]:
    """Yield (key, sentence with the cure) for everything that keeps a layer from being shown."""
    if not layer.is_ours and not REVIEW_NUMBER.fullmatch(layer.review_number):
        yield "review_number", NEEDS_NUMBER
    for name in ("name", "attribution"):
        if not all(getattr(layer, name).get(language) for language in languages.LANGUAGES):
            yield name, _("Give the text in Chinese (zh-hans) and in English (en).")
    if not layer.id or (layer.is_ours and layer != COAST_LAYER):
        yield "id", _("Give the layer an identifier of its own; “coast” is ours.")
    if not layer.is_ours and not layer.tiles and not layer.picture:
        yield "tiles", _("Name the address of the tiles.")
    if any("{key}" in each for tiles in layer.tiles.values() for each in tiles) and not layer.key:
        yield "key", _("The address asks for a key: set the variable that key_from names.")
    if layer.projection not in Projection:
        yield "projection", _("Use EPSG:3857 or EPSG:4326.")
