"""Telling a person that something happened."""

from collections.abc import Callable
from functools import partial

from django.db import IntegrityError, transaction

from partnership.accounts.models import User
from partnership.core import languages
from partnership.notifications import composing, outbox, preferences, registry
from partnership.notifications.choices import MailChoice
from partnership.notifications.composing import Page
from partnership.notifications.models import Notification
from partnership.notifications.outbox import Draft
from partnership.notifications.registry import Context, Kind

TITLE_LENGTH = 300


def notify(
    kind: str, person: User, *, event: str, page: Page, calendar: str = "", **context: object
) -> bool:
    """Tell `person`, in the portal and by mail as they chose, within the caller's transaction.

    `event` says what happened (`case-7-returned-2`): the same event is told once to a person,
    however often this is called; the answer says whether it was told now. `page` returns the path
    of what it is about. Objects in `context` are written in the reader's language. `calendar` is an
    entry for the reader's calendar.
    """
    told = registry.get(kind)
    outbox.require_transaction(kind)
    if not person.is_active:
        return False
    choice = preferences.choice_of(person, told)
    draft = partial(_mail, told, person, event, page, context, calendar)
    row = _notification(told, person, event, page, choice, context)
    return _write(row, draft if choice == MailChoice.AT_ONCE else None)


def _write(row: Notification, draft: Callable[[], Draft] | None) -> bool:
    """Write both within one savepoint; return whether it was not told yet."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            if draft is not None:
                outbox.put_new(draft())
    except IntegrityError:
        if _is_told(row):
            return False
        row.pk = (
            None  # the mail alone is known, its notification was deleted since; else it fails again
        )
        row.save(force_insert=True)
    return True


def _is_told(row: Notification) -> bool:
    same = Notification.objects.filter(recipient=row.recipient, kind=row.kind, event=row.event)
    return bool(same.exists())


def _notification(
    kind: Kind, person: User, event: str, page: Page, choice: MailChoice, context: Context
) -> Notification:
    lines = composing.headlines(kind, person, page, context)
    chinese, english = lines[languages.CHINESE], lines[languages.ENGLISH]
    return Notification(
        recipient=person,
        kind=kind.key,
        title_zh_hans=chinese.title[:TITLE_LENGTH],
        title_en=english.title[:TITLE_LENGTH],
        path_zh_hans=chinese.path,
        path_en=english.path,
        event=event,
        waits_for_digest=choice == MailChoice.DAILY,
    )


def _mail(
    kind: Kind, person: User, event: str, page: Page, context: Context, calendar: str
) -> Draft:
    written = composing.mail(kind, person, page, context)
    return Draft(
        kind=kind.key,
        to_address=person.email,
        language=person.language,
        subject=written.subject,
        text=written.text,
        html=written.html,
        recipient_id=person.pk,
        event=event,
        dedupe_key=f"{kind.key}:{person.pk}:{event}",
        calendar=calendar,
    )
