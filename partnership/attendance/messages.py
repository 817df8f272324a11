"""Messages about attendance to people who are registered, with an account or without."""

from partnership.attendance.models import Certificate, Plan
from partnership.events import messages, times
from partnership.events.models import Registration


def tell_of_certificate(kind: str, certificate: Certificate) -> None:
    """Tell its owner; the link leads to the registration, where the certificate lies."""
    messages.tell(
        f"attendance.{kind}",
        certificate.registration,
        about=f"certificate-{certificate.pk}",
        certificate=certificate,
    )


def invite_to_evaluate(registration: Registration, plan: Plan) -> None:
    """Ask somebody who attended how it was; once, however often people are invited."""
    messages.tell(
        "attendance.evaluation",
        registration,
        about="evaluation",
        until=Until(plan),
    )


class Until:
    """The end of an evaluation, in words of the language it is written in."""

    def __init__(self, plan: Plan | None) -> None:
        self.plan = plan

    def __str__(self) -> str:
        until = self.plan.evaluation_until if self.plan else None
        return times.moment(until, self.plan.event.timezone) if self.plan and until else ""
