"""What people and their sign-ins ask of the secretariat and of the audit administrator."""

from datetime import timedelta

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.admin.waiting import Question, register
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent

LATELY = timedelta(days=1)


def invited() -> models.QuerySet[User]:
    """Return whoever can be sent the invitation again."""
    return User.objects.invited()


def blocked_lately() -> models.QuerySet[AuditEvent]:
    """Return the sign-ins blocked since yesterday's midnight in Beijing, as the list's days run."""
    yesterday = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0) - LATELY
    return AuditEvent.objects.filter(verb=Verb.LOCKED_OUT, occurred_at__gte=yesterday)


def blocked_list() -> str:
    yesterday = timezone.localdate() - LATELY
    address = reverse("admin:core_auditevent_changelist")
    return f"{address}?verb__exact={Verb.LOCKED_OUT}&occurred_at_from={yesterday}"


register(
    Question(
        title=_("Sign-ins blocked since yesterday"),
        advice=_("See whose they were and from where; ask the person when in doubt."),
        roles=frozenset({Role.AUDIT_ADMINISTRATOR}),
        find=blocked_lately,
        link=blocked_list,
        rank=15,
    ),
    Question(
        title=_("Invitations not yet accepted"),
        advice=_("Send them again, or correct the address."),
        roles=frozenset({Role.SECRETARIAT}),
        find=invited,
        link=lambda: reverse("admin:accounts_user_changelist") + "?account=invited",
        rank=80,
        deeds=("send-invitation-again",),
    ),
)
