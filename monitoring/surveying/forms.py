"""The parts of the form of a beach survey. Its fields follow the protocol of 100 m of beach."""

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from monitoring.choices import MOST_ANIMALS, MOST_ITEMS, AnimalState, Entanglement, SurveyType
from monitoring.protocols import message
from partnership.review.sheets import SheetForm

LONGEST = 5_000  # metres
SIZE_LIMIT = 25  # millimetres, of macrolitter
FIRST_YEAR = 2000  # older days are slips of the pen


def day(label: Any, **options: Any) -> forms.DateField:
    """Return a day from 2000 on that does not lie ahead."""
    widget = forms.DateInput(attrs={"type": "date", "max": "9999-12-31"}, format="%Y-%m-%d")
    return forms.DateField(
        label=label, widget=widget, validators=[not_ahead, not_long_ago], initial="", **options
    )


def not_ahead(value: Any) -> None:
    if value > timezone.localdate():
        raise ValidationError(message("M016"), code="M016")


def not_long_ago(value: Any) -> None:
    if value.year < FIRST_YEAR:
        raise ValidationError(message("M012"), code="M012")


def measure(label: Any, least: float, most: float, **options: Any) -> forms.DecimalField:
    """Return a number with at most one decimal between two bounds."""
    widget = forms.NumberInput(attrs={"inputmode": "decimal"})
    options.setdefault("decimal_places", 1)
    options.setdefault("initial", "")
    return forms.DecimalField(
        label=label, min_value=least, max_value=most, widget=widget, **options
    )


class CountField(forms.IntegerField):
    """How many items of a kind: empty is "not recorded", 0 is "none found"."""

    def __init__(self, label: Any) -> None:
        super().__init__(
            label=label,
            required=False,
            min_value=0,
            max_value=MOST_ITEMS,
            widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            initial="",
        )

    def to_python(self, value: Any) -> int | None:
        text = unicodedata.normalize("NFKC", str(value if value is not None else "")).strip()
        if not text:
            return None
        if not (text.isascii() and text.isdigit()):
            raise ValidationError(message("M020", value=text), code="M020")
        return int(text)


class Effort(SheetForm):
    """What was looked at, and when."""

    transect = forms.CharField(
        label=_("Transect"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"readonly": True}),
        help_text=_("Chosen when the survey was begun."),
    )
    surveyed_on = day(_("Date of the survey"))
    replicate_no = forms.IntegerField(
        label=_("Replicate number"),
        min_value=1,
        max_value=9,
        initial=1,
        help_text=_("1, unless the same transect was surveyed twice on this day."),
    )
    survey_type = forms.ChoiceField(
        label=_("Type of survey"), choices=SurveyType.choices, initial=SurveyType.MONITORING.value
    )
    length_m = measure(
        _("Length surveyed (m)"), 0.1, LONGEST, help_text=_("As it was this time, measured.")
    )
    width_m = measure(
        _("Width surveyed (m)"),
        0.1,
        1_000,
        required=False,
        help_text=_("Without it there is no figure by area and no Clean Coast Index."),
    )
    lower_size_mm = measure(_("Lower size limit (mm)"), 0.1, 1_000, initial=SIZE_LIMIT)
    last_cleaned_on = day(_("Last cleaning"), required=False)
    is_cleaning_unknown = forms.BooleanField(
        label=_("It is not known when the beach was last cleaned"), required=False
    )
    last_storm_on = day(_("Last extreme weather"), required=False)
    weight_kg = measure(
        _("Total weight (kg)"), 0, 100_000, required=False, decimal_places=3, max_digits=9
    )
    nothing_found = forms.BooleanField(
        label=_("Nothing found: litter was looked for, and there was none"), required=False
    )
    reason = forms.CharField(
        label=_("Reason for what differs from the protocol"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Asked for when the transect is short, was cleaned a short time before, or the total is out of "
            "the ordinary. Reports quote it: name nobody."
        ),
    )
    remarks = forms.CharField(
        label=_("Remarks"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For the secretariat: weather, animals, what was special. Not public."),
    )


class Animal(SheetForm):
    """Animals of one species in one state."""

    species = forms.CharField(
        label=_("Species"), max_length=120, help_text=_("As exactly as you know it: green turtle.")
    )
    state = forms.ChoiceField(
        label=pgettext_lazy("animal", "State"),
        choices=AnimalState.choices,
        initial=AnimalState.UNKNOWN.value,
    )
    entanglement = forms.ChoiceField(
        label=_("Caught in litter"),
        choices=Entanglement.choices,
        initial=Entanglement.UNKNOWN.value,
    )
    number = forms.IntegerField(
        label=_("Number of animals"), min_value=1, max_value=MOST_ANIMALS, initial=1
    )


class Team(SheetForm):
    """For the secretariat only."""

    leader = forms.CharField(label=_("Leader of the team"), max_length=120)
    people = forms.IntegerField(
        label=pgettext_lazy("of a survey", "People"), min_value=1, max_value=1_000
    )
    hours = measure(_("Hours of work"), 0, 1_000, required=False)
