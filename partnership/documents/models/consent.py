"""That somebody agreed to be shown, or that a guardian agreed for a minor."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.core.constraints import subset_of
from partnership.core.models import TimeStamped
from partnership.documents.choices import Use
from partnership.documents.querysets import ConsentQuerySet


class Consent(TimeStamped):
    """Covers the uses it names, from `given_on` until it expires or is withdrawn.

    The signed sheet may be kept as a file; it is shown to the secretariat alone.
    """

    reference = models.CharField(
        _("reference"),
        max_length=80,
        help_text=_("By which colleagues find the signed sheet, for example 2026-06 beach day, 3."),
    )
    given_by = models.CharField(_("given by"), max_length=120)
    is_by_guardian = models.BooleanField(
        _("as guardian"), default=False, help_text=_("A parent or guardian, for a minor.")
    )
    reachable_by = models.CharField(
        _("how to reach them"), max_length=200, blank=True, help_text=_("Never public.")
    )
    uses = ArrayField(
        models.CharField(max_length=10, choices=Use.choices),
        verbose_name=_("for"),
        default=list,
        blank=True,
    )
    given_on = models.DateField(_("given on"))
    expires_on = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("Leave empty when it has no end.")
    )
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True, editable=False)
    sheet = models.ForeignKey(
        "documents.StoredFile",
        models.PROTECT,
        related_name="consents",
        null=True,
        blank=True,
        verbose_name=_("signed sheet"),
    )

    objects: ClassVar = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            subset_of("uses", Use.values, name="documents_consent_uses_known"),
            models.CheckConstraint(
                name="documents_consent_ends_after_it_began",
                condition=Q(expires_on__isnull=True) | Q(expires_on__gte=F("given_on")),
                violation_error_message=_("A consent cannot end before it was given."),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def covers(self, use: str) -> bool:
        """Tell whether it holds today for `use`; `ConsentQuerySet.covering` asks the same of lists."""
        today = timezone.localdate()
        is_over = self.expires_on is not None and self.expires_on < today
        return (
            self.withdrawn_at is None
            and self.given_on <= today
            and not is_over
            and use in self.uses
        )
