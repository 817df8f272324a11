"""Naming who stands at the door."""

from django.db import transaction
from django.urls import reverse

from partnership.accounts.models import User
from partnership.attendance import policies
from partnership.attendance.errors import AlreadySteward, NoSuchAccount
from partnership.attendance.models import Plan, Steward
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.events.contact import address
from partnership.notifications.actions.telling import notify


@transaction.atomic
def name_steward(plan: Plan, email: str, *, by: User) -> Steward:
    """Name somebody with an account, who is told and finds the door on their desk."""
    policies.may_arrange(by).require()
    person = User.objects.filter(email=address(email), is_active=True).first()
    if person is None:
        raise NoSuchAccount
    steward, is_new = Steward.objects.get_or_create(plan=plan, person=person)
    if not is_new:
        raise AlreadySteward(person=person)
    audit.record(Verb.CHANGED, plan, by=by, changes={"steward": [None, person.pk]})
    notify(
        "attendance.steward",
        person,
        event=f"steward-{steward.pk}",
        page=lambda: reverse("attendance:door", args=[plan.event.slug]),
        event_named=plan.event,
    )
    return steward


@transaction.atomic
def withdraw_steward(steward: Steward, *, by: User) -> None:
    """End it; what the steward has done stays."""
    policies.may_arrange(by).require()
    audit.record(Verb.CHANGED, steward.plan, by=by, changes={"steward": [steward.person_id, None]})
    steward.delete()
