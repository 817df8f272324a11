"""Where a fact about an organisation was taken from."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.core.constraints import DeferredUnique


class OrganisationSource(models.Model):
    """A public page, cited as it is printed, and the day on which it was read."""

    organisation = models.ForeignKey(
        "partnership.Organisation", models.CASCADE, related_name="sources"
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    title = models.CharField(_("title"), max_length=300)
    publisher = models.CharField(_("publisher"), max_length=200)
    url = models.URLField(_("address"), max_length=500)
    language = models.CharField(_("language of the source"), max_length=10)
    checked_on = models.DateField(
        _("read on"), null=True, blank=True, help_text=_("Empty until somebody has compared it.")
    )

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["order"]
        constraints = [
            DeferredUnique(
                fields=["organisation", "order"],
                name="partnership_organisationsource_order",
                violation_error_message=_("Two rows have the same place in the order."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
