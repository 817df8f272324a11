"""Rich text in templates."""

from django import template
from django.utils.safestring import SafeString

from partnership.core import rich_text as markdown

register = template.Library()


@register.filter
def rich_text(source: str) -> SafeString:
    """Show a text written in the page's language and the portal's subset of Markdown."""
    return markdown.render(source)
