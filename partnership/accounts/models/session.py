"""A sign-in on one device, kept in the database so that it can be listed and ended."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import SessionEnd
from partnership.accounts.devices import device_name
from partnership.accounts.querysets import SessionQuerySet


class SessionManager(BaseSessionManager.from_queryset(SessionQuerySet)["Session"]):  # type: ignore[misc]
    """Django's session manager, with our questions."""


class Session(AbstractBaseSession):
    """Django's session row plus whose it is, since when, and from where.

    `user` is empty for visitors who are not signed in. The key is the secret of the cookie and
    never leaves the server: pages name a session by `handle`.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        null=True,
        related_name="sessions",
    )
    started_at = models.DateTimeField(_("signed in"))
    seen_at = models.DateTimeField(_("last active"))
    address = models.GenericIPAddressField(_("network address"), null=True)
    browser = models.CharField(_("browser"), max_length=200, blank=True)

    objects: ClassVar[SessionManager] = SessionManager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")

    @property
    def handle(self) -> str:
        return salted_hmac("accounts.session.handle", self.session_key).hexdigest()

    @property
    def device(self) -> str:
        return device_name(self.browser)

    def end(self, now: datetime) -> SessionEnd | None:
        """Say why this sign-in is over, None while it goes on."""
        if self.user is None:
            return None
        if now - self.started_at >= settings.SESSION_LONGEST:
            return SessionEnd.LONGEST
        return SessionEnd.IDLE if self._is_idle(now, settings.STAFF_SESSION_IDLE) else None

    def _is_idle(self, now: datetime, limit: timedelta) -> bool:
        return self.user is not None and self.user.is_staff and now - self.seen_at >= limit
