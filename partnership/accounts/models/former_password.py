"""Passwords a person had before, so that they are not taken again."""

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from partnership.accounts.models.user import User


class FormerPasswordQuerySet(models.QuerySet["FormerPassword"]):
    """The present password and the few before it."""

    def latest_of(self, user: "User", count: int) -> "FormerPasswordQuerySet":
        return self.filter(user=user).order_by("-set_at", "-pk")[:count]

    def remember(self, user: "User", count: int) -> None:
        """Note the present password of `user` and forget all but the last `count`."""
        self.create(user=user, password=user.password)
        kept = self.latest_of(user, count).values_list("pk", flat=True)
        self.filter(user=user).exclude(pk__in=list(kept)).delete()


class FormerPassword(models.Model):
    """One password, hashed."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="former_passwords",
    )
    password = models.CharField(_("password"), max_length=128)
    set_at = models.DateTimeField(_("set"), auto_now_add=True)

    objects: ClassVar = FormerPasswordQuerySet.as_manager()

    class Meta:
        verbose_name = _("former password")
        verbose_name_plural = _("former passwords")

    def __str__(self) -> str:
        return f"{self.set_at:%Y-%m-%d}"
