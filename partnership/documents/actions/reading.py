"""A table that is read and not kept: it comes in as every file does, and goes as soon as it is read."""

from django.core.files.base import File
from django.db import transaction

from partnership.accounts.models import User
from partnership.documents import storage
from partnership.documents.actions.sweeping import give_up
from partnership.documents.actions.uploading import upload
from partnership.documents.checks.kinds import TABLES
from partnership.documents.choices import State
from partnership.documents.errors import FileRefused, NotCheckedYet
from partnership.documents.models import StoredFile


def read_once(file: File, *, by: User) -> bytes:
    """Return the content of a workbook or CSV file that has passed the checks; nothing of it stays.

    Raises FileRefused, with the reason that its row keeps, or NotCheckedYet.
    """
    with transaction.atomic():
        row = upload(file, by=by, kinds=TABLES, only_read=True)
        content = _content(row)
        if row.state != State.REFUSED:
            give_up([row], by=by)
    if row.state == State.REFUSED:
        raise FileRefused(reason=row.explanation)
    if content is None:
        raise NotCheckedYet
    return content


def _content(row: StoredFile) -> bytes | None:
    return storage.read(row.token, str(row.facts["names"][0])) if row.is_available else None
