"""The kinds of this app, and of accounts below it."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.accounts import links
from partnership.accounts.models import User
from partnership.notifications.registry import Context, Kind, register


def _link(person: User) -> Context:
    """A link of the right form that opens nothing: looking at a mail must give no way in."""
    return {"link": links.of_nobody(person.language)}


def _confirmation(person: User) -> Context:
    key = "made-up-for-this-preview"
    return {"activate_url": links.absolute("account_confirm_email", person.language, key=key)}


def _happened(_person: User) -> Context:
    return {"timestamp": timezone.now(), "ip": "203.0.113.5"}


register(
    Kind("accounts.invitation", _("Invitation"), _link, is_secret=True),
    Kind("accounts.new_password", _("Link to set a new password"), _link, is_secret=True),
    Kind(
        "accounts.email_confirmation",
        _("Link to confirm an address"),
        _confirmation,
        is_secret=True,
    ),
    Kind("accounts.address_changed", _("Sign-in address changed")),
    Kind("accounts.password_changed", _("Password changed"), _happened),
    Kind("accounts.password_reset", _("Password set anew"), _happened),
    Kind("accounts.totp_activated", _("Second factor connected"), _happened),
    Kind("accounts.totp_deactivated", _("Second factor removed"), _happened),
    Kind("accounts.recovery_codes_generated", _("New recovery codes"), _happened),
)
