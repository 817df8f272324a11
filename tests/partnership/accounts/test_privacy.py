"""What the accounts keep of people, and when it goes."""

from datetime import timedelta

from axes.models import AccessAttempt
from django.conf import settings
from django.test import Client
from django.utils import timezone

from partnership.accounts import actions
from partnership.accounts.mail import Mail
from partnership.accounts.models import Session, User
from partnership.core import privacy, retention
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent
from tests.partnership.accounts.conftest import SignIn

DAY = timedelta(days=1)


def run(after: timedelta) -> dict[str, int]:
    """Apply all rules as if `after` had passed."""
    outcomes = retention.run(now=timezone.now() + after)
    return {outcome.rule.name: outcome.count for outcome in outcomes}


def test_a_closed_account_loses_its_personal_data_after_a_year(ming: User, anna: User) -> None:
    actions.deactivate(anna, by=ming)
    year = timedelta(days=settings.ACCOUNT_RETENTION_DAYS)

    assert run(year - DAY)["closed-accounts"] == 0
    assert run(year + DAY)["closed-accounts"] == 1
    assert run(year + DAY)["closed-accounts"] == 0
    fresh = User.objects.get(pk=anna.pk)
    assert fresh.anonymised_at
    assert "anna" not in fresh.email


def test_an_invitation_nobody_followed_goes_after_ninety_days(
    lin: User, anna: User, postbox: list[Mail]
) -> None:
    User.objects.filter(pk=lin.pk).update(last_login=timezone.now())
    invited = actions.invite("new@example.org", "New", "en", [], by=lin)

    assert run(89 * DAY)["unused-invitations"] == 0
    assert run(91 * DAY)["unused-invitations"] == 1
    assert User.objects.get(pk=invited.pk).anonymised_at
    assert User.objects.get(pk=anna.pk).anonymised_at is None


def test_ended_sessions_go(client: Client, anna: User) -> None:
    client.force_login(anna)

    assert run(12 * timedelta(hours=1))["ended-sessions"] == 0
    assert run(14 * timedelta(hours=1))["ended-sessions"] == 1
    assert not Session.objects.exists()


def test_failures_go_when_they_no_longer_count(anna: User, try_to_sign_in: SignIn) -> None:
    try_to_sign_in(anna.email, "wrong")

    assert run(timedelta(minutes=19))["failed-sign-ins"] == 0
    assert run(timedelta(minutes=21))["failed-sign-ins"] == 1
    assert not AccessAttempt.objects.exists()


def test_the_trail_keeps_roles_and_masks_names_and_addresses(
    ming: User, anna: User, postbox: list[Mail]
) -> None:
    actions.change_profile(anna, name="Anna Maria")
    actions.change_address(anna, "new@example.org", by=ming)

    for event in AuditEvent.objects.about(anna).filter(verb=Verb.CHANGED):
        assert {value for values in event.changes.values() for value in values} == {"•••"}
    assert not privacy.is_masked("accounts.user", "roles")
    assert not privacy.is_masked("accounts.user", "is_active")
