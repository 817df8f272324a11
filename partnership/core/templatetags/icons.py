"""Icons of the lucide set, drawn once per process: composing one costs more than a query."""

from functools import cache

from django import template
from django.utils.safestring import SafeString
from lucide.templatetags.lucide import lucide

register = template.Library()


@register.simple_tag
def icon(name: str, *, size: int = 24, **attributes: object) -> SafeString:
    """Return the icon as inline SVG; attributes are written with `_` for `-`."""
    plain = tuple((key, str(value)) for key, value in sorted(attributes.items()))
    return drawn(str(name), size, plain)


@cache
def drawn(name: str, size: int, attributes: tuple[tuple[str, str], ...]) -> SafeString:
    return SafeString(lucide(name, size=size, **dict(attributes)))
