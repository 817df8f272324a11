"""What a city has done that others might take over."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.reports.querysets import CaseLeadQuerySet


class CaseLead(models.Model):
    """In the language of its report; what becomes of it the app of the cases knows."""

    report = models.ForeignKey(
        "reports.EventReport", models.CASCADE, verbose_name=_("report"), related_name="leads"
    )
    order = models.PositiveSmallIntegerField(_("place in the list"), default=0)
    title = models.CharField(_("title"), max_length=200)
    story = models.TextField(_("what was done, and what came of it"))

    objects: ClassVar = CaseLeadQuerySet.as_manager()

    class Meta:
        verbose_name = _("case lead")
        verbose_name_plural = _("case leads")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title
