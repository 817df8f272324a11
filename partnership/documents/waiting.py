"""What files and pictures ask of the secretariat."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partnership.core.admin.waiting import Question, register
from partnership.documents.choices import KEEPERS
from partnership.documents.models import Picture, StoredFile


def listed(model: str, query: str) -> Callable[[], str]:
    """Return the way to the list that the query narrows down."""
    return lambda: f"{reverse(f'admin:documents_{model}_changelist')}?{query}"


register(
    Question(
        title=_("Files waiting for their check"),
        advice=_("The virus scanner does not answer, or a check was cut off. See that it runs."),
        roles=KEEPERS,
        find=StoredFile.objects.waiting,
        link=listed("storedfile", "state__exact=quarantined"),
        rank=15,
        deeds=("check-again",),
    ),
    Question(
        title=_("Pictures with incomplete rights"),
        advice=_("Each form says what is missing; until then nobody outside sees the picture."),
        roles=KEEPERS,
        find=Picture.objects.with_gaps,
        link=listed("picture", "rights=gaps"),
        rank=35,
    ),
)
