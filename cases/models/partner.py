"""Who worked on a case beside the lead organisation."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.choices import PartnerRole
from cases.models.row import CaseRow
from partnership.core.constraints import in_some_language, one_of


class CasePartner(CaseRow):
    """An organisation and what it did."""

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        verbose_name=_("organisation"),
        related_name="case_partnerships",
        null=True,
        blank=True,
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    role = models.CharField(_("role"), max_length=30, choices=PartnerRole.choices)

    class Meta(CaseRow.Meta):
        verbose_name = _("partner of a case")
        verbose_name_plural = _("partners of a case")
        constraints = [
            *CaseRow.Meta.constraints,
            in_some_language("name", name="cases_casepartner_named"),
            one_of("role", PartnerRole, name="cases_casepartner_role_known"),
        ]

    def __str__(self) -> str:
        return self.name
