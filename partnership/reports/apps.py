from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    name = "partnership.reports"
    label = "reports"
    verbose_name = _("City reports")

    def ready(self) -> None:
        """Learn from the apps above what can be made of a case lead."""
        autodiscover_modules("lead_ways")
