"""Labels of fields inside sentences."""

from typing import Final

from django import template

register = template.Library()
STOPS: Final = ".?。？"


@register.filter
def without_stop(label: object) -> str:
    """Return the label of a field without the stop it ends with: a colon follows."""
    return str(label).rstrip(STOPS)
