"""The one way by which a file enters the portal."""

import re
import unicodedata
from collections.abc import Collection
from typing import Final

from django.conf import settings
from django.core.files.base import File
from django.db import connection, models, transaction

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.documents import policies, senders, storage
from partnership.documents.actions.checking import examine, settle_refusal
from partnership.documents.checks.kinds import LARGEST_OF_ALL, MB, Kind
from partnership.documents.checks.refusal import Cause
from partnership.documents.choices import KEEPERS
from partnership.documents.errors import QuotaReached
from partnership.documents.models import StoredFile
from partnership.documents.models.stored_file import new_token

ALL_KINDS: Final = frozenset(Kind)
LONGEST_LABEL: Final = 120
LOCK: Final = 4_617_031  # any number of our own
# Separators of paths, what no file system takes, controls, and marks that turn reading around.
NOT_IN_LABELS: Final = re.compile(
    '[/\\\\<>:"|?*\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]'
)


@transaction.atomic
def upload(
    file: File,
    *,
    by: User,
    kinds: Collection[Kind] = ALL_KINDS,
    about: models.Model | None = None,
    made_by_portal: bool = False,
    only_read: bool = False,
) -> StoredFile:
    """Take a file, check it and return its row: available, refused with a reason, or waiting.

    A refused file is deleted at once; its row says why. `kinds` is what the door takes. `by` owns
    the file and its room counts against them, and against the organisation behind what it is `about`
    (`senders.py`), unless the portal itself made it. Of an `only_read` table the content is taken over
    and nothing stays (`reading.py`).
    Raises QuotaReached or StorageFailed, when nothing is kept, not even a row.
    """
    policies.may_upload(by).require()
    row = StoredFile(
        token=new_token(),
        label=label_of(file.name or ""),
        owner=None if made_by_portal else by,
        on_behalf_of="" if made_by_portal else senders.key_for(about),
        kinds=[] if kinds == ALL_KINDS else sorted(kinds),
        size=file.size,
    )
    cause = _refused_at_the_door(row)
    if cause is not None:
        return _turned_away(row, cause, by)
    if row.owner is not None and not only_read:
        _require_room(row)
    written = storage.write(row.token, file.chunks())
    row.size, row.sha256 = written.size, written.sha256
    row.save()
    audit.record(Verb.UPLOADED, row, by=by)
    return examine(row, by=by, only_read=only_read)


def label_of(name: str) -> str:
    """Return the last part of a name as it may be shown and offered again; the ending stays."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    clean = NOT_IN_LABELS.sub("", last.encode("utf-8", "ignore").decode()).strip(" .")
    stem, dot, ending = clean.rpartition(".")
    if not dot or len(ending) > LONGEST_LABEL // 4:
        return clean[:LONGEST_LABEL]
    return f"{stem[: LONGEST_LABEL - len(ending) - 1]}.{ending}"


def _refused_at_the_door(row: StoredFile) -> Cause | None:
    """What needs no look inside: nothing is written to disk for it."""
    if not row.size:
        return Cause.EMPTY
    return Cause.TOO_LARGE if row.size > LARGEST_OF_ALL else None


def _turned_away(row: StoredFile, cause: Cause, by: User) -> StoredFile:
    row.size = max(row.size, 1)
    row.save()
    audit.record(Verb.UPLOADED, row, by=by)
    return settle_refusal(row, cause, {"most": LARGEST_OF_ALL // MB}, by=by)


def _require_room(row: StoredFile) -> None:
    """Count while the owner's row is locked, and the organisation's key, so that two files at once do
    not slip through."""
    owner = User.objects.select_for_update(no_key=True).get(pk=row.owner_id)
    is_keeper = owner.has_role(*KEEPERS)
    most = settings.UPLOAD_QUOTA_STAFF_MB if is_keeper else settings.UPLOAD_QUOTA_MB
    _require(StoredFile.objects.filter(owner=owner).total_size() + row.size, most)
    if row.on_behalf_of:
        _lock(row.on_behalf_of)
        theirs = StoredFile.objects.filter(on_behalf_of=row.on_behalf_of)
        _require(theirs.total_size() + row.size, settings.UPLOAD_QUOTA_ORGANISATION_MB)


def _lock(key: str) -> None:
    """Let colleagues wait until this transaction ends: their files come from different people."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [LOCK, key])


def _require(size: int, most: int) -> None:
    if size > most * MB:
        raise QuotaReached(most=most)
