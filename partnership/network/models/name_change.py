"""An organisation asks for another name or type."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partnership.core.constraints import one_of
from partnership.core.models import TimeStamped
from partnership.network.choices import OrganisationType, RequestState
from partnership.network.member_querysets import NameChangeQuerySet


class NameChange(TimeStamped):
    """The names and the type as they shall be. What is public stays until the secretariat
    approves; one wish of an organisation at a time."""

    organisation = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        verbose_name=_("organisation"),
        related_name="name_changes",
    )
    chinese_name = models.CharField(_("name in Chinese"), max_length=200)
    english_name = models.CharField(_("name in English"), max_length=200)
    type = models.CharField(_("type"), max_length=20, choices=OrganisationType.choices)
    why = models.TextField(_("reason given"))
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("proposed by"), related_name="+"
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

    objects: ClassVar = NameChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of a name")
        verbose_name_plural = _("changes of names")
        constraints = [
            one_of("type", OrganisationType, name="partnership_namechange_type_known"),
            one_of("state", RequestState, name="partnership_namechange_state_known"),
            models.UniqueConstraint(
                fields=["organisation"],
                name="partnership_namechange_one_open",
                condition=Q(state=RequestState.OPEN),
            ),
            models.CheckConstraint(
                name="partnership_namechange_decided_by_whom",
                condition=Q(
                    state=RequestState.OPEN, decided_by__isnull=True, decided_at__isnull=True
                )
                | ~Q(state=RequestState.OPEN)
                & Q(decided_by__isnull=False, decided_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} → {self.chinese_name} / {self.english_name}"
