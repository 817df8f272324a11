"""The part of the form that tells weights, material by material."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from monitoring.surveying.forms import measure
from partnership.reference.choices import Material
from partnership.review.sheets import Problem, SheetForm

WEIGHTS: Final = "weights"  # the key of the part
FIELDS: Final = {f"{material.replace('-', '_')}_kg": material for material in Material.values}


def _weight(material: str) -> Any:
    label = format_lazy(gettext_lazy("Weight (kg): {material}"), material=Material(material).label)
    return measure(label, 0, 100_000, required=False, decimal_places=3, max_digits=9)


Weights: Final[type[SheetForm]] = type(
    "Weights", (SheetForm,), {name: _weight(material) for name, material in FIELDS.items()}
)


def told(part: dict[str, Any]) -> dict[str, Decimal]:
    """Return by material what was weighed; 0 stays 0 and blanks are left out."""
    return {FIELDS[name]: weight for name, weight in part.items() if weight is not None}


def problems(part: dict[str, Any], effort: dict[str, Any]) -> Iterator[Problem]:
    """Materials weigh no more together than all litter, and nothing where nothing was found."""
    together, every = sum(told(part).values()), effort.get("weight_kg")
    if together and effort["nothing_found"]:
        said = _("Nothing was found, but there is a weight. Correct one of the two.")
        yield Problem("effort.nothing_found", _("Nothing found"), said)
    elif every is not None and together > every:
        said = _(
            "The materials weigh %(together)s kg together, more than the total of %(every)s kg. Correct one of the "
            "two."
        ) % {"together": f"{together:f}", "every": f"{every:f}"}
        yield Problem("effort.weight_kg", _("Total weight"), said)
