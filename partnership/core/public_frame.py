"""Public pages that are asked for most: their frame is a shell (`core.shells`).

The template is the page's own and extends `base.html` like every other. It gets what the frame
needs, `meta` as texts, and the pieces the view hands over.
"""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse

from partnership.core.context_processors import address_of, constants, has_session
from partnership.core.page_meta import PageMeta
from partnership.core.shells import filled_shell


def framed(
    request: HttpRequest,
    template: str,
    meta: PageMeta,
    pieces: Mapping[str, object],
    *,
    section_path: str,
    counterpart_url: str,
) -> HttpResponse:
    """Put a page together. `section_path` is where its section begins, `counterpart_url` the
    same page in the other language."""
    parts = {
        **address_of(request),
        "counterpart_url": counterpart_url,
        "meta.title": meta.title,
        "meta.description": meta.description,
        "meta.image_path": meta.image_path,
        "meta.elements": meta.elements,
        **pieces,
    }
    values = {**constants(), "section_path": section_path, "has_session": has_session(request)}
    return HttpResponse(filled_shell(template, parts, values))
