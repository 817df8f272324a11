"""What messages keep of people, and for how long."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role
from partnership.core import privacy, retention
from partnership.core.choices import DataClass
from partnership.core.privacy import ONESELF, PersonalField
from partnership.notifications.models import Notification, OutgoingMessage, Preference

TEXTS: Final = "message-texts"
MESSAGES: Final = "messages"
FORMER: Final = "messages-of-closed-accounts"
FORMER_CHOICES: Final = "choices-of-closed-accounts"
NOTIFICATIONS: Final = "notifications"

READERS: Final = (ONESELF, Role.SECRETARIAT.value)
KEPT: Final[dict[str, Any]] = {
    "retention": _("A year after the message was sent or given up."),
    "retention_days": settings.MESSAGE_RETENTION_DAYS,
    "rule": MESSAGES,
    "seen_by": READERS,
}
TEXT: Final[dict[str, Any]] = {
    "purpose": _("To send it, and to see afterwards what was sent."),
    "retention": _("Thirty days after the message was sent or given up; links at once."),
    "retention_days": settings.MESSAGE_TEXT_RETENTION_DAYS,
    "rule": TEXTS,
    "seen_by": READERS,
    "category": DataClass.CONTACT,
}
MESSAGE: Final = "notifications.outgoingmessage"

privacy.register(
    *(PersonalField(MESSAGE, name, **TEXT) for name in ("subject", "text", "html")),
    PersonalField(
        MESSAGE,
        "to_address",
        purpose=_("To send the message and to find out why one did not arrive."),
        category=DataClass.CONTACT,
        **KEPT,
    ),
    PersonalField(
        MESSAGE, "recipient", purpose=_("To know whom a message was written to."), **KEPT
    ),
    PersonalField(
        MESSAGE,
        "answer",
        purpose=_("To find out why a message did not arrive; servers repeat the address."),
        category=DataClass.CONTACT,
        **KEPT,
    ),
)


NOTICE: Final[dict[str, Any]] = {
    "retention": _("A year after the notification was written, or with the account."),
    "retention_days": settings.NOTIFICATION_RETENTION_DAYS,
    "rule": NOTIFICATIONS,
    "seen_by": (ONESELF,),
}

privacy.register(
    *(
        PersonalField(
            "notifications.notification",
            name,
            purpose=_("To tell people in the portal what concerns them."),
            **NOTICE,
        )
        for name in ("recipient", "title_zh_hans", "title_en", "read_at")
    ),
    *(
        PersonalField(
            "notifications.preference",
            name,
            purpose=_("To send people the mails they want."),
            retention=_("As long as the account."),
            rule=FORMER_CHOICES,
            seen_by=(ONESELF,),
        )
        for name in ("person", "mail")
    ),
)


def _with_text(now: datetime) -> models.QuerySet[OutgoingMessage]:
    moment = now - timedelta(days=settings.MESSAGE_TEXT_RETENTION_DAYS)
    return OutgoingMessage.objects.finished_before(moment).filter(purged_at__isnull=True)


def _purge_texts(rows: models.QuerySet) -> None:
    rows.update(subject="", text="", html="", calendar="", purged_at=Now())


def _old(now: datetime) -> models.QuerySet[OutgoingMessage]:
    return OutgoingMessage.objects.finished_before(
        now - timedelta(days=settings.MESSAGE_RETENTION_DAYS)
    )


def _of_former_people(_now: datetime) -> models.QuerySet[OutgoingMessage]:
    return OutgoingMessage.objects.filter(
        Q(recipient__anonymised_at__isnull=False) & Q(closed_at__isnull=False)
    )


def _notifications(now: datetime) -> models.QuerySet[Notification]:
    moment = now - timedelta(days=settings.NOTIFICATION_RETENTION_DAYS)
    return Notification.objects.filter(
        Q(created_at__lt=moment) | Q(recipient__anonymised_at__isnull=False)
    )


def _former_choices(_now: datetime) -> models.QuerySet[Preference]:
    return Preference.objects.filter(person__anonymised_at__isnull=False)


def _delete(rows: models.QuerySet) -> None:
    rows.delete()


retention.register(
    retention.Rule(
        TEXTS,
        _("Texts of messages go thirty days after they were sent or given up."),
        _with_text,
        _purge_texts,
    ),
    retention.Rule(MESSAGES, _("Messages go after a year."), _old, _delete),
    retention.Rule(
        FORMER,
        _("Messages to an account go with its personal data."),
        _of_former_people,
        _delete,
    ),
    retention.Rule(
        NOTIFICATIONS,
        _("Notifications go after a year, or with the account."),
        _notifications,
        _delete,
    ),
    retention.Rule(
        FORMER_CHOICES,
        _("Choices of messages go with the account."),
        _former_choices,
        _delete,
    ),
)
