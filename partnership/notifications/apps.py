from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    name = "partnership.notifications"
    label = "notifications"
    verbose_name = _("Messages")

    def ready(self) -> None:
        """Register the kinds of message and the groups of people that apps declare."""
        autodiscover_modules("kinds", "groups")
