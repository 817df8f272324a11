"""The way to the same page in the other language."""

from django import template
from django.template import RequestContext
from django.urls import translate_url

from partnership.core import languages

register = template.Library()


@register.simple_tag(takes_context=True)
def counterpart_url(context: RequestContext) -> str:
    """Return this page's address in the other language; its home page where there is none.

    A page whose address is made of words of its language (a case) hands over
    `counterpart_url` itself.
    """
    request = context.get("request")
    home = f"/{languages.other()}/"
    if given := context.get("counterpart_url"):
        return given
    if request is None:
        return home
    here = request.get_full_path()
    there = translate_url(here, languages.other())
    return home if there == here else there
