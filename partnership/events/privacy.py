"""What is kept of people who register, why and for how long."""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role
from partnership.core import privacy, retention
from partnership.core.choices import DataClass
from partnership.core.privacy import ONESELF, PersonalField
from partnership.events.choices import ENDED, PublishConsent, RegistrationStatus
from partnership.events.models import AccessLink, GroupMember, Registration

OVER: Final = "registrations-of-past-events"
UNVERIFIED: Final = "unverified-registrations"
KEPT_BY: Final = (ONESELF, Role.SECRETARIAT.value)


TO_RUN_IT: Final = _("To know who comes to an event, to write to them and to let them in.")
NAMED: Final = _(
    "To know who comes to an event, to write to them and to let them in; read by the other "
    "participants or by everyone where the person chose so."
)


def _of(
    model: str,
    field: str,
    category: DataClass = DataClass.ORDINARY,
    purpose: str | Promise = TO_RUN_IT,
) -> PersonalField:
    return PersonalField(
        f"events.{model}",
        field,
        purpose=purpose,
        retention=_("A year after the event; the numbers stay."),
        retention_days=settings.REGISTRATION_RETENTION_DAYS,
        rule=OVER,
        category=category,
        seen_by=KEPT_BY,
    )


privacy.register(
    _of("registration", "email", DataClass.CONTACT),
    _of("registration", "person"),
    *(
        _of("registration", field, purpose=NAMED)
        for field in ("name", "latin_name", "organisation_name")
    ),
    _of("registration", "position"),
    _of("registration", "group_name"),
    _of("registration", "decision_reason"),
    _of("groupmember", "name"),
    _of("groupmember", "latin_name"),
    _of("accesslink", "digest", DataClass.SECRET),
)


privacy.register(
    *(
        PersonalField(
            "events.speaker",
            field,
            purpose=_("The public programme says who speaks."),
            retention=_("As long as the page of the event."),
            seen_by=(ONESELF, Role.SECRETARIAT.value),
        )
        for field in ("name_zh_hans", "name_en")
    )
)


def _over(now: datetime) -> QuerySet[Registration]:
    kept_for = timedelta(days=settings.REGISTRATION_RETENTION_DAYS)
    rows = Registration.objects.filter(anonymised_at__isnull=True)
    return rows.filter(event__ends_at__lt=now - kept_for)


def _never_verified(now: datetime) -> QuerySet[Registration]:
    kept_for = timedelta(days=settings.UNVERIFIED_RETENTION_DAYS)
    rows = Registration.objects.filter(anonymised_at__isnull=True, verified_at__isnull=True)
    return rows.filter(status__in=ENDED, ended_at__lt=now - kept_for)


def forget(rows: QuerySet[Registration]) -> None:
    """Delete what says who it was; what counts people stays as it is."""
    numbers = list(rows.values_list("pk", flat=True))
    found, now = Registration.objects.filter(pk__in=numbers), timezone.now()
    found.active().exclude(status=RegistrationStatus.CONFIRMED).update(
        status=RegistrationStatus.EXPIRED, offer_expires_at=None, ended_at=now
    )
    GroupMember.objects.filter(registration__in=numbers).delete()
    AccessLink.objects.filter(registration__in=numbers).delete()
    found.filter(status=RegistrationStatus.REJECTED).update(decision_reason="–")
    found.exclude(status=RegistrationStatus.REJECTED).update(decision_reason="")
    found.update(
        person=None,
        email="",
        name="",
        latin_name="",
        organisation_name="",
        position="",
        group_name="",
        publish_consent=PublishConsent.NOBODY,
        anonymised_at=now,
        updated_at=now,
    )


retention.register(
    retention.Rule(
        OVER,
        _("Who came to an event is forgotten a year after it; how many came is not."),
        _over,
        forget,
    ),
    retention.Rule(
        UNVERIFIED,
        _("An address nobody has confirmed is forgotten after a month."),
        _never_verified,
        forget,
    ),
)
