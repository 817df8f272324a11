from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MapsConfig(AppConfig):
    name = "partnership.maps"
    label = "maps"
    verbose_name = _("Maps")

    def ready(self) -> None:
        """Refuse to start with a base layer that may not be shown."""
        import_module("partnership.maps.checks")
