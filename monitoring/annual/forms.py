"""The parts of the form of an annual city report, and the choice of city and year."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from monitoring import policies
from monitoring.models import Survey
from partnership.accounts.models import User
from partnership.reference import names
from partnership.reference.choices import PlaceKind
from partnership.reference.models import Place
from partnership.review.sheets import SheetForm

SEPARATOR = ":"


def years_of(user: User) -> list[tuple[str, int]]:
    """Return city and year of the approved surveys `user` may write about, the latest first."""
    codes = policies.writing_on(user)
    surveys = Survey.objects.approved().filter(unit__site__place__code__in=codes).order_by()
    found = surveys.values_list("unit__site__place__code", "surveyed_on__year").distinct()
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


class CityYearField(forms.ChoiceField):
    """Which city and which of the years in which it was surveyed; answers with both."""

    def __init__(self, user: User) -> None:
        found = years_of(user)
        called = names.names_of(PlaceKind.CITY, {code for code, _year in found})
        choices = [
            (f"{code}{SEPARATOR}{year}", f"{called.get(code, code)} {year}") for code, year in found
        ]
        super().__init__(
            label=_("Of which city and year?"),
            choices=choices,
            widget=forms.RadioSelect,
            initial=choices[0][0] if choices else None,
            help_text=_(
                "Years with approved surveys. The figures of the year are frozen now, as a monitoring "
                "report that is public at once; you write around them."
            ),
        )

    def clean(self, value: Any) -> Any:
        """Return place and year of what was chosen."""
        code, _separator, year = str(super().clean(value)).partition(SEPARATOR)
        return Place.objects.get(code=code), int(year)


def _long(label: Any, *, hint: Any = "", **options: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 6})
    return forms.CharField(label=label, widget=widget, help_text=hint, max_length=20_000, **options)


class About(SheetForm):
    report = forms.CharField(
        label=_("City, year and computed part"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"readonly": True}),
        help_text=_("Chosen when the report was begun. Read the figures under this number."),
    )
    title = forms.CharField(label=_("Title"), max_length=200)
    summary = _long(_("Summary"), hint=_("What everyone should know, in a few sentences."))


class Narrative(SheetForm):
    done = _long(
        _("What was done in the year?"),
        hint=_("Surveys, clean-ups, rules and works against plastic litter, and who did them."),
    )
    reading = _long(
        _("What do the figures say to your city?"),
        hint=_("What surprised you, what explains it. Numbers stand in the computed part alone."),
    )
    difficulties = _long(_("What was difficult?"), required=False)
    plans = _long(_("What is planned next?"), hint=_("Who does what by when."))
