"""Taking a file with surveys in: sent by a person, read by a worker that may die, ended once."""

import hashlib
from dataclasses import asdict
from datetime import timedelta
from typing import Any, Final

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop, override

from monitoring.addresses import upload_url
from monitoring.choices import UPLOAD_TRANSITIONS, UploadState, UploadStep, WorkbookKind
from monitoring.errors import TooManyUploads
from monitoring.models import ColumnMapping, Upload
from monitoring.workbook import kept
from monitoring.workbook.checking import check
from monitoring.workbook.columns import in_both
from monitoring.workbook.errors import TooLarge
from monitoring.workbook.handing_in import hand_in, submitted_since
from monitoring.workbook.layouts import layout_of
from monitoring.workbook.opening import MOST_BYTES, MOST_ROWS, ZIP
from monitoring.workbook.own_columns import foreign_headings, signature_of
from monitoring.workbook.progress import Overtaken, Progress
from monitoring.workbook.reading import read
from monitoring.workbook.spelling import questions, respelt
from monitoring.workbook.taking import DIFFERS, SUBMITTED, Taken, take
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.collecting import no_collecting
from partnership.core.errors import DomainError, TransitionRefused
from partnership.network.models import Organisation
from partnership.notifications import wake
from partnership.review import actions as review
from partnership.review import policies

TASK: Final = "monitoring.tasks.read_uploads"
LEASE: Final = timedelta(minutes=2)  # without a sign of life a worker is taken for dead
MOST_ATTEMPTS: Final = 3
MOST_UNDER_WAY: Final = 3  # of one person
MOST_A_DAY: Final = 50  # of one person
LONGEST_NAME: Final = 200
FAULT: Final = gettext_noop("A fault of the portal; it is written down. Please try again later.")
INTERRUPTED: Final = gettext_noop(
    "The work on this file was interrupted three times, and nothing was stored. Divide the file and "
    "upload the parts, or tell the secretariat."
)


@transaction.atomic
def send(
    file: File,
    *,
    kind: WorkbookKind,
    organisation: Organisation,
    by: User,
    language: str,
    replaces: bool = False,
    asks_columns: bool = False,
) -> Upload:
    """Keep a file until a worker reads it; while the same one is under way, that one is returned."""
    policies.may_begin(by, layout_of(kind).subject).require()
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise TooLarge(most=MOST_ROWS)
    User.objects.select_for_update().get(pk=by.pk)  # so that their files are counted one by one
    digest = hashlib.sha256(content).hexdigest()
    own = Upload.objects.of(by)
    same: Upload | None = (
        own.under_way().filter(sha256=digest, kind=kind, replaces=replaces).first()
    )
    if same is not None:
        return same
    _require_room(by)
    upload = Upload.objects.create(
        sent_by=by,
        kind=kind,
        organisation=organisation,
        language=language,
        file_name=str(file.name)[-LONGEST_NAME:],
        sha256=digest,
        content=content,
        replaces=replaces,
        asks_columns=asks_columns,
    )
    audit.record(Verb.UPLOADED, upload, by=by)
    _wake(upload)
    return upload


@transaction.atomic
def cancel(upload: Upload, *, by: User) -> None:
    """End the work on a file; whatever a worker is doing with it is not stored.

    What was submitted already stays so, and the drafts that were not stay drafts.
    """
    fresh = _locked(upload)
    if fresh.submits:
        found = _submitted(fresh)
        _move(fresh, UploadState.TAKEN, submits=False, finished_at=timezone.now(), **found)
    else:
        _move(fresh, UploadState.CANCELLED, content=None, finished_at=timezone.now())
    audit.record(Verb.CHANGED, fresh, by=by, note=str(UploadState.CANCELLED.value))


@transaction.atomic
def replace_drafts(upload: Upload, *, by: User) -> None:
    """Take the file in once more, its values in place of those of the drafts that differ."""
    _read_again(upload, UploadState.DIFFERS, by=by, replaces=True, taken=[])


