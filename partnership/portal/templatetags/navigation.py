"""The portal's sections in templates."""

from django import template

from partnership.portal import navigation as sections

register = template.Library()


@register.simple_tag
def main_places() -> tuple[sections.Place, ...]:
    """Return the sections of the main navigation."""
    return sections.MAIN


@register.simple_tag
def footer_groups() -> tuple[sections.Group, ...]:
    """Return the sections named at the foot of every page, under their headings."""
    return sections.FOOTER


@register.simple_tag
def place_of(path: str) -> str:
    """Return the name of the section of the main navigation that holds `path`, if one does."""
    return next((place.url_name for place in sections.MAIN if place.holds(path)), "")
