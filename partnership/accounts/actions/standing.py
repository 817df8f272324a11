"""Whether an account may be used, and what happens to it when it is no longer needed."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import timezone

from partnership.accounts import policies
from partnership.accounts.actions.rows import locked, require_another_in_the_secretariat
from partnership.accounts.errors import AlreadyDeactivated, Anonymised, NotDeactivated
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb

ANONYMOUS_DOMAIN = "anonymised.invalid"


@transaction.atomic
def deactivate(person: User, *, by: User, reason: str = "") -> User:
    """Close the account: no sign-in, and open sessions end at their next request."""
    policies.may_change_standing(by, person).require()
    require_another_in_the_secretariat(person)
    fresh = locked(person)
    if not fresh.is_active:
        raise AlreadyDeactivated
    fresh.is_active, fresh.deactivated_at = False, timezone.now()
    fresh.save(update_fields=["is_active", "deactivated_at"])
    fresh.sessions.all().delete()
    audit.record(Verb.DEACTIVATED, fresh, by=by, note=reason)
    return fresh


@transaction.atomic
def reactivate(person: User, *, by: User) -> User:
    """Open the account again; roles and password are as they were."""
    policies.may_change_standing(by, person).require()
    fresh = locked(person)
    if fresh.is_active:
        raise NotDeactivated
    if fresh.anonymised_at:
        raise Anonymised
    fresh.is_active, fresh.deactivated_at = True, None
    fresh.save(update_fields=["is_active", "deactivated_at"])
    audit.record(Verb.REACTIVATED, fresh, by=by)
    return fresh


@transaction.atomic
def remove_second_factor(person: User, *, by: User, reason: str) -> None:
    """Help somebody who lost phone and recovery codes: the colleague has checked who asks."""
    policies.may_change_standing(by, person).require()
    fresh = locked(person)
    Authenticator.objects.filter(user=fresh).delete()
    fresh.sessions.all().delete()
    audit.record(Verb.SECOND_FACTOR_CHANGED, fresh, by=by, note=reason)


@transaction.atomic
def anonymise(person: User) -> User:
    """Delete what says who a person was: deactivated, or invited and never here.

    Called by retention, not by people. The row stays, so that what was done keeps an author.
    """
    fresh = locked(person)
    if fresh.is_active and fresh.last_login is not None:
        raise NotDeactivated
    fresh.is_active, fresh.deactivated_at = False, fresh.deactivated_at or timezone.now()
    EmailAddress.objects.filter(user=fresh).delete()
    Authenticator.objects.filter(user=fresh).delete()
    fresh.former_passwords.all().delete()
    fresh.email = f"{fresh.pk}@{ANONYMOUS_DOMAIN}"
    fresh.name = fresh.latin_name = ""
    fresh.roles, fresh.anonymised_at = [], timezone.now()
    fresh.set_unusable_password()
    fresh.save()
    audit.record(Verb.RETENTION_APPLIED, fresh, by=None)
    return fresh