@transaction.atomic
def answer(
    upload: Upload,
    *,
    by: User,
    has_commas: bool | None,
    day_order: str,
    columns: dict[str, str] | None = None,
) -> None:
    """Read the file on, with what its sender says about its numbers and days, or about its columns,
    which is kept for the organisation's next files with these headings."""
    if columns is not None:
        mapping, _is_new = ColumnMapping.objects.update_or_create(
            organisation=upload.organisation,
            kind=upload.kind,
            signature=signature_of(upload.questions["columns"]),
            defaults={"columns": columns},
        )
        audit.record(Verb.CHANGED, mapping, by=by)
    said = {"has_commas": has_commas, "day_order": day_order, "asks_columns": False}
    _read_again(upload, UploadState.ASKS, by=by, questions={}, **said)


@transaction.atomic
def submit_all(upload: Upload, *, by: User) -> None:
    """Hand in every draft of the file that is still with its author."""
    fresh = _locked(upload)
    now = timezone.now()
    values = {"attempts": 0, "rows_checked": 0, "failure": {}}
    _move(fresh, UploadState.WAITING, submits=True, submit_asked_at=now, **values)
    audit.record(Verb.SUBMITTED, fresh, by=by)
    _wake(fresh)


def read_next() -> bool:
    """Take the file in that waits longest; return whether there was one."""
    number = _claimed()
    if number is None:
        return False
    _work(Upload.objects.select_related("sent_by").get(pk=number))
    return True


@transaction.atomic
def _claimed() -> int | None:
    now = timezone.now()
    rows = Upload.objects.to_read(now - LEASE)
    for left in rows.in_brief().filter(attempts__gte=MOST_ATTEMPTS):
        _given_up(left, _in_both(INTERRUPTED))
    upload = rows.defer("content").select_for_update(skip_locked=True).first()
    if upload is None:
        return None
    number: int = upload.pk
    Upload.objects.filter(pk=number).update(
        state=UploadState.RUNNING,
        step=UploadStep.READING,
        attempts=upload.attempts + 1,
        beat_at=now,
        rows_checked=0,
    )
    return number


def _work(upload: Upload) -> None:
    """Outside of a transaction, so that everybody sees how far it is."""
    with override(upload.language), no_collecting():
        try:
            _submit(upload) if upload.submits else _take_in(upload)
        except Overtaken:
            return  # cancelled, or another worker has it: they say what becomes of it
        except DomainError as refused:
            sentence = refused
            _given_up(upload, in_both(lambda: str(sentence)))
        except Exception:  # a fault of ours: said on the page, surfaces in the log
            _given_up(upload, _in_both(FAULT))
            raise


def _take_in(upload: Upload) -> None:
    layout = layout_of(upload.kind)
    policies.may_begin(upload.sent_by, layout.subject).require()
    content, progress = bytes(upload.content or b""), Progress(upload)
    own = _own_columns(upload, content)
    if own is None:
        return
    book = read(content, upload.file_name, layout, own)
    unclear = questions(book, has_commas=upload.has_commas, days=upload.day_order)
    if unclear:
        _end(upload, UploadState.ASKS, questions=asdict(unclear), rows=book.row_count)
        return
    book = respelt(book, has_commas=bool(upload.has_commas), days=upload.day_order)
    progress.note(step=UploadStep.CHECKING, rows=book.row_count, kind=book.layout.kind)
    checked = check(book, by=upload.sent_by, told=progress.rows_checked)
    if checked.findings:
        copied = content if content.startswith(ZIP) else None
        facts = kept.findings(checked.findings)
        _end(upload, UploadState.FAULTY, content=copied, rows_checked=book.row_count, **facts)
        return
    progress.note(step=UploadStep.STORING, rows_checked=book.row_count)
    progress.begins_to_store(len(checked.surveys))
    with transaction.atomic():
        taken = take(checked, by=upload.sent_by, replaces=upload.replaces, told=progress.stored)
        _end_with(upload, taken)


def _own_columns(upload: Upload, content: bytes) -> dict[str, str] | None:
    """Return which column is which where the headings are not ours; None when that is asked first."""
    headings = foreign_headings(content)
    if not headings:
        return {}
    known = ColumnMapping.objects.filter(
        organisation=upload.organisation_id,
        kind=upload.kind,
        signature=signature_of(headings),
    )
    mapping = None if upload.asks_columns else known.first()
    if mapping is None:
        _end(upload, UploadState.ASKS, questions={"columns": headings})
        return None
    columns: dict[str, str] = mapping.columns
    return columns


