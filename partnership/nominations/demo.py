"""Nominations that come with the portal as demo data: a list in every state, for the demo cities.

People are invented, and written as rows, so that nobody is told.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import languages
from partnership.events.choices import RegistrationStatus, Source
from partnership.events.demo.registrations import NAMES
from partnership.events.models import Event, Registration, SeatHold
from partnership.network.demo.people import APPROVER, EMAILS
from partnership.network.models import Membership, Organisation
from partnership.nominations.choices import NominationStatus, reminders_due
from partnership.nominations.models import Nomination, NominationQuota

EVENT: Final = "beihai-mangroves"
BEFORE: Final = timedelta(days=10)  # from the deadline to the beginning
S = NominationStatus
# By the organisation's short name: language, and how far each of its people is.
LISTS: Final = {
    "demo-xiamen": (languages.CHINESE, (S.ACCEPTED, S.RESERVE, S.DRAFT)),
    "demo-da-nang": (languages.ENGLISH, (S.SUBMITTED, S.RETURNED)),
}
SEATS, RESERVE = 2, 1
REASONS: Final = {
    languages.CHINESE: "演示数据：请补充职务。",
    languages.ENGLISH: "Demo data: please add the position.",
}


@transaction.atomic
def load() -> int:
    """Write the lists that are not there yet; return how many people were named."""
    event = Event.objects.filter(slug=EVENT, is_demo=True, starts_at__gt=timezone.now()).first()
    desk = User.objects.filter(email=APPROVER).first()
    if event is None or desk is None:
        return 0
    asked = NominationQuota.objects.filter(hold__event=event)
    open_ = Organisation.objects.filter(slug__in=LISTS).exclude(seat_holds__quota__in=asked)
    return sum(_write(event, organisation, desk) for organisation in open_.order_by("pk"))


def _write(event: Event, organisation: Organisation, desk: User) -> int:
    now = timezone.now()
    hold = SeatHold.objects.create(event=event, organisation=organisation, seats=SEATS)
    deadline = event.starts_at - BEFORE
    quota = NominationQuota.objects.create(
        hold=hold,
        reserve_seats=RESERVE,
        deadline=deadline,
        reminders=reminders_due(deadline - now),
    )
    language, states = LISTS[organisation.slug]
    speaker = Membership.objects.filter(organisation=organisation, user__email__in=EMAILS).first()
    by = speaker.user if speaker else desk
    for rank, status in enumerate(states, start=1):
        who = {
            "name": NAMES[language].format(rank),
            "email": f"demo.{EVENT}.{organisation.slug}.{rank}@example.org",
            "language": language,
        }
        moments = _way(status, now, language, by, desk)
        if status == S.ACCEPTED:
            moments["registration"] = _seated(event, hold, organisation, now, who)
            moments["told_answer"] = RegistrationStatus.CONFIRMED
        Nomination.objects.create(quota=quota, rank=rank, status=status, **who, **moments)
    return len(states)


def _way(
    status: NominationStatus, now: datetime, language: str, by: User, desk: User
) -> dict[str, Any]:
    """Return what a nomination has been through until it is in `status`."""
    found: dict[str, Any] = {}
    if status != S.DRAFT:
        found |= {"submitted_by": by, "submitted_at": now}
    if status in (S.ACCEPTED, S.RESERVE):
        found |= {"decided_by": desk, "decided_at": now}
    if status == S.RETURNED:
        found["reason"] = REASONS[language]
    return found


def _seated(
    event: Event, hold: SeatHold, organisation: Organisation, now: datetime, who: dict[str, str]
) -> Registration:
    """Let the person have confirmed in person."""
    made: Registration = Registration.objects.create(
        event=event,
        hold=hold,
        status=RegistrationStatus.CONFIRMED,
        source=Source.NOMINATED,
        organisation_name=getattr(organisation, languages.column("name", who["language"])),
        consent_version="demo",
        consented_at=now,
        verified_at=now,
        confirmed_at=now,
        **who,
    )
    return made
