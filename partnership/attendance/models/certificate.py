"""That somebody attended, as anybody may check."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from partnership.attendance.querysets import CertificateQuerySet
from partnership.events.choices import Kind


class Certificate(models.Model):
    """What is printed stays as it was on the day of issue: `printed` are title, time and place of
    the event in both languages. Of a group there is one, with the head count and no minor's name;
    `member_names`, one a line, are the other adults, where everybody of the group was counted.

    `number` says which it is, `code` opens its public page: it cannot be guessed, so that nobody
    reads through the numbers to learn who was where. A registration has one that holds, at most.
    """

    registration = models.ForeignKey(
        "events.Registration",
        models.PROTECT,
        verbose_name=_("registration"),
        related_name="certificates",
    )
    number = models.CharField(_("number"), max_length=30, unique=True)
    code = models.CharField(_("check code"), max_length=12, unique=True)
    name = models.CharField(pgettext_lazy("person", "name"), max_length=120)
    latin_name = models.CharField(_("name in Latin letters"), max_length=120, blank=True)
    organisation_name = models.CharField(_("organisation"), max_length=200, blank=True)
    group_name = models.CharField(_("name of the group"), max_length=120, blank=True)
    people = models.PositiveSmallIntegerField(_("people"), default=1)
    member_names = models.TextField(
        _("names of the other adults"), blank=True, default="", db_default="", editable=False
    )
    printed = models.JSONField(_("the event as printed"), default=dict)
    issued_at = models.DateTimeField(_("issued"))
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("issued by"), related_name="+"
    )
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("revoked by"),
        related_name="+",
        null=True,
        blank=True,
    )
    revocation_reason = models.TextField(_("reason of the revocation"), blank=True)

    objects: ClassVar = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        constraints = [
            models.UniqueConstraint(
                fields=["registration"],
                name="attendance_certificate_one_that_holds",
                condition=Q(revoked_at__isnull=True),
            ),
            models.CheckConstraint(
                name="attendance_certificate_of_somebody", condition=Q(people__gte=1)
            ),
            models.CheckConstraint(
                name="attendance_certificate_revoked_with_reason",
                condition=Q(revoked_at__isnull=True, revoked_by__isnull=True, revocation_reason="")
                | Q(revoked_at__isnull=False, revoked_by__isnull=False) & ~Q(revocation_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def heading(self) -> str:
        """What it is called in the active language: that of a training says so."""
        if self.registration.event.kind == Kind.TRAINING:
            return pgettext("certificate", "Certificate of training")
        return pgettext("certificate", "Certificate of attendance")

    @property
    def members(self) -> list[str]:
        """The other adults as they are printed."""
        return self.member_names.splitlines()

    @property
    def holds(self) -> bool:
        return self.revoked_at is None

    @property
    def shown_code(self) -> str:
        """The code in groups of four, as it is printed and read out."""
        return "-".join(self.code[start : start + 4] for start in range(0, len(self.code), 4))