def _submit(upload: Upload) -> None:
    progress = Progress(upload)
    progress.note(step=UploadStep.SUBMITTING)
    handed = hand_in(kept.became(upload.taken), by=upload.sent_by, told=progress.rows_checked)
    with transaction.atomic():
        _end(upload, UploadState.TAKEN, taken=kept.taken(handed), submits=False)
        _submitted(upload)


def _submitted(upload: Upload) -> dict[str, Any]:
    """Tell once of everything that was submitted since it was asked for, whoever ends the work; return the
    columns that say what became of the surveys."""
    became = kept.became(upload.taken)
    asked_at = upload.submit_asked_at or timezone.now()
    found = submitted_since(became, asked_at)
    review.tell_together(found, by=upload.sent_by, page=lambda: upload_url(str(upload.key)))
    keys = {each.key for each in found}
    done = [each.became(SUBMITTED) if each.key in keys else each for each in became]
    return {"taken": kept.taken(done)}


def _end_with(upload: Upload, taken: list[Taken]) -> None:
    """Say what became of the surveys. The file stays while its values may still be asked for."""
    if any(each.what == DIFFERS for each in taken):
        _end(upload, UploadState.DIFFERS, taken=kept.taken(taken))
    else:
        _end(upload, UploadState.TAKEN, taken=kept.taken(taken), content=None)


def _end(upload: Upload, state: UploadState, **values: Any) -> None:
    """End the work; who no longer holds the file stores nothing."""
    if not _ended(upload, state, **values):
        raise Overtaken


def _given_up(upload: Upload, failure: dict[str, str]) -> None:
    """Say why nothing came of it, unless it was cancelled; drafts that are there stay."""
    if upload.submits:
        with transaction.atomic():
            if _ended(upload, UploadState.TAKEN, submits=False, failure=failure):
                Upload.objects.filter(pk=upload.pk).update(**_submitted(upload))
    else:
        _ended(upload, UploadState.FAILED, content=None, failure=failure)


def _ended(upload: Upload, state: UploadState, **values: Any) -> bool:
    """Tell whether it could be ended: it was not cancelled, and is no other worker's by now."""
    rows = Upload.objects.filter(pk=upload.pk, state=UploadState.RUNNING, attempts=upload.attempts)
    return bool(rows.update(state=state, step="", finished_at=timezone.now(), **values))


def _read_again(upload: Upload, state: UploadState, *, by: User, **values: Any) -> None:
    """Let a worker read the file once more; it may be gone by now."""
    fresh = _locked(upload)
    is_there = Upload.objects.filter(pk=fresh.pk, content__isnull=False).exists()
    if fresh.state != state or not is_there:
        raise TransitionRefused
    _move(fresh, UploadState.WAITING, attempts=0, rows_checked=0, **values)
    audit.record(Verb.CHANGED, fresh, by=by)
    _wake(fresh)


def _locked(upload: Upload) -> Upload:
    row: Upload = Upload.objects.in_brief().select_for_update().get(pk=upload.pk)
    return row


def _move(upload: Upload, state: UploadState, **values: Any) -> None:
    if state not in UPLOAD_TRANSITIONS[UploadState(upload.state)]:
        raise TransitionRefused
    Upload.objects.filter(pk=upload.pk).update(state=state, step="", **values)


def _require_room(by: User) -> None:
    own = Upload.objects.of(by)
    since = timezone.now() - timedelta(days=1)
    if own.under_way().count() >= MOST_UNDER_WAY:
        raise TooManyUploads
    if own.filter(created_at__gt=since).count() >= MOST_A_DAY:
        raise TooManyUploads


def _in_both(sentence: str) -> dict[str, str]:
    return in_both(lambda: gettext(sentence))


def _wake(upload: Upload) -> None:
    number = upload.pk
    transaction.on_commit(lambda: wake.up_for(TASK, number), robust=True)
