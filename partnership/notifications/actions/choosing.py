"""How a person wants to be told."""

from django.db import transaction

from partnership.accounts.models import User
from partnership.notifications.choices import MailChoice
from partnership.notifications.models import Notification, Preference
from partnership.notifications.registry import Kind


@transaction.atomic
def choose(person: User, kind: Kind, mail: MailChoice) -> None:
    """Set how messages of `kind` come from now on; what waits for the daily mail follows."""
    if not kind.is_optional:
        raise ValueError(f"{kind.key} leaves no choice")
    Preference.objects.update_or_create(person=person, kind=kind.key, defaults={"mail": mail})
    if mail != MailChoice.DAILY:
        Notification.objects.filter(recipient=person, kind=kind.key).update(waits_for_digest=False)
