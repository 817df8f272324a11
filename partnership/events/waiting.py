"""What events ask of the secretariat."""

from datetime import timedelta
from typing import Final

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.core.admin.waiting import Question, register
from partnership.events.choices import EDITORS
from partnership.events.models import Event, Registration, SeatHold

SOON: Final = timedelta(hours=24)
IN_SIGHT: Final = timedelta(days=14)


def _offers_running_out() -> QuerySet[Registration]:
    rows: QuerySet[Registration] = Registration.objects.offers_over(timezone.now() + SOON)
    return rows


def _over() -> QuerySet[Event]:
    rows: QuerySet[Event] = Event.objects.to_hold(timezone.now())
    return rows


def _short_of_people() -> QuerySet[Event]:
    rows: QuerySet[Event] = Event.objects.short_of_people(timezone.now() + IN_SIGHT)
    return rows


def _unfilled() -> QuerySet[SeatHold]:
    rows: QuerySet[SeatHold] = SeatHold.objects.unfilled(timezone.now() + IN_SIGHT)
    return rows


def _who(registration: Registration) -> str:
    return f"{registration.name} · {registration.event}"


def _registrations(status: str) -> str:
    return reverse("admin:events_registration_changelist") + f"?status={status}"


def _events() -> str:
    return reverse("admin:events_event_changelist") + "?status=published"


register(
    Question(
        title=_("Registrations to decide"),
        advice=_("Accept or decline; many at once from the list."),
        roles=EDITORS,
        find=Registration.objects.pending,
        link=lambda: _registrations("pending"),
        rank=4,
        deeds=("approve", "reject"),
        called=_who,
    ),
    Question(
        title=_("Offers of seats that end within a day"),
        advice=_("Nothing has to be done: they pass to the next in line by themselves."),
        roles=EDITORS,
        find=_offers_running_out,
        link=lambda: _registrations("offered"),
        rank=40,
        called=_who,
    ),
    Question(
        title=_("Events that are over"),
        advice=_("Note that they took place, so that reports can follow."),
        roles=EDITORS,
        find=_over,
        link=_events,
        rank=20,
        deeds=("held",),
    ),
    Question(
        title=_("Events with fewer people than needed"),
        advice=_("They begin within two weeks: invite more, postpone or cancel."),
        roles=EDITORS,
        find=_short_of_people,
        link=_events,
        rank=21,
        deeds=("postpone", "cancel"),
    ),
    Question(
        title=_("Seats kept for organisations and not filled"),
        advice=_(
            "The events begin within two weeks: ask the organisation, or give the seats back."
        ),
        roles=EDITORS,
        find=_unfilled,
        link=_events,
        rank=22,
    ),
)
