"""Who speaks for whom."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from partnership.core.constraints import one_of
from partnership.network.member_querysets import MembershipQuerySet
from partnership.network.roles import MemberRole


class Membership(models.Model):
    """A person's role in an organisation. The row comes with the secretariat's approval, so there
    is none without; withdrawal ends it from the next request on, and the row stays as history."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("person"),
        related_name="memberships",
    )
    organisation = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        verbose_name=_("organisation"),
        related_name="memberships",
    )
    role = models.CharField(_("role"), max_length=20, choices=MemberRole.choices)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("approved by"), related_name="+"
    )
    approved_at = models.DateTimeField(_("approved"), auto_now_add=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("withdrawn by"),
        related_name="+",
        null=True,
        blank=True,
    )
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawal_reason = models.TextField(_("reason of the withdrawal"), blank=True)

    objects: ClassVar = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            one_of("role", MemberRole, name="partnership_membership_role_known"),
            models.UniqueConstraint(
                fields=["user", "organisation"],
                name="partnership_membership_one_live",
                condition=Q(withdrawn_at__isnull=True),
                violation_error_message=_("This person is already a member."),
            ),
            models.CheckConstraint(
                name="partnership_membership_approved_by_another",
                condition=~Q(approved_by=F("user")),
            ),
            models.CheckConstraint(
                name="partnership_membership_withdrawn_by_whom",
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.organisation}"

    @property
    def is_live(self) -> bool:
        return self.withdrawn_at is None
