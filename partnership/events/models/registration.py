"""Somebody's registration for an event, alone or with a group."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.constraints import one_of
from partnership.core.models import TimeStamped
from partnership.events.choices import (
    ENDED,
    Attendance,
    CancelledBy,
    PublishConsent,
    RegistrationStatus,
    Source,
)
from partnership.events.registration_querysets import RegistrationQuerySet


class Registration(TimeStamped):
    """One contact and whom they bring; the whole of it has seats or has none.

    `hold` says that its seat is one of those kept for an organisation. The line of those who wait
    is by `waitlist_priority` (higher first), then by `waitlist_number`. Of children and young
    people numbers are kept, never names. Links from mails are rows of AccessLink.
    """

    uid = models.UUIDField(_("number"), default=uuid.uuid4, unique=True, editable=False)
    event = models.ForeignKey(
        "events.Event", models.PROTECT, verbose_name=_("event"), related_name="registrations"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("account"),
        related_name="registrations",
        null=True,
        blank=True,
    )
    hold = models.ForeignKey(
        "events.SeatHold",
        models.PROTECT,
        verbose_name=_("seats kept for"),
        related_name="registrations",
        null=True,
        blank=True,
    )
    status = models.CharField(
        pgettext_lazy("registration", "status"),
        max_length=10,
        choices=RegistrationStatus.choices,
        default=RegistrationStatus.UNVERIFIED,
    )
    source = models.CharField(
        pgettext_lazy("registration", "source"),
        max_length=10,
        choices=Source.choices,
        default=Source.SELF,
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    email = models.EmailField(_("e-mail"), blank=True)
    name = models.CharField(
        pgettext_lazy("person", "name"),
        max_length=120,
        blank=True,
        help_text=_("As the person writes it."),
    )
    latin_name = models.CharField(_("name in Latin letters"), max_length=120, blank=True)
    organisation_name = models.CharField(_("organisation"), max_length=200, blank=True)
    position = models.CharField(pgettext_lazy("person", "position"), max_length=120, blank=True)

    group_name = models.CharField(
        _("name of the group"), max_length=120, blank=True, help_text=_("A class, a team.")
    )
    other_adults = models.PositiveSmallIntegerField(_("other adults"), default=0)
    young_people = models.PositiveSmallIntegerField(_("young people of 14 to 17"), default=0)
    children = models.PositiveSmallIntegerField(_("children under 14"), default=0)
    seats = models.PositiveSmallIntegerField(_("seats"), default=1, editable=False)
    guardians_agreed_at = models.DateTimeField(
        _("the leader said that the guardians agree"), null=True, blank=True
    )
    members_agreed_at = models.DateTimeField(
        _("the contact said that the adults named agree"), null=True, blank=True, editable=False
    )

    waitlist_priority = models.SmallIntegerField(_("priority on the waiting list"), default=0)
    waitlist_number = models.PositiveIntegerField(
        _("number on the waiting list"), null=True, blank=True, editable=False
    )
    offer_expires_at = models.DateTimeField(_("offer ends"), null=True, blank=True)
    verified_at = models.DateTimeField(_("address confirmed"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    cancelled_by = models.CharField(
        _("cancelled by"), max_length=12, choices=CancelledBy.choices, blank=True
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("decided by"),
        related_name="+",
        null=True,
        blank=True,
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decision_reason = models.TextField(_("reason of the decision"), blank=True)

    consent_version = models.CharField(_("consent to"), max_length=20, blank=True)
    consented_at = models.DateTimeField(_("consented"), null=True, blank=True)
    publish_consent = models.CharField(
        _("who may read that the person takes part"),
        max_length=12,
        choices=PublishConsent.choices,
        default=PublishConsent.NOBODY,
    )
    attendance = models.CharField(
        _("attendance"),
        max_length=10,
        choices=Attendance.choices,
        default=Attendance.UNKNOWN,
    )
    anonymised_at = models.DateTimeField(_("personal data deleted"), null=True, blank=True)

    objects: ClassVar = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        constraints = [
            one_of("status", RegistrationStatus, name="events_registration_status_known"),
            one_of("source", Source, name="events_registration_source_known"),
            one_of(
                "cancelled_by", CancelledBy, name="events_registration_canceller_known", blank=True
            ),
            one_of("publish_consent", PublishConsent, name="events_registration_consent_known"),
            one_of("attendance", Attendance, name="events_registration_attendance_known"),
            models.UniqueConstraint(
                fields=["event", "email"],
                name="events_registration_one_active",
                condition=~Q(status__in=sorted({*ENDED, RegistrationStatus.UNVERIFIED}))
                & ~Q(email=""),
                violation_error_message=_("This address is registered already."),
            ),
            models.CheckConstraint(
                name="events_registration_email_lower_case", condition=Q(email=Lower("email"))
            ),
            models.CheckConstraint(
                name="events_registration_has_address_until_deleted",
                condition=Q(anonymised_at__isnull=False, email="") | ~Q(email=""),
            ),
            models.CheckConstraint(
                name="events_registration_seats_are_its_people",
                condition=Q(
                    seats=F("other_adults") + F("young_people") + F("children") + 1,
                ),
            ),
            models.CheckConstraint(
                name="events_registration_guardians_asked",
                condition=Q(children=0) | Q(guardians_agreed_at__isnull=False),
                violation_error_message=_("Children come with the consent of their guardians."),
            ),
            models.CheckConstraint(
                name="events_registration_offer_ends",
                condition=~Q(status=RegistrationStatus.OFFERED) | Q(offer_expires_at__isnull=False),
            ),
            models.CheckConstraint(
                name="events_registration_waits_in_line",
                condition=~Q(status=RegistrationStatus.WAITLISTED)
                | Q(waitlist_number__isnull=False),
            ),
            models.CheckConstraint(
                name="events_registration_cancelled_by_whom",
                condition=Q(status=RegistrationStatus.CANCELLED) & ~Q(cancelled_by="")
                | ~Q(status=RegistrationStatus.CANCELLED) & Q(cancelled_by=""),
            ),
            models.CheckConstraint(
                name="events_registration_ended_when",
                condition=Q(status__in=sorted(ENDED), ended_at__isnull=False)
                | ~Q(status__in=sorted(ENDED)) & Q(ended_at__isnull=True),
            ),
            models.CheckConstraint(
                name="events_registration_rejected_with_reason",
                condition=~Q(status=RegistrationStatus.REJECTED) | ~Q(decision_reason=""),
            ),
            models.CheckConstraint(
                name="events_registration_deleted_only_when_over",
                condition=Q(anonymised_at__isnull=True)
                | Q(status__in=sorted({*ENDED, RegistrationStatus.CONFIRMED})),
            ),
        ]
        indexes = [
            models.Index(fields=["event", "status"], name="events_registration_seats"),
            models.Index(
                fields=["event", "-waitlist_priority", "waitlist_number"],
                name="events_registration_line",
                condition=Q(status=RegistrationStatus.WAITLISTED),
            ),
            models.Index(
                fields=["offer_expires_at"],
                name="events_registration_offers",
                condition=Q(status=RegistrationStatus.OFFERED),
            ),
        ]

    def __str__(self) -> str:
        """Name nobody: the history keeps this text for years."""
        return _("registration %(number)s") % {"number": self.pk}

    @property
    def is_group(self) -> bool:
        return self.seats > 1
