"""The kinds of message about files."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.accounts import links
from partnership.accounts.models import User
from partnership.documents.checks.refusal import Cause
from partnership.documents.choices import State
from partnership.documents.models import StoredFile
from partnership.notifications.registry import Context, Kind, register


def _refused(person: User) -> Context:
    """The file refused last, or one like those there will be."""
    rows = StoredFile.objects.filter(state=State.REFUSED).order_by("-checked_at", "-pk")
    example = StoredFile(label="beach.pdf", reason=Cause.DAMAGED, created_at=timezone.now())
    link = links.absolute("portal:desk", person.language)
    return {"file": rows.first() or example, "link": link}


register(Kind("documents.refused", _("File refused after its check"), _refused))
