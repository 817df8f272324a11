"""A step of a project that can be seen from outside."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Milestone(models.Model):
    """Late when its day has passed and nobody has written down that it was reached."""

    project = models.ForeignKey("roundtables.Project", models.CASCADE, related_name="milestones")
    title = models.CharField(_("title"), max_length=200, blank=True)
    due_on = models.DateField(pgettext_lazy("milestone", "due"))
    reached_on = models.DateField(pgettext_lazy("milestone", "reached"), null=True, blank=True)

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.title or f"#{self.pk}"
