"""Which column is which in an organisation's own spreadsheets."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from monitoring.choices import WorkbookKind
from partnership.core.constraints import one_of


class ColumnMapping(models.Model):
    """Said once and used for every file of the kind with the same headings. `columns` lead from a heading
    to the name of a field or the code of an item; headings that are left out lead to nothing."""

    organisation = models.ForeignKey(
        "partnership.Organisation",
        models.CASCADE,
        related_name="+",
        verbose_name=_("organisation"),
    )
    kind = models.CharField(
        _("surveys in it"),
        max_length=16,
        choices=WorkbookKind.choices,
        default=WorkbookKind.BEACH,
    )
    signature = models.CharField(_("signature of the headings"), max_length=64)
    columns = models.JSONField(_("columns"), default=dict)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("columns of a spreadsheet")
        verbose_name_plural = _("columns of spreadsheets")
        constraints = [
            one_of("kind", WorkbookKind, name="monitoring_columnmapping_kind_known"),
            models.UniqueConstraint(
                fields=["organisation", "kind", "signature"], name="monitoring_columnmapping_once"
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(self.columns)
