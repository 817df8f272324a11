"""What senders of files are told, within the transaction that settles a check."""

from django.urls import reverse

from partnership.accounts.models import User
from partnership.documents import settled
from partnership.documents.choices import KEEPERS
from partnership.documents.models import StoredFile
from partnership.documents.settled import Page
from partnership.notifications.actions.telling import notify


def refused(file: StoredFile) -> None:
    """Tell the sender, who no longer looks at the page that took the file, and where it belongs."""
    owner = file.owner
    if owner is not None:
        page = settled.place_of(file) or _page_of(owner, file)
        notify("documents.refused", owner, event=f"file-{file.pk}", page=page, file=file)


def _page_of(owner: User, file: StoredFile) -> Page:
    """Where somebody goes on with a file of which no app knows the place."""
    if owner.has_role(*KEEPERS):
        return lambda: reverse("admin:documents_storedfile_change", args=[file.pk])
    return lambda: reverse("portal:desk")
