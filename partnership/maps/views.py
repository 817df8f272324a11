"""What a map's script asks for when somebody comes to a map."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.utils.translation import gettext as _

from partnership.core.page_cache import public_page
from partnership.maps import approved, layers


@public_page
def map_settings(request: HttpRequest) -> HttpResponse:
    """Answer with the base layers, the files and the words of maps, in the page's language."""
    offered = {layer.id: layer for layer in _offered()}
    first = settings.MAP_FIRST_LAYER
    return JsonResponse(
        {
            "layers": [layer.for_script() for layer in offered.values()],
            "first": first if first in offered else layers.COAST,
            "files": _files(),
            "words": _words(),
        },
        json_dumps_params={"ensure_ascii": False},
    )


def _offered() -> list[layers.BaseLayer]:
    """Return all base layers visitors can choose from, ours first; none that is not in order, even
    where the check before the start was left out."""
    found = [layers.COAST_LAYER, *layers.from_settings(), *approved.shown()]
    return [layer for layer in found if not any(layers.problems(layer))]


def _files() -> dict[str, str]:
    return {
        "style": static("css/map.css"),
        "land": static("map/land.json"),
        "leaflet": static("js_lib_leaflet/leaflet.js"),
        "cluster": static("markercluster/leaflet.markercluster.js"),
    }


def _words() -> dict[str, str]:
    """Texts of the map; what stands in braces is filled in by the script."""
    return {
        "zoomIn": _("Zoom in"),
        "zoomOut": _("Zoom out"),
        "close": _("Close"),
        "all": _("Show all places"),
        "base": _("Base map"),
        "cluster": _("{places} places close together, {count} in all; press to zoom in"),
        "point": _("{name}: {count}"),
        "more": _("All {count} of this place"),
        "found": _("{found} of {places} places"),
        "none": _("No place is called that"),
        "review": _("Map review number:"),
    }
