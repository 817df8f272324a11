"""Somebody asks to speak for an organisation, or is proposed for it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.constraints import one_of
from partnership.core.models import TimeStamped
from partnership.network.choices import OrganisationType, RequestState
from partnership.network.member_querysets import MembershipRequestQuerySet
from partnership.network.roles import MemberRole


class MembershipRequest(TimeStamped):
    """What was typed, until the secretariat decides. It gives no right and tells nobody whether
    the address has an account: that is looked up on approval only."""

    reference = models.CharField(_("reference"), max_length=16, unique=True)
    name = models.CharField(pgettext_lazy("person", "name"), max_length=120)
    email = models.EmailField(_("e-mail"))
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    organisation = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        verbose_name=_("organisation"),
        related_name="membership_requests",
        null=True,
        blank=True,
    )
    organisation_name = models.CharField(_("organisation as typed"), max_length=200)
    organisation_type = models.CharField(
        _("type"), max_length=20, choices=OrganisationType.choices, blank=True
    )
    role = models.CharField(_("role asked for"), max_length=20, choices=MemberRole.choices)
    message = models.TextField(_("reason given"), blank=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("proposed by"),
        related_name="+",
        null=True,
        blank=True,
    )
    state = models.CharField(
        _("state"), max_length=10, choices=RequestState.choices, default=RequestState.OPEN
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
    reason = models.TextField(_("reason of the decision"), blank=True)

    objects: ClassVar = MembershipRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for membership")
        verbose_name_plural = _("requests for membership")
        constraints = [
            one_of("role", MemberRole, name="partnership_membershiprequest_role_known"),
            one_of("state", RequestState, name="partnership_membershiprequest_state_known"),
            models.CheckConstraint(
                name="partnership_membershiprequest_decided_by_whom",
                condition=Q(
                    state=RequestState.OPEN, decided_by__isnull=True, decided_at__isnull=True
                )
                | ~Q(state=RequestState.OPEN)
                & Q(decided_by__isnull=False, decided_at__isnull=False),
            ),
            models.CheckConstraint(
                name="partnership_membershiprequest_approved_for_whom",
                condition=~Q(state=RequestState.APPROVED) | Q(organisation__isnull=False),
            ),
            models.UniqueConstraint(
                Lower("email"),
                Lower("organisation_name"),
                name="partnership_membershiprequest_one_open",
                condition=Q(state=RequestState.OPEN),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} – {self.organisation or self.organisation_name}"
