"""Files and pictures; who may not have one learns not even that it is there."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from partnership.core import audit
from partnership.core.choices import Verb
from partnership.documents import policies
from partnership.documents.choices import State
from partnership.documents.models import Picture, StoredFile
from partnership.documents.querysets import PictureQuerySet
from partnership.documents.sending import MEDIA_TYPES, Sending, send


@require_safe
def picture(request: HttpRequest, token: str, name: str) -> HttpResponseBase:
    """Show one copy of a picture. Who asks is only looked at when the picture is not public."""
    pictures: PictureQuerySet = PictureQuerySet(Picture).filter(file__token=token)
    is_for_print = name.startswith("master.")
    if is_for_print and not policies.may_take_the_large_one(request.user):
        raise Http404
    facts = None if is_for_print else _facts(pictures.public())
    is_public = facts is not None
    facts = facts or _facts(pictures.visible_to(request.user))
    if facts is None or name not in facts["names"]:
        raise Http404
    media_type = MEDIA_TYPES[name.rpartition(".")[2]]
    return send(request, Sending(token, name, media_type, is_public))


@require_safe
def file(request: HttpRequest, token: str) -> HttpResponseBase:
    """Hand out a file as it was sent, never to be opened in the browser."""
    row = StoredFile.objects.visible_to(request.user).available().filter(token=token).first()
    if row is None:
        raise Http404
    if row.consents.exists():
        audit.record(Verb.VIEWED, row, by=request.user)  # type: ignore[arg-type]  # not anonymous
    name = str(row.facts["names"][0])
    what = Sending(token, name, row.media_type, is_public=False, attached_as=row.download_name)
    return send(request, what)


def _facts(pictures: PictureQuerySet) -> dict[str, list[str]] | None:
    facts: dict[str, list[str]] | None = (
        pictures.filter(file__state=State.AVAILABLE).values_list("file__facts", flat=True).first()
    )
    return facts
