"""How a person wants messages of a kind."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.notifications.choices import MailChoice


class Preference(models.Model):
    """A choice that differs from the kind's own way, or was made on purpose."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="message_preferences",
        verbose_name=_("person"),
    )
    kind = models.CharField(_("kind"), max_length=60)
    mail = models.CharField(_("by mail"), max_length=10, choices=MailChoice.choices)

    class Meta:
        verbose_name = _("choice of messages")
        verbose_name_plural = _("choices of messages")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"], name="notifications_one_choice_a_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.get_mail_display()}"
