from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "partnership.core"
    label = "core"
    verbose_name = _("Common ground")

    def ready(self) -> None:
        """Register what apps declare: personal fields, what waits for the secretariat, the numbers
        of the programme."""
        import_module("partnership.core.audit_partitions")
        import_module("partnership.core.ticket_retention")
        triggers = import_module("partnership.core.publication_triggers")
        triggers.rest_while_migrations_run(self)
        autodiscover_modules("privacy", "waiting", "indicators")
