"""The kinds of this app, and of accounts below it."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.accounts import links
from partnership.accounts.models import User
from partnership.notifications.models import GroupMessage, Notification
from partnership.notifications.registry import Context, Kind, register


def _link(person: User) -> Context:
    """A link of the right form that opens nothing: looking at a mail must give no way in."""
    return {"link": links.of_nobody(person.language)}


def _confirmation(person: User) -> Context:
    key = "made-up-for-this-preview"
    return {"activate_url": links.absolute("account_confirm_email", person.language, key=key)}


def _happened(_person: User) -> Context:
    return {"timestamp": timezone.now(), "ip": "203.0.113.5"}


def _digest(person: User) -> Context:
    """The person's latest notifications, or one like those there will be."""
    rows = list(Notification.objects.visible_to(person).newest_first()[:3])
    link = links.absolute("notifications:list", person.language)
    example = Notification(
        title_zh_hans="示例通知",
        title_en="Example of a notification",
        path_zh_hans="/",
        path_en="/",
    )
    lines = rows or [example]
    return {"lines": lines, "count": len(lines), "rest": 0, "link": link}


def _announcement(person: User) -> Context:
    """The latest message to a group, or an example."""
    example = GroupMessage(
        subject_zh_hans="群发消息示例",
        subject_en="Example of a message to a group",
        text_zh_hans="这里是正文。",
        text_en="Here stands the text.",
    )
    link = links.absolute("notifications:list", person.language)
    return {"message": GroupMessage.objects.first() or example, "link": link}


register(
    Kind("notifications.digest", _("Daily mail"), _digest),
    Kind(
        "notifications.announcement",
        _("Messages of the secretariat to a group"),
        _announcement,
        is_optional=True,
    ),
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
