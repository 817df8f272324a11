"""The sheet of a case."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.submitting import forms, four_parts
from partnership.core import languages
from partnership.core.partial_dates import display
from partnership.review.sheets import Part, Problem, Sheet, Whole
from partnership.review.sheets.sheet import Cleaned

FOUR_PARTS = gettext_lazy("The four parts")
# What a printed case has room for, and half as much again that is still taken.
WHOLE = {
    languages.CHINESE: Whole(FOUR_PARTS, most=2000, limit=3000),
    languages.ENGLISH: Whole(FOUR_PARTS, least=1200, most=1400, limit=2100),
}
PARTS = (
    Part("about", gettext_lazy("The case in short"), forms.About),
    Part(
        "places",
        gettext_lazy("Where"),
        forms.PlaceRow,
        hint=gettext_lazy("The first place is the main one."),
        row_name=gettext_lazy("Place"),
        most=5,
        is_needed=True,
    ),
    Part("kind", gettext_lazy("Kind of case"), forms.Kind),
    Part("background", gettext_lazy("1. Background"), forms.Background, is_counted=True),
    Part(
        "measures",
        gettext_lazy("2. Measures"),
        forms.Measure,
        hint=gettext_lazy("One block for each measure that others could take over."),
        row_name=gettext_lazy("Measure"),
        most=10,
        is_needed=True,
        is_counted=True,
    ),
    Part("results", gettext_lazy("3. Results"), forms.Results, is_counted=True),
    Part(
        "indicators",
        gettext_lazy("Figures of the results"),
        forms.Indicator,
        hint=gettext_lazy(
            "Every figure with its period, its definition and its source: only then can it be "
            "compared."
        ),
        row_name=gettext_lazy("Figure"),
        most=20,
    ),
    Part("lessons", gettext_lazy("4. Lessons"), forms.Lessons, is_counted=True),
    Part(
        "sources",
        gettext_lazy("Sources"),
        forms.Source,
        hint=gettext_lazy("Documents and pages that show what the text says."),
        row_name=gettext_lazy("Source"),
        most=forms.MOST_SOURCES,
        is_needed=True,
    ),
    Part(
        "money",
        gettext_lazy("Cost and funding"),
        forms.Money,
        hint=gettext_lazy("May be left out if not known."),
        row_name=gettext_lazy("Sum"),
        most=8,
    ),
    Part(
        "partners",
        gettext_lazy("Partners"),
        forms.Partner,
        row_name=gettext_lazy("Partner"),
        most=12,
    ),
    Part("contact", gettext_lazy("Contact for questions"), forms.Contact, is_for_desk=True),
    Part("rights", gettext_lazy("Declaration"), forms.Rights),
)


def sheet(language: str) -> Sheet:
    """Return the form of a case written in `language`."""
    return Sheet(
        language,
        PARTS,
        problems,
        whole=WHOLE[language],
        fill_in=four_parts.fill_in,
    )


def problems(cleaned: Cleaned) -> Iterator[Problem]:
    """Yield what several parts together lack."""
    yield from _sources_missing(cleaned)
    yield from _dates_in_order(cleaned["about"])


def _sources_missing(cleaned: Cleaned) -> Iterator[Problem]:
    there = len(cleaned["sources"])
    for index, row in enumerate(cleaned["indicators"]):
        if int(row["source"]) > there:
            label = f"{_('Figure')} {index + 1}"
            message = _("There is no source %(number)s.") % {"number": row["source"]}
            yield Problem(f"indicators.{index}.source", label, message)


def _dates_in_order(about: dict[str, str]) -> Iterator[Problem]:
    for start, end in (("started", "ended"), ("results_from", "results_to")):
        if about[start] and about[end] and about[start] > f"{about[end]}~":
            days = {"start": display(about[start]), "end": display(about[end])}
            message = _("%(end)s lies before %(start)s.") % days
            label = forms.About.base_fields[end].label
            yield Problem(f"about.{end}", str(label), message)
