"""Specimens for the style guide: every component in every state, with content that shows its limits."""

from datetime import date
from typing import Final

from django import forms
from django.core.paginator import Paginator
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnership.core.charts import Chart, DotMap, Kind, MapPoint, Point, Series
from partnership.core.citations import Citation
from partnership.core.citations.styles import STANDARDS
from partnership.portal import chart_specimens

COLOURS: Final = (
    ("paper", gettext_lazy("ground of a page")),
    ("mist", gettext_lazy("ground of a quiet part")),
    ("ink", gettext_lazy("running text")),
    ("ink-soft", gettext_lazy("secondary text")),
    ("line", gettext_lazy("hairlines")),
    ("edge", gettext_lazy("edges of controls")),
    ("sea", gettext_lazy("links, buttons, figures")),
    ("sea-strong", gettext_lazy("the same under the pointer")),
    ("sea-tint", gettext_lazy("ground of a mark or notice")),
    ("deep", gettext_lazy("deep water: hero and foot")),
    ("accent", gettext_lazy("the one warm colour: where you are")),
    ("ok", gettext_lazy("what is done")),
    ("warn", gettext_lazy("take care; demo data")),
    ("bad", gettext_lazy("what is wrong")),
)
TONES: Final = ("", "sea", "ok", "warn", "bad", "demo")


class SpecimenFilter(forms.Form):
    """A filter panel's form."""

    words = forms.CharField(label=gettext_lazy("Search for"), required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("Available in"),
        required=False,
        choices=[
            ("", gettext_lazy("any language")),
            ("zh-hans", gettext_lazy("Chinese")),
            ("en", gettext_lazy("English")),
        ],
    )


