"""What people do on a beach, and when."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from monitoring.choices import Season, Use
from monitoring.models.seasons import month, months_of
from monitoring.models.survey_site import SurveySite
from partnership.core.constraints import one_of


class SiteUse(models.Model):
    """One use with its season. A site without a row says nothing of its uses."""

    site = models.ForeignKey(
        SurveySite, models.CASCADE, related_name="uses", verbose_name=_("survey site")
    )
    use = models.CharField(_("use"), max_length=12, choices=Use.choices)
    season = models.CharField(_("season"), max_length=8, choices=Season.choices)
    first_month = month(_("first month"))
    last_month = month(_("last month"))

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("use of a survey site")
        verbose_name_plural = _("uses of a survey site")
        constraints = [
            one_of("use", Use, name="monitoring_siteuse_use_known"),
            one_of("season", Season, name="monitoring_siteuse_season_known"),
            models.UniqueConstraint(
                fields=["site", "use"],
                name="monitoring_siteuse_once",
                violation_error_message=_("Enter each use once."),
            ),
            months_of("season", "first_month", "last_month", name="monitoring_siteuse_months"),
        ]

    def __str__(self) -> str:
        return f"{self.site_id} {self.use}"
