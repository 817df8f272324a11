"""Which version of the public content the database holds."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PublicationVersion(models.Model):
    """A mark per app that is new whenever a row of its content has changed.

    Written by triggers of the database alone (`core/publication_triggers.py`), in the transaction
    of the change itself: nobody can see the change without the new mark, whoever made it. The mark
    is random, so that a restored backup never meets pages made after it.
    """

    scope = models.CharField(_("app"), max_length=40, primary_key=True)
    mark = models.UUIDField(_("mark"))

    class Meta:
        verbose_name = _("version of public content")
        verbose_name_plural = _("versions of public content")

    def __str__(self) -> str:
        return f"{self.scope} {self.mark}"
