"""What the rows of a case have in common."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.core.constraints import DeferredUnique


class CaseRow(models.Model):
    """One of several in a case, in an order people chose; subclasses add the key `case`."""

    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["order"]
        constraints = [
            DeferredUnique(
                fields=["case", "order"],
                name="%(app_label)s_%(class)s_order",
                violation_error_message=_("Two rows have the same place in the order."),
            ),
        ]
