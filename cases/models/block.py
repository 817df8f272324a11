"""The measures of a case, in building blocks others can reuse."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.row import CaseRow
from partnership.core.constraints import in_some_language


class BuildingBlock(CaseRow):
    """One measure: what was done, by whom, what helped, what was learnt."""

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="blocks")
    title = models.CharField(_("title"), max_length=200, blank=True)
    done = models.TextField(_("what was done"), blank=True)
    who = models.TextField(_("who did it"), blank=True)
    cost_share = models.CharField(_("share of the cost"), max_length=200, blank=True)
    enabling_factors = models.TextField(_("enabling factors"), blank=True)
    lessons = models.TextField(_("lessons"), blank=True)

    class Meta(CaseRow.Meta):
        verbose_name = _("building block")
        verbose_name_plural = _("building blocks")
        constraints = [
            *CaseRow.Meta.constraints,
            in_some_language("title", name="cases_buildingblock_named"),
        ]

    def __str__(self) -> str:
        return self.title
