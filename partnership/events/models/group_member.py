"""An adult whom a group's contact names."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class GroupMember(models.Model):
    """For badges and certificates of grown-ups. Minors are numbers in the registration."""

    registration = models.ForeignKey(
        "events.Registration",
        models.CASCADE,
        verbose_name=_("registration"),
        related_name="members",
    )
    name = models.CharField(pgettext_lazy("person", "name"), max_length=120)
    latin_name = models.CharField(_("name in Latin letters"), max_length=120, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("member of a group")
        verbose_name_plural = _("members of groups")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.name
