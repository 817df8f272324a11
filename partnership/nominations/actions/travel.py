"""Travel and hotel: written by the person, looked at by the secretariat, deleted by the clock."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.events.choices import RegistrationStatus
from partnership.events.models import Registration
from partnership.nominations import policies
from partnership.nominations.actions.rows import require_to_come
from partnership.nominations.errors import NotConfirmed
from partnership.nominations.models import Travel


@transaction.atomic
def write_travel(
    registration: Registration, typed: dict[str, Any], *, person: User | None = None
) -> Travel:
    """Keep what somebody with a confirmed seat says. The door has asked who it is: by the account or
    by a link."""
    locked = Registration.objects.select_for_update(of=("self",), no_key=True)
    row = locked.select_related("event").get(pk=registration.pk)
    require_to_come(row.event, timezone.now())
    if row.status != RegistrationStatus.CONFIRMED:
        raise NotConfirmed
    travel = Travel.objects.filter(registration=row).first() or Travel(registration=row)
    before = audit.snapshot(travel) if travel.pk else {}
    for name, value in typed.items():
        setattr(travel, name, value)
    verb = Verb.CHANGED if travel.pk else Verb.CREATED
    travel.save()
    travel.refresh_from_db()  # times as they are stored, to be compared with those before
    changes = audit.difference(before, audit.snapshot(travel)) if before else {}
    changes.pop("updated_at", None)
    audit.record(verb, travel, by=person, changes=changes)
    return travel


def look_at_travel(travel: Travel, *, by: User) -> None:
    """Write down that somebody of the secretariat has looked."""
    policies.may_decide(by).require()
    audit.record(Verb.VIEWED, travel, by=by)
