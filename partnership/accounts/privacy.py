"""What the accounts keep of people, and when it goes."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.accounts import actions
from partnership.accounts.choices import Role
from partnership.accounts.models import Session, User
from partnership.core import privacy, retention
from partnership.core.choices import DataClass
from partnership.core.privacy import ONESELF, PersonalField

CLOSED: Final = "closed-accounts"
UNUSED: Final = "unused-invitations"
SESSIONS: Final = "ended-sessions"
FAILURES: Final = "failed-sign-ins"

MANAGERS: Final = (ONESELF, Role.SECRETARIAT.value)
SIGN_IN: Final[dict[str, Any]] = {"purpose": _("To sign in.")}
ACCOUNT: Final[dict[str, Any]] = {
    "retention": _("As long as the account, and a year after it was closed."),
    "retention_days": settings.ACCOUNT_RETENTION_DAYS,
    "rule": CLOSED,
}
SESSION: Final[dict[str, Any]] = {
    "purpose": _("So that people notice a sign-in that is not theirs."),
    "retention": _("Until the sign-in ends, thirteen hours at most."),
    "retention_days": 1,
    "rule": SESSIONS,
    "category": DataClass.CONTACT,
    "seen_by": (ONESELF,),
}
FAILURE: Final[dict[str, Any]] = {
    "purpose": _("To stop the guessing of passwords."),
    "retention": _("Twenty minutes after the last failure."),
    "retention_days": 1,
    "rule": FAILURES,
    "category": DataClass.CONTACT,
}


def _fields(model: str, names: str, **facts: Any) -> Iterator[PersonalField]:
    for name in names.split():
        yield PersonalField(model, name, **facts)


privacy.register(
    *_fields(
        "accounts.user",
        "email",
        **(SIGN_IN | ACCOUNT),
        category=DataClass.CONTACT,
        seen_by=MANAGERS,
    ),
    *_fields(
        "accounts.user",
        "name latin_name",
        purpose=_("To address people and to name who did what."),
        **ACCOUNT,
        seen_by=MANAGERS,
    ),
    *_fields(
        "accounts.user",
        "language time_zone roles is_active joined_at deactivated_at anonymised_at",
        purpose=_("To run the account."),
        **ACCOUNT,
        seen_by=MANAGERS,
        masked=False,
    ),
    *_fields("accounts.user", "last_login", **(SIGN_IN | ACCOUNT), seen_by=MANAGERS),
    *_fields("accounts.user", "password", **(SIGN_IN | ACCOUNT), category=DataClass.SECRET),
    *_fields("accounts.user", "password_set_at", **(SIGN_IN | ACCOUNT), seen_by=MANAGERS),
    *_fields(
        "accounts.formerpassword", "password", **(SIGN_IN | ACCOUNT), category=DataClass.SECRET
    ),
    *_fields("account.emailaddress", "email", **(SIGN_IN | ACCOUNT), category=DataClass.CONTACT),
    *_fields("mfa.authenticator", "data", **(SIGN_IN | ACCOUNT), category=DataClass.SECRET),
    *_fields("accounts.session", "address browser", **SESSION),
    *_fields("axes.accessattempt", "ip_address user_agent", **FAILURE),
)

for log in ("axes.accesslog", "axes.accessfailurelog"):
    for column in ("ip_address", "user_agent"):
        privacy.not_personal(log, column, "The table is not written: the audit trail has it.")
privacy.not_personal("account.emailconfirmation", "email_address", "The table is not written.")
privacy.not_personal("account.emailaddress", "user", "A relation; the address is registered.")


def _unused(now: datetime) -> models.QuerySet[User]:
    """Find accounts whose owner never set a password."""
    return User.objects.never_signed_in().filter(
        password__startswith=UNUSABLE_PASSWORD_PREFIX,
        anonymised_at__isnull=True,
        joined_at__lt=now - timedelta(days=settings.INVITATION_RETENTION_DAYS),
    )


def _closed(now: datetime) -> models.QuerySet[User]:
    return User.objects.deactivated_before(now - timedelta(days=settings.ACCOUNT_RETENTION_DAYS))


def _anonymise(people: models.QuerySet[User]) -> None:
    for person in people:
        actions.anonymise(person)


def _delete(rows: models.QuerySet) -> None:
    rows.delete()


retention.register(
    retention.Rule(
        CLOSED,
        _("Personal data of an account goes a year after it was closed."),
        _closed,
        _anonymise,
    ),
    retention.Rule(
        UNUSED,
        _("An invitation nobody followed goes after ninety days."),
        _unused,
        _anonymise,
    ),
    retention.Rule(SESSIONS, _("Sessions go when they have ended."), Session.objects.over, _delete),
    retention.Rule(
        FAILURES,
        _("Failed sign-ins go when they no longer count."),
        lambda now: AccessAttempt.objects.filter(attempt_time__lt=now - settings.AXES_COOLOFF_TIME),
        _delete,
    ),
)
