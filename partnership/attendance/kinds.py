"""The kinds of message about attendance. Those to people who are registered carry a link that may
open their registration, so nobody else reads them and they are not kept."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.attendance.messages import Until
from partnership.attendance.models import Certificate, Plan
from partnership.events import kinds as events
from partnership.events.models import Event
from partnership.notifications.registry import Context, Kind, register


def _of_steward(_person: User) -> Context:
    example = Event(title_zh_hans="活动示例", title_en="Example of an event")
    return {"event_named": Event.objects.published().order_by("-pk").first() or example}


def _of_certificate(person: User) -> Context:
    """The certificate that was issued last."""
    last = Certificate.objects.select_related("registration__event").order_by("-pk").first()
    certificate = last or Certificate(number="CN-AS-C-2026-00000")
    event = last.registration.event if last else None
    return {**events.sample(person, event), "certificate": certificate}


def _of_evaluation(person: User) -> Context:
    asked = Plan.objects.filter(evaluation_until__isnull=False).select_related("event")
    last = asked.order_by("-pk").first()
    until = timezone.now() + timedelta(days=14)
    plan = last or Plan(event=Event(), evaluation_until=until)
    return {**events.sample(person, last.event if last else None), "until": Until(plan)}


register(
    Kind("attendance.steward", _("Named a steward of an event"), _of_steward),
    Kind(
        "attendance.certificate",
        _("Certificate of attendance"),
        _of_certificate,
        is_secret=True,
    ),
    Kind(
        "attendance.certificate_revoked",
        _("Certificate revoked"),
        _of_certificate,
        is_secret=True,
    ),
    Kind("attendance.evaluation", _("Invited to an evaluation"), _of_evaluation, is_secret=True),
)
