"""Where allauth asks the project: mails, links, redirects, the client's address."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailConfirmationHMAC
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from partnership.accounts import links, mail
from partnership.accounts.models import User
from partnership.core import client_address


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by invitation; everything allauth says is said in our words."""

    error_messages: ClassVar[dict[str, str | Promise]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "E-mail and password do not match an account. Check both, or ask for a new password."
        ),
        "incorrect_password": _("This is not your password."),
        "enter_current_password": _("This is not your present password."),
        "too_many_login_attempts": _("Too many attempts. Wait a few minutes and try again."),
    }

    def is_safe_url(self, url: str | None) -> bool:
        """Only addresses on this very host; other allowed hosts are other sites."""
        return url_has_allowed_host_and_scheme(
            url, allowed_hosts={self.request.get_host()}, require_https=self.request.is_secure()
        )

    def reauthenticate(self, user: User, password: str) -> bool:
        found = self.authenticate(self.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address.of(request)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The secretariat works in the admin, everybody else on their pages."""
        return resolve_url("admin:index" if request.user.is_staff else settings.LOGIN_REDIRECT_URL)

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """By the mark in the address the page deletes what the browser kept of unfinished texts."""
        return f"{resolve_url(settings.LOGOUT_REDIRECT_URL)}#signed-out"

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return resolve_url("account_profile")

    def get_email_confirmation_url(
        self, request: HttpRequest, emailconfirmation: EmailConfirmationHMAC
    ) -> str:
        return links.confirm_address(emailconfirmation.email_address.user, emailconfirmation)

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        mail.send("new_password", user, link=links.set_password(user))

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        super().send_notification_mail(
            template_prefix, user, {"user": user, **(context or {})}, email or user.email
        )

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send allauth's mail of this name with our templates, in the person's language."""
        person = context.pop("user")
        mail.send(template_prefix.rsplit("/", 1)[-1], person, **context)
