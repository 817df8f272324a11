"""A picture in a case."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.row import CaseRow


class CasePicture(CaseRow):
    """The first one is the lead picture, on the card and at the top of the page.

    The picture itself and the right to show it belong to `documents`; here stands what it says in
    this case. A picture whose rights are not in order is left out everywhere.
    """

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="pictures")
    picture = models.ForeignKey(
        "documents.Picture", models.PROTECT, related_name="in_cases", verbose_name=_("picture")
    )
    caption = models.CharField(
        _("caption"), max_length=300, blank=True, help_text=_("What is shown, where and when.")
    )

    class Meta(CaseRow.Meta):
        verbose_name = _("picture of a case")
        verbose_name_plural = _("pictures of a case")
        constraints = [
            *CaseRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["case", "picture"],
                name="cases_casepicture_once",
                violation_error_message=_("The case has this picture already."),
            ),
        ]

    def __str__(self) -> str:
        return self.caption or str(self.picture)
