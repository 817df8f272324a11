"""Who looks after attendance, and the reason when somebody may not."""

from django.utils.translation import gettext_lazy as _

from partnership.attendance.choices import ARRANGERS, FOR_ORGANISATIONS, FOR_STEWARDS, Paper
from partnership.attendance.models import Steward
from partnership.attendance.querysets import Person
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.events.models import Event
from partnership.network.models import Organisation

ARRANGERS_ONLY = _("Only the secretariat arranges attendance at events.")
STEWARDS_ONLY = _("Only the stewards of this event and the secretariat check people in.")
NOT_FOR_THEM = _("You may not have this file made. Ask the secretariat for what you need.")


def may_arrange(user: Person) -> Verdict:
    """Name stewards and set what an event's day needs."""
    return ALLOWED if _is_arranger(user) else Verdict(ARRANGERS_ONLY)


def may_check_in(user: Person, event: Event) -> Verdict:
    """Stand at the door of the event: look somebody up, check them in, take it back."""
    if _is_arranger(user) or is_steward(user, event):
        return ALLOWED
    return Verdict(STEWARDS_ONLY)


def may_take(user: Person, event: Event, paper: str) -> Verdict:
    """Have a file made of the people of the event; `shown_in_papers` says of which of them."""
    is_allowed = (
        _is_arranger(user)
        or (paper in FOR_STEWARDS and is_steward(user, event))
        or (paper in FOR_ORGANISATIONS and _has_seats(user, event))
    )
    return ALLOWED if is_allowed else Verdict(NOT_FOR_THEM)


def papers_for(user: Person, event: Event) -> list[Paper]:
    """Return which files `user` may have made."""
    return [paper for paper in Paper if may_take(user, event, paper)]


def may_take_some(user: Person, event: Event) -> bool:
    """Tell whether there is any file about the people of the event for `user`."""
    return _is_arranger(user) or is_steward(user, event) or _has_seats(user, event)


def is_steward(user: Person, event: Event) -> bool:
    """Tell whether the secretariat has named `user` for the door of this event."""
    if not user.is_authenticated:
        return False
    return Steward.objects.filter(plan__event=event.pk, person=user.pk).exists()


def _has_seats(user: Person, event: Event) -> bool:
    own = Organisation.objects.of(user).values("pk")
    return bool(event.holds.filter(organisation__in=own).exists())


def _is_arranger(user: Person) -> bool:
    return user.is_authenticated and user.has_role(*ARRANGERS)
