"""The kinds of message about events. Those to people without an account carry a link that opens
their registration, so nobody else reads them and they are not kept."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.accounts import links
from partnership.accounts.models import User
from partnership.events.choices import Kind as EventKind
from partnership.events.messages import context_of
from partnership.events.models import Event, Registration
from partnership.notifications.registry import Context, Kind, register


def sample(person: User, of: Event | None = None) -> Context:
    """Return what the messages to a registered person need, to look at them beforehand: of the
    event that was announced last, unless another is given."""
    event = of or Event.objects.published().order_by("-pk").first() or _invented()
    registration = Registration(
        event=event,
        name=person.name,
        email=person.email,
        language=person.language,
        offer_expires_at=event.starts_at,
        decision_reason="–",
    )
    return {
        "person": person,
        "link": links.of_nobody(person.language),
        "written": _WRITTEN,
        **context_of(registration),
    }


_WRITTEN = {"rule": "before-start", "words": "", "subject": "–", "text": "–"}


def _invented() -> Event:
    starts = timezone.now() + timedelta(days=7)
    return Event(
        kind=EventKind.DIALOGUE,
        title_zh_hans="活动示例",
        title_en="Example of an event",
        public_reason_zh_hans="–",
        public_reason_en="–",
        starts_at=starts,
        ends_at=starts + timedelta(hours=8),
    )


register(
    *(
        Kind(f"events.{name}", title, sample, is_secret=True)
        for name, title in (
            ("confirm_address", _("Registration: confirm the address")),
            ("pending", _("Registration received, to be decided")),
            ("confirmed", _("Seat confirmed")),
            ("waitlisted", _("On the waiting list")),
            ("offered", _("A seat is offered")),
            ("invited", _("Invited to an event")),
            ("offer_over", _("The offer of a seat has ended")),
            ("promoted", _("Moved up from the waiting list")),
            ("rejected", _("Registration declined")),
            ("cancelled", _("Registration cancelled")),
            ("link", _("Link to the registration")),
            ("rescheduled", _("An event has a new time or place")),
            ("postponed", _("An event is postponed")),
            ("called_off", _("An event is cancelled")),
            ("reminder", _("Reminder of an event")),
            ("message", _("Message about an event")),
        )
    )
)
