from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "partnership.search"
    label = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Learn from the apps above what they have to be found, and watch it change."""
        import_module("partnership.search.logbook")
        autodiscover_modules("search_entries")
        import_module("partnership.search.indexing.watching").watch()
