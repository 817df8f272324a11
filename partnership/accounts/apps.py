from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "partnership.accounts"
    label = "accounts"
    verbose_name = _("People and accounts")

    def ready(self) -> None:
        """Listen to what happens around signing in."""
        import_module("partnership.accounts.sign_in_events")
