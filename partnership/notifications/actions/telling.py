"""Telling a person that something happened."""

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
    is_new = _write_notification(told, person, event, page, choice, context)
    if is_new and choice == MailChoice.AT_ONCE:
        _write_mail(told, person, event, page, context, calendar)
    return is_new


def _write_notification(
    kind: Kind, person: User, event: str, page: Page, choice: MailChoice, context: Context
) -> bool:
    """Return whether it was not there yet."""
    lines = composing.headlines(kind, person, page, context)
    chinese, english = lines[languages.CHINESE], lines[languages.ENGLISH]
    row = Notification(
        recipient=person,
        kind=kind.key,
        title_zh_hans=chinese.title[:TITLE_LENGTH],
        title_en=english.title[:TITLE_LENGTH],
        path_zh_hans=chinese.path,
        path_en=english.path,
        event=event,
        waits_for_digest=choice == MailChoice.DAILY,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        if Notification.objects.filter(recipient=person, kind=kind.key, event=event).exists():
            return False
        raise
    return True


def _write_mail(
    kind: Kind, person: User, event: str, page: Page, context: Context, calendar: str
) -> None:
    written = composing.mail(kind, person, page, context)
    outbox.put(
        Draft(
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
    )
