"""Whether somebody may answer the evaluation of an event, and why not."""

from datetime import datetime

from partnership.attendance.errors import (
    AlreadyAnswered,
    EvaluationClosed,
    NoEvaluation,
    OnlyWhoAttended,
)
from partnership.attendance.models import EvaluationTurn, Plan
from partnership.core.errors import DomainError
from partnership.events.choices import CAME
from partnership.events.models import Registration


def plan_of(registration: Registration) -> Plan | None:
    """Return the plan whose questions the registration is asked; None where there are none."""
    plans = Plan.objects.filter(event=registration.event_id, evaluation_until__isnull=False)
    found: Plan | None = plans.filter(questions__isnull=False).first()
    return found


def refusal(registration: Registration, plan: Plan | None, now: datetime) -> DomainError | None:
    """Return what stands against an answer now; None when it may be given."""
    if plan is None or plan.evaluation_until is None or now < registration.event.ends_at:
        return NoEvaluation()
    if registration.attendance not in CAME or registration.anonymised_at:
        return OnlyWhoAttended()
    if EvaluationTurn.objects.filter(registration=registration.pk).exists():
        return AlreadyAnswered()
    return EvaluationClosed() if now >= plan.evaluation_until else None
