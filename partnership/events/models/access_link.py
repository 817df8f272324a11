"""A link that opens one registration without an account."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.events.registration_querysets import AccessLinkQuerySet


class AccessLink(models.Model):
    """Only the digest of the secret is kept: who reads the database opens nothing.

    Every mail carries a link of its own; `links.close_all` makes them all useless.
    """

    registration = models.ForeignKey(
        "events.Registration",
        models.CASCADE,
        verbose_name=_("registration"),
        related_name="links",
    )
    digest = models.CharField(_("digest"), max_length=64, unique=True)
    is_asked_for = models.BooleanField(_("asked for once more"), default=False, db_default=False)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)

    objects: ClassVar = AccessLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link to a registration")
        verbose_name_plural = _("links to registrations")

    def __str__(self) -> str:
        return f"#{self.pk}"
