"""The parts of a city's report, and the choice of the one to write."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.reports.models import CaseLead, EventReport, ReportedAction
from partnership.review.sheets import SheetForm

MOST_PARTICIPANTS = 10_000


def _long(label: Any, *, rows: int = 6, hint: Any = "", **options: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=widget, help_text=hint, max_length=20_000, **options)


class About(SheetForm):
    title = forms.CharField(label=_("Title"), max_length=200)
    participants = forms.IntegerField(
        label=_("How many people of your city took part?"),
        min_value=0,
        max_value=MOST_PARTICIPANTS,
        help_text=_("A whole number; 0 if nobody could come in the end."),
    )


class Learned(SheetForm):
    learned = _long(_("What was learned?"))
    use = _long(
        _("What does your city do with it?"),
        hint=_("Who takes it further, and how; the steps themselves stand below."),
    )


class Action(SheetForm):
    text = forms.CharField(
        label=_("What is done?"), max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )
    by_when = ReportedAction._meta.get_field("by_when").formfield(
        help_text=_("Year, month or day: 2021, 2021-06."), initial=""
    )


class Lead(SheetForm):
    title = forms.CharField(
        label=_("Title"), max_length=CaseLead._meta.get_field("title").max_length
    )
    story = _long(_("What was done, and what came of it?"), rows=4)


class Support(SheetForm):
    """For the secretariat only."""

    support = _long(_("What would help you?"), rows=4, required=False)


class ReportField(forms.ModelChoiceField):
    """Which of the reports the own organisations owe is written; the only one is chosen already."""

    def __init__(self, user: User) -> None:
        owed = EventReport.objects.to_begin(user).select_related("event", "organisation")
        super().__init__(
            owed,
            label=_("After which event?"),
            widget=forms.RadioSelect,
            empty_label=None,
            initial=owed.get().pk if owed.count() == 1 else None,
            help_text=_(
                "Only events stand here of which your organisation still owes a report. Colleagues "
                "who write for it work on it with you."
            ),
        )
