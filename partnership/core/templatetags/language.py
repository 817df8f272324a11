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
    request, home = context.get("request"), f"/{languages.other()}/"
    if request is None or request.resolver_match is None:
        return home
    language = languages.from_path(request.path_info)
    if language is None:
        return home
    return home + request.get_full_path().removeprefix(f"/{language}/")