class SpecimenForm(forms.Form):
    """One field of each kind, for the style guide; nothing is ever stored from it."""

    organisation = forms.CharField(
        label=gettext_lazy("Organisation"),
        help_text=gettext_lazy("The full official name, as on your letterhead."),
    )
    email = forms.EmailField(label=gettext_lazy("E-mail"))
    surveyed_on = forms.DateField(
        label=gettext_lazy("Date of the survey"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    theme = forms.ChoiceField(
        label=gettext_lazy("Theme"),
        choices=[
            ("", gettext_lazy("Please choose")),
            ("litter", gettext_lazy("Beach litter")),
            ("micro", gettext_lazy("Microplastics")),
        ],
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the meeting"),
        choices=[("zh-hans", gettext_lazy("Chinese")), ("en", gettext_lazy("English"))],
        widget=forms.RadioSelect,
    )
    topics = forms.MultipleChoiceField(
        label=gettext_lazy("Topics"),
        required=False,
        choices=[
            ("finance", gettext_lazy("Sustainable ocean finance")),
            ("mangrove", gettext_lazy("Mangroves")),
            ("zero-waste", gettext_lazy("Zero-waste cities")),
        ],
        widget=forms.CheckboxSelectMultiple,
    )
    results = forms.CharField(
        label=gettext_lazy("Results"),
        help_text=gettext_lazy(
            "What changed, in figures where there are any. At most 600 characters."
        ),
        required=False,
        widget=forms.Textarea,
    )
    document = forms.FileField(label=gettext_lazy("Document"), required=False)
    consent = forms.BooleanField(
        label=gettext_lazy("I have read how the portal handles personal data"),
    )


def specimens() -> dict[str, object]:
    """Return all specimens, in the active language."""
    return {
        "colours": COLOURS,
        "badges": [
            {"text": text, "tone": tone} for text, tone in zip(_states(), TONES, strict=True)
        ],
        "crumbs": [{"label": _("Cases"), "url": "#"}, {"label": _("Style guide"), "url": ""}],
        "cards": _cards(),
        "stats": _stats(),
        "facts": _facts(),
        "form": SpecimenForm({"email": _("no address"), "results": "3"}),
        "fresh_form": SpecimenForm(auto_id="fresh_%s"),
        "filter_form": SpecimenFilter({"language": "en"}, auto_id="filter_%s"),
        "page": Paginator(range(1_234_567), 20).page(4_096),
        "table": _table(),
        "bars": _bars(),
        "line": _line(),
        **chart_specimens.specimens(),
        "places": _places(),
        "citation": _citation(),
        "citations": [Citation(f"own-{key}", name, _citation()) for key, name in STANDARDS],
    }


def _citation() -> str:
    return _(
        "China-ASEAN Marine Plastic Reduction Partnership. Style guide. "
        "Beijing: secretariat of the partnership, 2026."
    )


def _states() -> list[str | Promise]:
    return [
        _("Draft"),
        _("Monitoring"),
        _("Published"),
        _("Returned for changes"),
        _("Withdrawn"),
        _("Demo data"),
    ]


def _cards() -> list[dict[str, object]]:
    demo = {"text": _("Demo data"), "tone": "demo"}
    theme = {"text": _("Marine litter"), "tone": "sea"}
    return [
        {
            "title": _("A card with everything it can hold"),
            "summary": _(
                "One to three sentences say what was done and what came of it, so that a reader "
                "knows whether to open the case."
            ),
            "place": _("Name of a city"),
            "date": date(2026, 6, 8),
            "badges": [theme, demo],
        },
        {
            "title": _(
                "A card whose title is so long that it has to be set on three or even four lines of a narrow column"
            ),
            "summary": _("The summary then begins lower; the marks stay at the foot."),
            "place": _("Name of a city"),
            "badges": [theme],
        },
        {"title": _("A card with a title alone")},
    ]


def _stats() -> list[dict[str, object]]:
    return [
        {
            "value": "12,345",
            "unit": _("tonnes"),
            "label": _("Value with a unit"),
            "definition": _(
                "What is counted, for which period, as of which day, after which source."
            ),
        },
        {
            "value": "21",
            "label": _("Value without a unit"),
            "definition": _("Its definition stands beneath it, always."),
        },
        {
            "value": "4",
            "label": _("Lines of work"),
            "definition": _("As the programme’s plan names them."),
        },
    ]


def _facts() -> list[dict[str, object]]:
    return [
        {"term": _("Place"), "value": _("Name of a city")},
        {"term": _("Period"), "value": _("2019 to 2026")},
        {"term": _("Source"), "value": _("A source with an address"), "url": "#"},
    ]


def _table() -> dict[str, object]:
    names = [_("Items"), _("Mass (kg)"), _("Length of beach (m)"), _("Items per 100 m")]
    rows = [
        (_("First beach"), "1,284", "46.2", "100", "1,284"),
        (_("Second beach"), "397", "12.9", "100", "397"),
    ]
    return {
        "caption": _("Beach litter by survey site"),
        "headings": [
            {"text": _("Survey site")},
            *({"text": name, "number": True} for name in names),
        ],
        "rows": [[{"text": cell, "number": True} for cell in row] for row in rows],
        "note": _("Invented figures that show how a table looks."),
    }


def _bars() -> Chart:
    points = [
        Point(_("Plastic"), 71),
        Point(_("Paper"), 12),
        Point(_("Metal"), 9),
        Point(_("Glass"), 8),
    ]
    return Chart(
        title=_("Composition of beach litter"),
        unit="%",
        series=[Series(_("Share of items"), points)],
        label_heading=_("Material"),
        notes=[_("Invented figures that show how a chart looks.")],
    )


def _line() -> Chart:
    first = [
        Point(str(year), value)
        for year, value in zip(range(2019, 2026), (420, 388, 401, 340, 310, 262, 240), strict=True)
    ]
    second = [
        Point(str(year), value)
        for year, value in zip(range(2019, 2026), (210, 214, 190, None, 171, 150, 149), strict=True)
    ]
    return Chart(
        title=_("Beach litter over the years"),
        unit=_("items per 100 m"),
        series=[Series(_("First beach"), first), Series(_("Second beach"), second)],
        kind=Kind.LINE,
        label_heading=_("Year"),
        notes=[_("Invented figures that show how a chart looks.")],
    )


def _places() -> DotMap:
    return DotMap(
        _("Three points at round coordinates"),
        [
            MapPoint(_("30° N, 122° E"), 30, 122, "#", 4),
            MapPoint(_("16° N, 108° E"), 16, 108, "#"),
            MapPoint(_("5° N, 100° E"), 5, 100, "#"),
        ],
    )
