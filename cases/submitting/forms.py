"""The parts of the form, in the order of the printed template."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.choices import Instrument, WasteStream
from cases.models import BuildingBlock, CasePartner, CasePlace, CaseSource, IndicatorRow, MoneyRow
from cases.readiness import SHORT_TITLE_LIMIT, SUMMARY_LENGTH
from cases.submitting.fields import (
    PlaceField,
    ThemesField,
    long_text,
    places,
    several,
    taken,
    themes,
)
from partnership.core import languages
from partnership.review.sheets import SheetForm
from partnership.review.sheets.forms import Length, unit_of

MOST_SOURCES = 15


def within(limits: dict[str, tuple[int, int]]) -> dict[str, Length]:
    return {code: (unit_of(code), *limits[code]) for code in languages.LANGUAGES}


# Texts that have no limit of their own, but belong to the length of the whole (`sheet.WHOLE`).
COUNTED = within(dict.fromkeys(languages.LANGUAGES, (0, 0)))


class About(SheetForm):
    """What the case is called, who leads it, since when."""

    title = taken("title", required=True)
    short_title = taken("short_title")
    summary = taken("summary", required=True, widget=forms.Textarea(attrs={"rows": 4}))
    lead_organisation = taken("lead_organisation", required=True)
    started = taken("started", required=True, help_text=_("Year, month or day: 2021, 2021-06."))
    ended = taken("ended")
    results_from = taken("results_from")
    results_to = taken("results_to")

    lengths = {
        "summary": within(SUMMARY_LENGTH),
        "short_title": {
            languages.CHINESE: ("characters", 0, SHORT_TITLE_LIMIT[languages.CHINESE]),
            languages.ENGLISH: ("letters", 0, SHORT_TITLE_LIMIT[languages.ENGLISH]),
        },
    }


class PlaceRow(SheetForm):
    place = PlaceField(label=_("Place"), choices=places)
    site = taken("site", CasePlace)


class Kind(SheetForm):
    """By what the case can be found."""

    themes = ThemesField(label=_("Themes"), choices=themes, widget=forms.CheckboxSelectMultiple)
    hierarchy_step = taken("hierarchy_step", required=True)
    scale = taken("scale", required=True)
    phase = taken("phase", required=True)
    waste_streams = several(_("Waste streams"), WasteStream.choices, required=False)
    instruments = several(_("Instruments"), Instrument.choices, required=False)


class Background(SheetForm):
    background = long_text("background", required=True, rows=10)

    lengths = {"background": COUNTED}


class Measure(SheetForm):
    """A building block that others can take over."""

    title = taken("title", BuildingBlock, required=True)
    done = long_text("done", BuildingBlock, required=True, rows=8)
    who = long_text("who", BuildingBlock, rows=2)
    enabling_factors = long_text("enabling_factors", BuildingBlock, rows=2)

    lengths = {"done": COUNTED}


class Results(SheetForm):
    results = long_text("results", required=True, rows=10)

    lengths = {"results": COUNTED}


class Lessons(SheetForm):
    success_factors = long_text("success_factors", required=True)
    difficulties = long_text("difficulties")
    did_not_work = long_text(
        "did_not_work",
        required=True,
        help_text=_("Side effects and failures help others most. Write “unknown” if it is so."),
    )
    replication_conditions = long_text("replication_conditions")
    replications_known = long_text("replications_known", rows=2)

    lengths = dict.fromkeys(
        ("success_factors", "difficulties", "did_not_work", "replication_conditions"), COUNTED
    )


def source_numbers() -> list[tuple[str, str]]:
    return [("", "–"), *((str(n), str(n)) for n in range(1, MOST_SOURCES + 1))]


class Indicator(SheetForm):
    """A figure with what makes it comparable."""

    name = taken("name", IndicatorRow, required=True)
    qualifier = taken("qualifier", IndicatorRow)
    value = taken("value", IndicatorRow)
    unit = taken("unit", IndicatorRow)
    as_of = taken("as_of", IndicatorRow, help_text=_("Year, month or day: 2021, 2021-06."))
    period = taken(
        "period", IndicatorRow, required=True, help_text=_("For example: January to December 2025.")
    )
    definition = long_text("definition", IndicatorRow, required=True, rows=2)
    method = long_text("method", IndicatorRow, rows=2)
    source = forms.ChoiceField(
        label=_("Number of the source"),
        choices=source_numbers,
        help_text=_("Which of the sources below the figure is taken from."),
    )


class Source(SheetForm):
    title = taken("title", CaseSource)
    type = taken("type", CaseSource)
    author = taken("author", CaseSource)
    publisher = taken("publisher", CaseSource)
    issued = taken("issued", CaseSource, help_text=_("Year, month or day: 2021, 2021-06."))
    url = forms.URLField(
        label=_("Web address"), required=False, max_length=1000, assume_scheme="https"
    )


class Money(SheetForm):
    kind = taken("kind", MoneyRow)
    amount = taken("amount", MoneyRow)
    currency = taken("currency", MoneyRow)
    year = taken("year", MoneyRow)
    funding = taken("funding", MoneyRow)
    note = long_text("note", MoneyRow, rows=2)


class Partner(SheetForm):
    name = taken("name", CasePartner, required=True)
    role = taken("role", CasePartner)


class Contact(SheetForm):
    """For the secretariat only."""

    contact_name = taken("contact_name", required=True)
    contact_details = taken(
        "contact_details",
        required=True,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Telephone or e-mail. For the secretariat only, never public."),
    )


class Rights(SheetForm):
    """What whoever signs the form stands for."""

    accurate = forms.BooleanField(
        label=_("The facts and figures are accurate and can be verified.")
    )
    open_to_all = forms.BooleanField(
        label=_("The text contains no undisclosed technical data and no rights of others.")
    )
    not_awarded = forms.BooleanField(
        label=_("The case was not selected for an earlier collection.")
    )
