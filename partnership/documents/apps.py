from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    name = "partnership.documents"
    label = "documents"
    verbose_name = _("Files and pictures")

    def ready(self) -> None:
        """Learn from the apps above which pictures their public pages show, for whom files are sent,
        and what follows from a check; be the door by which tables that are only read come in."""
        autodiscover_modules("sheet_door", "shown_pictures", "sent_for", "settled_files")
