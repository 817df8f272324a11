"""The parts of the form of a sample of microplastics."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from monitoring.choices import (
    LARGEST_MICROPLASTIC,
    MOST_PARTICLES,
    VALUES_OF,
    Gear,
    Identification,
    Matrix,
    Trait,
)
from monitoring.sampling.laboratory import NOTHING, whole
from monitoring.sampling.particles import LONGEST, ParticleField
from monitoring.surveying.forms import day, measure
from partnership.reference import names
from partnership.reference.choices import PlaceKind
from partnership.reference.models import Place
from partnership.review.sheets import SheetForm


def cities() -> Iterator[tuple[str, str]]:
    """Yield the cities in the reader's language and order."""
    yield NOTHING
    yield from names.names().get(PlaceKind.CITY, {}).items()


class CityField(forms.ChoiceField):
    """A city of the curated list; one that was entered a moment ago is looked for at once."""

    def valid_value(self, value: Any) -> bool:
        return super().valid_value(value) or Place.objects.cities().filter(code=value).exists()


class Taken(SheetForm):
    """Where, when and with what."""

    place = CityField(label=_("City"), choices=cities)
    sampled_on = day(_("Date"))
    latitude = measure(  # what is above 90 may be a longitude: core.coordinates says so
        _("Latitude"), -180, 180, decimal_places=5, help_text=_("WGS 84, in degrees: 24.48000.")
    )
    longitude = measure(_("Longitude"), -180, 180, decimal_places=5)
    matrix = forms.ChoiceField(label=_("Matrix"), choices=[NOTHING, *Matrix.choices])
    depth_m = measure(_("Depth (m)"), 0, 11_000, required=False)
    gear = forms.ChoiceField(label=_("Gear"), choices=[NOTHING, *Gear.choices])


class Water(SheetForm):
    """What is asked of nets, pumps and bottles."""

    mesh_um = measure(
        _("Mesh size (μm)"),
        0.1,
        LARGEST_MICROPLASTIC,
        required=False,
        help_text=_("It is the lower size limit: without it no concentration can be compared."),
    )
    volume_m3 = measure(
        _("Volume filtered (m3)"), 0.0001, 100_000, required=False, decimal_places=4
    )
    mouth_m2 = measure(
        _("Mouth of the net in the water (m2)"), 0.001, 100, required=False, decimal_places=3
    )
    tow_distance_m = measure(_("Distance towed (m)"), 0.1, 200_000, required=False)


class Sediment(SheetForm):
    dry_mass_kg = measure(_("Dry mass (kg)"), 0.0001, 1_000, required=False, decimal_places=4)


class Biota(SheetForm):
    """What is asked of animals."""

    species = forms.CharField(label=_("Species"), max_length=120, required=False)
    individuals = whole(_("Individuals"), 10_000, least=1, required=False)
    individuals_with = whole(_("Individuals with microplastics"), 10_000, required=False)


class Result(SheetForm):
    """What was found, in which sizes, and how it is known to be plastic."""

    size_min_um = measure(_("Smallest size analysed (μm)"), 0.1, LARGEST_MICROPLASTIC)
    size_max_um = measure(_("Largest size analysed (μm)"), 0.1, LARGEST_MICROPLASTIC)
    identification = forms.ChoiceField(
        label=_("Identified by"), choices=[NOTHING, *Identification.choices]
    )
    particles = whole(
        _("Microplastics counted"),
        MOST_PARTICLES,
        help_text=_("As found, without anything taken off for blanks. 0 where none was found."),
    )
    reason = forms.CharField(
        label=_("Reason for what differs from the protocol"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Asked for when there are few blanks or no limit of detection, the volume does not fit the distance "
            "towed, or the position lies far from the city or the coast. Reports quote it: name nobody."
        ),
    )
    remarks = forms.CharField(
        label=_("Remarks"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For the secretariat. Not public."),
    )


class Listed(SheetForm):
    """Particles one by one, where they were measured so."""

    listed = ParticleField(
        label=_("Table of particles"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        help_text=_(
            "Copied from a spreadsheet, or from a CSV file, with its headings. Columns: length_um, width_um, "
            "height_um, mass_mg, area_um2, match_pct, shape, colour, transparency, polymer; all but the first "
            "may be left out."
        ),
    )


def trait_form(trait: Trait) -> type[SheetForm]:
    """Return the part that asks how many particles have each value of a trait."""
    fields = {
        str(value): whole(label, MOST_PARTICLES, required=False)
        for value, label in VALUES_OF[trait].choices
    }
    return type("Counts", (SheetForm,), fields)
