"""The form of a survey at sea, made from its protocol: fields, units and bounds stand there alone."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, Final

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from monitoring.choices import SIZES_OF, BottomGear, SeaMethod, SizeClass, SurveyType
from monitoring.protocols import Field, message, protocols
from monitoring.sampling.forms import NOTHING, whole
from monitoring.surveying.forms import day, measure
from partnership.review.sheets import SheetForm

# What the survey calls a field of the protocols; others bear the same name.
NAMES: Final = {
    "date": "surveyed_on",
    "transect_length_m": "length_m",
    "tow_distance_m": "length_m",
    "strip_width_m": "width_m",
    "net_width_m": "width_m",
    "wing_spread_m": "width_m",
}
ELSEWHERE: Final = ("item_list", "counts", "people", "hours")  # in parts of their own, or given
ABOVE_ZERO: Final = ("length_m", "width_m", "mesh_um")
DENOMINATORS: Final = ("length_m", "width_m")
MOST_OF_A_DAY: Final = 99  # tracks or hauls
ENDS: Final = {"start_position": "start", "end_position": "end"}


@cache
def effort_form(method: SeaMethod) -> type[SheetForm]:
    """Return the part of the form that says what was watched or swept; it speaks its reader's language
    whenever it is asked."""
    fields: dict[str, forms.Field] = {
        "site": forms.CharField(
            label=_("Survey site"),
            max_length=200,
            required=False,
            widget=forms.TextInput(attrs={"readonly": True}),
            help_text=_("Chosen when the survey was begun."),
        )
    }
    for asked in protocols()[method].fields:
        if asked.key not in ELSEWHERE:
            fields.update(_fields(method, asked))
    return type("Effort", (SheetForm,), {**fields, **_words()})


def _fields(method: SeaMethod, asked: Field) -> Iterator[tuple[str, forms.Field]]:
    """Yield what the form asks for one field of the protocol."""
    name = NAMES.get(asked.key, asked.key)
    if asked.key in ENDS:
        yield from _position(ENDS[asked.key])
    elif asked.kind == "number":
        yield name, _number(name, asked)
    elif asked.kind == "whole":
        yield name, whole(_label(asked), int(asked.most or 0), **_common(asked))
    elif asked.kind == "choice":
        yield (
            name,
            forms.ChoiceField(
                label=_label(asked),
                choices=_choices(method, name),
                help_text=_note(asked),
                initial=SurveyType.MONITORING.value if name == "survey_type" else "",
            ),
        )
    elif asked.kind == "flag":
        yield (
            name,
            forms.BooleanField(
                label=_("Nothing found: litter was looked for, and there was none"), required=False
            ),
        )
    else:
        yield name, day(_label(asked))
        yield "replicate_no", _replicate()


def _number(name: str, asked: Field) -> forms.DecimalField:
    """Return a measure; one without which nothing can be computed says why it is asked for."""
    step = Decimal(1).scaleb(-asked.decimals)
    least = float(step) if name in ABOVE_ZERO else asked.least or 0
    options = {**_common(asked), "decimal_places": asked.decimals}
    if name in DENOMINATORS:
        options["error_messages"] = {"required": _missing("M052", asked)}
    elif name == "mesh_um":
        options["error_messages"] = {"required": _missing("M060", asked)}
    return measure(_label(asked), least, asked.most or 0, **options)


def _position(end: str) -> Iterator[tuple[str, forms.Field]]:
    labels = {
        "start": (_("Latitude at the start"), _("Longitude at the start")),
        "end": (_("Latitude at the end"), _("Longitude at the end")),
    }
    for name, label in zip(("latitude", "longitude"), labels[end], strict=True):
        yield (
            f"{end}_{name}",
            measure(
                label,
                -180,  # what is above 90 may be a longitude: core.coordinates says so
                180,
                required=False,
                decimal_places=5,
                help_text=_("WGS 84, in degrees: 24.48000."),
            ),
        )


def _replicate() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("Track or haul of the day"),
        min_value=1,
        max_value=MOST_OF_A_DAY,
        initial=1,
        help_text=_("1 for the first of this day off the site, 2 for the next."),
    )


def _choices(method: SeaMethod, name: str) -> list[tuple[str, Any]]:
    if name == "survey_type":
        return list(SurveyType.choices)
    if name == "gear":
        return [NOTHING, *BottomGear.choices]
    return [NOTHING, *((each.value, SizeClass(each).label) for each in SIZES_OF[method])]


def _words() -> dict[str, forms.Field]:
    """Return the free texts that end every form."""
    area = forms.Textarea(attrs={"rows": 2})
    return {
        "reason": forms.CharField(
            label=_("Reason for what differs from the protocol"),
            required=False,
            max_length=2_000,
            widget=area,
            help_text=_(
                "Asked for when the position lies far from the city or on land, or the number of items is "
                "out of the ordinary. Reports quote it: name nobody."
            ),
        ),
        "remarks": forms.CharField(
            label=_("Remarks"),
            required=False,
            max_length=2_000,
            widget=area,
            help_text=_("For the secretariat: weather, animals, what was special. Not public."),
        ),
    }


def _common(asked: Field) -> dict[str, Any]:
    return {"required": asked.is_required, "help_text": _note(asked)}


def _said_label(asked: Field) -> str:
    return f"{asked.label} ({asked.unit})" if asked.unit else asked.label


def _said_note(asked: Field) -> str:
    return asked.note


def _said_missing(code: str, asked: Field) -> str:
    return message(code, denominator=_said_label(asked))


# Protocols speak the language of the moment, and forms are made once for all readers.
_label, _note, _missing = lazy(_said_label, str), lazy(_said_note, str), lazy(_said_missing, str)
