"""Making files in the background: one worker at a time for each, again after a worker that died, and
a fault of ours is said once and not tried for ever."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from partnership.core.choices import FileState
from partnership.core.errors import DomainError
from partnership.core.models import MadeFile, MadeFileQuerySet

ABANDONED: Final = timedelta(minutes=10)  # as long as a task may run
FAULT: Final = gettext_noop("A fault of the portal; it is written down. Please try again later.")

Told = Callable[[int, int], None]  # how much of how much is done


@transaction.atomic
def claim(files: MadeFileQuerySet) -> int | None:
    """Take the file that waits longest; return its key, None where none waits."""
    now = timezone.now()
    file = files.to_make(now - ABANDONED).select_for_update(skip_locked=True).first()
    if file is None:
        return None
    number: int = file.pk
    files.filter(pk=number).update(state=FileState.RUNNING, begun_at=now, done=0)
    return number


def make(file: MadeFile, write: Callable[[Told], bytes]) -> None:
    """Make a claimed file in its language; outside of a transaction, so that everybody sees how far
    it is. A DomainError ends it with its sentence; anything else ends it and surfaces."""
    row, ended = type(file).objects.filter(pk=file.pk), dict[str, Any]()

    def told(done: int, total: int) -> None:
        row.update(done=done, total=total)

    with override(file.language):
        try:
            content = write(told)
        except DomainError as refused:
            ended = {"state": FileState.FAILED, "failure": str(refused)}
        except Exception:
            row.update(state=FileState.FAILED, failure=_(FAULT), finished_at=timezone.now())
            raise
        else:
            ended = {"state": FileState.DONE, "content": content}
    row.update(finished_at=timezone.now(), **ended)
