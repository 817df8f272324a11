"""The portal's sections in templates."""

from django import template

from partnership.portal import navigation as sections

register = template.Library()


@register.simple_tag
def main_places() -> tuple[sections.Place, ...]:
    """Return the sections of the main navigation."""
    return sections.MAIN


@register.simple_tag
def footer_places() -> tuple[sections.Place, ...]:
    """Return the sections named at the foot of every page."""
    return sections.FOOTER


@register.filter
def holds(place: sections.Place, path: str) -> bool:
    """Whether the page at `path` belongs to `place`."""
    return place.holds(path)
