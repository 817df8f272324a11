from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class RoundtablesConfig(AppConfig):
    name = "roundtables"
    verbose_name = _("Roundtable dialogues")

    def ready(self) -> None:
        """Learn from all apps what they know to have come from a dialogue."""
        autodiscover_modules("dialogue_results")
