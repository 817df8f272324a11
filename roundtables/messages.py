"""Who is told that the outcome of a dialogue is public."""

from partnership.accounts.models import User
from partnership.events.choices import Attendance
from partnership.events.models import Registration
from partnership.notifications.actions.telling import notify
from roundtables.addresses import outcome_url
from roundtables.models import Outcome


def tell_of_outcome(outcome: Outcome, language: str) -> None:
    """Tell people with an account who had a seat and were not absent, each once, when the document is
    public in their language. Of demo documents nobody hears."""
    if outcome.is_demo:
        return
    had_seats = Registration.objects.confirmed().filter(
        event=outcome.event_id, person__language=language
    )
    slug = outcome.event.slug
    came = had_seats.exclude(attendance=Attendance.ABSENT)
    for person in User.objects.filter(pk__in=came.values("person")).order_by("pk"):
        notify(
            "roundtables.outcome",
            person,
            event=f"outcome-{outcome.pk}",
            page=lambda: outcome_url(slug),
            dialogue=outcome.event,
        )
