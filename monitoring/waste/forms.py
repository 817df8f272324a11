"""The parts of the form of a city's waste profile, and what is asked before it."""

from collections.abc import Iterator
from typing import Any, Final

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from monitoring import policies
from monitoring.choices import (
    FIRST_PROFILE_YEAR,
    TREATED,
    UNITS_OF,
    WasteArea,
    WasteIndicator,
    WasteScope,
    WasteUnit,
)
from monitoring.surveying.forms import day
from partnership.accounts.models import User
from partnership.network import speakers
from partnership.reference.choices import Grade
from partnership.review.sheets import SheetForm

NOTHING: Final = ("", "–")
NEEDED: Final = ("unit", "first_day", "last_day", "definition", "source")  # beside a value
MISSING: Final = _("A value without this cannot be compared. Fill it in, or leave the value blank.")
Choice = tuple[Any, Any]


class GovernmentField(speakers.OrganisationField):
    """For which city; the only one is chosen already."""

    def __init__(self, user: User) -> None:
        super().__init__(user)
        own = policies.city_governments(user).ordered_for()
        self.queryset = own
        self.label = _("For which city?")
        self.initial = own.get().pk if own.count() == 1 else None


def year_field() -> forms.TypedChoiceField:
    """Return the question for the year; the last full one is chosen already."""
    this_year = timezone.localdate().year
    years = range(this_year, FIRST_PROFILE_YEAR - 1, -1)
    return forms.TypedChoiceField(
        label=_("Of which year?"),
        choices=[(str(year), str(year)) for year in years],
        coerce=int,
        initial=str(this_year - 1),
    )


def indicators() -> Iterator[Choice]:
    """Yield the indicators, the ways of treatment together."""
    yield NOTHING
    before = [each for each in WasteIndicator if each not in TREATED]
    split = before.index(WasteIndicator.PLASTICS_SHARE)
    yield from ((each.value, each.label) for each in before[:split])
    yield _("Treated, by method"), [(each.value, each.label) for each in TREATED]
    yield from ((each.value, each.label) for each in before[split:])


def _words(label: Any, *, rows: int = 2, hint: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, widget=widget, required=False, help_text=hint, max_length=2_000
    )


class About(SheetForm):
    profile = forms.CharField(
        label=_("City and year"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"readonly": True}),
        help_text=_("Chosen when the profile was begun."),
    )
    area = forms.ChoiceField(
        label=_("Which area do the values cover?"), choices=[NOTHING, *WasteArea.choices]
    )
    reason = _words(
        _("Reason for what looks unlikely"),
        hint=_("Asked for when more is collected or treated than generated."),
    )
    remarks = _words(_("Remarks"), hint=_("For the secretariat. Not public."))


class ValueRow(SheetForm):
    """One indicator; without a value nothing else is asked."""

    indicator = forms.ChoiceField(label=_("Indicator"), choices=indicators)
    value = forms.DecimalField(
        label=_("Value"),
        required=False,
        min_value=0,
        max_digits=16,
        decimal_places=4,
        widget=forms.NumberInput(attrs={"inputmode": "decimal"}),
        initial="",
        help_text=_("Blank where it is not known; 0 only where there was none."),
    )
    unit = forms.ChoiceField(label=_("Unit"), required=False, choices=[NOTHING, *WasteUnit.choices])
    scope = forms.ChoiceField(
        label=_("Which waste"), required=False, choices=[NOTHING, *WasteScope.choices]
    )
    first_day = day(_("First day of the period"), required=False)
    last_day = day(_("Last day of the period"), required=False)
    definition = _words(
        _("Definition"), hint=_("What is counted and what is not, and how it was found out.")
    )
    source = forms.CharField(
        label=_("Source"),
        required=False,
        max_length=400,
        help_text=_("Title of the yearbook, report or record, and who keeps it."),
    )
    source_url = forms.URLField(
        label=_("Address of the source"), required=False, max_length=500, assume_scheme="https"
    )
    grade = forms.ChoiceField(
        label=_("Evidence grade"),
        required=False,
        choices=[NOTHING, *Grade.choices],
        help_text=_("Where it is known."),
    )

    def clean(self) -> dict[str, Any]:
        """A value needs its unit, its period, its definition and its source."""
        given = super().clean() or {}
        if given.get("value") is None:
            return given
        self._require_told(given)
        self._require_unit(given)
        first, last = given.get("first_day"), given.get("last_day")
        if first and last and first > last:
            self.add_error(
                "last_day", _("The last day lies before the first. Correct one of them.")
            )
        return given

    def _require_told(self, given: dict[str, Any]) -> None:
        needed: tuple[str, ...] = NEEDED
        if given.get("indicator") != WasteIndicator.POPULATION:
            needed = (*NEEDED, "scope")
        for name in needed:
            if name not in self.errors and not given.get(name):
                self.add_error(name, MISSING)

    def _require_unit(self, given: dict[str, Any]) -> None:
        indicator, unit = given.get("indicator"), given.get("unit")
        if not indicator or not unit:
            return
        fitting = UNITS_OF[WasteIndicator(indicator)]
        if unit not in fitting:
            names = " · ".join(str(each.label) for each in WasteUnit if each in fitting)
            words = _("This indicator is told in: %(units)s. Choose one of these.")
            self.add_error("unit", words % {"units": names})
        elif unit == WasteUnit.PER_CENT and given["value"] > 100:
            self.add_error("value", _("A share is 100 % at most. Correct the value or its unit."))
