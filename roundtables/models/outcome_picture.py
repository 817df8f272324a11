"""A picture from a roundtable dialogue."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from roundtables.models.rows import Ordered


class OutcomePicture(Ordered):
    """The picture and the right to show it belong to `documents`; one whose rights are not in order
    is left out everywhere."""

    outcome = models.ForeignKey("roundtables.Outcome", models.CASCADE, related_name="pictures")
    picture = models.ForeignKey(
        "documents.Picture", models.PROTECT, related_name="in_outcomes", verbose_name=_("picture")
    )
    caption = models.CharField(
        _("caption"), max_length=300, blank=True, help_text=_("What is shown, where and when.")
    )

    class Meta(Ordered.Meta):
        abstract = False
        verbose_name = _("picture from a dialogue")
        verbose_name_plural = _("pictures from a dialogue")
        constraints = [
            models.UniqueConstraint(
                fields=["outcome", "picture"],
                name="roundtables_outcomepicture_once",
                violation_error_message=_("The document has this picture already."),
            ),
        ]

    def __str__(self) -> str:
        return self.caption or str(self.picture)
