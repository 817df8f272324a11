"""From the disk to the visitor, with headers that let nothing of it run.

In production the proxy sends the bytes: the answer names the file in `X-Accel-Redirect`, which only
the proxy can follow (deploy/nginx.conf).
"""

import logging
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from partnership.documents import storage

log = logging.getLogger(__name__)

NOTHING_RUNS: Final = "default-src 'none'; sandbox; frame-ancestors 'none'"
FOR_EVERYONE: Final = "public, no-cache"  # may be kept, but is asked for again: rights can end
FOR_ONE: Final = "private, no-cache"
INTERNAL: Final = "/checked-files/"
MEDIA_TYPES: Final = {"webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}


@dataclass(frozen=True, slots=True)
class Sending:
    """What is sent: `name` is the file's on disk, `attached_as` the name it is offered under."""

    token: str
    name: str
    media_type: str
    is_public: bool
    attached_as: str = ""

    @property
    def etag(self) -> str:
        """What lies under token and name never changes."""
        return f'"{self.token}-{self.name}"'


def send(request: HttpRequest, what: Sending) -> HttpResponseBase:
    """Answer with the file, or with 304 to whoever holds it; the caller has asked who may."""
    unchanged = get_conditional_response(request, etag=what.etag)
    response = unchanged or (_by_proxy(what) if settings.SEND_FILES_BY_PROXY else _by_us(what))
    response.headers["ETag"] = what.etag
    response.headers["Cache-Control"] = FOR_EVERYONE if what.is_public else FOR_ONE
    response.headers["Content-Security-Policy"] = NOTHING_RUNS
    response.headers["X-Content-Type-Options"] = "nosniff"
    if what.attached_as:
        offered = content_disposition_header(as_attachment=True, filename=what.attached_as)
        response.headers["Content-Disposition"] = offered or "attachment"
    return response


def _by_proxy(what: Sending) -> HttpResponse:
    path = f"{INTERNAL}{storage.relative(what.token)}/{what.name}"
    return HttpResponse(content_type=what.media_type, headers={"X-Accel-Redirect": path})


def _by_us(what: Sending) -> FileResponse:
    try:
        file = (storage.folder(what.token) / what.name).open("rb")
    except FileNotFoundError as error:
        log.exception("the bytes of %s are gone", what.token)
        raise Http404 from error
    return FileResponse(file, content_type=what.media_type)
