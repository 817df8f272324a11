"""Pictures on pages."""

from django import template
from django.utils.safestring import SafeString

from partnership.documents.on_page import PictureOnPage, picture_html

register = template.Library()


@register.simple_tag
def picture(shown: PictureOnPage, sizes: str, *, eager: bool = False) -> SafeString:
    """Write a picture in every width a screen may need."""
    return picture_html(shown, sizes, eager=eager)
