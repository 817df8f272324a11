"""Reminding organisations of seats for which they have named nobody yet."""

from django.db import transaction
from django.utils import timezone

from partnership.core import audit
from partnership.core.choices import Verb
from partnership.nominations import messages
from partnership.nominations.choices import reminders_due
from partnership.nominations.models import NominationQuota


def remind() -> int:
    """Send the reminders whose day has come; return how many organisations were reminded.

    Whoever was not reminded in time gets the last reminder, not all. Each row has a transaction of
    its own and notes what was sent: a second run, or one at the same time, repeats nothing.
    """
    keys = list(NominationQuota.objects.to_remind(timezone.now()).values_list("pk", flat=True))
    return sum(_remind(key) for key in keys)


@transaction.atomic
def _remind(key: int) -> bool:
    now = timezone.now()
    short = NominationQuota.objects.to_remind(now).filter(pk=key).values("pk")
    rows = NominationQuota.objects.select_for_update(skip_locked=True, of=("self",))
    quota = rows.filter(pk__in=short).select_related("hold__event", "hold__organisation").first()
    if quota is None:
        return False
    before, quota.reminders = quota.reminders, reminders_due(quota.deadline - now)
    quota.save(update_fields=["reminders", "updated_at"])
    changes = {"reminders": [before, quota.reminders]}
    audit.record(Verb.CHANGED, quota, by=None, changes=changes)
    messages.reminded(quota, quota.seats - quota.nominations.given().count())
    return True
