"""Maps in templates: `{% map places "case-map" %}`, with `points_url` where a map names things."""

from django import template

from partnership.maps.figure import map_html

register = template.Library()
register.simple_tag(map_html, name="map")
