from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class ReviewConfig(AppConfig):
    name = "partnership.review"
    label = "review"
    verbose_name = _("Submission and review")

    def ready(self) -> None:
        """Let every app enter what can be submitted."""
        autodiscover_modules("subjects")
