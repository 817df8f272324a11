"""The way to the same page in the other language."""

from django import template
from django.template import RequestContext

from partnership.core import languages

register = template.Library()


@register.simple_tag(takes_context=True)
def counterpart_url(context: RequestContext) -> str:
    """Return this page's address in the other language; its home page where there is none.

    Addresses differ in the language they begin with and in nothing else. A page whose address is
    made of words of its language (a case) hands over `counterpart_url` itself.
    """
    if given := context.get("counterpart_url"):
        return given
    return languages.counterpart(context.get("request"))
