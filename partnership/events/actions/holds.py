"""Keeping seats for organisations, and giving them back."""

from django.db import transaction

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.events import phases, policies
from partnership.events.actions import seats
from partnership.events.errors import HoldInUse, NoSeatsToHold
from partnership.events.models import Event, SeatHold
from partnership.network.models import Organisation


@transaction.atomic
def hold_seats(event: Event, organisation: Organisation, number: int, *, by: User) -> SeatHold:
    """Keep `number` seats for the organisation in all, filled ones included.

    Fewer than before sets seats free: they go to those who wait at once. More than are free is
    refused, and seats for which people wait are not free.
    """
    policies.may_edit(by, event).require()
    locked, now = seats.begin(event)
    hold = locked.holds.filter(organisation=organisation).first() or SeatHold(
        event=locked, organisation=organisation, seats=0
    )
    _require_possible(locked, hold, number)
    before, hold.seats = hold.seats, number
    hold.save()
    changes: audit.Changes = {"seats": [before, number], "organisation": [None, str(organisation)]}
    audit.record(Verb.CHANGED, locked, by=by, changes=changes)
    seats.settle(locked, now)
    return hold


@transaction.atomic
def release_seats(hold: SeatHold, *, by: User) -> int:
    """Give back what the organisation has not filled; return how many seats that are."""
    policies.may_edit(by).require()
    seats.begin(hold.event)
    unused: int = SeatHold.objects.get(pk=hold.pk).seats - used(hold)
    hold_seats(hold.event, hold.organisation, used(hold), by=by)
    return unused


def used(hold: SeatHold) -> int:
    """How many of the seats are filled, offered ones included."""
    number: int = hold.registrations.seated().people()
    return number


def _require_possible(event: Event, hold: SeatHold, number: int) -> None:
    filled = used(hold) if hold.pk else 0
    if number < filled:
        raise HoldInUse(used=filled)
    state = phases.seats_of(event)
    if state.free is not None and number > hold.seats:
        free = 0 if state.waiting else max(state.free, 0)
        if number - hold.seats > free:
            raise NoSeatsToHold(free=free)
