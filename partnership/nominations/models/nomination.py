"""Somebody an organisation names for one of its seats."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.constraints import one_of
from partnership.core.models import TimeStamped
from partnership.events.choices import CancelledBy, RegistrationStatus
from partnership.nominations.choices import ANSWERS, ENDED, Answer, NominationStatus
from partnership.nominations.querysets import NominationQuerySet

S = NominationStatus
REASONED = (S.DECLINED, S.RETURNED)


class Nomination(TimeStamped):
    """One person on the list of an organisation, the most wanted ranked first.

    On acceptance the person is invited: `registration` is theirs, and what they answer stands
    there alone. `replaces` names whom this person comes instead of. `letter` is the scan with
    which they were submitted. `told_answer` is the answer the organisation was told last;
    `version` counts every change and refuses the later of two editors.
    """

    quota = models.ForeignKey(
        "nominations.NominationQuota",
        models.PROTECT,
        verbose_name=_("seats of"),
        related_name="nominations",
    )
    rank = models.PositiveSmallIntegerField(_("rank"), default=1)
    status = models.CharField(
        pgettext_lazy("nomination", "status"),
        max_length=10,
        choices=NominationStatus.choices,
        default=NominationStatus.DRAFT,
    )
    name = models.CharField(
        pgettext_lazy("person", "name"),
        max_length=120,
        blank=True,
        help_text=_("As the person writes it."),
    )
    latin_name = models.CharField(_("name in Latin letters"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    position = models.CharField(pgettext_lazy("person", "position"), max_length=120, blank=True)
    note = models.TextField(_("why this person"), max_length=1000, blank=True)
    letter = models.ForeignKey(
        "documents.StoredFile",
        models.PROTECT,
        verbose_name=_("signed letter (scan)"),
        related_name="nominations",
        null=True,
        blank=True,
    )
    replaces = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("instead of"),
        related_name="substitutes",
        null=True,
        blank=True,
    )
    registration = models.OneToOneField(
        "events.Registration",
        models.PROTECT,
        verbose_name=_("registration"),
        related_name="nomination",
        null=True,
        blank=True,
    )
    needs_endorsement = models.BooleanField(_("needs an endorsement"), default=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("submitted by"),
        related_name="+",
        null=True,
        blank=True,
    )
    submitted_at = models.DateTimeField(pgettext_lazy("nomination", "handed in"), null=True)
    endorsed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("endorsed by"),
        related_name="+",
        null=True,
        blank=True,
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
    reason = models.TextField(_("reason that was told"), blank=True)
    told_answer = models.CharField(_("answer told last"), max_length=10, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    anonymised_at = models.DateTimeField(_("personal data deleted"), null=True, blank=True)

    objects: ClassVar = NominationQuerySet.as_manager()

    class Meta:
        verbose_name = _("nomination")
        verbose_name_plural = _("nominations")
        constraints = [
            one_of("status", NominationStatus, name="nominations_nomination_status_known"),
            models.UniqueConstraint(
                fields=["quota", "email"],
                name="nominations_nomination_once",
                condition=~Q(status__in=sorted(ENDED)) & ~Q(email=""),
                violation_error_message=_("This address is nominated already."),
            ),
            models.UniqueConstraint(
                fields=["replaces"],
                name="nominations_nomination_one_substitute",
                condition=~Q(status__in=sorted(ENDED)),
            ),
            models.CheckConstraint(
                name="nominations_nomination_email_lower_case", condition=Q(email=Lower("email"))
            ),
            models.CheckConstraint(
                name="nominations_nomination_has_address_until_deleted",
                condition=Q(anonymised_at__isnull=False, email="") | ~Q(email=""),
            ),
            models.CheckConstraint(name="nominations_nomination_ranked", condition=Q(rank__gte=1)),
            models.CheckConstraint(
                name="nominations_nomination_replaces_another",
                condition=Q(replaces__isnull=True) | ~Q(replaces=F("pk")),
            ),
            models.CheckConstraint(
                name="nominations_nomination_accepted_is_invited",
                condition=~Q(status=S.ACCEPTED) | Q(registration__isnull=False),
            ),
            models.CheckConstraint(
                name="nominations_nomination_reason_told",
                condition=~Q(status__in=sorted(REASONED)) | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="nominations_nomination_decided_by_whom",
                condition=~Q(status__in=sorted({S.ACCEPTED, S.RESERVE, S.DECLINED}))
                | Q(decided_by__isnull=False, decided_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["quota", "rank", "id"], name="nominations_slate"),
            models.Index(fields=["status"], name="nominations_by_status"),
        ]

    def __str__(self) -> str:
        """Name nobody: the history keeps this text for years."""
        return _("nomination %(number)s") % {"number": self.pk}

    @property
    def answer(self) -> Answer | None:
        """What the person has said; None while nobody has asked them."""
        registration = self.registration
        if registration is None:
            return None
        if registration.status == RegistrationStatus.CANCELLED:
            own = registration.cancelled_by == CancelledBy.PARTICIPANT
            return Answer.DECLINED if own else Answer.ENDED
        return ANSWERS[registration.status]
