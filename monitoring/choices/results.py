"""What results and reports can be about."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ScopeKind(models.TextChoices):
    """What a result can be about."""

    SITE = "site", _("survey site")
    CITY = "city", _("city")
    COUNTRY = "country", _("country")
    REGION = "region", pgettext_lazy("scope of a result", "region")


class ReportScope(models.TextChoices):
    """What a report is about."""

    CITY = "city", pgettext_lazy("area of a report", "one city")
    REGION = "region", pgettext_lazy("area of a report", "the whole region")
