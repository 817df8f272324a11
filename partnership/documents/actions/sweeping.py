"""Tidying up: files that nothing needs any more, rows of refused files whose time is over, and bytes
that no row names."""

from collections.abc import Iterable
from functools import partial
from typing import Final

from django.db import models, transaction

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.documents import storage
from partnership.documents.choices import State
from partnership.documents.models import StoredFile

UNNAMED_FOR: Final = 24 * 3600  # seconds; a running upload has bytes before it has a row


@transaction.atomic
def give_up(files: Iterable[StoredFile], *, by: User | None) -> None:
    """Delete files whose place in the portal is gone, so that their room is free again; what a
    picture or a consent still needs stays."""
    for row in files:
        token = row.token
        try:
            with transaction.atomic():
                audit.record(Verb.DELETED, row, by=by)
                row.delete()
        except models.ProtectedError:
            continue
        transaction.on_commit(partial(storage.forget, token))


def forget_refused(rows: models.QuerySet[StoredFile]) -> None:
    """Delete rows of refused files with what still may lie on disk."""
    for row in rows:
        storage.forget(row.token)
        row.delete()


def delete_what_nobody_names(seconds: float = UNNAMED_FOR) -> int:
    """Delete what lies on disk without a row that keeps it (a request was rolled back, a process
    was killed); return how many files went."""
    lying = set(storage.tokens_older_than(seconds))
    kept = StoredFile.objects.exclude(state=State.REFUSED).filter(token__in=lying)
    unnamed = lying - set(kept.values_list("token", flat=True))
    for token in unnamed:
        storage.forget(token)
    return len(unnamed)
