"""The sheet of a city's report."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from partnership.reports import forms
from partnership.review.sheets import Part, Sheet

PARTS: Final = (
    Part("about", _("The report in short"), forms.About),
    Part("learned", _("What was learned"), forms.Learned),
    Part(
        "actions",
        _("Actions"),
        forms.Action,
        hint=_("What your city begins or changes because of the event; one row for each."),
        row_name=_("Action"),
        most=10,
    ),
    Part(
        "leads",
        _("Case leads"),
        forms.Lead,
        hint=_("What your city does that others might take over. It can become a case later."),
        row_name=_("Case lead"),
        most=5,
    ),
    Part("support", _("For the secretariat"), forms.Support, is_for_desk=True),
)


def sheet(language: str) -> Sheet:
    """Return the form of a report written in `language`."""
    return Sheet(language, PARTS)
