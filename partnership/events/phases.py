"""What registration for an event is like at a moment."""

from dataclasses import dataclass
from datetime import datetime

from partnership.events.choices import Phase, Status
from partnership.events.models import Event


@dataclass(frozen=True, slots=True)
class Seats:
    """How the seats of an event are at a moment. `free` is None where there is no limit, and below
    zero after the capacity was lowered under what was given away."""

    capacity: int | None
    taken: int
    waiting: int
    waitlist_capacity: int

    @property
    def free(self) -> int | None:
        return None if self.capacity is None else self.capacity - self.taken

    @property
    def waitlist_free(self) -> int:
        return max(self.waitlist_capacity - self.waiting, 0)

    def have_room_for(self, number: int) -> bool:
        """Tell whether `number` people find seats, nobody waiting before them."""
        return self.free is None or (not self.waiting and self.free >= number)

    def can_queue(self, number: int) -> bool:
        return self.waitlist_free >= number


def seats_of(event: Event) -> Seats:
    """Count the seats as they are now; whoever decides by it has locked the event before."""
    beside, kept, waiting = Event.objects.filter(pk=event.pk).seat_counts()
    return Seats(
        capacity=event.capacity,
        taken=beside + kept,
        waiting=waiting,
        waitlist_capacity=event.waitlist_capacity,
    )


def is_in_window(event: Event, now: datetime) -> bool:
    """Tell whether `now` is in the time of registration, the first moment included."""
    opens = event.registration_opens_at
    return opens is not None and opens <= now < event.registration_ends_at


def phase(event: Event, seats: Seats, now: datetime) -> Phase:
    """Return what somebody who comes to register alone finds."""
    if event.status == Status.DRAFT:
        return Phase.NOT_OPEN
    if event.status != Status.PUBLISHED or now >= event.registration_ends_at:
        return Phase.CLOSED
    if not is_in_window(event, now):
        return Phase.NOT_OPEN
    if seats.have_room_for(1):
        return Phase.OPEN
    return Phase.WAITLIST_ONLY if seats.can_queue(1) else Phase.FULL
