"""The sheet of an annual city report."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from monitoring.annual import forms
from partnership.review.sheets import Part, Sheet

PARTS: Final = (
    Part("about", _("The report in short"), forms.About),
    Part(
        "narrative",
        _("Around the figures"),
        forms.Narrative,
        hint=_("Figures, charts and methods are added by the portal from the computed part."),
    ),
)
CHOSEN: Final = "report"  # what the form shows of the choice, and nobody types


def sheet(language: str) -> Sheet:
    """Return the form of a report written in `language`."""
    return Sheet(language, PARTS)


def texts(cleaned: dict[str, dict[str, str]]) -> dict[str, str]:
    """Return what the city wrote, by the fields of the report."""
    fields = {name: value for part in cleaned.values() for name, value in part.items()}
    return {name: value for name, value in fields.items() if name != CHOSEN}
