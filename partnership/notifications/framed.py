"""The HTML of a mail, shown inside a page of ours: it runs nothing, loads nothing, leads nowhere
without leaving the frame."""

from typing import Any, Final

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import HttpResponse
from django.views.decorators.clickjacking import xframe_options_sameorigin

POLICY: Final = (
    "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; "
    "frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
)
framing: Any = csp_update({"frame-src": [SELF]})  # for the page around it
in_frame = xframe_options_sameorigin  # for the view that answers with `framed`


def framed(html: str) -> HttpResponse:
    """Answer with a mail's HTML; its styles stand in attributes, as mail programs want them."""
    response = HttpResponse(html.replace("<head>", '<head><base target="_blank">', 1))
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Cache-Control"] = "private, no-store"
    return response
