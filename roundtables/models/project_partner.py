"""An organisation in a project."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.constraints import one_of
from roundtables.choices import PartnerRole
from roundtables.models.rows import Ordered


class ProjectPartner(Ordered):
    """An organisation may have several roles, each in a row of its own."""

    project = models.ForeignKey("roundtables.Project", models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        verbose_name=_("organisation"),
        related_name="in_projects",
    )
    role = models.CharField(
        pgettext_lazy("project", "role"), max_length=20, choices=PartnerRole.choices
    )

    class Meta(Ordered.Meta):
        abstract = False
        verbose_name = _("partner of a project")
        verbose_name_plural = _("partners of a project")
        constraints = [
            one_of("role", PartnerRole, name="roundtables_projectpartner_role_known"),
            models.UniqueConstraint(
                fields=["project", "organisation", "role"],
                name="roundtables_projectpartner_once",
                violation_error_message=_("The organisation has this role already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.get_role_display()})"
