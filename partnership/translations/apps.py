from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class TranslationsConfig(AppConfig):
    name = "partnership.translations"
    label = "translations"
    verbose_name = _("Both languages")

    def ready(self) -> None:
        """Learn from the apps above which texts they have in both languages, and watch them."""
        autodiscover_modules("translated", "translation_terms")
        import_module("partnership.translations.watching").watch()
