"""Maps: what lies under the points, where it comes from, and whether maps are shown at all.

Imported by `base`. `partnership.maps.layers` reads the layers, `partnership.maps.checks` refuses
to start with one that may not be shown.
"""

from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import environ

env = environ.Env()
environ.Env.read_env(Path(__file__).resolve().parents[2] / ".env")  # read before base has done so

# Shows every public map as the list of its places, and nothing else.
MAPS_AS_LISTS = env.bool("MAPS_AS_LISTS", default=False)

# Leaflet comes as an app; its plug-in for clusters as a folder of another package.
MARKER_CLUSTER_FILES = str(
    distribution("XStatic-Leaflet-MarkerCluster").locate_file(
        "xstatic/pkg/leaflet_markercluster/data"
    )
)

# The State's map service (天地图): with a key, its map can be chosen under every map.
TIANDITU_KEY = env.str("TIANDITU_KEY", default="")
TIANDITU_TILES = (
    "https://t{s}.tianditu.gov.cn/%(name)s_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0"
    "&LAYER=%(name)s&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles"
    "&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={key}"
)
TIANDITU: dict[str, Any] = {
    "id": "tianditu",
    "name": {"zh-hans": "天地图", "en": "Tianditu"},
    "tiles": {
        "zh-hans": [TIANDITU_TILES % {"name": "vec"}, TIANDITU_TILES % {"name": "cva"}],
        "en": [TIANDITU_TILES % {"name": "vec"}, TIANDITU_TILES % {"name": "eva"}],
    },
    "subdomains": "01234567",
    "key": TIANDITU_KEY,
    "attribution": {"zh-hans": "国家地理信息公共服务平台（天地图）", "en": "Tianditu"},
    "review_number": env.str("TIANDITU_REVIEW_NUMBER", default=""),
    "projection": "EPSG:3857",
    "max_zoom": 18,
}

# More base layers in the same form, as JSON. `{key}` in an address is the value of the variable
# that `key_from` names.
MAP_BASE_LAYERS: list[dict[str, Any]] = [
    *([TIANDITU] if TIANDITU_KEY else []),
    *(
        {**layer, "key": env.str(layer["key_from"], default="") if "key_from" in layer else ""}
        for layer in env.json("MAP_BASE_LAYERS", default=[])
    ),
]
# Which of them lies under a map when it opens. `coast` is ours: land, no border, no name.
MAP_FIRST_LAYER = env.str("MAP_FIRST_LAYER", default="coast")


def hosts_of(layers: list[dict[str, Any]]) -> list[str]:
    """Return the hosts these layers load pictures from, as the content policy names them."""
    found = set()
    for layer in layers:
        for address in (each for tiles in layer.get("tiles", {}).values() for each in tiles):
            if not address.startswith("http"):
                continue  # our own
            host = "/".join(address.split("/", 3)[:3])
            parts = layer.get("subdomains", "") if "{s}" in host else " "
            found |= {host.replace("{s}", part) for part in parts}
    return sorted(found)


MAP_HOSTS = hosts_of(MAP_BASE_LAYERS)
