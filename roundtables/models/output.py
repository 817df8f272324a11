"""What a project has brought: a report, an article, data."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.constraints import one_of
from partnership.core.partial_dates import PartialDateField, well_formed
from roundtables.choices import OutputKind
from roundtables.models.rows import Paper


class Output(Paper):
    """Cited by whoever made it, not by the portal; `made_by` stands as in the publication itself."""

    project = models.ForeignKey("roundtables.Project", models.CASCADE, related_name="outputs")
    kind = models.CharField(
        pgettext_lazy("output", "kind"),
        max_length=12,
        choices=OutputKind.choices,
        default=OutputKind.REPORT,
    )
    made_by = models.CharField(
        _("authors"), max_length=300, blank=True, help_text=_("As they stand on the document.")
    )
    container = models.CharField(
        _("journal or series"), max_length=200, blank=True, help_text=_("As it calls itself.")
    )
    issued = PartialDateField(_("published"), help_text=_("For example 2026 or 2026-09."))

    class Meta(Paper.Meta):
        abstract = False
        verbose_name = pgettext_lazy("project", "output")
        verbose_name_plural = pgettext_lazy("project", "outputs")
        constraints = [
            *Paper.Meta.constraints,
            one_of("kind", OutputKind, name="roundtables_output_kind_known"),
            well_formed("issued", name="roundtables_output_issued"),
        ]
