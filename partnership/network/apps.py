from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class NetworkConfig(AppConfig):
    name = "partnership.network"
    label = "partnership"
    verbose_name = _("Cooperation network")

    def ready(self) -> None:
        """Find what apps above show with commitments."""
        autodiscover_modules("commitment_pieces")
